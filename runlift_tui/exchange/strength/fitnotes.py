"""FitNotes on Android: a day is a workout, a row a set, any mixture of cells left blank."""

from runlift_tui.exchange.columns import BadCell, Columns, read_rows
from runlift_tui.exchange.neutral import FileAnswers, FileRead, WorkoutRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Cardio,
    Workouts,
    cardio,
    distance_of_cell,
    done,
    held,
    nothing_done,
    one_set,
    unit_of_cell,
    unit_of_head,
)

_NAMES = {
    "date": ("date",),
    "exercise": ("exercise",),
    "category": ("category",),
    "weight": ("weight", "weight (kgs)", "weight (lbs)", "weight (kg)", "weight (lb)"),
    "unit": ("weight unit",),
    "reps": ("reps",),
    "distance": ("distance",),
    "distance unit": ("distance unit",),
    "seconds": ("time",),
    "comment": ("comment", "notes"),
}
_CARDIO = "cardio"


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is that of FitNotes."""
    return sheet.header[:3] == ["date", "exercise", "category"]


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of FitNotes says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="fitnotes", app="FitNotes", skipped=[], workouts=[], runs=[])
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("FitNotes", "weight", "reps")
    found.unit = unit_of_head(columns.head("weight"))
    found.unit_from = "header" if found.unit else "none"
    workouts, blocks = Workouts(), Blocks()

    def take(row: CellRow) -> None:
        name = columns.text(row, "exercise")
        workout = _workout(columns, workouts, row)
        if not name:
            raise BadCell("the exercise has no name")
        block = blocks.of(workout, name)
        distance = columns.number(row, "distance")
        seconds = held(columns.text(row, "seconds"))
        if distance or columns.text(row, "category").casefold() == _CARDIO:
            unit = distance_of_cell(columns.text(row, "distance unit"))
            cardio(found, workout, Cardio(name, row.line, distance, unit, seconds), given)
            return
        figures = done(columns, row, name)
        if figures.reps is None and figures.seconds is None:
            nothing_done(found, row.line, name)
            return
        each = one_set(name, row.line, block, figures)
        each.note = columns.text(row, "comment")
        each.unit = unit_of_cell(columns.text(row, "unit"))
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
