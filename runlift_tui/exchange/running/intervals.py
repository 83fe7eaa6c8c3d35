"""intervals.icu's table of activities: local ISO times, seconds, metres."""

from runlift_tui.exchange.columns import Columns, read_rows
from runlift_tui.exchange.neutral import NOT_A_RUN, FileAnswers, FileRead, RunRead
from runlift_tui.exchange.rows import CellRow, CellTable
from runlift_tui.exchange.running.titles import own_title
from runlift_tui.exchange.running.types import is_run, treadmill_of

_NAMES = {
    "start_date_local": ("start_date_local",),
    "name": ("name",),
    "type": ("type",),
    "moving_time": ("moving_time",),
    "distance": ("distance",),
}


def is_it(sheet: CellTable) -> bool:
    """Whether the header of a table is that of intervals.icu."""
    return {"start_date_local", "moving_time"} <= set(sheet.header)


def read(sheet: CellTable, given: FileAnswers) -> FileRead:
    """Return what a table of intervals.icu says.

    Raises:
        NotRead: a column is missing.
    """
    found = FileRead(format="intervals")
    found.distance_unit, found.distance_from = "m", "header"
    columns = Columns(sheet, _NAMES, given.day_order)
    columns.need("intervals.icu", "type", "distance")

    def take(row: CellRow) -> None:
        kind = columns.text(row, "type")
        # Its kinds are words run together: TrailRun, VirtualRun.
        spaced = "".join(f" {c}" if c.isupper() else c for c in kind).strip()
        if not is_run(spaced, given.run_types) and not is_run(kind, given.run_types):
            found.types[kind] += 1
            found.skip(NOT_A_RUN, row.line, kind)
            return
        when = columns.begun(row, "start_date_local")
        found.runs.append(
            RunRead(
                begun=when[0],
                day_only=when[1],
                line=row.line,
                wall=columns.text(row, "start_date_local"),
                metres=columns.number(row, "distance") or None,
                seconds=columns.number(row, "moving_time") or None,
                title=own_title(columns.text(row, "name"), spaced),
                extra=treadmill_of(spaced),
            )
        )

    read_rows(found, sheet, take)
    return found
