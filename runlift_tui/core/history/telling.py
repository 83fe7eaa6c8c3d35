"""Finished sessions as rows and lines of text, from their documents."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from runlift_tui.core.session.duration import trained_minutes
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.told import result
from runlift_tui.core.words.documents import Document, from_iso
from runlift_tui.core.words.nonsense import NONSENSE
from runlift_tui.core.words.units import Unit, clock


class SessionRow(NamedTuple):
    """One finished session in a list."""

    date: str
    """Local date and time of its start: "2026-11-22 18:04"."""
    routine: str
    level: str
    sets: int
    minutes: int
    effort: str
    note: str


def session_row(document: Document) -> SessionRow:
    """Return a session in brief; what its document does not say is left empty."""
    sets = _sets(document)
    effort = document.get("effort")
    return SessionRow(
        date=_local(document.get("started"), document.get("utc_offset_min")),
        routine=_text(document.get("routine_name")),
        level=_text(document.get("level")),
        sets=sum(row.get("skipped") is None for row in sets),
        minutes=round(trained_minutes(at for row in sets for at in _times(row))),
        effort="" if effort is None else f"{effort}",
        note=_text(document.get("notes")),
    )


def session_lines(document: Document, unit: Unit) -> Iterator[str]:
    """Yield every set of a session in a line: slot, round, name, target, result, rest."""
    for row in _sets(document):
        done = _result(row, unit)
        rest = ""
        taken, planned = row.get("rest_taken_s"), row.get("rest_planned_s")
        if isinstance(planned, int):
            shown = clock(taken) if isinstance(taken, int) else "–"
            rest = f"   rest {shown} of {clock(planned)}"
        note = f"   {row['note']}" if row.get("note") else ""
        place = f"{_text(row.get('slot')):<3} {row.get('round', '')}"
        yield f"{place}  {_text(row.get('name')):<36}  {done}{rest}{note}"


def _result(row: Document, unit: Unit) -> str:
    if row.get("skipped") is not None:
        return f"skipped {row['skipped']}".rstrip()
    try:
        said = {name: value for name, value in row.items() if value is not None}
        return result(msgspec.convert(said, LastSet), unit)
    except NONSENSE:
        return "?"


def _sets(document: Document) -> list[Document]:
    rows = document.get("sets")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _times(row: Document) -> Iterator[int]:
    for name in ("started", "ended"):
        try:
            yield from_iso(row[name])
        except (KeyError, TypeError, ValueError):
            continue


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _local(started: Any, offset_min: Any) -> str:
    """Return a time in UTC as the athlete's clock showed it then."""
    from datetime import UTC, datetime, timedelta

    try:
        at = datetime.fromtimestamp(from_iso(started) / 1000, UTC)
        return f"{at + timedelta(minutes=offset_min or 0):%Y-%m-%d %H:%M}"
    except (TypeError, ValueError, OverflowError):
        return _text(started)
