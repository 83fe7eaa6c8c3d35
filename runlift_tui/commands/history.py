"""The history and the keys without a screen: plain text and JSON on standard output."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Any

from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK, SHOWN
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past

if TYPE_CHECKING:
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.core.keys.action import ScreenKeys
    from runlift_tui.core.keys.own_keys import OwnKeys

_NONE = "No session yet. runlift starts one."


class Form(StrEnum):
    """How sessions are printed."""

    TABLE = "table"
    JSON = "json"
    TEXT = "text"
    """A few lines each, to be pasted elsewhere."""


def history(folder: str, config: str, form: Form, limit: int | None) -> int:
    """Print finished sessions, newest first; return the exit status."""
    past = Past(folder)
    try:
        if form is Form.JSON:
            _print_json(past.documents(limit))
        elif form is Form.TEXT:
            _print_text(past, config, 1 if limit is None else limit)
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


def keys(config: str, *, every: bool, ids: bool = False) -> int:
    """Print the keys of a session, or of every screen, with the athlete's own in their place.

    Args:
        config: Path of the hand-written settings.
        every: Whether of every screen.
        ids: Whether every action that can have another key, by the id that the settings take.
    """
    from runlift_tui.core.keys.own_keys import OwnKeys
    from runlift_tui.store.library import config_file

    read, faults = config_file.read(config)
    own = OwnKeys(read.keys)
    if ids:
        _print_ids(own, config)
    else:
        _print_keys(own, every=every)
    printing.said_of(faults)
    return OK


def _print_keys(own: OwnKeys, *, every: bool) -> None:
    from runlift_tui.core.keys.actions import SCREENS

    for number, screen in enumerate(SCREENS if every else SCREENS[:1]):
        if every:
            printing.tell(*([""] if number else []), screen.title)
        printing.tell(*_key_lines(screen, own))


def _key_lines(screen: ScreenKeys, own: OwnKeys) -> Iterator[str]:
    """Yield the keys of a screen, aligned, and what each does."""
    from runlift_tui.core.keys.actions import help_lines

    lines = [(_key_words(line.key), line.word) for line in own.lines(help_lines(screen.screen))]
    wide = max(len(keys_) for keys_, _ in lines)
    for keys_, meaning in lines:
        yield f"{keys_:<{wide}}  {meaning}"


def _key_words(keys_: str) -> str:
    """Return keys as standard output can show them; elsewhere an arrow is no key."""
    return keys_ if printing.shows(keys_) else printing.printable(keys_.replace("→", "right"))


def _print_ids(own: OwnKeys, config: str) -> None:
    """Print every action as a line that the settings file takes as it stands."""
    from runlift_tui.core.keys.actions import ROWS

    printing.tell(f"# For {safe_text(config)}: copy what you want otherwise.", "[keys]")
    for id_ in ROWS:
        names = ", ".join(f'"{key}"' for key in own.of(id_))
        printing.tell(f'"{id_}" = [{names}]')


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
    from runlift_tui.store.library.library import Library
    from runlift_tui.store.library.settings import ATHLETE, KEY, athlete_of

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
    from runlift_tui.core.lists.tables import Column

    sessions = past.sessions()
    rows = [_cells(each) for each in islice(sessions, limit or SHOWN)]
    if not rows:
        printing.tell(_NONE)
        return
    heads = (
        Column("date"),
        Column("routine", least=12, spare=2),
        Column("level", spare=5),
        Column("sets", number=True, spare=3),
        Column("min", number=True, spare=1),
        Column("effort", number=True, spare=4),
        Column("note", least=12, spare=6),
    )
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
        f"{round(session.minutes) or '–'}",
        "" if session.effort is None else f"{session.effort}",
        session.notes,
    )
