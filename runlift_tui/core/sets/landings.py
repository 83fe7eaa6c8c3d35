"""Landings of a session: of its jumps, and of the easy pogos that get the ankles ready for them."""

from collections.abc import Iterable
from typing import NamedTuple

from runlift_tui.core.words.text import plural

POGOS = 10
"""Before the first fast set that jumps: two times five, both feet together, one landing each."""


LOOK_BACK_DAYS = 28
LOOK_BACK = "4 weeks"
"""So far back landings are compared, in days and in words."""


class Landings(NamedTuple):
    """Landings of one session."""

    jumps: int
    """Of its sets."""
    pogos: int
    """Of the pogos before them, which are no set."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.jumps + self.pogos

    @property
    def words(self) -> str:
        """All of them, and how many of them stand in no set: "34 contacts (10 pogos)"."""
        said = plural(self.total, "contact")
        return f"{said} ({self.pogos} pogos)" if self.pogos else said


def landings_of(sets: Iterable[tuple[int, bool]]) -> Landings:
    """Return the landings of a session, with its pogos where it had fast sets that jump.

    Args:
        sets: The landings of each set, and whether it is half of a heavy one.
    """
    found = list(sets)
    hopped = any(landings and fast for landings, fast in found)
    return Landings(sum(landings for landings, _ in found), POGOS * hopped)
