"""A week changed by hand: what may be typed, what it breaks, and that it is let."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.plan.changes_told import broken_lines
from runlift_tui.core.plan.faults import broken_by_hand, over_words, weeks_over
from runlift_tui.core.plan.own import AsDone
from runlift_tui.core.plan.plan import Plan, WeekChange, changed
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.week_edit import (
    NAMES,
    fields,
    is_possible,
    nudged,
    told,
    typed,
    why_fixed,
)
from runlift_tui.core.plan.weeks import plan_weeks
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.words.faults import Refused
from tests.core.plans import MONDAY, any_changes, plan
from tests.rows import for_each

WEEK = plan_weeks(plan())[2]


def broken(*changes: WeekChange, **values: Any) -> list[str]:
    found = plan(*changes, **values)
    return [each.what for each in broken_by_hand(found, plan_weeks(found))]


@for_each(
    ("key", "text", "value"),
    [
        ("sessions", "3", 3),
        ("rounds", " 4 ", 4),
        ("reps", "6-8", (6, 8)),
        ("reps", "8", (8, 8)),
        ("rir", "2-3 more", (2, 3)),
        ("rung", "+2", 2),
        ("percent", "up to 25 %", 25),
        ("run_min", "5:30", 330),
        ("run_min", "5:30 h", 330),
        ("run_min", "330 min", 330),
        ("run_min", "5.5", 330),
        ("days", "tue fri", (1, 4)),
        ("days", "", None),
        ("rounds", "plan", None),
    ],
)
def test_numbers_are_typed_as_they_are_shown(key: str, text: str, value: object) -> None:
    assert getattr(typed(plan(), WEEK, key, text), key) == value


@for_each(
    ("key", "text", "said"),
    [
        ("sessions", "9", "0 to 4"),
        ("rounds", "0", "1 to 6"),
        ("rounds", "many", "a whole number from 1 to 6"),
        ("reps", "8-6", "backwards"),
        ("reps", "x", "8-10"),
        ("reps", "30", "3 to 15"),
        ("percent", "99", "0 to 50"),
        ("run_min", "soon", "5:30"),
        ("days", "tomorrow", "no weekday"),
    ],
)
def test_what_cannot_be_is_refused_in_words(key: str, text: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        typed(plan(), WEEK, key, text)


@for_each("key", [key for key in NAMES if key != "days"])
def test_a_step_more_and_one_less_is_where_it_was(key: str) -> None:
    one = plan()
    more = nudged(one, WEEK, key, 1)
    after = Plan(id="one", answers=one.answers, changes=(more,))
    week = plan_weeks(after)[2]
    assert getattr(nudged(after, week, key, -1), key) in (
        getattr(WEEK, key, None),
        WEEK.books.usual if key == "run_min" else None,
    )


def test_every_number_says_whether_it_was_set_by_hand() -> None:
    found = fields(plan(WeekChange(week=3, rounds=5)), WEEK, (1, 4))
    assert [field.name for field in found if field.by_hand] == ["rounds"]
    assert found[-1].shown == "tue fri"


def test_a_change_is_told_and_undone() -> None:
    change = typed(plan(), WEEK, "rounds", "5")
    edit = changed(plan(), change, told(WEEK, change, "rounds"))
    assert edit.told == "Week 3, rounds: 5"
    assert edit.after == plan(WeekChange(week=3, rounds=5))
    assert edit.undone().after == plan()
    back = typed(plan(change), WEEK, "rounds", "plan")
    assert changed(plan(change), back, "").after == plan()


@for_each(
    ("change", "values", "said"),
    [
        ({"rounds": 4}, {"level": Level.BEGINNER, "miles": 15}, "3 are the most for a beginner"),
        ({"sessions": 3}, {"level": Level.BEGINNER, "miles": 15}, "2 a week are the most"),
        ({"rounds": 5}, {}, "77 minutes a session: 75 are the most"),
        ({"sessions": 2}, {"miles": 60, "level": Level.BEGINNER}, "at 60 miles a week we add none"),
        ({"percent": 33}, {}, "20 % is the most for this week"),
        ({"reps": (12, 15)}, {}, "the published session has 5-10"),
        ({"sessions": 4, "rounds": 4}, {"miles": 20}, "we stop at 32 %, our own rule"),
    ],
)
def test_what_a_change_breaks_is_said_and_let(
    change: dict[str, object], values: dict[str, object], said: str
) -> None:
    hand = WeekChange(week=3, **change)  # type: ignore[arg-type]
    assert any(said in what for what in broken(hand, **values))
    week = plan_weeks(plan(hand, **values))[2]
    for key, value in change.items():
        assert getattr(week, key) == value


def test_a_change_over_a_limit_says_so_in_a_sentence() -> None:
    hand = WeekChange(week=3, sessions=4, rounds=4)
    one = plan(hand, miles=20)
    weeks = plan_weeks(one)
    first, *others = broken(hand, miles=20)
    said = over_words(one, weeks, 3)
    assert said == f"Over our limit: {first}; over {len(others)} more limits."
    assert "we stop at 32 %" in said, "the share is what is told first"
    assert over_words(one, weeks, 4) == ""
    assert weeks_over(one, weeks, weeks[2].sunday) == f"week 3, your change: {first}"
    assert weeks_over(one, weeks, weeks[3].monday) == "", "it lies behind"
    two = plan(hand, WeekChange(week=5, sessions=4, rounds=4), miles=20)
    assert weeks_over(two, plan_weeks(two), MONDAY).endswith("; 1 more week over a limit")


def test_what_is_added_is_told_in_the_athletes_own_unit() -> None:
    hand = WeekChange(week=3, sessions=4)
    (km,) = (each for each in broken(hand, in_miles=False) if "more than by running" in each)
    assert "at 64 km a week we add " in km
    (miles,) = (each for each in broken(hand) if "more than by running" in each)
    assert "at 40 miles a week we add " in miles


@for_each(
    ("number", "own_rounds", "names"),
    [
        (3, True, ["sessions", "run time off", "usual run", "days"]),
        (3, False, ["sessions", "rounds", "run time off", "usual run", "days"]),
        (4, True, ["sessions", "rounds", "run time off", "lighter run", "days"]),
    ],
)
def test_a_routine_of_ones_own_has_no_number_that_it_does_not_go_by(
    number: int, own_rounds: bool, names: list[str]
) -> None:
    week = plan_weeks(plan())[number - 1]
    week = week._replace(routine="Garage four", own_heavy=True, own_rounds=own_rounds)
    assert [field.name for field in fields(plan(), week, ())] == names


def test_a_long_routine_of_ones_own_breaks_the_same_limits_as_a_change() -> None:
    found = plan(miles=20)
    kept = flow(found, (), MONDAY)
    assert broken_by_hand(found, kept.weeks) == ()
    long = flow(found, (), MONDAY, lambda _: AsDone(80, 4, "Garage four", True, True))
    said = broken_by_hand(found, long.weeks)
    assert {each.week for each in said} == {w.number for w in long.weeks if w.sessions}
    assert {each.by for each in said} == {"Garage four"}
    of_three = [each.what for each in said if each.week == 3]
    for limit in ("we stop at 32 %", "we add 60 min at most", "75 are the most for a runner"):
        assert any(limit in what for what in of_three)
    (line, *_) = broken_lines(found, long, long.weeks[2])
    assert line.text == f"{of_three[0]} (Garage four)."
    assert weeks_over(found, long.weeks, MONDAY).startswith(
        f"week {said[0].week}, Garage four: {said[0].what}"
    )


def test_a_taper_that_is_none_is_told() -> None:
    assert any("a taper has" in what for what in broken(WeekChange(week=9, run_min=600)))


def test_what_keeps_the_rules_breaks_nothing() -> None:
    assert broken(WeekChange(week=3, rounds=2, percent=10, rung=0)) == []
    assert broken() == []


@given(any_changes())
def test_whatever_the_page_accepts_is_possible(changes: tuple[WeekChange, ...]) -> None:
    assert all(is_possible(change) for change in changes)


@for_each(
    "change",
    [
        WeekChange(week=1, rounds=0),
        WeekChange(week=1, reps=(9, 8)),
        WeekChange(week=1, days=(7,)),
        WeekChange(week=1, sessions=-1),
    ],
)
def test_what_no_page_would_accept_is_not(change: WeekChange) -> None:
    assert not is_possible(change)


@given(st.sampled_from(sorted(NAMES)), st.text())
def test_whatever_is_typed_is_taken_or_refused(key: str, text: str) -> None:
    with suppress(Refused):
        assert is_possible(typed(plan(), WEEK, key, text))


def test_a_week_that_is_over_stays_as_it_was_planned() -> None:
    over = f"Week {WEEK.number} is over: its numbers stay as they were planned."
    assert why_fixed(WEEK, WEEK.sunday + timedelta(days=1)) == over
    assert why_fixed(WEEK, WEEK.sunday) == why_fixed(WEEK, WEEK.monday) == ""
