"""What makes up a load: the plates on each end of a bar, or the pairs that a gym has instead.

It is worked out in whole thousandths of the athlete's own unit, so that 2 x 1.25 is exactly 2.5;
and never is more put on than was asked for without saying so.
"""

from functools import lru_cache
from math import gcd

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.sets.loadable import (
    EMPTY_BAR,
    PARTS,
    USUAL,
    bar_of,
    carried_by_bar,
    loadable,
)
from runlift_tui.core.sets.weights import MOST_PLATES, Barbell, Gear
from runlift_tui.core.words.decimals import divided
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import LEAST_WEIGHT, MOST_WEIGHT
from runlift_tui.core.words.units import Unit, number, to_kg, to_unit

_MOST_STEPS = 5000
"""So many weights are looked through for the closest; above, the largest plates go first."""
_UNSAID, _ASSUMED = "not said", "usual plates assumed"
_AS = {Unit.KG: "20: 20 15 10 5 2.5", Unit.LB: "45: 45 35 25 10 5 2.5"}


class Loaded(Struct, frozen=True):
    """A bar as it can be loaded, in whole thousandths of a unit."""

    bar: int
    side: tuple[int, ...]
    """The plates on each end, the largest first."""
    short: int
    """How much less it is than was asked for; below zero where the bar alone is more."""


def loaded(total: int, bar: int, plates: tuple[int, ...]) -> Loaded:
    """Return the heaviest way to load a bar that is no heavier than asked for, in fewest plates.

    Args:
        total: What is asked for, thousandths of a unit.
        bar: The bar alone.
        plates: The sizes that there are.
    """
    if total <= bar:
        return Loaded(bar, (), total - bar)
    side = _heaviest((total - bar) // 2, tuple(sorted(set(plates), reverse=True)))
    return Loaded(bar, side, total - bar - 2 * sum(side))


@lru_cache(maxsize=64)
def _heaviest(most: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """Return the plates that come closest to a weight from below, the fewest of them."""
    step = gcd(*sizes) if sizes else 0
    if not step:
        return ()
    room = most // step
    if room > _MOST_STEPS:
        found = []
        for size in sizes:
            found += [size] * (most // size)
            most %= size
        return tuple(found)
    # How many plates make each weight at the least, and which of them is put on last.
    fewest: list[int | None] = [0] + [None] * room
    last = [0] * (room + 1)
    for weight in range(1, room + 1):
        for size in sizes:
            before = weight - size // step
            count = fewest[before] if before >= 0 else None
            best = fewest[weight]
            if count is not None and (best is None or count + 1 < best):
                fewest[weight], last[weight] = count + 1, size
    weight = max(place for place, count in enumerate(fewest) if count is not None)
    found = []
    while weight:
        found.append(last[weight])
        weight -= last[weight] // step
    return tuple(sorted(found, reverse=True))


def made_of(kg: float | None, exercise: Exercise, gear: Gear) -> str:
    """Return what makes up a load: "20 bar + 2 x (15 + 2.5)", "no 23 kg here: 22 is below it".

    Args:
        kg: The total load; None for none that is known.
        exercise: What is done with it.
        gear: What there is to lift.

    Returns:
        Nothing where the load says it all.
    """
    if not kg or not exercise.takes_load:
        return ""
    if carried_by_bar(kg, exercise, gear):
        return _on_bar(kg, gear)
    return _by_hand(kg, exercise, gear)


def on_the_ends(kg: float | None, exercise: Exercise, gear: Gear) -> str:
    """Return the plates of a load as letters have them: "2x15", "2x(15+2.5)".

    Returns:
        Nothing where no bar carries it, or its plates make another weight.
    """
    if not kg or not exercise.takes_load or not carried_by_bar(kg, exercise, gear):
        return ""
    found = _loaded(kg, gear)
    side = "+".join(map(_shown, found.side))
    if not side or found.short:
        return ""
    return f"2x({side})" if len(found.side) > 1 else f"2x{side}"


def _loaded(kg: float, gear: Gear) -> Loaded:
    own, there = bar_of(gear.bar, gear.unit)
    return loaded(_parts(to_unit(kg, gear.unit)), _parts(own), tuple(map(_parts, there)))


def _on_bar(kg: float, gear: Gear) -> str:
    unit, found = gear.unit, _loaded(kg, gear)
    bar = _shown(found.bar)
    if found.short < 0:
        text = f"lighter than a bar of {bar} {unit}"
    elif not found.side:
        text = f"the {EMPTY_BAR}"
    else:
        text = f"{bar} bar + 2 x ({' + '.join(map(_shown, found.side))})"
        if len(found.side) == 1:
            text = f"{bar} bar + 2 x {_shown(found.side[0])}"
    if found.short > 0:
        text += f", {_shown(found.short)} {unit} short"
    return text if gear.bar.bar_kg is not None else f"{text}, if the bar has {bar} {unit}"


def _by_hand(kg: float, exercise: Exercise, gear: Gear) -> str:
    """Return what there is instead of a weight that the gym has not; empty where it may have it."""
    each, unit = kg / exercise.implements, gear.unit
    loads = loadable(exercise, gear)
    if loads.has(each):
        return ""
    below, above = loads.below(each), loads.above(each)
    lacking = f"{number(to_unit(each, unit))} {unit} is not on your list"
    if below is not None:
        return f"{lacking}: {number(to_unit(below, unit))} is next below"
    if above is not None:
        return f"{lacking}: {number(to_unit(above, unit))} is more than asked"
    return ""


def _parts(value: float) -> int:
    return round(value * PARTS)


def _shown(parts: int) -> str:
    return number(parts / PARTS)


def bar_text(bar: Barbell, unit: Unit) -> str:
    """Return a bar and its plates: "20: 20, 15, 10, 5 kg"; what is assumed says so."""
    if bar.bar_kg is None:
        return f"{_UNSAID}; {number(USUAL[unit][0])} {unit} assumed"
    own = number(to_unit(bar.bar_kg, unit))
    plates = ", ".join(number(to_unit(each, unit)) for each in bar.plates_kg)
    return f"{own}: {plates} {unit}" if plates else f"{own} {unit}; {_ASSUMED}"


def bar_told(bar: Barbell, unit: Unit) -> str:
    """Return how a bar was read, in words: "20 kg, with pairs of 10, 5 and 2.5 kg"."""
    own, plates = bar_of(bar, unit)
    if not bar.plates_kg:
        step = number(2 * min(plates))
        assumed = "assumed, " if bar.bar_kg is None else ""
        return f"{number(own)} {unit} {assumed}in steps of {step} {unit}"
    *most, last = map(number, sorted(plates, reverse=True))
    sizes = f"{', '.join(most)} and {last}" if most else last
    return f"{number(own)} {unit}, with pairs of {sizes} {unit}"


def bar_typed(text: str, unit: Unit) -> Barbell:
    """Return the bar and the plates that were typed; nothing typed is nothing said.

    Raises:
        Refused: it is none.
    """
    said = text.lower().replace(unit.value, " ").replace("bar", " ").replace(_ASSUMED, " ")
    said = said.strip(" ,;")
    if not said or said.startswith(_UNSAID):
        return Barbell()
    head, _, tail = said.partition(":") if ":" in said else said.partition(" ")
    first, plates = divided(head), divided(tail)
    if len(first) != 1 or len(plates) > MOST_PLATES:
        how = bar_how(unit)
        raise Refused(how if len(first) != 1 else f"{len(plates)} plates are many: {how}")
    sizes = sorted({_weight(each, unit) for each in plates}, reverse=True)
    return Barbell(bar_kg=_weight(first[0], unit), plates_kg=tuple(sizes))


def bar_how(unit: Unit) -> str:
    """Return what a bar is typed as, with an example in the unit."""
    return f"write the bar, then its plates, as {_AS[unit]}"


def _weight(word: str, unit: Unit) -> float:
    try:
        value = float(word)
    except ValueError:
        value = 0.0
    if not LEAST_WEIGHT <= value <= MOST_WEIGHT:
        raise Refused(
            f"{word[:20]} is no weight from {LEAST_WEIGHT} to {MOST_WEIGHT} {unit}: {bar_how(unit)}"
        )
    return to_kg(value, unit)
