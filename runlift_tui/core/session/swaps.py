"""Swaps that hold from now on: from a session that is saved to the athlete's shelf."""

from collections.abc import Mapping

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.likeness import offered
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.routines.routine import HalfOf, Slot
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.session.commands import Swap
from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.sets.last import brought_along
from runlift_tui.core.sets.next_time import Coming, next_time


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


def swaps(session: Session, step: Step, library: Mapping[str, Exercise]) -> list[Exercise]:
    """Return what can be swapped into a step's slot, in the order in which it is offered."""
    paired = step.fast or any(
        slot.prescription == HalfOf(step.key.slot) for _, slot in session.routine.slots()
    )
    return offered(
        step.exercise,
        library.values(),
        alternatives=step.slot.alternatives,
        reps_only=paired,
    )


def swapped_in(
    slot: Slot, exercise: Exercise, facts: Facts, coming: Coming, *, keep: bool = False
) -> Swap:
    """Return the swap that brings an exercise into a slot with all that the past says of it.

    Args:
        slot: As it stands before.
        exercise: The one that comes in.
        facts: What the history says.
        coming: By what else its load is worked out.
        keep: Whether it stands there from now on.
    """
    last = brought_along(facts.last_times, exercise.id, slot.label)
    return Swap(
        slot.label,
        exercise,
        last=tuple(structs.replace(time, before=()) for time in last),
        keep=keep,
        next_time=next_time(slot, exercise, facts.last_times, coming),
        best=facts.best.get(exercise.id, ()),
    )
