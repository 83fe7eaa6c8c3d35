from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.store.history.year_summary import add_up, empty, summarise
from tests.store.examples import done, session

FIRST = session(
    "a",
    "2025-12-30",
    done("B1", "split-squat", 6, load_kg=24.0, ended="2025-12-30T17:20:00.000Z"),
    done("B2", "jumping-lunge", 3, contacts=6, ended="2025-12-30T17:25:00.000Z"),
    done("B1", "split-squat", 5, load_kg=24.0),
    done("B3", "step-up", 0, skipped="time"),
)
SECOND = session("b", "2026-01-02", done("B1", "step-up", 8), done("A1", "split-squat", 10))


def test_nothing_adds_up_to_nothing() -> None:
    assert summarise([]) == add_up([]) == empty()


def test_first_and_last_say_what_the_home_screen_says() -> None:
    summary = summarise([FIRST, SECOND])
    assert summary["sessions"] == 2
    assert summary["first"]["id"] == "a"
    assert summary["first"]["times"][0] == [None, "2025-12-30T17:20:00.000Z"]
    assert len(summary["first"]["times"]) == 3
    assert summary["last"] == {
        "id": "b",
        "routine": "runner-lower-body",
        "routine_name": "Runner's lower body",
        "started": "2026-01-02T17:00:00.000Z",
        "finished": "2026-01-02T18:00:00.000Z",
        "utc_offset_min": None,
        "times": [[None, None], [None, None]],
    }


def test_last_time_is_by_slot_and_exercise() -> None:
    slots = summarise([FIRST, SECOND])["slots"]
    assert sorted(slots) == ["A1/split-squat", "B1/split-squat", "B1/step-up", "B2/jumping-lunge"]
    assert slots["B1/split-squat"] == [
        {
            "when": "2025-12-30T17:00:00.000Z",
            "sets": [
                {"reps": 6, "load_kg": 24.0, "ended": "2025-12-30T17:20:00.000Z"},
                {"reps": 5, "load_kg": 24.0},
            ],
        }
    ]


def test_the_last_two_sessions_of_a_slot_are_kept_and_the_times_of_one() -> None:
    ended = "2026-01-09T17:20:00.000Z"
    days = [
        session("x", f"2026-01-{day:02}", done("B1", "step-up", day, ended=ended, name="Step-up"))
        for day in (2, 5, 9)
    ]
    before, last = summarise(days)["slots"]["B1/step-up"]
    assert before == {"when": "2026-01-05T17:00:00.000Z", "sets": [{"reps": 5}]}
    assert last["sets"] == [{"reps": 9, "ended": ended}]


def test_the_sets_to_beat_are_few_and_no_fast_one_is_among_them() -> None:
    sets = [done("B1", "step-up", reps, load_kg=kg) for reps, kg in ((8, 20.0), (6, 24.0), (5, 20))]
    fast = done("B2", "step-up", 30, half_of="B1")
    found = summarise([session("x", "2026-01-02", *sets, fast)])["exercises"]["step-up"]
    assert found["best"] == [{"reps": 8, "load_kg": 20.0}, {"reps": 6, "load_kg": 24.0}]


def test_exercises_are_counted_and_point_to_their_last_slot() -> None:
    assert summarise([FIRST, SECOND])["exercises"] == {
        "split-squat": {
            "sessions": 2,
            "sets": 3,
            "when": "2026-01-02T17:00:00.000Z",
            "slot": "A1",
            "best": [{"reps": 10}, {"reps": 6, "load_kg": 24.0}],
        },
        "jumping-lunge": {
            "sessions": 1,
            "sets": 1,
            "when": "2025-12-30T17:00:00.000Z",
            "slot": "B2",
            "best": [{"reps": 3}],
        },
        "step-up": {
            "sessions": 1,
            "sets": 1,
            "when": "2026-01-02T17:00:00.000Z",
            "slot": "B1",
            "best": [{"reps": 8}],
        },
    }


def test_the_last_landing_is_that_of_a_set_with_contacts() -> None:
    assert summarise([FIRST, SECOND])["contacts_at"] == "2025-12-30T17:25:00.000Z"
    assert summarise([SECOND])["contacts_at"] is None


@given(st.integers(0, 6), st.permutations(range(6)))
def test_years_add_up_to_the_whole(cut: int, order: list[int]) -> None:
    sessions = [
        session(
            str(n),
            f"2026-01-{n + 1:02d}",
            done("B1", f"exercise-{order[n] % 3}", n, contacts=order[n] % 2),
            done(f"B{order[n] % 2}", "step-up", n, load_kg=float(order[n] % 4), rir=n % 3),
        )
        for n in range(6)
    ]
    assert add_up([summarise(sessions[:cut]), summarise(sessions[cut:])]) == summarise(sessions)


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"id": 3, "started": 5, "sets": None},
        {"sets": {"slot": "B1"}},
        {"sets": [None, 3, {"slot": "B1"}, {"exercise": 4}]},
        {"started": None, "sets": [{"exercise": "x", "slot": 7, "contacts": "many"}]},
    ],
)
def test_what_a_hand_left_odd_is_passed_over(odd: dict[str, Any]) -> None:
    summary = summarise([odd, SECOND])
    assert summary["sessions"] == 2
    assert summary["slots"]["B1/step-up"][0]["sets"] == [{"reps": 8}]
