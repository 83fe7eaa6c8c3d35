"""Strava's activities.csv: its headers are translated and occur twice, so columns go by place."""

from datetime import UTC
from typing import NamedTuple

from runlift_tui.exchange.columns import BadCell, read_rows
from runlift_tui.exchange.neutral import NOT_A_RUN, FileAnswers, FileRead, RunRead
from runlift_tui.exchange.numbers import clean, decimal_sign, number, seconds_of
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import is_run
from runlift_tui.exchange.times import day_leads, moment

_ID, _DATE, _NAME, _TYPE, _ELAPSED, _DISTANCE = 0, 1, 2, 3, 5, 6
_LEAST_COLUMNS = 16
_EFFORT = "perceived exertion"
_MOST_EFFORT = 10


class _Places(NamedTuple):
    """Where the figures are; None where a file has no such column."""

    elapsed: int | None
    moving: int | None
    metres: int | None
    effort: int | None


def is_it(sheet: CellTable) -> bool:
    """Whether a table is Strava's: by the headers that occur twice, in whatever language."""
    head = sheet.header
    if len(head) < _LEAST_COLUMNS or not (head[_ELAPSED] and head[_DISTANCE]):
        return False
    again = head[_DISTANCE + 1 :]
    if head[_ELAPSED] not in again or head[_DISTANCE] not in again:
        return False
    ids = (row.cells[_ID].strip() for row in sheet.rows[:20] if row.cells)
    return all(each.isdecimal() for each in ids if each)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Strava says.

    Raises:
        NotRead: nothing of it is taken.
    """
    found = FileRead(format="strava")
    found.distance_unit, found.distance_from = "m", "header"
    places = _places(sheet.header)
    metres_sign = decimal_sign(clean(cell) for cell in sheet.column(places.metres))
    leads = day_leads(sheet.column(_DATE), sheet.header[_DATE], given.day_order)

    def take(row: CellRow) -> None:
        kind = clean(row.cells[_TYPE])
        if not is_run(kind, given.run_types):
            found.types[kind] += 1
            found.skip(NOT_A_RUN, row.line, kind)
            return
        wall = clean(row.cells[_DATE])
        when = moment(wall, leads)
        if when is None:
            raise BadCell(f"{wall} is no time")
        begun, day_only = when
        found.runs.append(
            RunRead(
                # Strava writes UTC, and does not say so.
                begun=begun if day_only or begun.tzinfo else begun.replace(tzinfo=UTC),
                day_only=day_only,
                line=row.line,
                wall=wall,
                metres=_figure(row, places.metres, metres_sign),
                seconds=_seconds(row, places),
                title=own_title(clean(row.cells[_NAME]), kind),
                effort=_effort(row, places.effort),
            )
        )

    read_rows(found, sheet, take)
    return found


def _places(header: list[str]) -> _Places:
    """Return where the second elapsed time, the moving time behind it and the metres stand."""
    elapsed = header.index(header[_ELAPSED], _DISTANCE + 1)
    metres = header.index(header[_DISTANCE], _DISTANCE + 1)
    moving = elapsed + 1 if elapsed + 1 < len(header) and elapsed + 1 != metres else None
    effort = header.index(_EFFORT) if _EFFORT in header else None
    return _Places(elapsed, moving, metres, effort)


def _figure(row: CellRow, place: int | None, sign: str) -> float | None:
    text = "" if place is None else clean(row.cells[place])
    if not text:
        return None
    found = number(text, sign)
    if found is None or found < 0:
        raise BadCell(f"{text} is no number")
    return found or None


def _seconds(row: CellRow, places: _Places) -> float | None:
    """Return the moving time, else the elapsed one."""
    for place in (places.moving, places.elapsed, _ELAPSED):
        text = "" if place is None else clean(row.cells[place])
        seconds = seconds_of(text) if text else None
        if seconds:
            return seconds
    return None


def _effort(row: CellRow, place: int | None) -> int | None:
    found = number(clean(row.cells[place])) if place is not None else None
    return int(found) if found is not None and 1 <= found <= _MOST_EFFORT else None
