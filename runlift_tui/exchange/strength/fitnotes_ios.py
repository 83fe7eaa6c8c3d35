"""FitNotes on iOS (FitNotes X): a row a set, decimal commas in quotes, times in UTC."""

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import NOT_DONE, FileAnswers, FileRead, SetRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Cardio,
    Workouts,
    cardio,
    exercise_of,
    held,
    one_set,
    rate,
)

_NAMES = {
    "name": ("name",),
    "starttime": ("starttime",),
    "endtime": ("endtime",),
    "exercise": ("exercise",),
    "equipment": ("equipment",),
    "reps": ("reps",),
    "weight": ("weight",),
    "seconds": ("time",),
    "distance": ("distance",),
    "status": ("status",),
    "iswarmup": ("iswarmup",),
    "rpe": ("rpe",),
    "rir": ("rir",),
    "categories": ("categories",),
    "note": ("note",),
}
_TRUE = ("true", "1", "yes")
_FAILED = "failed"
_OPEN = ("notstarted", "not started", "planned", "pending", "todo", "skipped", "notdone", "none")
_OPEN_TOO = ("not done", "undone", "inprogress", "in progress", "active", "incomplete", "waiting")
_MOST_LEFT = 10


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is that of FitNotes on iOS."""
    return {"starttime", "iswarmup", "status"} <= set(sheet.header)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of FitNotes on iOS says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="fitnotes-ios")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("FitNotes", "exercise", "reps", "weight")
    workouts, blocks = Workouts(), Blocks()

    def take(row: CellRow) -> None:
        title = columns.text(row, "name")
        workout = workouts.of(columns, row, "starttime", title)
        if workout.line == row.line:
            workout.title, workout.ended = title, columns.end(row, "endtime")
        name = _name(columns, row)
        block = blocks.of(workout, name)
        status = columns.text(row, "status").casefold()
        if status in _OPEN or status in _OPEN_TOO:
            found.skip(NOT_DONE, row.line, f"{name} has the status {status}")
            return
        distance = columns.number(row, "distance")
        if distance or columns.text(row, "categories").casefold() == "cardio":
            seconds = held(columns.text(row, "seconds"))
            cardio(found, workout, Cardio(name, row.line, distance, "", seconds), given)
            return
        each = one_set(found, columns, row, name, block)
        if each is None:
            return
        each.warm_up = columns.text(row, "iswarmup").casefold() in _TRUE
        _describe(columns, row, each, status)
        workout.sets.append(each)

    read_rows(found, sheet, take)
    return workouts.close(found)


def _describe(columns: Columns, row: CellRow, each: SetRead, status: str) -> None:
    rate(each, columns.number(row, "rpe"))
    left = columns.number(row, "rir")
    if left is not None:
        each.extra["rir"] = left
        # The reps that are sure, so down.
        each.rir = int(left) if 0 <= left <= _MOST_LEFT else None
    each.note = columns.text(row, "note")
    if status == _FAILED:
        each.note = f"failed; {each.note}" if each.note else "failed"


def _name(columns: Columns, row: CellRow) -> str:
    """Return the exercise with its equipment: one name stands for several movements."""
    name, equipment = exercise_of(columns, row), columns.text(row, "equipment")
    if not equipment or equipment.casefold() in ("none", "other") or equipment in name:
        return name
    return f"{name} ({equipment})"
