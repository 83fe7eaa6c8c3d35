"""Which loads a gym can make for an exercise: all that steps, rounds or suggests a load asks here.

A bar weighs what it weighs and takes plates in pairs; what is held in the hands is on the athlete's
list, or comes one after the other by a step; the stack of a machine nobody lists. Where a bar or
its plates were not set, those of `USUAL` are assumed: our own rule, as no study says what a gym
has. A list says what can be fetched, and never lowers what was lifted, unless that was one of the
other unit's weights: then the athlete's gym is another one now.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from math import floor, gcd, inf, isfinite

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.needs import Need
from runlift_tui.core.sets.weights import DEFAULT_STEP, Barbell, Gear, Weights
from runlift_tui.core.words.possible import MOST_WEIGHT
from runlift_tui.core.words.units import Unit, load, to_kg, to_unit

USUAL = {
    Unit.KG: (20.0, (20.0, 15.0, 10.0, 5.0, 2.5, 1.25)),
    Unit.LB: (45.0, (45.0, 35.0, 25.0, 10.0, 5.0, 2.5)),
}
"""A bar and the plates of most gyms, in the unit; our own assumption. Its steps: 2.5 kg, 5 lb."""
STACK_STEP = {Unit.KG: 2.5, Unit.LB: 5.0}
"""From one load of a machine, a leg press or a sled to the next; our own assumption."""
PARTS = 1000
"""Plates are added up in whole thousandths of the unit, so that 2 x 1.25 is exactly 2.5."""
QUARTER = 0.25
"""Weights are whole numbers of it in their own unit; our own assumption."""
EMPTY_BAR = "empty bar"
_BARS = {"barbell", "trap bar"}
_BY_HAND = {"dumbbells", "kettlebells"}
_STACKS = {"machine", "leg press", "sled", "cable"}
_NO_PLATES = "cannot be made with your bar and plates"
_NEITHER = "is not on your list, nor made with your bar and plates"
_SAME = 1e-3
_NEAR_QUARTER = 2e-3
"""Of a quarter: what is kept of a load in kilograms leaves so much open."""
_NEAR_STEP = 2e-4
"""Of the unit: the same of a step."""


class Loadable(Struct, frozen=True, kw_only=True):
    """The loads that a gym can make for an exercise, each of one implement."""

    each_kg: tuple[float, ...] = ()
    """The lightest first, kilograms."""
    unit: Unit = Unit.KG
    """The athlete's."""
    bar_kg: float | None = None
    """The empty bar, which is the lightest; None where something else carries the load."""
    is_said: bool = False
    """Whether the athlete said that there are these and no others."""
    lacking: str = "is not on your list"
    """What is said of a load that is none of them, behind it."""

    @property
    def lightest(self) -> float | None:
        """The lightest of them; None where there are none."""
        return self.each_kg[0] if self.each_kg else None

    def has(self, each_kg: float) -> bool:
        """Whether a load is one of them, or can be one that nobody listed."""
        return not self.is_said or self.makes(each_kg)

    def makes(self, each_kg: float) -> bool:
        """Whether a load is one of them."""
        at = bisect_left(self.each_kg, each_kg - _SAME)
        return at < len(self.each_kg) and self.each_kg[at] <= each_kg + _SAME

    def above(self, each_kg: float, least_kg: float = 0) -> float | None:
        """Return the lightest above one, and no lighter than another; None where there is none."""
        at = bisect_left(self.each_kg, max(each_kg + _SAME, least_kg - _SAME))
        return self.each_kg[at] if at < len(self.each_kg) else None

    def below(self, each_kg: float, most_kg: float = inf) -> float | None:
        """Return the heaviest below one, and no heavier than another; None where there is none."""
        at = bisect_right(self.each_kg, min(each_kg - _SAME, most_kg + _SAME))
        return self.each_kg[at - 1] if at else None

    def closest(self, each_kg: float) -> float:
        """Return the one closest to a load, the lighter of two; the load where there is none."""
        found = self.below(each_kg + 2 * _SAME), self.above(each_kg - 2 * _SAME)
        there = [kg for kg in found if kg is not None]
        return min(there, key=lambda kg: (round(abs(kg - each_kg), 3), kg), default=each_kg)

    def at_hand(self, each_kg: float) -> float:
        """Return what is fetched here for a load: of the other unit's weights the next lighter one.

        Any other load stands as it was lifted; so does one that there is nothing lighter than.
        """
        if self.makes(each_kg) or not _is_of_other_unit(each_kg, self.unit):
            return each_kg
        return self.below(each_kg) or each_kg

    def is_empty_bar(self, kg: float | None) -> bool:
        """Whether a load is the bar and nothing on it."""
        return kg is not None and self.bar_kg is not None and abs(kg - self.bar_kg) < _SAME

    def words(self, kg: float, implements: int) -> str:
        """Return a load in words: "2 x 12 kg", "empty bar, 20 kg"."""
        shown = load(kg, implements, self.unit)
        return f"{EMPTY_BAR}, {shown}" if self.is_empty_bar(kg) else shown

    def lacks(self, kg: float, implements: int) -> str:
        """Return that a load is none of them, in words; empty where it is, or may be."""
        if self.has(kg / implements):
            return ""
        return f"{load(kg, implements, self.unit)} {self.lacking}"


def _is_of_other_unit(each_kg: float, unit: Unit) -> bool:
    """Whether a load is no weight that a gym of this unit has, and is one of the other unit's."""

    def is_quarter(of: Unit) -> bool:
        quarters = to_unit(each_kg, of) / QUARTER
        return abs(quarters - round(quarters)) < _NEAR_QUARTER

    return not is_quarter(unit) and all(is_quarter(each) for each in Unit if each is not unit)


def is_on_bar(exercise: Exercise) -> bool:
    """Whether an exercise is done with a bar and nothing else that could carry its load."""
    kit = set(exercise.equipment)
    return exercise.takes_load and bool(_BARS & kit) and not _BY_HAND & kit


def _may_be_on_bar(exercise: Exercise) -> bool:
    """Whether a bar can carry the load of an exercise; a pair is held in the hands."""
    return (
        exercise.takes_load and bool(_BARS & set(exercise.equipment)) and exercise.implements == 1
    )


def carried_by_bar(kg: float, exercise: Exercise, gear: Gear) -> bool:
    """Whether a load is put on a bar: by what an exercise needs, else by what it weighs."""
    if is_on_bar(exercise):
        return True
    hands = _in_hands(gear)
    is_bar_heavier = kg < empty_bar(gear) + _SAME
    in_hands = is_bar_heavier or (hands.is_said and hands.makes(kg))
    return _may_be_on_bar(exercise) and not in_hands


def loadable(exercise: Exercise | None, gear: Gear) -> Loadable:
    """Return the loads that there are for an exercise.

    A bar alone goes before all else. Where weights in the hands would do too, as at a hip thrust,
    the bar counts from its own weight on, and what is listed besides. A pair of a listed weight
    takes two of it, which a list does not count.

    Args:
        exercise: What is lifted; None for something in the hands.
        gear: What the athlete said of their gym.
    """
    kit = set() if exercise is None else set(exercise.equipment)
    if exercise is not None and is_on_bar(exercise):
        return _on_bar(gear)
    if _STACKS & kit:
        return _on_stack(gear)
    if exercise is not None and _may_be_on_bar(exercise):
        return _on_either(gear)
    return _in_hands(gear, with_plates="plate" in kit)


def bar_of(said: Barbell, unit: Unit) -> tuple[float, tuple[float, ...]]:
    """Return a bar and its plates in the unit, with what is assumed where nobody said."""
    bar, plates = USUAL[unit]
    if said.bar_kg is not None:
        bar = to_unit(said.bar_kg, unit)
    own = tuple(to_unit(each, unit) for each in said.plates_kg)
    return bar, own or plates


def is_bar_said(bar: Barbell) -> bool:
    """Whether both the bar and its plates were set, so that there are no other loads of it."""
    return bar.bar_kg is not None and bool(bar.plates_kg)


def empty_bar(gear: Gear) -> float:
    """Return what the bar weighs alone, said or assumed, in kilograms."""
    return _on_bar(gear).each_kg[0]


def said_there(gear: Gear) -> frozenset[Need]:
    """Return the kit that an athlete said they have: a weight is two of it, for a pair."""
    weights = gear.weights
    said = {
        "dumbbells": weights.are_there or bool(listed(weights)) or weights.step_kg is not None,
        "barbell": gear.bar.bar_kg is not None,
        "plate": bool(gear.bar.plates_kg),
    }
    return frozenset(Need((item,)) for item, is_there in said.items() if is_there)


@lru_cache(maxsize=8)
def _on_bar(gear: Gear) -> Loadable:
    bar, plates = bar_of(gear.bar, gear.unit)
    empty = round(bar * PARTS)
    sides = _sums(tuple(sorted({round(each * PARTS) for each in plates})), empty)
    found = tuple(to_kg((empty + 2 * side) / PARTS, gear.unit) for side in sides)
    said = is_bar_said(gear.bar)
    return Loadable(
        each_kg=found, unit=gear.unit, bar_kg=found[0], is_said=said, lacking=_NO_PLATES
    )


def _sums(sizes: tuple[int, ...], bar: int) -> list[int]:
    """Return what plates on one end can weigh in all, each taken as often as wanted.

    Args:
        sizes: Of the plates, thousandths of the unit.
        bar: Its weight, which leaves the plates the rest of `MOST_WEIGHT`; the same.
    """
    grain = gcd(*sizes) or 1
    room = max(0, (MOST_WEIGHT * PARTS - bar) // 2 // grain)
    # One bit a weight: those that can be made are the ones that are set.
    reached, every = 1, (1 << room + 1) - 1
    for size in sizes:
        shift = size // grain
        while 0 < shift <= room:
            reached |= reached << shift & every
            shift *= 2
    return [place * grain for place, bit in enumerate(reversed(f"{reached:b}")) if bit == "1"]


@lru_cache(maxsize=8)
def _on_stack(gear: Gear) -> Loadable:
    own = gear.weights.step_kg
    step = STACK_STEP[gear.unit] if own is None else _step(gear.weights, gear.unit)
    return Loadable(each_kg=_every(step, gear.unit), unit=gear.unit)


@lru_cache(maxsize=8)
def _on_either(gear: Gear) -> Loadable:
    bar, hands = _on_bar(gear), _in_hands(gear)
    least = bar.each_kg[0]
    by_hand = (kg for kg in hands.each_kg if hands.is_said or kg < least - _SAME)
    found = _ordered((*bar.each_kg, *by_hand))
    return Loadable(
        each_kg=found, unit=gear.unit, is_said=bar.is_said and hands.is_said, lacking=_NEITHER
    )


@lru_cache(maxsize=8)
def _in_hands(gear: Gear, *, with_plates: bool = False) -> Loadable:
    there = listed(gear.weights)
    if not there:
        step = _step(gear.weights, gear.unit)
        return Loadable(each_kg=_every(step, gear.unit), unit=gear.unit)
    plates = gear.bar.plates_kg if with_plates else ()
    return Loadable(each_kg=_ordered((*there, *plates)), unit=gear.unit, is_said=True)


def listed(weights: Weights) -> list[float]:
    """Return the weights that were listed one by one, in kilograms; empty where a step counts."""
    return [kg for kg in weights.list_kg if isfinite(kg) and kg > 0]


def _every(step: float, unit: Unit) -> tuple[float, ...]:
    """Return what comes one after the other by a step in the unit, in kilograms."""
    count = floor(MOST_WEIGHT / step + _SAME)
    return tuple(to_kg(round(step * place, 4), unit) for place in range(1, count + 1))


def _step(weights: Weights, unit: Unit) -> float:
    """Return the smallest step in the athlete's unit."""
    own = weights.step_kg
    if own is None or not isfinite(own) or own < 0.05:
        return DEFAULT_STEP[unit]
    step = to_unit(own, unit)
    return round(step, 2) if abs(round(step, 2) - step) < _NEAR_STEP else step


def _ordered(found: tuple[float, ...]) -> tuple[float, ...]:
    """Return weights from the lightest on, each once."""
    kept: list[float] = []
    for kg in sorted(found):
        if not kept or kg > kept[-1] + _SAME:
            kept.append(kg)
    return tuple(kept)
