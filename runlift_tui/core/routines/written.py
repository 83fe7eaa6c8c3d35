"""A routine as it is written: a line for each of its places, its values in columns."""

from collections.abc import Callable

from runlift_tui.core.exercises.call import short_name
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.lists.tables import CellsOf, Column, fitted, laid_out, width_of
from runlift_tui.core.routines.edit import At, Exercises, block_at, places, slot_at
from runlift_tui.core.routines.fields import count_text
from runlift_tui.core.routines.reserve import guided
from runlift_tui.core.routines.routine import (
    Block,
    HalfOf,
    RampSet,
    Routine,
    Slot,
    heading_of,
    unit_mark,
)
from runlift_tui.core.words.units import clock, span

WRITTEN = "as written"
"""Behind a routine's name: what comes of it, by level, plan, gates and past, stands beside it."""
_NONE = "\u2013"
"""In the place of a value that a slot has not."""
_COLUMNS = (
    Column("", least=26),
    Column("counts", number=True, spare=2),
    Column("aim", number=True, spare=1),
    Column("more", number=True, spare=4),
    Column("rest", number=True, spare=3),
    Column("ramp", number=True, spare=5),
    Column("or", number=True, spare=6),
)
"""A name; what is counted, and what is aimed at; how many more could be done; the rest behind it,
before the fast set where there is one; reps of lighter sets; how many may stand in for it."""


def written(
    routine: Routine, exercises: Exercises, width: int | None = None, cells_of: CellsOf = len
) -> list[str]:
    """Return a routine as lines, one for each of its `places`; the first heads the columns.

    Where not all of it has room an exercise is what it is called out as, before a column goes or a
    name is cut.

    Args:
        routine: The routine.
        exercises: What there is, by id.
        width: How many cells a line may have; None for as many as it takes.
        cells_of: Measures a text.
    """
    # The heads have no line to themselves: the routine's name stands before them.
    columns = (Column(f"{routine.name}  {WRITTEN}", least=_COLUMNS[0].least), *_COLUMNS[1:])
    rows = _rows(routine, exercises, lambda exercise: exercise.name)
    if width is not None and width_of(fitted(columns, rows, cells_of)) > width:
        rows = _rows(routine, exercises, _called)
    lines = laid_out(columns, rows, width, cells_of)
    if WRITTEN in lines[0]:
        return lines
    columns = (columns[0]._replace(head=routine.name), *columns[1:])
    return laid_out(columns, rows, width, cells_of)


def _called(exercise: Exercise) -> str:
    """Return an exercise's name in few words."""
    return min(exercise.name, short_name(exercise), key=len)


def _rows(
    routine: Routine, exercises: Exercises, named: Callable[[Exercise], str]
) -> list[tuple[str, ...]]:
    """Return the cells of every place but the first, the routine itself."""
    return [_row(routine, at, exercises, named) for at in places(routine)[1:]]


def _row(
    routine: Routine, at: At, exercises: Exercises, named: Callable[[Exercise], str]
) -> tuple[str, ...]:
    if at.slot is None:
        return _of_block(block_at(routine, at))
    return _of_slot(slot_at(routine, at), exercises, named)


def _of_block(block: Block) -> tuple[str, ...]:
    rest = clock(block.round_rest_s) if block.round_rest_s else _NONE
    return (heading_of(block), span(block.low, block.high), "", "", rest, "", "")


def _of_slot(slot: Slot, exercises: Exercises, named: Callable[[Exercise], str]) -> tuple[str, ...]:
    exercise = exercises.get(slot.exercise)
    if exercise is None:
        return (f"  {slot.label:<3} gone, choose another: {slot.exercise}", *[""] * 6)
    half = isinstance(slot.prescription, HalfOf)
    more = None if half else guided(slot, exercise)
    rest_s = slot.priming_s or slot.rest_s
    return (
        f"  {slot.label:<3} {named(exercise)}",
        count_text(slot),
        "" if half else f"{slot.target}{unit_mark(slot.prescription)}",
        _NONE if more is None else span(*more),
        clock(rest_s) if rest_s else _NONE,
        _of_ramp(slot.ramp),
        f"{len(slot.alternatives)}" if slot.alternatives else _NONE,
    )


def _of_ramp(ramp: tuple[RampSet, ...]) -> str:
    return " ".join(f"{each.reps}" for each in ramp) or _NONE
