"""The commands that note a run down and list them."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Literal

from runlift_tui.clock import SystemClock
from runlift_tui.core.logbook import written
from runlift_tui.core.longest_run import longest_warning
from runlift_tui.core.run_line import read_line
from runlift_tui.core.run_reading import as_run, entered, entry_words, sentence
from runlift_tui.core.run_table import run_values
from runlift_tui.core.sets import Refused
from runlift_tui.core.text import safe_text
from runlift_tui.store.errors import Locked, StoreError
from runlift_tui.store.ids import new_id
from runlift_tui.store.runs import Runs
from runlift_tui.store.settings import distance_of
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift_tui.core.logbook import Entry
    from runlift_tui.core.units import Distance

OK, FAILED, MISUSED = 0, 1, 2
_SHOWN = 20


def add(folder: str, config: str, words: Sequence[str]) -> int:
    """Note a run down; return the exit status.

    Args:
        folder: The data folder.
        config: Path of the hand-written settings, which decide what a bare distance is in.
        words: The line, in one piece or in several.
    """
    store = Store(folder, SystemClock(), config)
    now = store.clock.stamp().utc_ms
    unit = distance_of(store.athlete())
    today = store.today()
    try:
        said = entered(read_line(" ".join(words), today, unit), new_id(now))
    except Refused as refused:
        return _say(f"{sentence(str(refused))} Nothing was kept.", MISUSED)
    entry = written(said)
    try:
        store.folder.create()
        store.folder.lock.acquire()
        warning = longest_warning(store.runs(), as_run(said), unit)
        store.history.fold(entry.document, table=entry.table)
    except Locked as error:
        return _say(f"{error.what} Nothing was kept.", FAILED)
    except StoreError as error:
        return _say(error.what, FAILED)
    finally:
        store.folder.lock.release()
    print(f"{safe_text(entry_words(said, today, unit))}: kept.")
    if warning:
        _say(warning, OK)
    return _reported(store)


def listed(folder: str, config: str, *, as_json: bool, limit: int | None) -> int:
    """Print runs and trials, newest first; return the exit status."""
    store = Store(folder, SystemClock(), config)
    try:
        entries = Runs(store.past).entries()[::-1]
        if as_json:
            shown = entries if limit is None else entries[:limit]
            print(json.dumps([run_values(entry) for entry in shown], indent=1))
        else:
            _print_table(
                entries[: _SHOWN if limit is None else limit], distance_of(store.athlete())
            )
        sys.stdout.flush()
    except StoreError as error:
        return _say(error.what, FAILED)
    except BrokenPipeError:
        # Whoever read has seen enough; nothing more may be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return _reported(store)


def _print_table(entries: Sequence[Entry], unit: Distance) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from runlift_tui.core.run_rows import HEADS, row_cells

    if not entries:
        print('No run yet. runlift run "today 8k 42:10 easy" notes one down.')
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for head, is_figure in HEADS:
        side: Literal["left", "right"] = "right" if is_figure else "left"
        table.add_column(head, justify=side, no_wrap=head != "note", overflow="fold")
    for entry in entries:
        table.add_row(*(Text(safe_text(each)) for each in row_cells(entry.said, None, unit)))
    Console(highlight=False).print(table)


def _reported(store: Store) -> int:
    for report in store.past.reports:
        _say(report, FAILED)
    return OK


def _say(what: str, status: int) -> int:
    print(f"runlift: {safe_text(what)}", file=sys.stderr)
    return status
