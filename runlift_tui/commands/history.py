"""`runlift history`: the past without a screen, as a table, text or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK, SHOWN
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from runlift_tui.commands.asked import Asked
    from runlift_tui.commands.parser import Commands, Parser
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.store.history.past import Past

_NONE = "No session yet. runlift starts one."


def add(commands: Commands, folder: Parser) -> None:
    """Add its words to the command line."""
    from runlift_tui.commands.parser import add_limit

    history = commands.add_parser(
        "history", parents=[folder], help="finished sessions, newest first"
    )
    form = history.add_mutually_exclusive_group()
    form.add_argument(
        "--json", action="store_true", help="as a JSON array of session documents, all of them"
    )
    form.add_argument(
        "--text", action="store_true", help="as text to paste under a run: the newest, or --limit N"
    )
    add_limit(history)


def run(asked: Asked) -> int:
    """Print finished sessions, newest first; return the exit status."""
    from runlift_tui.store.history.past import Past

    past, limit = Past(asked.folder), asked.words.limit
    try:
        if asked.words.json:
            _print_json(past.documents(limit))
        elif asked.words.text:
            _print_text(past, asked.config, 1 if limit is None else limit)
        else:
            _print_table(past, limit)
    except StoreError as error:
        return printing.say(error.what, FAILED)
    printing.said_of((*past.reports, *map(_aside, past.history.set_aside())))
    return OK


def _aside(path: str) -> str:
    """Return that what a damaged year held may be missing from the list."""
    return (
        f"{path} was set aside because it could not be read: what is in it is not listed. "
        "Move it away once you have rescued what is in it."
    )


def _print_json(documents: Iterator[dict[str, Any]]) -> None:
    """Print an array, whole also where a year in it cannot be read."""
    import json

    def parts() -> Iterator[str]:
        before, end = "[\n", "[]\n"
        try:
            for document in documents:
                yield f"{before}{json.dumps(document, allow_nan=False)}"
                before, end = ",\n", "\n]\n"
        except StoreError:
            yield end
            raise
        yield end

    printing.write(parts())


def _print_text(past: Past, config: str, limit: int) -> None:
    from runlift_tui.core.athlete.athlete import Athlete
    from runlift_tui.core.history.text import session_text
    from runlift_tui.store.library import config_file
    from runlift_tui.store.library.library import ATHLETE, Library
    from runlift_tui.store.library.settings import KEY, athlete_of

    try:
        athlete = athlete_of(Library(past.folder.library).get(ATHLETE, KEY))
    except StoreError as error:
        past.report(error.what)
        athlete = Athlete()
    by_hand, faults = config_file.read(config)
    for fault in config_file.in_brief(faults):
        past.report(fault)
    unit = by_hand.over(athlete).unit
    found = ["\n".join(session_text(each, unit)) for each in islice(past.sessions(), limit)]
    printing.tell("\n\n".join(filter(None, found)) or _NONE)


def _print_table(past: Past, limit: int | None) -> None:
    from runlift_tui.core.history.told import program_of
    from runlift_tui.core.lists.tables import Column

    sessions = past.sessions()
    shown = list(islice(sessions, limit or SHOWN))
    rows = [_cells(each) for each in shown]
    if not rows:
        printing.tell(_NONE)
        return
    heads = [
        Column("date"),
        Column("routine", least=12, spare=2),
        Column("level", spare=5),
        Column("sets", number=True, spare=3),
        Column("min", number=True, spare=1),
        Column("effort", number=True, spare=4),
        Column("note", least=12, spare=6),
    ]
    origins = [program_of(each) for each in shown]
    if any(origins):
        heads.append(Column("from", spare=4))
        rows = [(*row, origin) for row, origin in zip(rows, origins, strict=True)]
    printing.table(heads, rows)
    if limit is None and next(sessions, None) is not None:
        printing.tell(printing.more(len(rows), past.count()))


def _cells(session: PastSession) -> tuple[str, ...]:
    """Return a session as it is printed; minutes that nobody knows are a dash."""
    return (
        f"{session.local:%Y-%m-%d %H:%M}",
        session.routine_name,
        session.level,
        f"{len(session.done)}",
        f"{session.minutes or '–'}",
        "" if session.effort is None else f"{session.effort}",
        session.notes,
    )
