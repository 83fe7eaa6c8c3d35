"""Where a load begins that nobody knows yet: the first day, and the first one after months.

What is said is a weight that the gym has. Our own rule: light enough to be wrong about, then up
until one could do as many more as are asked for.
"""

from math import inf

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.reserve import could_do
from runlift_tui.core.sets.loadable import EMPTY_BAR, Loadable, empty_bar, is_on_bar, loadable
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.units import Unit, load, number, span, to_kg, to_unit

BEGIN: dict[Unit, dict[Level, tuple[float, float]]] = {
    Unit.KG: {
        Level.BEGINNER: (4, 6),
        Level.INTERMEDIATE: (6, 8),
        Level.ADVANCED: (8, 10),
    },
    Unit.LB: {
        Level.BEGINNER: (10, 15),
        Level.INTERMEDIATE: (15, 20),
        Level.ADVANCED: (20, 25),
    },
}
"""What one dumbbell or kettlebell may weigh to begin with, in the unit."""
FIRST_TIMES = {Level.BEGINNER: 2, Level.INTERMEDIATE: 3, Level.ADVANCED: 5}
"""From so many times what is suggested to begin with on a first load is asked about: it is light on
purpose, and who has lifted for long knows theirs. Our own rule."""
_SAME = 0.05
_BARS = ("barbell", "trap bar")
_HELD = ("dumbbells", "kettlebells", "medicine ball", "plate")
_LOADED = (*_BARS, "machine", "sled")
"""What plates are put on: they say nothing of how heavy it is."""


def needs_weight(exercise: Exercise) -> bool:
    """Whether an exercise is none without its weight: a goblet, held against the chest.

    The name is the field's: what is called so cannot be begun with empty hands, as a squat with
    weights at the sides can.
    """
    called = (exercise.id, exercise.name, *exercise.aliases)
    return exercise.takes_load and any("goblet" in name.lower() for name in called)


def lightest(exercise: Exercise, gear: Gear) -> float | None:
    """Return the load of an exercise that is begun without weight but cannot be, in kilograms.

    With a bar that is the empty bar. Else it is what a beginner may begin with: the lightest that
    the gym has, if it is no heavier; the lowest of that, rounded down to the step, where the
    weights were not listed.

    Returns:
        None for an exercise that can be, and where the gym has nothing so light: then the same
        movement without weight is the safe one.
    """
    if is_on_bar(exercise):
        return loadable(exercise, gear).bar_kg
    if not needs_weight(exercise):
        return None
    low, high = BEGIN[gear.unit][Level.BEGINNER]
    loads = loadable(exercise, gear)
    each = None if loads.is_said else _down(low, loads)
    each = _least(loads) if each is None else each
    return to_kg(each, gear.unit) * exercise.implements if each <= high + _SAME else None


def most_to_begin(level: Level, unit: Unit) -> float:
    """Return what one dumbbell or kettlebell weighs at most to begin with, in kilograms."""
    return to_kg(BEGIN[unit][level][1], unit)


def far_to_begin(exercise: Exercise, level: Level, gear: Gear) -> float:
    """Return from which load of one implement on a first one is asked about, in kilograms.

    0 where nobody says what one begins with: on a machine.
    """
    if is_held(exercise):
        return FIRST_TIMES[level] * most_to_begin(level, gear.unit)
    on_bar = any(item in exercise.equipment for item in _BARS)
    return FIRST_TIMES[level] * empty_bar(gear) if on_bar else 0


def is_held(exercise: Exercise) -> bool:
    """Whether the load of an exercise is held: no bar, no machine, no sled; a pair always is."""
    kit = exercise.equipment
    is_loaded = exercise.implements == 1 and any(item in kit for item in _LOADED)
    return any(item in kit for item in _HELD) and not is_loaded


class Beginning(Struct, frozen=True):
    """How to find a load."""

    at: str
    """What to begin with: "with 2 x 4-6 kg", "with the empty bar, 20 kg"."""
    left: int
    """Add until one could do so many more."""
    kg: float = 0
    """The least of that, in kilograms in all: a load that this gym has, or none."""

    @property
    def words(self) -> str:
        """The whole of it: "begin with 2 x 4-6 kg, add until you could do 3 more"."""
        return f"begin {self.at}, add until you {could_do(self.left)}"


def beginning(
    exercise: Exercise, level: Level, left: int, gear: Gear, share: float = 1
) -> Beginning:
    """Return how to find the load of an exercise.

    Args:
        exercise: One that takes a load.
        level: The athlete's.
        left: Reps in reserve that are asked for.
        gear: What there is to lift.
        share: Of that load, 0 to 1: what a lighter set on the way up to it has.
    """
    kit, loads = exercise.equipment, loadable(exercise, gear)
    if not is_held(exercise):
        if not any(item in kit for item in _BARS):
            return Beginning("with the lightest", left, loads.lightest or 0)
        bar = empty_bar(gear)
        return Beginning(f"with the {EMPTY_BAR}, {load(bar, 1, gear.unit)}", left, bar)
    ends = _ends(BEGIN[gear.unit][level], loads, share)
    if ends is None:
        return Beginning("without weight", left)
    low, high = ends
    count = f"{exercise.implements} x " if exercise.implements > 1 else ""
    each = span(number(low), number(high))
    least = round(loads.closest(to_kg(low, gear.unit)) * exercise.implements, 4)
    return Beginning(f"with {count}{each} {gear.unit}", left, least)


def _ends(wanted: tuple[float, float], loads: Loadable, share: float) -> tuple[float, float] | None:
    """Return the weights of the gym's to begin with, down from what is usual at both ends.

    A share of that is the nearest one there is, as of any other load, as long as it is lighter.

    Returns:
        None where all are far heavier.
    """
    low, high = (_share(each, share, loads) for each in wanted)
    if high is None:
        least = _least(loads)
        return (least, least) if least <= 2 * wanted[0] * share else None
    return (high if low is None else low), high


def _share(each: float, share: float, loads: Loadable) -> float | None:
    """Return the gym's weight for a share of one, both in the unit; None for none so light."""
    if share < 1:
        near = round(to_unit(loads.closest(to_kg(each * share, loads.unit)), loads.unit), 2)
        if near < each:
            return near
    return _down(each * share, loads)


def _down(each: float, loads: Loadable) -> float | None:
    """Return the gym's heaviest weight no heavier than one, both in the unit; None for none."""
    most = to_kg(each, loads.unit)
    found = loads.below(most + _SAME, most)
    return None if found is None else round(to_unit(found, loads.unit), 2)


def _least(loads: Loadable) -> float:
    """Return the gym's lightest weight, in the unit."""
    return inf if loads.lightest is None else round(to_unit(loads.lightest, loads.unit), 2)
