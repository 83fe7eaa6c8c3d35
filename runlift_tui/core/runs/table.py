"""Every run and trial as one row of a table, for spreadsheets and statistics."""

from runlift_tui.core.lists.tables import cell
from runlift_tui.core.runs.five_k import five_k
from runlift_tui.core.runs.logbook import LoggedRun
from runlift_tui.core.runs.run import RunKind, Trial

COLUMNS = (
    *("id", "day", "kind", "metres", "seconds", "fast_s", "effort", "note"),
    *("is_trial", "five_k_s", "five_k_is_estimate"),
)
"""Days are the athlete's own; what was not said is empty, and so is a 5K without an estimate."""


def run_values(entry: LoggedRun) -> dict[str, object]:
    """Return what is known of a run or trial, by column."""
    said = entry.said
    found: dict[str, object] = {
        "id": said.id,
        "day": said.day.isoformat(),
        "kind": None if entry.run.kind is RunKind.UNSAID else entry.run.kind.value,
        "metres": said.metres,
        "seconds": said.seconds,
        "fast_s": said.fast_s,
        "effort": said.effort,
        "note": said.note,
        "is_trial": isinstance(said, Trial),
        "five_k_s": None,
        "five_k_is_estimate": None,
    }
    if isinstance(said, Trial):
        as_five = five_k(said)
        if as_five is not None:
            found["five_k_s"] = round(as_five.seconds, 1)
            found["five_k_is_estimate"] = as_five.is_estimate
    return found


def run_cells(entry: LoggedRun, decimal: str = ".") -> tuple[str, ...]:
    """Return a run or trial in the order of `COLUMNS`, with that sign before decimals."""
    return tuple(cell(value, decimal) for value in run_values(entry).values())
