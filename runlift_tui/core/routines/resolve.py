"""Every routine there is: those that ship, what the athlete made of them, and their own."""

from collections.abc import Mapping

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Block, HalfOf, Routine, Slot, measured, usual
from runlift_tui.core.routines.shelf import MyRoutine, MySlot, Shelf
from runlift_tui.core.routines.shipped import SHIPPED, shipped
from runlift_tui.core.words.faults import Refused


def routine_ids(shelf: Shelf, *, archived: bool = False) -> tuple[str, ...]:
    """Return the ids of every routine: those that ship first, then the athlete's own by name.

    Args:
        shelf: What the athlete made.
        archived: Whether archived ones are among them.
    """
    own = [mine for mine in shelf.routines.values() if mine.routine and mine.id not in SHIPPED]
    own.sort(key=lambda mine: (mine.routine.name.casefold() if mine.routine else "", mine.id))
    found = (*SHIPPED, *(mine.id for mine in own))
    return tuple(id_ for id_ in found if archived or not is_archived(shelf, id_))


def is_archived(shelf: Shelf, id_: str) -> bool:
    """Whether a routine is out of sight."""
    return id_ in shelf.routines and shelf.routines[id_].archived


def is_own(shelf: Shelf, id_: str) -> bool:
    """Whether the athlete made it; a shipped one is never their own."""
    return id_ not in SHIPPED and id_ in shelf.routines


def is_adapted(shelf: Shelf, id_: str) -> bool:
    """Whether the athlete changed a routine that ships."""
    mine = shelf.routines.get(id_)
    return id_ in SHIPPED and mine is not None and (mine.routine is not None or bool(mine.slots))


def is_shipped(id_: str, shelf: Shelf) -> bool:
    """Whether a routine is one that ships and no copy: week and level have a say in it."""
    mine = shelf.routines.get(id_)
    return id_ in SHIPPED and (mine is None or mine.routine is None)


def purpose(id_: str) -> str:
    """Return what a routine is for, in one plain sentence."""
    return SHIPPED[id_].purpose if id_ in SHIPPED else "Your own."


def resolve(id_: str, level: Level, stage: int, shelf: Shelf) -> Routine:
    """Return a routine as it stands for this athlete today.

    Their own copy stands over the one that ships, and what they chose for single slots over both.

    Args:
        id_: Of any routine, archived or not.
        level: Whose numbers, in one that ships.
        stage: How far along the beginner's path.
        shelf: What the athlete made.

    Raises:
        Refused: there is no such routine; its text offers the nearest one.
    """
    mine = shelf.routines.get(id_) or MyRoutine(id=id_)
    routine = mine.routine
    if routine is None and id_ in SHIPPED:
        routine = shipped(id_, level, stage)
    if routine is None:
        from runlift_tui.core.words.nearest import unknown

        raise Refused(unknown(id_, routine_ids(shelf)))
    return _followed(overlaid(routine, mine.slots, shelf), shelf)


def _followed(routine: Routine, shelf: Shelf) -> Routine:
    """Return a routine with the entries that others were merged into in the place of those."""
    same = shelf.same
    if not same:
        return routine

    def meant(slot: Slot) -> Slot:
        exercise = same.get(slot.exercise, slot.exercise)
        others = dict.fromkeys(same.get(each, each) for each in slot.alternatives)
        others.pop(exercise, None)
        found = structs.replace(slot, exercise=exercise, alternatives=tuple(others))
        return slot if not {slot.exercise, *slot.alternatives} & same.keys() else found

    return routine.with_slots(meant)


def overlaid(routine: Routine, slots: Mapping[str, MySlot], shelf: Shelf) -> Routine:
    """Return a routine with the athlete's choices for single slots, by label.

    A choice that cannot work any more, such as an exercise that is gone, is passed over.
    """
    if not slots:
        return routine
    halved = halved_labels(routine)

    def chosen(slot: Slot) -> Slot:
        mine = slots.get(slot.label)
        if mine is None:
            return slot
        if mine.alternatives:
            slot = structs.replace(slot, alternatives=mine.alternatives)
        exercise = shelf.get(mine.exercise)
        if exercise is None:
            return slot
        return refitted(slot, exercise, halved=slot.label in halved) or slot

    return routine.with_slots(chosen)


def halved_labels(routine: Routine) -> set[str]:
    """Return the labels of the slots that another one takes half of."""
    found = (slot.prescription for _, slot in routine.slots())
    return {each.slot for each in found if isinstance(each, HalfOf)}


def refitted(slot: Slot, exercise: Exercise, *, halved: bool = False) -> Slot | None:
    """Return a slot with another exercise in it, and a prescription that it can have.

    Args:
        slot: As it was.
        exercise: What stands there now.
        halved: Whether another slot takes half of it.

    Returns:
        None where only an exercise counted in reps can stand there, and it is another.
    """
    if not exercise.in_reps and (halved or isinstance(slot.prescription, HalfOf)):
        return None
    slot = structs.replace(slot, exercise=exercise.id)
    asked = slot.prescription
    if isinstance(asked, HalfOf) or measured(asked) is exercise.measure:
        return slot
    if not exercise.in_reps:
        slot = structs.replace(slot, rir=None, ramp=())
    own = usual(exercise)
    return structs.replace(slot, prescription=own.prescription, target=own.target)


def gone(routine: Routine, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """Return the slots whose exercise is gone: label, and the id that nobody knows any more."""
    return tuple(
        (slot.label, slot.exercise)
        for _, slot in routine.slots()
        if shelf.get(slot.exercise) is None
    )


def not_startable(routine: Routine, shelf: Shelf) -> str:
    """Return why a routine cannot be started and what to do; empty where it can be."""
    missing = gone(routine, shelf)
    if not missing:
        return ""
    label, id_ = missing[0]
    more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
    return (
        f"{routine.name} cannot start: the exercise in {label} ({id_}) is gone{more}."
        f" Edit the routine and put another one there, or take {label} out."
    )


def is_warm_up(block: Block) -> bool:
    """Whether a block is a warm-up: the clock alone leads from set to set."""
    return block.zero_is_go
