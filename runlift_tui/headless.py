"""The commands that need no screen: plain text and JSON on standard output."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal

from runlift_tui.core.text import safe_text
from runlift_tui.store.errors import StoreError
from runlift_tui.store.past import Past

if TYPE_CHECKING:
    from runlift_tui.core.telling import SessionRow

_SHOWN = 20
_NONE = "No session yet. runlift starts one."
_ROUTINE_WIDTH = 24
_OF = {
    "date": "date",
    "routine": "routine",
    "level": "level",
    "sets": "sets",
    "min": "minutes",
    "effort": "effort",
    "note": "note",
}
"""The columns, and the fields of a row that they show."""


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
            _print_table(past, _SHOWN if limit is None else limit)
        sys.stdout.flush()
    except StoreError as error:
        print(f"runlift: {error.what}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read has seen enough; nothing more may be flushed into the pipe at exit.
        _silence()
        return 0
    except OSError as error:
        _silence()
        print(f"runlift: the output could not be written: {error.strerror}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        _silence()
        return 1
    for report in past.reports:
        print(f"runlift: {report}", file=sys.stderr)
    return 0


def keys(config: str, *, every: bool) -> int:
    """Print the keys of a session, or of every screen, with the athlete's own in their place.

    Args:
        config: Path of the hand-written settings.
        every: Whether of every screen.
    """
    from runlift_tui.core.keymap import SCREENS
    from runlift_tui.core.own_keys import OwnKeys
    from runlift_tui.store import config_file

    read, faults = config_file.read(config)
    own = OwnKeys(read.keys)
    blocks = []
    for screen in SCREENS if every else SCREENS[:1]:
        rows = [(own.told(screen.screen, line.keys), line.meaning) for line in screen.keys]
        wide = max(len(told) for told, _ in rows)
        lines = [f"{told:<{wide}}  {meaning}" for told, meaning in rows]
        blocks.append("\n".join([screen.title, *lines] if every else lines))
    try:
        print("\n\n".join(blocks), flush=True)
    except BrokenPipeError:
        _silence()
    for fault in faults:
        print(f"runlift: {fault}", file=sys.stderr)
    return 0


def _silence() -> None:
    """Let what is still to be written go nowhere, so that nothing complains at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_json(documents: Iterator[dict[str, Any]]) -> None:
    """Print an array, whole also where a year in it cannot be read."""
    import json

    before, end = "[\n", "[]"
    try:
        for document in documents:
            print(before, json.dumps(document, allow_nan=False), sep="", end="")
            before, end = ",\n", "\n]"
    except StoreError:
        print(end)
        raise
    print(end)


def _print_text(past: Past, config: str, limit: int) -> None:
    from runlift_tui.core.session_text import session_text
    from runlift_tui.store import config_file
    from runlift_tui.store.library import Library
    from runlift_tui.store.settings import ATHLETE, KEY, Athlete, athlete_of, overruled

    _print_what_can_be_printed()
    try:
        athlete = athlete_of(Library(past.folder.library).get(ATHLETE, KEY))
    except StoreError as error:
        past.report(error.what)
        athlete = Athlete()
    by_hand, faults = config_file.read(config)
    for fault in config_file.in_brief(faults):
        past.report(fault)
    unit = overruled(athlete, by_hand.settings).unit
    found = ["\n".join(session_text(document, unit)) for document in past.documents(limit)]
    print("\n\n".join(filter(None, found)) or _NONE)


def _print_what_can_be_printed() -> None:
    """Let what the terminal's encoding has not, such as in a note, stop nothing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _print_table(past: Past, limit: int) -> None:
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from runlift_tui.core.telling import session_row

    _print_what_can_be_printed()
    rows = [session_row(document) for document in past.documents(limit)]
    if not rows:
        print(_NONE)
        return
    console = Console()
    table = Table(box=None, header_style="bold", pad_edge=False, width=console.width)
    for name in _OF:
        # The figures are what it is for: where there is no room, the words give way.
        side: Literal["left", "right"] = "right" if name in ("sets", "min", "effort") else "left"
        words = name in ("routine", "note")
        wide = max(len(name), *(cell_len(_cell(row, name)) for row in rows))
        table.add_column(
            name,
            justify=side,
            no_wrap=True,
            overflow="ellipsis",
            min_width=None if words else wide,
            max_width=_ROUTINE_WIDTH if name == "routine" else None,
            ratio=1 if name == "note" else None,
        )
    for row in rows:
        table.add_row(*(Text(_cell(row, name)) for name in _OF))
    console.print(table)


def _cell(row: SessionRow, column: str) -> str:
    """Return a value of a row as it is printed; minutes that nobody knows are a dash."""
    value = getattr(row, _OF[column])
    return "–" if column == "min" and not value else safe_text(f"{value}")
