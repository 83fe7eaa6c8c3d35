"""FitNotes on Android: a day is a workout, a row a set, any mixture of cells left blank."""

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import FileAnswers, FileRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Cardio,
    Workouts,
    cardio,
    distance_of_cell,
    exercise_of,
    held,
    load_of,
    one_set,
    unit_of_cell,
    units,
)

_NAMES = {
    "date": ("date",),
    "exercise": ("exercise",),
    "category": ("category",),
    "weight": ("weight", "weight (kgs)", "weight (kg)", "weight (lbs)", "weight (lb)"),
    "pounds": ("weight (lbs)", "weight (lb)"),
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
    found = FileRead(format="fitnotes")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("FitNotes", "weight", "reps")
    units(found, columns)
    has_both = found.unit == "kg" and columns.has("pounds")
    if has_both:
        # A column a unit, of which a row may fill either.
        found.unit = ""
    workouts, blocks = Workouts(), Blocks()

    def take(row: CellRow) -> None:
        workout = workouts.of(columns, row, "date")
        name = exercise_of(columns, row)
        block = blocks.of(workout, name)
        distance = columns.number(row, "distance")
        seconds = held(columns.text(row, "seconds"))
        if distance or columns.text(row, "category").casefold() == _CARDIO:
            unit = distance_of_cell(columns.text(row, "distance unit"))
            cardio(found, workout, Cardio(name, row.line, distance, unit, seconds), given)
            return
        each = one_set(found, columns, row, name, block)
        if each is None:
            return
        each.note = columns.text(row, "comment")
        each.unit = unit_of_cell(columns.text(row, "unit"))
        if has_both:
            each.unit = "kg"
            pounds = columns.number(row, "pounds")
            if pounds and each.weight is None and each.assist is None:
                each.unit = "lb"
                each.weight, each.assist = load_of(pounds, name)
        workout.sets.append(each)

    read_rows(found, sheet, take)
    return workouts.close(found)
