"""The weights that the athlete's gym has: every load that is suggested is one of them."""

from collections.abc import Iterator
from math import ceil, floor, isfinite
from typing import Annotated

from msgspec import Meta, Struct

from runlift_tui.core.words.possible import MOST_WEIGHT, MOST_WEIGHTS, OneWeight
from runlift_tui.core.words.units import Unit, to_kg, to_unit

DEFAULT_STEP: dict[Unit, float] = {Unit.KG: 2.0, Unit.LB: 5.0}
"""From one dumbbell to the next in most gyms, in the unit; our own assumption."""
_SAME = 1e-3


class Weights(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one dumbbell, kettlebell or bar can weigh, in kilograms."""

    step_kg: OneWeight | None = None
    """The smallest step; None for `DEFAULT_STEP` of the athlete's unit."""
    list_kg: Annotated[tuple[OneWeight, ...], Meta(max_length=MOST_WEIGHTS)] = ()
    """These and no others, where there are any; the step means nothing then."""


MOST_PLATES = 12
"""Sizes of plates that one bar may have."""


class Barbell(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The bar that the athlete's gym has, and its plates, each as often as needed."""

    bar_kg: OneWeight | None = None
    """None where nobody said; see `plates.USUAL`."""
    plates_kg: Annotated[tuple[OneWeight, ...], Meta(max_length=MOST_PLATES)] = ()


class Gear(Struct, frozen=True, omit_defaults=True):
    """What the athlete lifts with."""

    weights: Weights = Weights()
    unit: Unit = Unit.KG
    bar: Barbell = Barbell()


def heavier(weights: Weights, each_kg: float, unit: Unit, least_kg: float) -> float | None:
    """Return the lightest weight above one, and no lighter than another, in kilograms.

    Args:
        weights: What there is.
        each_kg: What is lifted now, of one implement.
        unit: The athlete's; a step counts in it.
        least_kg: The lightest that will do.

    Returns:
        None where the gym has none.
    """
    above = max(each_kg + _SAME, least_kg - _SAME)
    return next((kg for kg in _upwards(weights, unit, above) if kg >= above), None)


def lighter(weights: Weights, each_kg: float, unit: Unit, most_kg: float) -> float | None:
    """Return the heaviest weight below one, and no heavier than another; see `heavier`."""
    below = min(each_kg - _SAME, most_kg + _SAME)
    there = listed(weights)
    if there:
        return max((kg for kg in there if kg <= below), default=None)
    step = _step(weights, unit)
    steps = floor(to_unit(below, unit) / step)
    return to_kg(round(steps * step, 4), unit) if steps >= 1 else None


def nearest(weights: Weights, each_kg: float) -> float:
    """Return a weight that is listed: this one, else the next below it, else the lightest.

    Where there is no list, whatever was lifted is there.
    """
    there = listed(weights)
    if each_kg <= _SAME or not there:
        return each_kg
    return max((kg for kg in there if kg <= each_kg + _SAME), default=min(there))


def closest(gear: Gear, each_kg: float) -> float:
    """Return the weight that is closest to this one, the lighter of two, in kilograms.

    Where the gym's lightest is heavier still, it is that.
    """
    weights, unit = gear.weights, gear.unit
    below = lighter(weights, each_kg + 2 * _SAME, unit, each_kg)
    above = heavier(weights, each_kg - 2 * _SAME, unit, each_kg)
    found = [kg for kg in (below, above) if kg is not None]
    return min(found, key=lambda kg: abs(kg - each_kg) - (kg == below) * _SAME, default=each_kg)


def _upwards(weights: Weights, unit: Unit, above: float) -> Iterator[float]:
    """Yield the weights from about one on, the lightest first."""
    there = listed(weights)
    if there:
        yield from sorted(there)
        return
    step = _step(weights, unit)
    number = max(1, ceil(to_unit(above, unit) / step))
    if number * step <= MOST_WEIGHT:
        yield to_kg(round(number * step, 4), unit)
        yield to_kg(round((number + 1) * step, 4), unit)


def listed(weights: Weights) -> list[float]:
    """Return the weights that were listed one by one, in kilograms; empty where a step counts."""
    return [kg for kg in weights.list_kg if isfinite(kg) and kg > 0]


def _step(weights: Weights, unit: Unit) -> float:
    """Return the smallest step in the athlete's unit."""
    own = weights.step_kg
    if own is None or not isfinite(own) or own < 0.05:
        return DEFAULT_STEP[unit]
    return round(to_unit(own, unit), 2)
