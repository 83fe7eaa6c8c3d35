"""A routine as lines to choose from: its name, its blocks, their slots."""

from typing import NamedTuple

from runlift_tui.core.routines.edit import At, Exercises, block_at, places, slot_at
from runlift_tui.core.routines.fields import count_text
from runlift_tui.core.routines.routine import HalfOf, Hold, Routine, Slot, heading_of


class OutlineLine(NamedTuple):
    """One line of a routine."""

    text: str
    note: str = ""
    indent: str = ""


def outline(routine: Routine, exercises: Exercises) -> tuple[OutlineLine, ...]:
    """Return a routine as lines, one for each of its `places`."""
    return tuple(_line(routine, at, exercises) for at in places(routine))


def _line(routine: Routine, at: At, exercises: Exercises) -> OutlineLine:
    if at.block is None:
        return OutlineLine(routine.name)
    if at.slot is None:
        block = block_at(routine, at)
        return OutlineLine(heading_of(block), f"{block.low}-{block.high}")
    slot = slot_at(routine, at)
    exercise = exercises.get(slot.exercise)
    if exercise is None:
        return OutlineLine(f"{slot.label:<3} {slot.exercise}", "gone: choose another", "  ")
    return OutlineLine(f"{slot.label:<3} {exercise.name}", _aim(slot), "  ")


def _aim(slot: Slot) -> str:
    match slot.prescription:
        case HalfOf():
            return count_text(slot)
        case Hold():
            return f"{slot.target} s"
        case _:
            return f"{slot.target}"


def name_of(routine: Routine, at: At) -> str:
    """Return what a line is called: "B1", "Main", "Runner's lower body"."""
    if at.block is None:
        return routine.name
    return block_at(routine, at).name if at.slot is None else slot_at(routine, at).label
