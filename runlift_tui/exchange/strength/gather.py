"""What all tables of strength share: columns by name, cells to a set, sets to workouts."""

import unicodedata
from collections.abc import Hashable
from typing import NamedTuple

from runlift_tui.core.words.units import time_text
from runlift_tui.exchange.columns import BadCell, Columns
from runlift_tui.exchange.neutral import (
    CARDIO,
    DISTANCE,
    NOTHING_DONE,
    FileAnswers,
    FileRead,
    RunRead,
    SetRead,
    WorkoutRead,
)
from runlift_tui.exchange.numbers import METRES, seconds_of, whole
from runlift_tui.exchange.rows import CellRow
from runlift_tui.exchange.running.types import is_run_name

ASSISTED = "assisted"


def units(read: FileRead, columns: Columns) -> None:
    """Note the units that the headers of weight and distance name."""
    read.unit = unit_of_head(columns.head("weight"))
    read.unit_from = "header" if read.unit else "none"
    read.distance_unit = distance_of_head(columns.head("distance"))
    read.distance_from = "header" if read.distance_unit else "none"


def exercise_of(columns: Columns, row: CellRow, column: str = "exercise") -> str:
    """Return the name of the exercise of a row.

    Raises:
        BadCell: it has none.
    """
    name = columns.text(row, column)
    if not name:
        raise BadCell("the exercise has no name")
    return name


def one_set(
    read: FileRead, columns: Columns, row: CellRow, name: str, block: int
) -> SetRead | None:
    """Return the set of a row whose columns are reps, seconds and weight.

    Zero and blank are not said. Where reps and seconds both stand, reps count; a row with neither
    is told of, and is no set.

    Raises:
        BadCell: one cannot be.
    """
    reps = reps_of(columns.text(row, "reps"), columns.decimal("reps"))
    seconds = held(columns.text(row, "seconds"))
    weight, assist = load_of(columns.number(row, "weight"), name)
    if reps is None and seconds is None:
        read.skip(NOTHING_DONE, row.line, f"{name} has neither reps nor seconds")
        return None
    found = SetRead(name=name, line=row.line, block=block, reps=reps, weight=weight, assist=assist)
    if reps is None:
        found.seconds = seconds
    elif seconds is not None:
        found.extra["seconds"] = seconds
    return found


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
    unit = row.unit or given.distance
    if row.distance:
        said += f" {row.distance:g} {unit}".rstrip()
    if row.seconds:
        said += f" in {time_text(row.seconds)}" if row.distance else f" {time_text(row.seconds)}"
    is_wanted = given.cardio_as_runs and (row.distance or row.seconds)
    becomes_run = is_wanted and (is_run_name(row.name) or is_run_name_of(row.name, given))
    _note_length(read, row, given if becomes_run else FileAnswers())
    if not becomes_run:
        workout.asides.append(said)
        read.skip(CARDIO, row.line, said)
        return
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


def _note_length(read: FileRead, row: Cardio, given: FileAnswers) -> None:
    """Note the unit of a row's distance, where the header names none; of several there is none."""
    if not row.distance or read.distance_from == "header":
        return
    if row.unit:
        is_first = read.distance_from != "row"
        same = read.distance_unit == row.unit
        read.distance_unit = row.unit if is_first or same else ""
        read.distance_from = "row"
    elif given.distance and read.distance_from == "none":
        read.distance_unit, read.distance_from = given.distance, given.how("distance")


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

    def of(self, columns: Columns, row: CellRow, when: str, *told: str) -> WorkoutRead:
        """Return the workout of a row; the first row of one begins it, with its own line.

        Args:
            columns: Of the table.
            row: Of it.
            when: The column that says when the workout began.
            told: What else tells it apart from others.

        Raises:
            BadCell: it is not said when.
            Unclear: nobody can say which number is the month.
        """
        wall = columns.text(row, when)
        workout = self._found.get((wall, *told))
        if workout is not None:
            return workout
        begun, day_only = columns.begun(row, when)
        made = WorkoutRead(begun=begun, line=row.line, wall=wall, day_only=day_only)
        return self.put((wall, *told), made)

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
