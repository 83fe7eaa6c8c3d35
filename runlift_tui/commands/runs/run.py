"""`runlift run`: a run, noted down in one line."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.store.disk.errors import Locked, StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.runs.logbook import LoggedRun
    from runlift_tui.core.words.units import Distance
    from runlift_tui.store.store import Store

_LINE = """\
a line says these, in any order; only a distance or a time is needed:
  day       today, yesterday, sat, last sat, 3 days ago, 20 nov, 2026-11-20;
            left out, today
  distance  8k, 5.2 miles, 800m, half, marathon
  time      42:10, 1:21:00, 1h20, 45 min
  pace      5:16/km, 8:30/mi, with a distance or a time, the other follows
  kind      easy, long, tempo, intervals, hills, sprints, race, unsaid; a race over a
            distance counts for the 5K
  strides   strides 6x20s
  effort    effort 7, 7/10
  note      note and any words, to the end of the line

  runlift run "today 8k 42:10 easy"
  runlift run "3 days ago 45 min easy strides 6x20s effort 4"
  runlift run "sat 10k 41:12 race note windy, hilly second half"
"""


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    run = commands.add_parser(
        "run",
        parents=[folder],
        help='note a run down: runlift run "today 8k 42:10 easy"',
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_LINE,
    )
    run.add_argument(
        "line",
        nargs="+",
        metavar="LINE",
        help="day, distance, time, kind, effort in any order, then note and any words",
    )


def run(asked: Asked) -> int:
    """Note a run down; return the exit status."""
    from runlift_tui.core.athlete.athlete import distance_of
    from runlift_tui.core.runs.line import read_line
    from runlift_tui.core.runs.logbook import written
    from runlift_tui.core.runs.reading import entered, entry_words
    from runlift_tui.core.words.faults import Refused
    from runlift_tui.core.words.text import sentence
    from runlift_tui.store.disk.ids import new_id

    store = asked.store()
    now = store.clock.stamp().utc_ms
    unit = distance_of(store.desk.athlete())
    today = store.today()
    line = " ".join(map(_as_typed, asked.words.line))
    try:
        said = entered(read_line(line, today, unit), new_id(now))
    except Refused as refused:
        return printing.say(f"{sentence(str(refused))} Nothing was kept.", MISUSED)
    try:
        warning = _kept(store, written(said), unit)
    except Locked as error:
        return printing.say(f"{error.what} Nothing was kept.", FAILED)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    status = printing.done(f"{entry_words(said, today, unit)}: kept.")
    if warning:
        printing.say(warning, OK)
    printing.said_of(store.past.reports)
    return status


def _kept(store: Store, entry: LoggedRun, unit: Distance) -> str:
    """Keep a run; return what there is to warn of, if anything.

    Raises:
        StoreError: it could not be kept.
    """
    from runlift_tui.core.runs.reading import entry_words
    from runlift_tui.core.runs.sheet import longest_warning
    from runlift_tui.store.disk.lock import A_MOMENT_S
    from runlift_tui.store.first_5k import settle_first_5k

    try:
        store.folder.create()
        store.folder.lock.acquire(A_MOMENT_S)
        warning = longest_warning(store.runs.all(), entry.run, unit)
        store.history.fold(entry.document, table=entry.table)
        said = entry_words(entry.said, store.today(), unit)
        store.acts.did("runs", (entry.table, entry.said.id), None, entry.document, f"Noted {said}")
        settle_first_5k(store)
    finally:
        store.close()
    return warning


def _as_typed(word: str) -> str:
    """Return a word in the letters that it was typed in, also where the locale has them not."""
    if word.isascii():
        return word
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word
