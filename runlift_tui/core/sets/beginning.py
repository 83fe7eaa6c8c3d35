"""Where a load begins that nobody knows yet: the first day, and the first one after months.

Our own rule: light enough to be wrong about, then up until as many reps are left as are asked for.
"""

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.weights import Gear, closest, listed
from runlift_tui.core.words.units import Unit, number, to_kg, to_unit

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
_SAME = 0.05
_BARS = ("barbell", "trap bar")
_HELD = ("dumbbells", "kettlebells", "medicine ball", "plate")


def needs_weight(exercise: Exercise) -> bool:
    """Whether an exercise is none without its weight: a goblet, held against the chest.

    The name is the field's: what is called so cannot be begun with empty hands, as a squat with
    weights at the sides can.
    """
    called = (exercise.id, exercise.name, *exercise.aliases)
    return exercise.takes_load and any("goblet" in name.lower() for name in called)


def lightest(exercise: Exercise, gear: Gear) -> float | None:
    """Return the load of an exercise that is begun without weight but cannot be, in kilograms.

    It is what a beginner may begin with: the lightest that the gym has, if it is no heavier; the
    lowest of that where nobody said what there is.

    Returns:
        None for an exercise that can be, and where the gym has nothing so light: then the same
        movement without weight is the safe one.
    """
    if not needs_weight(exercise):
        return None
    low, high = BEGIN[gear.unit][Level.BEGINNER]
    there = listed(gear.weights)
    if not there:
        return to_kg(low, gear.unit) * exercise.implements
    each = min(there)
    return each * exercise.implements if to_unit(each, gear.unit) <= high + _SAME else None


class Beginning(Struct, frozen=True):
    """How to find a load."""

    at: str
    """What to begin with: "2 x 4-6 kg", "the empty bar"."""
    left: int
    """Add until about so many reps would be left."""

    @property
    def words(self) -> str:
        """The whole of it: "begin with 2 x 4-6 kg, add until about 3 are left"."""
        return f"begin {self.at}, add until about {self.left} are left"


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
    kit = exercise.equipment
    if not any(item in kit for item in _HELD):
        bar = any(item in kit for item in _BARS)
        return Beginning("with the empty bar" if bar else "with the lightest", left)
    each = _each(BEGIN[gear.unit][level], gear, share)
    if not each:
        return Beginning("without weight", left)
    count = f"{exercise.implements} x " if exercise.implements > 1 else ""
    return Beginning(f"with {count}{each} {gear.unit}", left)


def _each(wanted: tuple[float, float], gear: Gear, share: float) -> str:
    """Return the weights of the gym's to begin with; empty where all are far heavier."""
    low, high = (each * share for each in wanted)
    there = sorted(round(to_unit(kg, gear.unit), 2) for kg in listed(gear.weights))
    if not there:
        if share < 1:
            low, high = (_there(each, gear) for each in (low, high))
        return number(low) if low == high else f"{number(low)}-{number(high)}"
    near = [each for each in there if low <= each <= high]
    if len(near) > 1:
        return f"{number(near[0])}-{number(near[-1])}"
    light = [each for each in there if each <= high]
    if light:
        return number(light[-1])
    return number(there[0]) if there[0] <= 2 * low else ""


def _there(each: float, gear: Gear) -> float:
    """Return the weight closest to one, both in the unit of the gym's."""
    return round(to_unit(closest(gear, to_kg(each, gear.unit)), gear.unit), 2)
