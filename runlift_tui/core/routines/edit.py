"""Changes to a routine: each returns the routine after it, or is refused in words.

What comes out has no fault that did not stand in it before, so a routine is never left in a
state that cannot be walked to its end.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, counting
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.resolve import halved_labels, refitted
from runlift_tui.core.routines.routine import NAMELESS, Block, HalfOf, Routine, Slot, usual
from runlift_tui.core.words.faults import Fault, Refused
from runlift_tui.core.words.ids import free_id, id_from

T = TypeVar("T")
Exercises = Mapping[str, Exercise]


class At(NamedTuple):
    """A line of a routine: the routine itself, a block, or a slot of one."""

    block: int | None = None
    slot: int | None = None


class Edited(NamedTuple):
    """A routine after a change, and where the change is."""

    routine: Routine
    at: At


def places(routine: Routine) -> tuple[At, ...]:
    """Return every line of a routine, from the top."""
    found = [At()]
    for number, block in enumerate(routine.blocks):
        found.append(At(number))
        found += [At(number, place) for place in range(len(block.slots))]
    return tuple(found)


def block_beside(routine: Routine, at: At, by: int) -> At:
    """Return the first slot of the block so many further on; beyond the ends, where one is."""
    number = (-1 if at.block is None else at.block) + by
    return At(number, 0) if 0 <= number < len(routine.blocks) else at


def block_at(routine: Routine, at: At) -> Block:
    """Return the block of a line.

    Raises:
        Refused: the line is the routine itself.
    """
    if at.block is None:
        raise Refused("choose a block or a slot first")
    return routine.blocks[at.block]


def slot_at(routine: Routine, at: At) -> Slot:
    """Return the slot of a line.

    Raises:
        Refused: the line is no slot.
    """
    block = block_at(routine, at)
    if at.slot is None:
        raise Refused("choose a slot first")
    return block.slots[at.slot]


def accepted(before: Routine, after: Routine, exercises: Exercises) -> Routine:
    """Return the routine after a change.

    Raises:
        Refused: something cannot work any more that could before.
    """
    old = {fault.what for fault in faults(before, exercises)}
    for fault in faults(after, exercises):
        if fault.what not in old:
            raise Refused(told(fault, after))
    return after


def told(fault: Fault, routine: Routine) -> str:
    """Return a fault in a sentence that names its slot or block."""
    match fault.where:
        case ("blocks", int(block), "slots", int(slot), *_):
            return f"{routine.blocks[block].slots[slot].label}: {fault.what}"
        case ("blocks", int(block), *_):
            return f"{routine.blocks[block].name or 'the block'}: {fault.what}"
        case _:
            return fault.what


def with_block(routine: Routine, at: At, block: Block) -> Routine:
    """Return the routine with another block in a place; nothing is checked."""
    number = at.block or 0
    blocks = (*routine.blocks[:number], block, *routine.blocks[number + 1 :])
    return structs.replace(routine, blocks=blocks)


def with_slot(routine: Routine, at: At, slot: Slot) -> Routine:
    """Return the routine with another slot in a place; nothing is checked."""
    block, number = block_at(routine, at), at.slot or 0
    slots = (*block.slots[:number], slot, *block.slots[number + 1 :])
    return _refilled(routine, at, slots)


def _refilled(routine: Routine, at: At, slots: tuple[Slot, ...]) -> Routine:
    """Return the routine with other slots in a block."""
    return with_block(routine, at, structs.replace(block_at(routine, at), slots=slots))


def fresh_slot(label: str, exercise: Exercise) -> Slot:
    """Return a slot for an exercise, with the prescription that it has of its own."""
    own = usual(exercise)
    return Slot(
        label=label,
        exercise=exercise.id,
        prescription=own.prescription,
        target=own.target,
        rest_s=60,
    )


def fresh_routine(id_: str, name: str, exercise: Exercise) -> Routine:
    """Return a routine of one block with one slot, to be added to."""
    slot = fresh_slot("A1", exercise)
    block = Block(id="main", name="Main", slots=(slot,), rounds=3, round_rest_s=90)
    return Routine(id=id_, name=name, blocks=(block,))


def slot_added(routine: Routine, at: At, exercise: Exercise, exercises: Exercises) -> Edited:
    """Put a slot after a line: after that slot, or first in that block.

    Raises:
        Refused: there are too many.
    """
    at = at if at.block is not None else At(len(routine.blocks) - 1)
    block = block_at(routine, at)
    place = 0 if at.slot is None else at.slot + 1
    slot = fresh_slot(_free_label(routine, block), exercise)
    slots = (*block.slots[:place], slot, *block.slots[place:])
    after = _refilled(routine, at, slots)
    return Edited(accepted(routine, after, exercises), At(at.block, place))


def block_added(routine: Routine, at: At, exercise: Exercise, exercises: Exercises) -> Edited:
    """Put a block of one slot after the one of a line.

    Raises:
        Refused: there are too many.
    """
    number = len(routine.blocks) if at.block is None else at.block + 1
    taken = {block.id for block in routine.blocks}
    label = _free_letter(routine) + "1"
    name = f"Block {len(routine.blocks) + 1}"
    block = Block(
        id=free_id(id_from(name, NAMELESS), taken),
        name=name,
        slots=(fresh_slot(label, exercise),),
        rounds=3,
        round_rest_s=90,
    )
    blocks = (*routine.blocks[:number], block, *routine.blocks[number:])
    after = structs.replace(routine, blocks=blocks)
    return Edited(accepted(routine, after, exercises), At(number))


def removed(routine: Routine, at: At, exercises: Exercises) -> Edited:
    """Take a slot or a block out.

    Raises:
        Refused: it is the only one, or half of it is taken elsewhere.
    """
    if at.slot is None:
        return _block_removed(routine, at, exercises)
    block, slot = block_at(routine, at), slot_at(routine, at)
    if len(block.slots) == 1:
        raise Refused(f"{slot.label} is the only slot of {block.name}; take the block out instead")
    halves = [s.label for _, s in routine.slots() if s.prescription == HalfOf(slot.label)]
    if halves:
        raise Refused(f"{halves[0]} takes half of {slot.label}; take {halves[0]} out first")
    slots = (*block.slots[: at.slot], *block.slots[at.slot + 1 :])
    after = _refilled(routine, at, slots)
    return Edited(accepted(routine, after, exercises), At(at.block, min(at.slot, len(slots) - 1)))


def _block_removed(routine: Routine, at: At, exercises: Exercises) -> Edited:
    block = block_at(routine, at)
    if len(routine.blocks) == 1:
        raise Refused(f"{block.name} is the only block")
    number = at.block or 0
    blocks = (*routine.blocks[:number], *routine.blocks[number + 1 :])
    after = structs.replace(routine, blocks=blocks)
    return Edited(accepted(routine, after, exercises), At(min(number, len(blocks) - 1)))


def copied(routine: Routine, at: At, exercises: Exercises) -> Edited:
    """Put a copy of a slot or a block after it, under labels of its own.

    Raises:
        Refused: there are too many.
    """
    block = block_at(routine, at)
    number = at.block or 0
    if at.slot is not None:
        slot = structs.replace(slot_at(routine, at), label=_free_label(routine, block))
        slots = (*block.slots[: at.slot + 1], slot, *block.slots[at.slot + 1 :])
        after = _refilled(routine, at, slots)
        return Edited(accepted(routine, after, exercises), At(number, at.slot + 1))
    letter = _free_letter(routine)
    labels = {slot.label: f"{letter}{place}" for place, slot in enumerate(block.slots, 1)}
    copy = structs.replace(
        block.with_slots(lambda slot: _renamed(slot, labels)),
        id=free_id(f"{block.id}-copy", {each.id for each in routine.blocks}),
        name=f"{block.name} (copy)",
    )
    blocks = (*routine.blocks[: number + 1], copy, *routine.blocks[number + 1 :])
    after = structs.replace(routine, blocks=blocks)
    return Edited(accepted(routine, after, exercises), At(number + 1))


def moved(routine: Routine, at: At, by: int, exercises: Exercises) -> Edited:
    """Move a block, or a slot within its block and on into the next one.

    Args:
        routine: Before.
        at: What to move.
        by: -1 for up, 1 for down.
        exercises: All that there are.

    Raises:
        Refused: it is at the end already, or half of it is taken in between.
    """
    block = block_at(routine, at)
    number = at.block or 0
    if at.slot is None:
        blocks = _swapped(routine.blocks, number, by)
        after = structs.replace(routine, blocks=blocks)
        return Edited(accepted(routine, after, exercises), At(number + by))
    if 0 <= at.slot + by < len(block.slots):
        slots = _swapped(block.slots, at.slot, by)
        after = _refilled(routine, at, slots)
        return Edited(accepted(routine, after, exercises), At(number, at.slot + by))
    return _into_the_next(routine, at, by, exercises)


def _into_the_next(routine: Routine, at: At, by: int, exercises: Exercises) -> Edited:
    block, slot, number = block_at(routine, at), slot_at(routine, at), (at.block or 0) + by
    if not 0 <= number < len(routine.blocks):
        raise Refused("it is at the end already")
    if len(block.slots) == 1:
        raise Refused(f"{slot.label} is the only slot of {block.name}; move the block instead")
    left = tuple(each for each in block.slots if each != slot)
    there = routine.blocks[number]
    slots = (slot, *there.slots) if by > 0 else (*there.slots, slot)
    after = _refilled(routine, at, left)
    after = _refilled(after, At(number), slots)
    place = 0 if by > 0 else len(slots) - 1
    return Edited(accepted(routine, after, exercises), At(number, place))


def exercised(routine: Routine, at: At, exercise: Exercise, exercises: Exercises) -> Routine:
    """Return the routine with another exercise in a slot, and a prescription that it can have.

    Raises:
        Refused: it is not counted in reps, and a half belongs to the slot.
    """
    slot = slot_at(routine, at)
    halved = slot.label in halved_labels(routine)
    after = refitted(slot, exercise, halved=halved)
    if after is None:
        told = f"{exercise.name} is {counting(exercise)}"
        raise Refused(f"{told}, and the half belongs to exercises in reps")
    alternatives = tuple(id_ for id_ in after.alternatives if id_ != exercise.id)
    after = structs.replace(after, alternatives=alternatives)
    return accepted(routine, with_slot(routine, at, after), exercises)


def relabelled(routine: Routine, at: At, label: str, exercises: Exercises) -> Routine:
    """Return the routine with another label on a slot; the half of it goes along.

    Raises:
        Refused: it is no label, or used already.
    """
    old = slot_at(routine, at).label
    if any(slot.label == label for _, slot in routine.slots()) and label != old:
        raise Refused(f"{label} is used already")
    after = routine.with_slots(lambda slot: _renamed(slot, {old: label}))
    return accepted(routine, after, exercises)


def _renamed(slot: Slot, labels: dict[str, str]) -> Slot:
    slot = structs.replace(slot, label=labels.get(slot.label, slot.label))
    if isinstance(slot.prescription, HalfOf):
        heavy = slot.prescription.slot
        return structs.replace(slot, prescription=HalfOf(labels.get(heavy, heavy)))
    return slot


def _swapped(things: tuple[T, ...], number: int, by: int) -> tuple[T, ...]:
    other = number + by
    if not 0 <= other < len(things):
        raise Refused("it is at the end already")
    found = list(things)
    found[number], found[other] = found[other], found[number]
    return tuple(found)


def _free_label(routine: Routine, block: Block) -> str:
    letter = block.slots[0].label[:1] if block.slots else _free_letter(routine)
    taken = {slot.label for _, slot in routine.slots()}
    return next(label for number in range(1, 1000) if (label := f"{letter}{number}") not in taken)


def _free_letter(routine: Routine) -> str:
    taken = {slot.label[:1] for _, slot in routine.slots()}
    free = (letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in taken)
    letter = next(free, "")
    if not letter:
        raise Refused("every letter is used already")
    return letter
