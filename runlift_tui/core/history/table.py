"""Every set as one row of a table, for spreadsheets and statistics."""

from collections.abc import Iterator

import msgspec

from runlift_tui.core.history.amend import morning_words, sign_words
from runlift_tui.core.history.past import LighterSet, PastSession, PastSet
from runlift_tui.core.history.told import RAMP, with_ramp
from runlift_tui.core.lists.tables import cell
from runlift_tui.core.words.documents import Document, iso

_OF_SESSION = ("id", "started", "routine", "routine_name", "level", "effort", "pain", "notes")
_OF_SET = (
    *("slot", "block", "round", "exercise", "name", "target", "reps", "left", "right"),
    *("seconds", "left_s", "right_s", "load_kg", "implements", "rir", "snap", "contacts"),
    *("start_side", "half_of", "skipped", "pain", "swapped_from", "started", "ended"),
    *("rest_kind", "rest_planned_s", "rest_taken_s", "note"),
    # Behind all that stood here before: who reads a table by place finds each in its own.
    "metres",
)
_TIME = "%H:%M:%S"
_SHARED = set(_OF_SESSION) & set(_OF_SET)
COLUMNS = (
    *(f"session_{name}" for name in _OF_SESSION),
    *(f"set_{name}" if name in _SHARED else name for name in _OF_SET),
    "session_morning",
    "unsure",
    *("session_day", "session_time", "session_utc_offset_min", "set_time"),
    "session_stop_sign",
    "set_kind",
)
"""Loads are kilograms, rests and holds seconds, times UTC; what was not said is empty.

A load is that of all implements together, as the documents have it. Contacts are the landings of
the whole set, those of both legs, where a document has the landings of one rep.

The last but two to the last but five are the athlete's own: day and time of the session, minutes
ahead of UTC, and when the set began. A stop sign is "stands", "looked at", or empty.

The morning after is "worse", "not worse", or empty. Unsure are the values of a set, by the names of
their columns, that are far from those before and that nobody confirmed: it counts for no record.

The kind of a set is "set", or "ramp" of a lighter one on the way up, which counts for nothing.
"""


def set_rows(session: PastSession, decimal: str = ".") -> Iterator[tuple[str, ...]]:
    """Yield the sets of a session, in the order of `COLUMNS`, skipped and lighter ones too.

    Args:
        session: With its document.
        decimal: What stands before the decimals of a number.
    """
    head = tuple(cell(session.document.get(name), decimal) for name in _OF_SESSION)
    morning = "" if session.morning is None else morning_words(session.morning)
    sign = sign_words(session)
    own = (f"{session.day}", f"{session.local:{_TIME}}", cell(session.utc_offset_min))
    rows = dict(zip(map(id, session.sets), session.rows, strict=True))
    for each in with_ramp(session):
        ramp = isinstance(each, LighterSet)
        row = _lighter(each) if ramp else rows[id(each)]
        # The exercise that a merged entry means; what is called contacts on every screen.
        row = {**row, "exercise": each.exercise, "contacts": _landings(each)}
        values = (cell(row.get(name), decimal) for name in _OF_SET)
        time = "" if each.started is None else f"{session.clock_at(each.started):{_TIME}}"
        unsure = cell(" ".join(each.unsure))
        yield (*head, *values, morning, unsure, *own, time, sign, RAMP if ramp else "set")


def _landings(each: PastSet) -> int | None:
    """Return the landings of a set; None where its exercise has none, or where none was done."""
    return each.landings if each.contacts and each.skipped is None else None


def _lighter(each: PastSet) -> Document:
    """Return a set of a ramp as a document has one of a round."""
    times = {"started": each.started, "ended": each.ended}
    said = {name: iso(round(at.timestamp() * 1000)) for name, at in times.items() if at}
    return {**msgspec.to_builtins(each), **said}
