"""Hevy's table: newest workout first, exercise by exercise, supersets by their number."""

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import (
    FileAnswers,
    FileRead,
    SetRead,
    WorkoutRead,
)
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
    units,
)

_NAMES = {
    "title": ("title",),
    "start_time": ("start_time",),
    "end_time": ("end_time",),
    "description": ("description",),
    "exercise_title": ("exercise_title",),
    "superset_id": ("superset_id",),
    "exercise_notes": ("exercise_notes",),
    "set_index": ("set_index",),
    "set_type": ("set_type",),
    "weight": ("weight_kg", "weight_lbs", "weight_lb"),
    "reps": ("reps",),
    "distance": ("distance_km", "distance_miles", "distance_mi", "distance_meters"),
    "seconds": ("duration_seconds",),
    "rpe": ("rpe",),
}


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is Hevy's."""
    head = sheet.header
    return "exercise_title" in head and ("set_index" in head or "set_type" in head)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Hevy says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="hevy")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("Hevy", "title", "start_time", "exercise_title", "set_index", "weight", "reps")
    units(found, columns)
    reading = _Reading(found, columns, given)
    read_rows(found, sheet, reading.take)
    return reading.workouts.close(found)


def lines_of(text: str) -> str:
    """Return a note whose line ends are written as a backslash and an n."""
    return text.replace("\\r\\n", "\n").replace("\\n", "\n").strip()


class _Reading:
    """One pass over the rows."""

    def __init__(self, found: FileRead, columns: Columns, given: FileAnswers) -> None:
        self.workouts = Workouts()
        self._found = found
        self._columns = columns
        self._given = given
        self._blocks = Blocks()
        self._last: dict[int, tuple[str, str, int]] = {}
        self._noted: set[tuple[int, int]] = set()

    def take(self, row: CellRow) -> None:
        columns = self._columns
        workout = self._workout(row)
        name = exercise_of(columns, row, "exercise_title")
        turn = columns.text(row, "superset_id")
        block = self._block(workout, row, name, turn)
        distance = columns.number(row, "distance")
        if distance:
            seconds = held(columns.text(row, "seconds"))
            unit = self._found.distance_unit
            one = Cardio(name, row.line, distance, unit, seconds)
            cardio(self._found, workout, one, self._given)
            return
        each = one_set(self._found, columns, row, name, block)
        if each is None:
            return
        kind = columns.text(row, "set_type").casefold()
        each.warm_up = kind in ("warmup", "warm_up", "warm up")
        each.turn = turn or None
        rate(each, columns.number(row, "rpe"), failed=kind == "failure")
        if kind in ("dropset", "drop_set"):
            each.note = "drop set"
        if kind not in ("", "normal", "warmup"):
            each.extra["type"] = kind
        self._note(workout, block, each, lines_of(columns.text(row, "exercise_notes")))
        workout.sets.append(each)

    def _note(self, workout: WorkoutRead, block: int, each: SetRead, note: str) -> None:
        """Write what was noted on an exercise on the first of its sets."""
        if note and (id(workout), block) not in self._noted:
            self._noted.add((id(workout), block))
            each.note = f"{each.note}; {note}" if each.note else note

    def _block(self, workout: WorkoutRead, row: CellRow, name: str, turn: str) -> int:
        """Return the block of a set; the same exercise begins anew where its index does."""
        text = self._columns.text(row, "set_index")
        index = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
        last_name, last_turn, last_index = self._last.get(id(workout), ("", "", -1))
        same = name == last_name
        anew = same and (turn != last_turn or 0 <= index <= last_index)
        self._last[id(workout)] = name, turn, index
        return self._blocks.of(workout, name, anew=anew)

    def _workout(self, row: CellRow) -> WorkoutRead:
        columns = self._columns
        title = columns.text(row, "title")
        workout = self.workouts.of(columns, row, "start_time", title)
        if workout.line == row.line:
            workout.title, workout.ended = title, columns.end(row, "end_time")
            workout.notes = lines_of(columns.text(row, "description"))
        return workout
