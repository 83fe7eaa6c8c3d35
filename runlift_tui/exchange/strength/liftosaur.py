"""Liftosaur: what was planned and what was done stand in one row; only what was done counts."""

from datetime import datetime

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import NOT_DONE, FileAnswers, FileRead, WorkoutRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Workouts,
    exercise_of,
    one_set,
    rate,
    unit_of_cell,
)

_NAMES = {
    "workout datetime": ("workout datetime",),
    "program": ("program",),
    "day name": ("day name",),
    "exercise": ("exercise",),
    "warm-up": ("is warmup set?",),
    "completed reps": ("completed reps",),
    "reps": ("completed reps",),
    "rpe": ("completed rpe", "rpe"),
    "weight": ("completed weight value", "weight value"),
    "unit": ("completed weight unit", "weight unit"),
    "ended": ("completed reps time",),
    "notes": ("notes",),
}


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is Liftosaur's."""
    return {"workout datetime", "completed reps"} <= set(sheet.header)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Liftosaur says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="liftosaur")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("Liftosaur", "exercise", "weight", "unit")
    workouts, blocks = Workouts(), Blocks()
    noted: set[tuple[int, str]] = set()

    def take(row: CellRow) -> None:
        workout = _workout(columns, workouts, row)
        name = exercise_of(columns, row)
        block = blocks.of(workout, name)
        if not columns.text(row, "reps"):
            found.skip(NOT_DONE, row.line, f"{name} was planned and not done")
            return
        each = one_set(found, columns, row, name, block)
        if each is None:
            return
        each.warm_up = columns.text(row, "warm-up").casefold() in ("1", "true")
        rate(each, columns.number(row, "rpe"))
        each.unit = unit_of_cell(columns.text(row, "unit"))
        note = columns.text(row, "notes")
        if note and (id(workout), note) not in noted:
            # The note is the exercise's, and stands in every row of it.
            noted.add((id(workout), note))
            each.note = note
        workout.sets.append(each)

    read_rows(found, sheet, take)
    return workouts.close(found)


def _workout(columns: Columns, workouts: Workouts, row: CellRow) -> WorkoutRead:
    workout = workouts.of(columns, row, "workout datetime")
    if workout.line == row.line:
        workout.title = columns.text(row, "day name") or columns.text(row, "program")
    # It ended with the last of its sets, where the file says when that was.
    ended = columns.end(row, "ended")
    if ended is not None and _is_later(ended, workout):
        workout.ended = ended
    return workout


def _is_later(ended: datetime, workout: WorkoutRead) -> bool:
    before = workout.ended or workout.begun
    return (ended.tzinfo is None) == (before.tzinfo is None) and ended > before
