"""Session documents for tests, and plain TinyDB's view of a file."""

import gc
import json
from datetime import datetime
from typing import Any

from tinydb import TinyDB

from runlift_tui.store.journal.segment import Segment

Document = dict[str, Any]


def from_iso(text: str) -> int:
    """Return UTC text, as a document has it, as milliseconds since the epoch."""
    return round(datetime.fromisoformat(text).timestamp() * 1000)


def done(slot: str, exercise: str, reps: int, **more: Any) -> Document:
    """Return a set as a session document has it."""
    return {"slot": slot, "exercise": exercise, "reps": reps, **more}


def session(id_: str, day: str = "2026-11-22", *sets: Document, **more: Any) -> Document:
    """Return a finished session of a day, at five in the afternoon."""
    return {
        "id": id_,
        "routine": "runner-lower-body",
        "routine_name": "Runner's lower body",
        "started": f"{day}T17:00:00.000Z",
        "finished": f"{day}T18:00:00.000Z",
        "sets": list(sets),
        **more,
    }


def plain(path: str, table: str = "sessions") -> list[Document]:
    """Return a table as stock TinyDB reads it."""
    with TinyDB(path, access_mode="r") as opened:
        return [dict(document) for document in opened.table(table)]


def write_plain(path: str, documents: list[Document], table: str = "sessions") -> None:
    """Write a file as a script with stock TinyDB would: no `meta` table."""
    with open(path, "w", encoding="ascii") as file:
        json.dump({table: {str(n): doc for n, doc in enumerate(documents, 1)}}, file)


def let_go() -> None:
    """Close every journal, as the end of a program does: on Windows an open one stays."""
    for each in gc.get_objects():
        if isinstance(each, Segment):
            each.close()
