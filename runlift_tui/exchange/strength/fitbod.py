"""Fitbod: a row a set, workouts by their timestamp in UTC, blank records between them."""

from runlift_tui.exchange.columns import BadCell, Columns, read_rows
from runlift_tui.exchange.neutral import FileAnswers, FileRead, WorkoutRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Cardio,
    Workouts,
    cardio,
    done,
    held,
    nothing_done,
    one_set,
    unit_of_head,
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
    return {"iswarmup", "multiplier"} <= set(sheet.header)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Fitbod says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="fitbod", app="Fitbod", skipped=[], workouts=[], runs=[])
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("Fitbod", "date", "exercise", "reps", "weight")
    found.unit = unit_of_head(columns.head("weight"))
    found.unit_from = "header" if found.unit else "none"
    found.distance_unit = "m" if columns.has("distance") else ""
    found.distance_from = "header" if found.distance_unit else "none"
    workouts, blocks = Workouts(), Blocks()

    def take(row: CellRow) -> None:
        workout = _workout(columns, workouts, row)
        name = columns.text(row, "exercise")
        if not name:
            raise BadCell("the exercise has no name")
        block = blocks.of(workout, name)
        distance = columns.number(row, "distance")
        if distance:
            seconds = held(columns.text(row, "seconds"))
            cardio(found, workout, Cardio(name, row.line, distance, "m", seconds), given)
            return
        figures = done(columns, row, name)
        if figures.reps is None and figures.seconds is None:
            nothing_done(found, row.line, name)
            return
        each = one_set(name, row.line, block, figures)
        each.warm_up = columns.text(row, "iswarmup").casefold() == "true"
        each.note = columns.text(row, "note")
        factor = columns.number(row, "multiplier")
        if factor is not None:
            # It mixes two hands with two legs: kept as it stands, and never used.
            each.extra["multiplier"] = factor
        workout.sets.append(each)

    read_rows(found, sheet, take)
    return workouts.close(found)


def _workout(columns: Columns, workouts: Workouts, row: CellRow) -> WorkoutRead:
    wall = columns.text(row, "date")
    workout = workouts.get(wall)
    if workout is not None:
        return workout
    when = columns.when(row, "date")
    if when is None:
        raise BadCell("it has no date")
    begun, day_only = when
    made = WorkoutRead(begun=begun, line=row.line, wall=wall, day_only=day_only, sets=[], asides=[])
    return workouts.put(wall, made)
