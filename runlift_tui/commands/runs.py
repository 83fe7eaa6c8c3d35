"""The commands that note a run down and list them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from runlift_tui.clock import SystemClock
from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK, SHOWN
from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.runs.logbook import written
from runlift_tui.core.runs.reading import as_run, entered, entry_words, sentence
from runlift_tui.core.runs.sheet import longest_warning
from runlift_tui.core.runs.table import run_values
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.disk.errors import Locked, StoreError
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.disk.lock import A_MOMENT_S
from runlift_tui.store.history.runs import Runs
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift_tui.core.runs.logbook import LoggedRun
    from runlift_tui.core.words.units import Distance


def add(folder: str, config: str, words: Sequence[str]) -> int:
    """Note a run down; return the exit status.

    Args:
        folder: The data folder.
        config: Path of the hand-written settings, which decide what a bare distance is in.
        words: The line, in one piece or in several.
    """
    store = Store(folder, SystemClock(), config)
    now = store.clock.stamp().utc_ms
    unit = distance_of(store.desk.athlete())
    today = store.today()
    line = " ".join(map(_as_typed, words))
    try:
        said = entered(read_line(line, today, unit), new_id(now))
    except Refused as refused:
        return printing.say(f"{sentence(str(refused))} Nothing was kept.", MISUSED)
    entry = written(said)
    try:
        store.folder.create()
        store.folder.lock.acquire(A_MOMENT_S)
        warning = longest_warning(store.runs.all(), as_run(said), unit)
        store.history.fold(entry.document, table=entry.table)
    except Locked as error:
        return printing.say(f"{error.what} Nothing was kept.", FAILED)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    finally:
        store.folder.lock.release()
    status = printing.done(f"{entry_words(said, today, unit)}: kept.")
    if warning:
        printing.say(warning, OK)
    printing.said_of(store.past.reports)
    return status


def _as_typed(word: str) -> str:
    """Return a word in the letters that it was typed in, also where the locale has them not."""
    if word.isascii():
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


def listed(folder: str, config: str, *, as_json: bool, limit: int | None) -> int:
    """Print runs and trials, newest first; return the exit status."""
    store = Store(folder, SystemClock(), config)
    try:
        entries = Runs(store.past).entries()[::-1]
    except StoreError as error:
        return printing.say(error.what, FAILED)
    if as_json:
        shown = entries if limit is None else entries[:limit]
        text = json.dumps([run_values(entry) for entry in shown], indent=1)
        printing.write((f"{text}\n",))
    else:
        _print_table(entries, limit, distance_of(store.desk.athlete()))
    printing.said_of(store.past.reports)
    return OK


def _print_table(entries: Sequence[LoggedRun], limit: int | None, unit: Distance) -> None:
    from runlift_tui.core.runs.rows import COLUMNS, row_cells

    if not entries:
        printing.tell('No run yet. runlift run "today 8k 42:10 easy" notes one down.')
        return
    shown = entries[: limit or SHOWN]
    printing.table(COLUMNS, [row_cells(entry.said, None, unit) for entry in shown])
    if limit is None and len(entries) > len(shown):
        printing.tell(printing.more(len(shown), len(entries)))
