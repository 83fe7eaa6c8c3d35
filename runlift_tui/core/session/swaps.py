"""Swaps that hold from now on: from a session that is saved to the athlete's shelf."""

from msgspec import structs

from runlift_tui.core.exercises.shelf import Edit, MyRoutine, MySlot, Shelf
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.session.state import Session


def kept_swaps(session: Session) -> dict[str, str]:
    """Return the exercises that were put in for good, by slot; undone swaps are none."""
    swaps = [entry.command for entry in session.log if isinstance(entry.command, Swap)]
    return {swap.slot: swap.exercise.id for swap in swaps if swap.keep}


def keep_swap(shelf: Shelf, routine: str, slot: str, exercise: str) -> Edit:
    """Put an exercise into a slot of a routine from now on.

    Args:
        shelf: The athlete's.
        routine: Id of any routine.
        slot: Label of the slot.
        exercise: Id of the exercise.
    """
    before = shelf.routines.get(routine)
    mine = before or MyRoutine(id=routine)
    chosen = structs.replace(mine.slots.get(slot) or MySlot(), exercise=exercise)
    after = structs.replace(mine, slots={**mine.slots, slot: chosen})
    told = f"{exercise} stands in {slot} from now on"
    return Edit(table="routines", id=routine, before=before, after=after, told=told)
