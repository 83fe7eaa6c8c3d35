"""Runkeeper's table: local times, the unit of distance in the header."""

from runlift_tui.exchange.columns import BadCell, Columns, read_rows
from runlift_tui.exchange.neutral import NOT_A_RUN, FileAnswers, FileRead, RunRead
from runlift_tui.exchange.numbers import METRES, seconds_of
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import is_run, treadmill_of

_KM, _MI = ("distance (km)",), ("distance (mi)",)
_NAMES = {
    "date": ("date",),
    "type": ("type",),
    "route": ("route name",),
    "distance": (*_KM, *_MI),
    "duration": ("duration",),
    "notes": ("notes",),
}


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is Runkeeper's."""
    return {"date", "type", "route name", "duration"} <= set(sheet.header)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of Runkeeper says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="runkeeper")
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("Runkeeper", "distance")
    found.distance_unit = "km" if columns.head("distance") in _KM else "mi"
    found.distance_from = "header"

    def take(row: CellRow) -> None:
        kind = columns.text(row, "type")
        if not is_run(kind, given.run_types):
            found.types[kind] += 1
            found.skip(NOT_A_RUN, row.line, kind)
            return
        when = columns.begun(row, "date")
        duration = columns.text(row, "duration")
        seconds = seconds_of(duration) if duration else None
        if duration and seconds is None:
            raise BadCell(f"{duration} is no duration")
        distance = columns.number(row, "distance")
        found.runs.append(
            RunRead(
                begun=when[0],
                day_only=when[1],
                line=row.line,
                wall=columns.text(row, "date"),
                metres=distance * METRES[found.distance_unit] if distance else None,
                seconds=seconds or None,
                title=columns.text(row, "notes") or own_title(columns.text(row, "route"), kind),
                extra=treadmill_of(kind),
            )
        )

    read_rows(found, sheet, take)
    return found
