"""Garmin Connect's Activities.csv, translated into the account's language: told by its shape.

The unit of distance is not in the file. Cadence, time and stride give metres; what they give for
one unit of distance is about 1000 or about 1609.
"""

from collections.abc import Iterator
from math import ceil
from statistics import median

from runlift_tui.exchange.columns import read_rows
from runlift_tui.exchange.neutral import (
    BAD_ROW,
    DISTANCE,
    IMPLAUSIBLE,
    NOT_A_RUN,
    FileAnswers,
    FileRead,
    RunRead,
)
from runlift_tui.exchange.numbers import METRES, clean, number, seconds_of
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import is_run, treadmill_of
from runlift_tui.exchange.times import moment

_TYPE, _DATE, _FAVOURITE, _TITLE, _DISTANCE, _, _TIME = range(7)
_LEAST_COLUMNS, _LOOKED_AT = 12, 50
_SEVEN = 7
_NOTHING = ("", "--")
_CADENCE = ("avg run cadence", "avg running cadence", "average run cadence")
_STRIDE = ("avg stride length", "average stride length")
_CADENCES, _STRIDES = (100.0, 240.0), (0.3, 2.5)
"""Steps a minute, and metres, that an average can be."""
_KM, _MI = (900.0, 1150.0), (1450.0, 1750.0)
_ENOUGH = 3
_OFF, _OF = 0.06, 0.8
"""How far most rows may be from the median, and how many most are."""
_PACE_OFF = 0.10


def is_it(sheet: CellTable) -> bool:
    """Whether a table is Garmin Connect's: by the shape of its first columns."""
    if len(sheet.header) < _LEAST_COLUMNS or not sheet.rows:
        return False
    rows = [row for row in sheet.rows[:_LOOKED_AT] if len(row.cells) == len(sheet.header)]
    return bool(rows) and sum(map(_has_shape, rows)) * 2 > len(rows)


def _has_shape(row: CellRow) -> bool:
    date, favourite = clean(row.cells[_DATE]), clean(row.cells[_FAVOURITE]).casefold()
    when = moment(date) if date[:4].isdecimal() and len(date) >= 16 else None
    time = clean(row.cells[_TIME])
    is_timed = time in _NOTHING or (":" in time and seconds_of(time) is not None)
    return when is not None and favourite in ("true", "false") and is_timed


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Garmin Connect says.

    Raises:
        NotRead: nothing of it is taken.
    """
    found = FileRead(format="garmin")
    runs = [row for row in _even(sheet) if is_run(clean(row.cells[_TYPE]), given.run_types)]
    pace = _pace_column(sheet, runs)
    _settle_unit(found, sheet, runs, pace, given)

    def take(row: CellRow) -> None:
        kind = clean(row.cells[_TYPE])
        if not is_run(kind, given.run_types):
            found.types[kind] += 1
            found.skip(NOT_A_RUN, row.line, kind)
            return
        _take(found, row, kind, pace)

    read_rows(found, sheet, take)
    return found


def _take(found: FileRead, row: CellRow, kind: str, pace: int | None) -> None:
    wall = clean(row.cells[_DATE])
    when = moment(wall)
    if when is None:
        found.skip(BAD_ROW, row.line, f"{wall} is no time")
        return
    seconds = _seconds(row, _TIME)
    distance = _distance(row, pace)
    if distance is None:
        text = clean(row.cells[_DISTANCE])
        found.skip(IMPLAUSIBLE, row.line, f"{wall}: distance {text}, pace and time do not agree")
        return
    factor = METRES[found.distance_unit or "km"]
    found.runs.append(
        RunRead(
            begun=when[0],
            day_only=when[1],
            line=row.line,
            wall=wall,
            metres=distance * factor or None,
            seconds=seconds,
            title=own_title(clean(row.cells[_TITLE]), kind),
            extra=treadmill_of(kind),
        )
    )


def _even(sheet: CellTable) -> Iterator[CellRow]:
    yield from (row for row in sheet.rows if len(row.cells) == len(sheet.header))


def _seconds(row: CellRow, place: int) -> float | None:
    text = clean(row.cells[place])
    return None if text in _NOTHING else seconds_of(text) or None


def readings(text: str) -> list[float]:
    """Return what a cell can mean, the likelier first.

    A comma with three digits behind it is one of thousands, any other one decimal; of both signs
    the last is decimal.
    """
    text = clean(text)
    comma, dot = text.rfind(","), text.rfind(".")
    if comma >= 0 and dot >= 0:
        return _both(text, ("," if comma > dot else "."))
    if comma >= 0:
        thousands = len(text) - comma - 1 == 3
        return _both(text, "." if thousands else ",")
    return _both(text, ".")


def _both(text: str, decimal: str) -> list[float]:
    found = [number(text, decimal), number(text, "," if decimal == "." else ".")]
    return list(dict.fromkeys(each for each in found if each is not None and each >= 0))


def _distance(row: CellRow, pace: int | None) -> float | None:
    """Return a distance; 0 where there is none, None where no reading agrees with the pace."""
    text = clean(row.cells[_DISTANCE])
    if text in _NOTHING:
        return 0.0
    found = readings(text)
    seconds = _seconds(row, _TIME)
    per_unit = None if pace is None else _seconds(row, pace)
    if not found:
        return None
    if found[0] == 0 or not seconds or not per_unit:
        return found[0]
    return next((each for each in found if _agrees(each, per_unit, seconds)), None)


def _agrees(distance: float, per_unit: float, seconds: float) -> bool:
    return abs(distance * per_unit - seconds) <= _PACE_OFF * seconds


def _pace_column(sheet: CellTable, runs: list[CellRow]) -> int | None:
    """Return the column of paces: the one that gives the time with the distance most exactly."""
    best: tuple[float, int] | None = None
    for place in range(_SEVEN, len(sheet.header)):
        off = [each for row in runs if (each := _off_by(row, place)) is not None]
        if len(off) * 2 < len(runs) or not off:
            continue
        middle = median(off)
        if middle <= _PACE_OFF and (best is None or middle < best[0]):
            best = middle, place
    return None if best is None else best[1]


def _off_by(row: CellRow, place: int) -> float | None:
    """Return by which share a column's pace is off; None where the row cannot say."""
    text = clean(row.cells[place])
    if ":" not in text:
        return None
    per_unit, seconds = seconds_of(text), _seconds(row, _TIME)
    found = readings(clean(row.cells[_DISTANCE]))
    if not per_unit or not seconds or not found:
        return None
    return min(abs(each * per_unit - seconds) / seconds for each in found)


def _settle_unit(
    found: FileRead, sheet: CellTable, runs: list[CellRow], pace: int | None, given: FileAnswers
) -> None:
    """Work the unit of distance out, else take the athlete's word, else ask."""
    measured = [row for row in runs if _distance(row, pace)]
    unit = _worked_out(sheet, measured, pace)
    if unit:
        found.distance_unit, found.distance_from = unit, "file"
        if given.distance and given.distance != unit:
            found.warnings.append(
                f"cadence and stride say that its distances are in {unit}: "
                "--distance changes nothing"
            )
    elif given.distance:
        found.distance_unit, found.distance_from = given.distance, given.how("distance")
    elif measured:
        found.questions.append(DISTANCE)


def _worked_out(sheet: CellTable, runs: list[CellRow], pace: int | None) -> str:
    """Return "km" or "mi", where cadence and stride say so; else nothing."""
    named = [
        (sheet.header.index(cadence), sheet.header.index(stride))
        for cadence in _CADENCE
        for stride in _STRIDE
        if cadence in sheet.header and stride in sheet.header
    ]
    # Heart rates look like cadences, and fit nothing: the columns that agree most are the two.
    # Those that are found by name need not agree so closely; their median says it.
    found = (_metres_per_unit(runs, *pair, pace) for pair in named or _pairs(sheet, runs))
    best = min(filter(None, found), key=_misfit, default=None)
    if best is None or (not named and best[0] > _OFF):
        return ""
    _, metres = best
    if _KM[0] <= metres <= _KM[1]:
        return "km"
    return "mi" if _MI[0] <= metres <= _MI[1] else ""


def _pairs(sheet: CellTable, runs: list[CellRow]) -> Iterator[tuple[int, int]]:
    """Yield the columns that can be cadence and stride, by their values."""
    places = range(_SEVEN, len(sheet.header))
    cadences = [place for place in places if _is_within(runs, place, _CADENCES)]
    strides = [place for place in places if _is_within(runs, place, _STRIDES)]
    yield from ((cadence, stride) for cadence in cadences for stride in strides)


def _is_within(runs: list[CellRow], place: int, bounds: tuple[float, float]) -> bool:
    values = [found[0] for row in runs if (found := readings(row.cells[place]))]
    values = [each for each in values if each > 0]
    return len(values) >= _ENOUGH and bounds[0] <= median(values) <= bounds[1]


def _misfit(found: tuple[float, float]) -> float:
    """Return how badly two columns fit: by their spread, and how far they are from either unit."""
    off, metres = found
    return off + min(abs(metres - unit) / unit for unit in (METRES["km"], METRES["mi"]))


def _metres_per_unit(
    runs: list[CellRow], cadence: int, stride: int, pace: int | None
) -> tuple[float, float] | None:
    """Return how far off most rows are from the median, as a share, and the median of metres."""
    found = []
    for row in runs:
        steps, lengths = readings(row.cells[cadence]), readings(row.cells[stride])
        seconds, distance = _seconds(row, _TIME), _distance(row, pace)
        if steps and lengths and steps[0] and lengths[0] and seconds and distance:
            found.append(steps[0] * seconds / 60 * lengths[0] / distance)
    if len(found) < _ENOUGH:
        return None
    middle = median(found)
    off = sorted(abs(each - middle) / middle for each in found)
    return off[max(0, ceil(_OF * len(off)) - 1)], middle
