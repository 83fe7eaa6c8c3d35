"""What all tables of strength share: columns by name, cells to a set, sets to workouts."""

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from runlift_tui.core.words.units import time_text
from runlift_tui.exchange.neutral import (
    BAD_ROW,
    CARDIO,
    DAY_ORDER,
    DISTANCE,
    NOTHING_DONE,
    FileAnswers,
    FileRead,
    NotRead,
    RunRead,
    SetRead,
    WorkoutRead,
)
from runlift_tui.exchange.numbers import METRES, clean, decimal_sign, number, seconds_of, whole
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.running.types import is_run_name
from runlift_tui.exchange.times import Unclear, day_first, moment

ASSISTED = "assisted"


class Columns:
    """The columns of a table, by what they are for."""

    def __init__(self, sheet: CellTable, names: Mapping[str, Iterable[str]]) -> None:
        """Find the columns.

        Args:
            sheet: The table.
            names: What a column is for -> the folded headers that it may have.
        """
        self._sheet = sheet
        self.places = {what: sheet.place(*each) for what, each in names.items()}
        self._decimals: dict[str, str] = {}
        self._day_leads: dict[str, bool | None] = {}

    def need(self, app: str, *wanted: str) -> None:
        """Refuse a table that lacks a column.

        Raises:
            NotRead: it does.
        """
        for what in wanted:
            if self.places.get(what) is None:
                raise NotRead(f"it looks like {app}'s, but has no column {what}")

    def has(self, what: str) -> bool:
        """Whether there is such a column."""
        return self.places.get(what) is not None

    def head(self, what: str) -> str:
        """Return the folded header of a column; empty where there is none."""
        place = self.places.get(what)
        return "" if place is None else self._sheet.header[place]

    def text(self, row: CellRow, what: str) -> str:
        """Return a cell, trimmed; empty where there is no such column."""
        place = self.places.get(what)
        return "" if place is None else clean(row.cells[place])

    def decimal(self, what: str) -> str:
        """Return the decimal sign of a column."""
        if what not in self._decimals:
            cells = (clean(each) for each in self._sheet.column(self.places.get(what)))
            self._decimals[what] = decimal_sign(cells)
        return self._decimals[what]

    def number(self, row: CellRow, what: str) -> float | None:
        """Return the number of a cell, None of a blank one.

        Raises:
            BadCell: it is no number.
        """
        text = self.text(row, what)
        if not text:
            return None
        found = number(text, self.decimal(what))
        if found is None:
            raise BadCell(f"{what} {text} is no number")
        return found

    def when(self, row: CellRow, what: str) -> tuple[datetime, bool] | None:
        """Return a moment, and whether only its day is known; None of a blank cell.

        Raises:
            BadCell: it is none.
            Unclear: nobody can say which number is the month.
        """
        text = self.text(row, what)
        if not text:
            return None
        if what not in self._day_leads:
            self._day_leads[what] = day_first(self._sheet.column(self.places.get(what)))
        found = moment(text, self._day_leads[what])
        if found is None:
            raise BadCell(f"{what} {text} is no time")
        return found

    def end(self, row: CellRow, what: str) -> datetime | None:
        """Return when something ended; None where that is not said, or is no moment."""
        try:
            found = self.when(row, what)
        except (BadCell, Unclear):
            return None
        return None if found is None or found[1] else found[0]


class BadCell(Exception):
    """A cell that cannot be what its column is for."""


class RowFigures(NamedTuple):
    """The figures of one row."""

    reps: int | None
    seconds: int | None
    weight: float | None
    assist: float | None
    extra: dict[str, float]


def done(columns: Columns, row: CellRow, name: str) -> RowFigures:
    """Return the figures of a row whose columns are reps, seconds and weight.

    Zero and blank are not said. Where reps and seconds both stand, reps count.

    Raises:
        BadCell: one cannot be.
    """
    reps = reps_of(columns.text(row, "reps"), columns.decimal("reps"))
    seconds = held(columns.text(row, "seconds"))
    weight = columns.number(row, "weight")
    load, assist = load_of(weight, name)
    extra: dict[str, float] = {}
    if reps is not None and seconds is not None:
        extra["seconds"], seconds = seconds, None
    return RowFigures(reps, seconds, load, assist, extra)


def reps_of(text: str, decimal: str = ".") -> int | None:
    """Return the reps that a cell says, None of a blank one or 0.

    Raises:
        BadCell: it is no whole number.
    """
    if not text:
        return None
    found = whole(text, decimal)
    if found is None or found < 0:
        raise BadCell(f"reps {text} are no whole number")
    return found or None


def held(text: str) -> int | None:
    """Return the seconds that a cell says, None of a blank one or 0.

    Raises:
        BadCell: it is no duration.
    """
    if not text:
        return None
    found = seconds_of(text)
    if found is None or found < 0:
        raise BadCell(f"{text} is no duration")
    return round(found) or None


def load_of(weight: float | None, name: str) -> tuple[float | None, float | None]:
    """Return a weight as a load, or as help: below 0, or with "assisted" in the name."""
    if not weight:
        return None, None
    if weight < 0 or ASSISTED in name.casefold():
        return None, abs(weight)
    return weight, None


def is_even(read: FileRead, sheet: CellTable, row: CellRow) -> bool:
    """Whether a row has as many cells as the header; one that has not is told of."""
    if len(row.cells) == len(sheet.header):
        return True
    what = f"it has {len(row.cells)} cells, and the header {len(sheet.header)}"
    read.skip(BAD_ROW, row.line, what)
    return False


def read_rows(read: FileRead, table: CellTable, take: Callable[[CellRow], None]) -> None:
    """Take every row of a table; one that cannot be is told of with its line."""
    for row in table.rows:
        if not is_even(read, table, row):
            continue
        try:
            take(row)
        except BadCell as bad:
            read.skip(BAD_ROW, row.line, f"{bad}")
        except Unclear:
            if DAY_ORDER not in read.questions:
                read.questions.append(DAY_ORDER)
            read.skip(BAD_ROW, row.line, "which number is the month?")


def nothing_done(read: FileRead, line: int, name: str) -> None:
    """Note a row without reps or seconds."""
    read.skip(NOTHING_DONE, line, f"{name} has neither reps nor seconds")


class Cardio(NamedTuple):
    """A row that is no set."""

    name: str
    line: int
    distance: float | None = None
    unit: str = ""
    """Of the distance; empty where nobody says."""
    seconds: float | None = None


def cardio(read: FileRead, workout: WorkoutRead, row: Cardio, given: FileAnswers) -> None:
    """Leave a cardio row out with a line in the notes, or make a run of it where that was asked."""
    said = row.name
    if row.distance:
        said += f" {row.distance:g} {row.unit}".rstrip()
    if row.seconds:
        said += f" in {time_text(row.seconds)}" if row.distance else f" {time_text(row.seconds)}"
    is_wanted = given.cardio_as_runs and (row.distance or row.seconds)
    if not is_wanted or not (is_run_name(row.name) or is_run_name_of(row.name, given)):
        workout.asides.append(said)
        read.skip(CARDIO, row.line, said)
        return
    unit = row.unit or given.distance
    if row.distance and not unit and DISTANCE not in read.questions:
        read.questions.append(DISTANCE)
    metres = row.distance * METRES[unit or "km"] if row.distance else None
    read.runs.append(
        RunRead(
            begun=workout.begun.replace(hour=12, minute=0, second=0, microsecond=0),
            line=row.line,
            wall=f"{workout.begun:%Y-%m-%d}",
            day_only=True,
            metres=metres,
            seconds=row.seconds,
            extra={"exercise": row.name},
        )
    )


def is_run_name_of(name: str, given: FileAnswers) -> bool:
    """Whether a name is one of the athlete's own words for a run."""
    return bool(given.run_types) and name.casefold() in {w.casefold() for w in given.run_types}


class Workouts:
    """The workouts of a file, by what tells them apart, in the order of the file."""

    def __init__(self) -> None:
        self._found: dict[Hashable, WorkoutRead] = {}

    def get(self, key: Hashable) -> WorkoutRead | None:
        """Return a workout that began already."""
        return self._found.get(key)

    def put(self, key: Hashable, workout: WorkoutRead) -> WorkoutRead:
        """Begin a workout."""
        self._found[key] = workout
        return workout

    def close(self, read: FileRead) -> FileRead:
        """Hand the workouts on that have a set or a line, and return the file."""
        read.workouts = [each for each in self._found.values() if each.sets]
        return read


class Blocks:
    """Numbers the blocks of a workout: a run of sets with one name."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[str, int]] = {}

    def of(self, workout: WorkoutRead, name: str, *, anew: bool = False) -> int:
        """Return the block of the next set of a workout."""
        name = unicodedata.normalize("NFC", name)
        last, number_ = self._last.get(id(workout), ("", -1))
        if name != last or anew or number_ < 0:
            number_ += 1
        self._last[id(workout)] = name, number_
        return number_


def one_set(name: str, row_line: int, block: Hashable, figures: RowFigures) -> SetRead:
    """Return a set with the figures of its row."""
    return SetRead(
        name=name,
        line=row_line,
        block=block,
        reps=figures.reps,
        seconds=figures.seconds,
        weight=figures.weight,
        assist=figures.assist,
        extra=dict(figures.extra),
    )


def rate(done_set: SetRead, rpe: float | None, *, failed: bool = False) -> None:
    """Note how far from failure a set was: the reps that are sure, and the number as it was."""
    from runlift_tui.exchange.numbers import sure_reps_left

    done_set.rir = 0 if failed else sure_reps_left(rpe)
    if rpe is not None:
        done_set.extra["rpe"] = int(rpe) if rpe == int(rpe) else rpe


def unit_of_head(head: str) -> str:
    """Return the unit of weight that a header names: "kg", "lb" or nothing."""
    words = head.replace("(", " ").replace(")", " ").replace("_", " ").split()
    if any(each in ("kg", "kgs") for each in words):
        return "kg"
    return "lb" if any(each in ("lb", "lbs") for each in words) else ""


def unit_of_cell(text: str) -> str:
    """Return the unit of weight of a cell: "kg", "lb" or nothing."""
    return {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}.get(text.strip().casefold(), "")


def distance_of_head(head: str) -> str:
    """Return the unit of length that a header names, or nothing."""
    words = head.replace("(", " ").replace(")", " ").replace("_", " ").split()
    for each in words:
        if each in _LENGTHS:
            return _LENGTHS[each]
    return ""


_LENGTHS = {
    "km": "km",
    "kilometers": "km",
    "kilometres": "km",
    "mi": "mi",
    "miles": "mi",
    "mile": "mi",
    "m": "m",
    "meters": "m",
    "metres": "m",
    "yd": "yd",
    "yds": "yd",
    "ft": "ft",
}


def distance_of_cell(text: str) -> str:
    """Return the unit of length of a cell, or nothing."""
    return _LENGTHS.get(text.strip().casefold(), "")
