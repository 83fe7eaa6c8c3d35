"""StrongLifts: a row an exercise, its sets side by side in pairs of reps and weight."""

import re
from typing import NamedTuple

from runlift_tui.exchange.columns import BadCell, Columns, read_rows
from runlift_tui.exchange.neutral import (
    BAD_ROW,
    NOTHING_DONE,
    FileAnswers,
    FileRead,
    SetRead,
    WorkoutRead,
)
from runlift_tui.exchange.numbers import clean, decimal_sign, number, seconds_of
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Workouts,
    exercise_of,
    load_of,
    reps_of,
    unit_of_head,
)
from runlift_tui.exchange.times import moment

_NAMES = {
    "date": ("date (yyyy/mm/dd)", "date", "date (mm/dd/yyyy)", "date (dd/mm/yyyy)"),
    "workout": ("workout",),
    "workout name": ("workout name",),
    "exercise": ("exercise",),
    "duration": ("duration (hours)",),
    "start": ("start time (h:mm)", "start time"),
    "end": ("end time (h:mm)", "end time"),
    "notes": ("notes",),
}
_REPS = re.compile(r"set (\d+) \(reps\)")
_NOTHING = ("-", "–", "0", "")


class _Pair(NamedTuple):
    """The two columns of one set."""

    reps: int
    weight: int | None
    decimal: str


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is that of StrongLifts."""
    return "set 1 (reps)" in sheet.header


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of StrongLifts says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="stronglifts")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("StrongLifts", "date", "exercise")
    pairs = _pairs(sheet)
    heads = {unit_of_head(sheet.header[pair.weight]) for pair in pairs if pair.weight is not None}
    found.unit = next(iter(heads - {""}), "")
    found.unit_from = "header" if found.unit else "none"
    workouts, blocks = Workouts(), Blocks()

    def take(row: CellRow) -> None:
        workout = _workout(columns, workouts, row)
        name = exercise_of(columns, row)
        block = blocks.of(workout, name, anew=True)
        for pair in pairs:
            _take_pair(found, workout, row, pair, SetRead(name=name, line=row.line, block=block))

    read_rows(found, sheet, take)
    return workouts.close(found)


def _pairs(sheet: CellTable) -> list[_Pair]:
    found = []
    for place, head in enumerate(sheet.header):
        match = _REPS.fullmatch(head)
        if match is None:
            continue
        beside = place + 1
        named = beside < len(sheet.header) and sheet.header[beside].startswith(f"set {match[1]} (")
        weight = beside if named else None
        cells = (clean(cell) for cell in sheet.column(weight))
        found.append(_Pair(place, weight, decimal_sign(cells)))
    return found


def _take_pair(
    found: FileRead, workout: WorkoutRead, row: CellRow, pair: _Pair, each: SetRead
) -> None:
    """Take one set, where its pair of cells is filled at all."""
    text = clean(row.cells[pair.reps])
    load = "" if pair.weight is None else clean(row.cells[pair.weight])
    if not text and load in _NOTHING:
        return
    if text in _NOTHING:
        found.skip(NOTHING_DONE, row.line, f"{each.name}: no reps")
        return
    try:
        each.reps = reps_of(text)
        weight = number(load, pair.decimal) if load and load not in ("-", "–") else None
        if load and weight is None and load not in ("-", "–"):
            raise BadCell(f"weight {load} is no number")
    except BadCell as bad:
        found.skip(BAD_ROW, row.line, f"{each.name}: {bad}")
        return
    each.weight, each.assist = load_of(weight, each.name)
    workout.sets.append(each)


def _workout(columns: Columns, workouts: Workouts, row: CellRow) -> WorkoutRead:
    day, start = columns.text(row, "date"), columns.text(row, "start")
    key = (day, columns.text(row, "workout"), start)
    workout = workouts.get(key)
    if workout is None:
        workout = workouts.put(key, _begun(columns, row, f"{day} {start}".strip()))
    note = columns.text(row, "notes")
    if note and note not in workout.notes.split("\n"):
        workout.notes = f"{workout.notes}\n{note}".strip()
    return workout


def _begun(columns: Columns, row: CellRow, wall: str) -> WorkoutRead:
    begun, day_only = columns.begun(row, "date")
    timed = moment(f"{begun:%d.%m.%Y}, {columns.text(row, 'start')}")
    if timed is not None and not timed[1]:
        begun, day_only = timed
    end = moment(f"{begun:%d.%m.%Y}, {columns.text(row, 'end')}")
    hours = columns.text(row, "duration")
    lasted = seconds_of(hours) if hours else None
    return WorkoutRead(
        begun=begun,
        line=row.line,
        title=columns.text(row, "workout name"),
        wall=wall,
        day_only=day_only,
        ended=end[0] if end is not None and not end[1] and not day_only else None,
        lasted_s=None if lasted is None or day_only else round(lasted * 3600),
    )
