"""Strong's tables, in five shapes: by date and name of the workout, a row a set."""

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import (
    REST_TIMER,
    FileAnswers,
    FileRead,
    SetRead,
    WorkoutRead,
)
from runlift_tui.exchange.numbers import seconds_of, whole
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.strength.gather import (
    Blocks,
    Cardio,
    Workouts,
    cardio,
    distance_of_cell,
    exercise_of,
    held,
    one_set,
    rate,
    unit_of_cell,
    units,
)

_NAMES = {
    "date": ("date", "datum", "fecha", "data"),
    "workout": ("workout name", "nom de l'entraînement", "workout-name"),
    "exercise": ("exercise name", "nom de l'exercice", "name der übung"),
    "set order": ("set order", "ordre de la série", "reihenfolge festlegen"),
    "weight": (
        "weight",
        "kg",
        "lb",
        "lbs",
        "poids",
        "gewicht",
    ),
    "unit": ("weight unit",),
    "reps": ("reps", "réps", "wiederh."),
    "distance": (
        "distance",
        "km",
        "mi",
        "miles",
        "entfernung",
    ),
    "distance unit": ("distance unit",),
    "seconds": ("seconds", "secondes", "sekunden"),
    "duration": (
        *("duration", "workout duration"),
        *("durée", "dauer", "workout-dauer"),
    ),
    "notes": ("notes", "notizen"),
    "workout notes": ("workout notes", "notes de l'entraînement", "workout-notizen"),
    "rpe": ("rpe",),
    "number": ("workout #",),
}
_WARM_UP, _FAILED, _DROPPED = ("w", "warm_up", "warm up"), ("f", "failure"), ("d", "drop_set")
_LONGEST_REST_S = 86_400
_REST = ("rest timer", "rest_timer")


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is one of Strong's."""
    plain = [each.replace("\u2019", "'") for each in sheet.header]
    return any(each in plain for each in _NAMES["set order"]) and any(
        each in plain for each in _NAMES["exercise"]
    )


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Strong says.

    Raises:
        NotRead: a column is missing.
    """
    sheet = sheet._replace(header=[each.replace("\u2019", "'") for each in sheet.header])
    found = FileRead(format="strong")
    columns = Columns(sheet, _names(sheet), given.day_order)
    columns.need("Strong", "date", "exercise", "set order", "weight", "reps")
    units(found, columns)
    reading = _Reading(found, columns, given)
    read_rows(found, sheet, reading.take)
    return reading.workouts.close(found)


def _names(sheet: CellTable) -> dict[str, tuple[str, ...]]:
    """Return the headers of every column, those with a unit behind them among them."""
    return {
        what: (*names, *(h for h in sheet.header if h.partition(" (")[0] in names))
        for what, names in _NAMES.items()
    }


class _Reading:
    """One pass over the rows."""

    def __init__(self, found: FileRead, columns: Columns, given: FileAnswers) -> None:
        self.workouts = Workouts()
        self._found = found
        self._columns = columns
        self._given = given
        self._blocks = Blocks()
        self._orders: dict[int, _Orders] = {}

    def take(self, row: CellRow) -> None:
        columns = self._columns
        workout = self._workout(row)
        order = columns.text(row, "set order").casefold()
        if order in _REST or columns.text(row, "exercise").casefold() in _REST:
            self._rest(workout, row)
            return
        name = exercise_of(columns, row)
        orders = self._orders.setdefault(id(workout), _Orders())
        anew = orders.is_anew(name, whole(order))
        block = self._blocks.of(workout, name, anew=anew)
        distance = columns.number(row, "distance")
        if distance:
            unit = self._distance_unit(row)
            seconds = held(columns.text(row, "seconds"))
            one = Cardio(name, row.line, distance, unit, seconds)
            cardio(self._found, workout, one, self._given)
            return
        each = one_set(self._found, columns, row, name, block)
        if each is None:
            self._note_alone(workout, name, columns.text(row, "notes"))
            return
        self._describe(each, row, order)
        if anew:
            _bring_warm_ups(workout, block)
        workout.sets.append(each)

    def _describe(self, each: SetRead, row: CellRow, order: str) -> None:
        columns = self._columns
        each.note = columns.text(row, "notes")
        each.warm_up = order in _WARM_UP
        rate(each, columns.number(row, "rpe"), failed=order in _FAILED)
        if order in _DROPPED:
            each.extra["type"] = "dropset"
            each.note = f"drop set; {each.note}" if each.note else "drop set"
        if order in _FAILED:
            each.extra["type"] = "failure"
        if columns.has("unit"):
            each.unit = unit_of_cell(columns.text(row, "unit"))

    def _workout(self, row: CellRow) -> WorkoutRead:
        columns = self._columns
        title, number = columns.text(row, "workout"), columns.text(row, "number")
        workout = self.workouts.of(columns, row, "date", title, number)
        if workout.line == row.line:
            workout.title = title
            workout.lasted_s = _lasted(columns.text(row, "duration"))
            workout.notes = columns.text(row, "workout notes")
        return workout

    def _rest(self, workout: WorkoutRead, row: CellRow) -> None:
        seconds = held(self._columns.text(row, "seconds"))
        name = self._columns.text(row, "exercise")
        if workout.sets and (workout.sets[-1].name == name or name.casefold() in _REST):
            is_rest = seconds is not None and seconds <= _LONGEST_REST_S
            workout.sets[-1].rest_planned_s = seconds if is_rest else None
        self._found.skip(REST_TIMER, row.line, "a rest timer")

    def _distance_unit(self, row: CellRow) -> str:
        said = distance_of_cell(self._columns.text(row, "distance unit"))
        return said or self._found.distance_unit

    def _note_alone(self, workout: WorkoutRead, name: str, note: str) -> None:
        """Keep what was written on a set that has no figures."""
        if note:
            workout.asides.append(f"{name}: {note}")


def _lasted(text: str) -> int | None:
    seconds = seconds_of(text) if text else None
    return round(seconds) if seconds else None


class _Orders:
    """Tells where Set Order begins anew under the same name."""

    def __init__(self) -> None:
        self._name, self._first, self._last = "", 0, 0

    def is_anew(self, name: str, order: int | None) -> bool:
        if name != self._name:
            self._name, self._first, self._last = name, -1, -1
        if order is None:
            return False
        first = self._first
        anew = first >= 0 and order == first and order <= self._last
        self._first, self._last = (order if first < 0 else first), order
        return anew


def _bring_warm_ups(workout: WorkoutRead, block: int) -> None:
    """Let warm-ups at the end of a block lead the one that begins anew behind them."""
    for each in reversed(workout.sets):
        if not each.warm_up:
            return
        each.block = block
