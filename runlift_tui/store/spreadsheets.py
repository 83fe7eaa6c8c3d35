"""Sessions and runs as tables for a spreadsheet: a row a set, a row a run."""

import locale
from collections.abc import Iterable, Iterator
from functools import partial

from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.table import COLUMNS as SET_COLUMNS
from runlift_tui.core.history.table import set_rows
from runlift_tui.core.lists.spreadsheet import Shape, for_excel, text_of
from runlift_tui.core.runs.logbook import LoggedRun
from runlift_tui.core.runs.table import COLUMNS as RUN_COLUMNS
from runlift_tui.core.runs.table import run_cells


def excel_here() -> Shape:
    """Return what Excel takes by a double click in the language of this machine."""
    before = locale.setlocale(locale.LC_NUMERIC)
    try:
        locale.setlocale(locale.LC_NUMERIC, "")
        return for_excel(str(locale.localeconv()["decimal_point"]))
    except locale.Error:
        return for_excel(".")
    finally:
        locale.setlocale(locale.LC_NUMERIC, before)


def sets_text(sessions: Iterable[PastSession], shape: Shape) -> Iterator[str]:
    """Yield the sets of sessions as text, in the order in which the sessions come."""
    return text_of(SET_COLUMNS, (partial(set_rows, each) for each in sessions), shape)


def runs_text(runs: Iterable[LoggedRun], shape: Shape) -> Iterator[str]:
    """Yield runs and trials as text, in the order in which they come."""
    return text_of(RUN_COLUMNS, (partial(_one, run) for run in runs), shape)


def _one(run: LoggedRun, decimal: str) -> list[tuple[str, ...]]:
    return [run_cells(run, decimal)]
