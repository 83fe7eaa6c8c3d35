"""`runlift runs`: runs and trials as a table, or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift_tui.commands import printing
from runlift_tui.commands.parser import add_limit
from runlift_tui.commands.printing import FAILED, OK, SHOWN
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.runs.logbook import LoggedRun
    from runlift_tui.core.words.units import Distance


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    runs = commands.add_parser("runs", parents=[folder], help="runs and trials, newest first")
    runs.add_argument("--json", action="store_true", help="as a JSON array; metres and seconds")
    add_limit(runs)


def run(asked: Asked) -> int:
    """Print runs and trials, newest first; return the exit status."""
    from runlift_tui.core.athlete.athlete import distance_of
    from runlift_tui.store.history.runs import Runs

    store, limit = asked.store(), asked.words.limit
    try:
        entries = Runs(store.past).entries()[::-1]
    except StoreError as error:
        return printing.say(error.what, FAILED)
    if asked.words.json:
        _print_json(entries if limit is None else entries[:limit])
    else:
        _print_table(entries, limit, distance_of(store.desk.athlete()))
    printing.said_of(store.past.reports)
    return OK


def _print_json(entries: Sequence[LoggedRun]) -> None:
    import json

    from runlift_tui.core.runs.table import run_values

    text = json.dumps([run_values(entry) for entry in entries], indent=1)
    printing.write((f"{text}\n",))


def _print_table(entries: Sequence[LoggedRun], limit: int | None, unit: Distance) -> None:
    from runlift_tui.core.runs.rows import COLUMNS, row_cells

    if not entries:
        printing.tell('No run yet. runlift run "today 8k 42:10 easy" notes one down.')
        return
    shown = entries[: limit or SHOWN]
    printing.table(COLUMNS, [row_cells(entry.said, None, unit) for entry in shown])
    if limit is None and len(entries) > len(shown):
        printing.tell(printing.more(len(shown), len(entries)))
