"""Fitbod: a row a set, workouts by their timestamp in UTC, blank records between them."""

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import FileAnswers, FileRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Cardio,
    Workouts,
    cardio,
    exercise_of,
    held,
    one_set,
    units,
)

_NAMES = {
    "date": ("date",),
    "exercise": ("exercise",),
    "reps": ("reps",),
    "weight": ("weight(kg)", "weight(lbs)", "weight(lb)", "weight (kg)", "weight (lbs)", "weight"),
    "seconds": ("duration(s)", "duration (s)"),
    "distance": ("distance(m)", "distance (m)"),
    "iswarmup": ("iswarmup",),
    "note": ("note",),
    "multiplier": ("multiplier",),
}


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is Fitbod's."""
    head = set(sheet.header)
    # Older ones have no multiplier yet.
    return "iswarmup" in head and bool(head & {"multiplier", "duration(s)"})


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Fitbod says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="fitbod")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("Fitbod", "date", "exercise", "reps", "weight")
    units(found, columns)
    workouts, blocks = Workouts(), Blocks()

    def take(row: CellRow) -> None:
        workout = workouts.of(columns, row, "date")
        name = exercise_of(columns, row)
        block = blocks.of(workout, name)
        distance = columns.number(row, "distance")
        if distance:
            seconds = held(columns.text(row, "seconds"))
            cardio(found, workout, Cardio(name, row.line, distance, "m", seconds), given)
            return
        each = one_set(found, columns, row, name, block)
        if each is None:
            return
        each.warm_up = columns.text(row, "iswarmup").casefold() == "true"
        each.note = columns.text(row, "note")
        factor = columns.number(row, "multiplier")
        if factor is not None:
            # It mixes two hands with two legs: kept as it stands, and never used.
            each.extra["multiplier"] = factor
        workout.sets.append(each)

    read_rows(found, sheet, take)
    return workouts.close(found)
