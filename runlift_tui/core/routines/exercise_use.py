"""Where exercises stand in routines, and what a change of one of them would break there."""

from collections.abc import Iterator

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit, kept
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.resolve import resolve, routine_ids
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.words.faults import Fault


def broken_by(edit: Edit, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Return what an edit of an exercise would break: name of the routine, and why in words.

    What is broken already is no reason against an edit.
    """
    found: dict[tuple[str, str], None] = {}
    before, after = _standing(shelf), _standing(shelf.after(edit))
    for (_, was), (routine, now) in zip(before, after, strict=True):
        for fault in now:
            if fault not in was:
                found[routine.name, _told(routine, fault)] = None
    return tuple(found)


def _standing(shelf: Shelf) -> Iterator[tuple[Routine, tuple[Fault, ...]]]:
    """Yield every routine at every level, with what cannot work in it."""
    exercises = shelf.exercises(archived=True)
    for id_ in routine_ids(shelf, archived=True):
        for level in Level:
            routine = resolve(id_, level, ALL_SLOTS, shelf)
            yield routine, faults(routine, exercises)


def _told(routine: Routine, fault: Fault) -> str:
    match fault.where:
        case ("blocks", int(block), "slots", int(slot), *_):
            return f"{routine.blocks[block].slots[slot].label}: {fault.what}"
        case _:
            return fault.what


def use_faults(exercise: Exercise, shelf: Shelf) -> Iterator[Fault]:
    """Yield what a change would break in a routine."""
    before = shelf.get(exercise.id)
    if before is None or before.measure is exercise.measure:
        return
    broken = broken_by(kept(shelf, exercise), shelf)
    if broken:
        name, why = broken[0]
        others = len({each for each, _ in broken}) - 1
        more = f" and {others} more of the routines" if others else ""
        yield Fault(("measure",), f"{name}{more} would not work any more ({why})")
