"""The prescription that an exercise has of its own, where it comes into a slot made for another.

By the kind of movement, and our own rule.
"""

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.routines.routine import Hold, Reps


class Usual(Struct, frozen=True):
    """What a set of an exercise usually asks for."""

    prescription: Reps | Hold
    target: int
    """Reps or seconds, inside it."""


def usual(exercise: Exercise) -> Usual:
    """Return the prescription of an exercise by itself."""
    tags = set(exercise.tags)
    if exercise.measure is Measure.HOLD:
        if "adductor" in tags:
            return Usual(Hold(10, 20), 10)
        if exercise.takes_load or "mobility" in tags:
            return Usual(Hold(20, 40), 30)
        return Usual(Hold(10, 30), 20)
    if exercise.is_jump:
        return Usual(Reps(3, 6), 4)
    if "heavy" in tags:
        return Usual(Reps(5, 10), 8)
    if tags & {"calf", "foot"}:
        return Usual(Reps(8, 15), 12)
    return Usual(Reps(6, 12), 8)
