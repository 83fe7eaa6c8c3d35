"""Every set as one row of a table, for spreadsheets and statistics."""

from collections.abc import Iterator

from runlift_tui.core.history.amend import morning_words
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
_SHARED = set(_OF_SESSION) & set(_OF_SET)
COLUMNS = (
    *(f"session_{name}" for name in _OF_SESSION),
    *(f"set_{name}" if name in _SHARED else name for name in _OF_SET),
    "session_morning",
    "unsure",
)
"""Loads are kilograms, rests and holds seconds, times UTC; what was not said is empty.

The morning after is "worse", "not worse", or empty. Unsure are the values of a set, by the names of
their columns, that are far from those before and that nobody confirmed: it counts for no record.
"""


def set_rows(session: PastSession) -> Iterator[tuple[str, ...]]:
    """Yield the sets of a session, in the order of `COLUMNS`, skipped ones too."""
    head = tuple(cell(session.document.get(name)) for name in _OF_SESSION)
    morning = "" if session.morning is None else morning_words(session.morning)
    for row, each in zip(session.rows, session.sets, strict=True):
        row = {**row, "exercise": each.exercise}  # the one that a merged entry means
        values = (cell(row.get(name)) for name in _OF_SET)
        yield (*head, *values, morning, cell(" ".join(each.unsure)))
