"""The pictures share with the tests of the screens that nothing is drawn before it is looked at."""

from tests.screens.conftest import drawn_for_nobody, no_power_cut

__all__ = ["drawn_for_nobody", "no_power_cut"]
