"""Documents of the past, whatever they hold, as lines of text."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.told import session_row

NAMES = (
    *("id", "routine_name", "level", "started", "finished", "ended", "utc_offset_min", "notes"),
    *("effort", "sets", "slot", "round", "name", "exercise", "target", "left", "right", "left_s"),
    *("right_s", "seconds", "reps", "load_kg", "implements", "rir", "snap", "skipped", "note"),
    *("rest_planned_s", "rest_taken_s"),
)
TIMES = st.sampled_from(
    ["2026-11-22T17:04:28.142Z", "0001-01-01T00:00:00", "9999-12-31T23:59:59+00:00", "2026-13-01"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | TIMES,
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
ROWS = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8)
DOCUMENTS = ROWS.flatmap(
    lambda row: st.lists(ROWS | VALUES, max_size=3).map(lambda sets: {**row, "sets": sets})
)


@given(DOCUMENTS)
def test_no_document_is_too_strange_to_be_listed(document: dict[str, Any]) -> None:
    row = session_row(document)
    assert row.sets <= len(document["sets"])


def test_a_session_in_a_row_is_in_the_athletes_own_time() -> None:
    document = {
        "started": "2026-11-22T23:30:00.000Z",
        "utc_offset_min": 60,
        "routine_name": "Runner's lower body",
        "level": "advanced",
        "effort": 0,
        "sets": [
            {"started": "2026-11-22T23:30:00Z", "ended": "2026-11-22T23:31:00Z", "left": 8},
            {"started": "2026-11-22T23:40:00Z", "ended": "2026-11-22T23:41:00Z", "skipped": "time"},
        ],
    }
    row = session_row(document)
    assert row.date == "2026-11-23 00:30"
    assert row.effort == "0"
    assert (row.sets, row.minutes) == (1, 11)
