"""The commands that need no screen: plain text and JSON on standard output."""

import os
import sys
from collections.abc import Iterator
from typing import Any

from runlift_tui.store.errors import StoreError
from runlift_tui.store.past import Past

_SHOWN = 20


def history(folder: str, *, as_json: bool, limit: int | None) -> int:
    """Print finished sessions, newest first; return the exit status."""
    past = Past(folder)
    try:
        if as_json:
            _print_json(past.documents(limit))
        else:
            _print_table(past, _SHOWN if limit is None else limit)
        sys.stdout.flush()
    except StoreError as error:
        print(f"runlift: {error.what}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read has seen enough; nothing more may be flushed into the pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    for report in past.reports:
        print(f"runlift: {report}", file=sys.stderr)
    return 0


def _print_json(documents: Iterator[dict[str, Any]]) -> None:
    import json

    print("[", end="")
    for number, document in enumerate(documents):
        print(",\n" if number else "\n", json.dumps(document, allow_nan=False), sep="", end="")
    print("\n]")


def _print_table(past: Past, limit: int) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from runlift_tui.core.telling import session_row
    from runlift_tui.core.text import safe_text

    rows = [session_row(document) for document in past.documents(limit)]
    if not rows:
        print("No session yet. runlift starts one.")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("date", "routine", "level"):
        table.add_column(name)
    for name in ("sets", "min", "effort"):
        table.add_column(name, justify="right")
    table.add_column("note", overflow="ellipsis", no_wrap=True)
    for row in rows:
        cells = (
            row.date,
            row.routine,
            row.level,
            str(row.sets),
            str(row.minutes),
            row.effort,
            row.note,
        )
        table.add_row(*(Text(safe_text(cell)) for cell in cells))
    Console().print(table)
