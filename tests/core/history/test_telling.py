"""Documents of the past, whatever they hold, as lines of text."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.history.believed import SESSIONS, past_session, row_faults
from runlift_tui.core.history.table import COLUMNS, set_rows
from runlift_tui.core.history.text import session_text
from runlift_tui.core.history.told import detail, row_words, set_lines
from runlift_tui.core.sets.told import result
from runlift_tui.core.words.units import Unit
from tests.core.past import outing, row, view
from tests.store.examples import from_iso

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
def test_no_document_is_too_strange_to_be_told_of_or_shown(document: dict[str, Any]) -> None:
    session = past_session(document)
    assert (session is None) == any(row_faults(SESSIONS, document))
    if session is not None:
        assert session.document is document
        assert len(session.sets) == len(session.rows)
        for unit in Unit:
            assert len(detail(session, unit)) >= 2
            assert len(session_text(session, unit)) >= 1
        assert row_words(session)[1].startswith(f"{len(session.done)} set")
        assert list(set_rows(session)) or not session.sets


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"name": 5, "slot": None, "note": ["x"]}, ("", "", "")),
        ({"name": "Squat", "slot": "B1", "note": "deep"}, ("Squat", "B1", "deep")),
    ],
)
def test_words_that_are_none_are_left_unsaid(said: dict[str, Any], shown: tuple[str, ...]) -> None:
    document = outing(0, row(reps=8, **said), row(skipped=7, implements=None))
    done, skipped = view(document).sets
    assert (done.name, done.slot, done.note) == shown
    assert (skipped.skipped, skipped.implements) == ("7", 1)
    assert view(document).rows[0]["name"] == said["name"], "the document has them still"


@pytest.mark.parametrize(
    "started", ["2026-11-22T17:04:28Z", "2026-11-22T17:04:28", "2026-11-22T18:04:28+01:00"]
)
def test_a_time_without_a_zone_is_utc(started: str) -> None:
    found = view({"id": "a", "started": started, "utc_offset_min": 420})
    assert found.at == from_iso("2026-11-22T17:04:28.000Z")
    assert found.local == datetime(2026, 11, 23, 0, 4, 28)


@pytest.mark.parametrize("started", ["1950-01-01T00:00:00Z", "2199-12-31T23:59:59Z"])
def test_the_first_and_the_last_day_of_all_can_be_shown(started: str) -> None:
    for offset in (-1440, 1440):
        assert row_words(view({"started": started, "utc_offset_min": offset}))


def test_a_session_in_a_list_is_in_the_athletes_own_time() -> None:
    document = {
        "started": "2026-11-22T23:30:00.000Z",
        "utc_offset_min": 60,
        "routine_name": "Runner's lower body",
        "level": "advanced",
        "effort": 0,
        "sets": [
            row(started="2026-11-22T23:30:00Z", ended="2026-11-22T23:31:00Z", left=8),
            row(started="2026-11-22T23:40:00Z", ended="2026-11-22T23:41:00Z", skipped="time"),
        ],
    }
    words = row_words(view(document))
    assert words == ("2026-11-23 Mon  Runner's lower body", "1 set, 11 min")
    assert "2026-11-23, 00:30" in detail(view(document), Unit.KG)[1].text
    assert "effort 0" in detail(view(document), Unit.KG)[1].text


def test_a_value_that_nobody_confirmed_is_marked_wherever_the_set_is_told() -> None:
    slip = row(left=75, right=8, load_kg=250.0, implements=2, unsure=["load_kg", "left"])
    session = view(outing(0, slip, row(left=8, right=8, load_kg=24.0, implements=2)))
    first, second = set_lines(session.sets, Unit.KG)
    assert "75/8?" in first
    assert "2 x 125 kg?" in first
    assert "?" not in second
    assert "not confirmed" in result(session.sets[0], Unit.KG)
    assert [each.load_kg for each in session.sure] == [24.0]
    assert [cells[COLUMNS.index("unsure")] for cells in set_rows(session)] == ["load_kg left", ""]
    strange = view(outing(0, {**slip, "unsure": 5}))
    assert strange.sure == strange.done
