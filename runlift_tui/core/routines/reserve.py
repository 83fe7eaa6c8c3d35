"""How many more reps one could have done: what a slot asks for, and how that is said."""

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.routine import Metres, Reps, Slot
from runlift_tui.core.words.units import span

RESERVE = (3, 4)
"""Reps in reserve where a slot asks for none: moderate, our own rule."""


def reserve_asked(slot: Slot) -> tuple[int, int]:
    """Return the reps in reserve that a slot with a load aims at, by our own rule if by none."""
    return slot.rir or RESERVE


def guided(slot: Slot, exercise: Exercise) -> tuple[int, int] | None:
    """Return the reps in reserve that stand beside a set; None where none are asked for."""
    if isinstance(slot.prescription, Metres):
        return None
    if slot.rir is not None:
        return slot.rir
    is_work = isinstance(slot.prescription, Reps) and not slot.unloaded
    return RESERVE if is_work and exercise.takes_load and not exercise.is_jump else None


def so_many_more(rir: tuple[int, int] | int | str) -> str:
    """Return reps in reserve in words: "2-3 more", "5+ more"."""
    if isinstance(rir, tuple):
        rir = span(*rir)
    return f"{rir} more"


def could_do(rir: tuple[int, int] | int | str | None) -> str:
    """Return reps in reserve as they are said everywhere: "could do 2-3 more"."""
    return "" if rir is None else f"could do {so_many_more(rir)}"
