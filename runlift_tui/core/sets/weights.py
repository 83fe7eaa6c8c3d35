"""What the athlete said that their gym has; `loadable` says which loads can be made of it."""

from typing import Annotated

from msgspec import Meta, Struct

from runlift_tui.core.words.possible import MOST_WEIGHTS, OneWeight
from runlift_tui.core.words.units import Unit

DEFAULT_STEP: dict[Unit, float] = {Unit.KG: 2.0, Unit.LB: 5.0}
"""From one dumbbell to the next in most gyms, in the unit; our own assumption."""


class Weights(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one dumbbell, kettlebell or the like can weigh, in kilograms; a pair is two of it."""

    step_kg: OneWeight | None = None
    """The smallest step; None for `DEFAULT_STEP` of the athlete's unit."""
    list_kg: Annotated[tuple[OneWeight, ...], Meta(max_length=MOST_WEIGHTS)] = ()
    """These and no others, where there are any; the step means nothing then."""
    are_there: bool = False
    """Whether the athlete said yes to weights that they did not type: those of the step."""


MOST_PLATES = 12
"""Sizes of plates that one bar may have."""


class Barbell(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The bar that the athlete's gym has, and its plates, each as often as needed."""

    bar_kg: OneWeight | None = None
    """None where nobody said; see `loadable.USUAL`."""
    plates_kg: Annotated[tuple[OneWeight, ...], Meta(max_length=MOST_PLATES)] = ()
    """Empty where nobody said; the same."""


class Gear(Struct, frozen=True, omit_defaults=True):
    """What the athlete lifts with."""

    weights: Weights = Weights()
    unit: Unit = Unit.KG
    bar: Barbell = Barbell()
