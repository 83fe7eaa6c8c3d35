"""Every set as one row of a table, for spreadsheets and statistics."""

from collections.abc import Iterator

from runlift_tui.core.history.amend import morning_words, sign_words
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.lists.tables import cell

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
)
"""Loads are kilograms, rests and holds seconds, times UTC; what was not said is empty.

The last but one to the last but four are the athlete's own: day and time of the session, minutes
ahead of UTC, and when the set began. A stop sign is "stands", "looked at", or empty.

The morning after is "worse", "not worse", or empty. Unsure are the values of a set, by the names of
their columns, that are far from those before and that nobody confirmed: it counts for no record.
"""


def set_rows(session: PastSession, decimal: str = ".") -> Iterator[tuple[str, ...]]:
    """Yield the sets of a session, in the order of `COLUMNS`, skipped ones too.

    Args:
        session: With its document.
        decimal: What stands before the decimals of a number.
    """
    head = tuple(cell(session.document.get(name), decimal) for name in _OF_SESSION)
    morning = "" if session.morning is None else morning_words(session.morning)
    sign = sign_words(session)
    own = (f"{session.day}", f"{session.local:{_TIME}}", cell(session.utc_offset_min))
    for row, each in zip(session.rows, session.sets, strict=True):
        row = {**row, "exercise": each.exercise}  # the one that a merged entry means
        values = (cell(row.get(name), decimal) for name in _OF_SET)
        time = "" if each.started is None else f"{session.clock_at(each.started):{_TIME}}"
        yield (*head, *values, morning, cell(" ".join(each.unsure)), *own, time, sign)
