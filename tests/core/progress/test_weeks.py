"""Sessions out of documents, and weeks out of sessions."""

from datetime import date

import pytest

from runlift_tui.core.history.believed import past_session
from runlift_tui.core.progress.weeks import weeks
from tests.core.builders import library
from tests.core.past import outing, row, sessions
from tests.rows import for_each


def test_no_session_makes_no_week() -> None:
    assert weeks(()) == ()


def test_a_week_without_training_stands_between_two() -> None:
    first, empty, last = weeks(
        sessions(
            outing(
                0,
                row(left=8, right=8, load_kg=24.0),
                row("jumping-lunge", left=4, right=3, contacts=1),
                row("step-up", left=9, right=9, skipped="time"),
                row("hop", reps=5, contacts=2),
                effort=6,
            ),
            outing(2, row(left=8, right=8)),
            outing(20, row(left=8, right=8)),
        ),
        {"rfe-split-squat", "jumping-lunge"},
    )
    assert (first.monday, empty.monday, last.monday) == (
        date(2026, 1, 5),
        date(2026, 1, 12),
        date(2026, 1, 19),
    )
    assert (first.sessions, first.sets, first.contacts, first.rated) == (2, 4, 17, 1)
    assert first.load == pytest.approx(6 * 7)
    assert first.minutes == pytest.approx(8)
    assert first.single_leg == pytest.approx(0.75)
    assert (empty.sessions, empty.load, empty.single_leg) == (0, None, None)


def test_counted_left_and_right_is_not_on_one_leg() -> None:
    done = outing(0, row("dead-bug", left=8, right=8), row("row-one-arm", left=8, right=8))
    ids = {each.id for each in library().values() if each.single_leg}
    assert [week.single_leg for week in weeks(sessions(done), ids)] == [0.0]


def test_a_day_is_the_athletes_own() -> None:
    late = outing(6, row(reps=5), utc_offset_min=16 * 60)
    assert [week.monday for week in weeks(sessions(late))] == [date(2026, 1, 12)]


@for_each(
    "strange",
    [
        {},
        {"id": "a"},
        {"id": "a", "started": "yesterday"},
        {"id": "a", "started": 5},
    ],
)
def test_a_document_that_says_no_time_is_passed_over(strange: dict[str, object]) -> None:
    assert past_session(strange) is None


@for_each(
    "strange",
    [
        {"reps": "ten"},
        {"reps": -1},
        {"reps": 5, "load_kg": float("nan")},
        {"reps": 5, "load_kg": -2.0},
        {"reps": 5, "implements": 0},
        {"exercise": None},
    ],
)
def test_a_session_with_a_set_without_sense_is_passed_over(strange: dict[str, object]) -> None:
    assert past_session(outing(0, row() | strange, row(reps=5))) is None
