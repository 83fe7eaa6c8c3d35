"""Sessions of the past to look back on."""

from typing import Any

from runlift_tui.core.document import Document, iso
from runlift_tui.core.last import LastSet
from runlift_tui.core.past_session import PastSession, past_sessions

DAY_MS = 86_400_000
MONDAY = 1_767_603_600_000
"""2026-01-05, nine in the morning, UTC."""


def row(exercise: str = "rfe-split-squat", **more: Any) -> Document:
    """Return a set as a document has it."""
    return {"slot": "B1", "round": 1, "exercise": exercise, "name": exercise.title(), **more}


def outing(day: int, *rows: Document, **more: Any) -> Document:
    """Return the document of a session, so many days after `MONDAY`; each set takes a minute."""
    at = MONDAY + day * DAY_MS
    sets = [
        {"started": iso(at + n * 120_000), "ended": iso(at + n * 120_000 + 60_000), **each}
        for n, each in enumerate(rows)
    ]
    return {"id": f"day-{day}", "started": iso(at), "utc_offset_min": 0, "sets": sets, **more}


def sessions(*documents: Document) -> tuple[PastSession, ...]:
    """Return documents as what looks back sees of them."""
    return past_sessions(documents)


def heavy(left: int, right: int, rir: int | None = None, kg: float | None = 24.0) -> LastSet:
    """Return a set with two dumbbells."""
    return LastSet(left=left, right=right, rir=rir, load_kg=kg, implements=2)
