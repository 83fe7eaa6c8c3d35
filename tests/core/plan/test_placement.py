"""On which days sessions go, and which rules a day breaks."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, islice, product
from typing import Any

import pytest

from runlift_tui.core.plan.placement import placed
from runlift_tui.core.plan.plan import WeekChange
from runlift_tui.core.plan.rules import PlacedSession, Rule, broken, calendar
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.week_words import keeping
from runlift_tui.core.plan.weeks import PlanWeek, plan_weeks
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.week import WeekKind
from tests.core.plans import FRI, MONDAY, SAT, SUN, THU, TUE, answers, plan
from tests.rows import for_each
from tests.sweep import sweep


def week(number: int = 2, **values: Any) -> PlanWeek:
    return plan_weeks(plan(**values))[number - 1]


def days(number: int = 2, **values: Any) -> list[int]:
    """Return the weekdays on which the sessions of a week go."""
    return [
        day.weekday() for day in placed(week(number, **values), calendar(answers(**values)), ())
    ]


def test_sessions_go_on_the_hard_days() -> None:
    assert days() == [TUE, FRI]


def test_with_one_hard_run_the_other_session_keeps_out_of_its_way() -> None:
    found = days(run_days=(TUE, THU, SUN), hard_days=(THU,))
    assert THU in found
    assert not {2, SAT} & set(found), "the day before the hard run, and before the long one"


def test_with_no_runs_known_to_be_hard_they_are_three_days_apart() -> None:
    one, other = days(hard_days=(), long_day=None)
    assert 3 <= other - one <= 4


@for_each(
    ("day", "around", "rules"),
    [
        (TUE, (), ()),
        (0, (), (Rule.QUALITY,)),
        (SAT, (), (Rule.LONG,)),
        (TUE, (2,), (Rule.APART,)),
        (TUE, (TUE + 2,), ()),
    ],
)
def test_what_a_day_breaks(day: int, around: tuple[int, ...], rules: tuple[Rule, ...]) -> None:
    monday = MONDAY + timedelta(weeks=1)
    others = [monday + timedelta(days=each) for each in around]
    session = PlacedSession(2, 1, monday + timedelta(days=day))
    assert broken(session, others, calendar(answers())) == rules


@for_each(
    ("left", "heavy", "rules"),
    [
        (0, False, {Rule.RACE_DAY}),
        (1, False, {Rule.RACE}),
        (3, False, {Rule.TAPER}),
        (4, False, set()),
        (5, True, {Rule.TAPER}),
        (7, True, set()),
        (-1, False, {Rule.AFTER_RACE}),
        (-4, False, {Rule.AFTER_RACE}),
        (-5, False, set()),
    ],
)
def test_before_a_race_the_last_heavy_and_the_last_fast_sets_have_their_days(
    left: int, heavy: bool, rules: set[Rule]
) -> None:
    race = MONDAY + timedelta(days=41)
    runs = calendar(answers(race=race, hard_days=(), long_day=None))
    session = PlacedSession(6, 1, race - timedelta(days=left), heavy=heavy)
    assert set(broken(session, (), runs)) == rules


@pytest.mark.parametrize("weekday", [SAT, SUN])
def test_a_taper_lifts_heavy_7_to_10_days_before_and_fast_4_to_5(weekday: int) -> None:
    race = MONDAY + timedelta(days=56 + weekday)
    runs = calendar(answers(race=race))
    (heavy,) = placed(week(8, race=race), runs, ())
    (fast,) = placed(week(9, race=race), runs, (heavy,))
    assert 7 <= (race - heavy).days <= 10
    assert 4 <= (race - fast).days <= 5


def test_a_light_session_that_finds_no_day_before_a_race_is_never_on_it_nor_just_after() -> None:
    race = MONDAY + timedelta(days=56 + FRI)
    runs = calendar(answers(race=race))
    (found,) = placed(week(9, race=race), runs, ())
    assert (race - found).days == 4, "a hard run the day after is the lesser evil"
    freer = calendar(answers(race=race, hard_days=()))
    (found,) = placed(week(9, race=race), freer, ())
    assert 4 <= (race - found).days <= 5


def test_the_first_and_the_last_5k_are_on_hard_days() -> None:
    first, last = sorted(calendar(answers()).races)
    assert (first, last) == (date(2026, 12, 1), date(2027, 1, 29))
    race = MONDAY + timedelta(days=62)
    raced = calendar(answers(race=race)).races
    assert raced == {first, race}, "the race is the last one"


def test_days_set_by_hand_are_taken_as_they_are() -> None:
    found = placed(week(), calendar(answers()), (), by_hand=(0, SAT))
    assert [day.weekday() for day in found] == [0, SAT]


def test_nothing_is_placed_twice_on_a_day_nor_before_the_earliest() -> None:
    monday = MONDAY + timedelta(weeks=1)
    thursday = monday + timedelta(days=THU)
    found = placed(week(), calendar(answers()), (thursday,), earliest=thursday)
    assert all(day > thursday for day in found)
    assert len(set(found)) == len(found) == 2


@for_each("number", range(2, 9))
@for_each("level", Level)
def test_the_only_day_off_stays_free_where_48_hours_hold_without_it(
    level: Level, number: int
) -> None:
    six = tuple(day for day in range(7) if day != FRI)
    found = days(number, level=level, run_days=six, hard_days=(TUE, THU), sessions=2)
    assert FRI not in found


@for_each("off", range(7))
def test_of_six_running_days_the_seventh_is_taken_only_where_nothing_else_holds(off: int) -> None:
    six = tuple(day for day in range(7) if day != off)
    for hard, long_day in product(combinations(six, 2), six):
        values: dict[str, Any] = {"run_days": six, "hard_days": hard, "long_day": long_day}
        if off not in days(**values):
            continue
        runs, monday = calendar(answers(**values)), MONDAY + timedelta(weeks=1)
        for pair in combinations(six, 2):
            one, other = (monday + timedelta(days=each) for each in pair)
            assert any(
                broken(PlacedSession(2, 1, day, heavy=False), (around,), runs)
                for day, around in ((one, other), (other, one))
            ), (hard, long_day, pair)


def test_a_second_day_off_is_used_before_a_session_comes_too_near() -> None:
    found = days(run_days=(TUE, THU, SUN), hard_days=(THU,), long_day=SUN)
    assert found == [0, THU]


def _running_weeks() -> Iterator[dict[str, Any]]:
    """Yield run days with up to three hard ones and a long run, all that there are."""
    for count in range(3, 8):
        for run_days in combinations(range(7), count):
            for hard in range(4):
                for hard_days in combinations(run_days, hard):
                    for long_day in sorted({*run_days} - {*hard_days}):
                        yield {"run_days": run_days, "hard_days": hard_days, "long_day": long_day}


# 59 divides no number of what is combined, so each kind is in the share.
@pytest.mark.parametrize("every", sweep((59, 7), stay=(59,)))
def test_a_week_has_fewer_sessions_rather_than_one_on_the_eve_of_a_hard_or_long_run(
    every: int,
) -> None:
    fewer = 0
    for days, sessions in islice(product(_running_weeks(), (2, 3)), 0, None, every):
        one = plan(miles=100, minutes_a_mile=12, sessions=sessions, **days)
        now = flow(one, (), MONDAY - timedelta(days=1))
        usual = [each for each in now.weeks if each.kind in (WeekKind.BUILD, WeekKind.DELOAD)]
        # Beside the first week's 5K there may be no day left that nothing speaks against: told.
        numbers = {week.number for week in usual[1:]}
        found = {each.rule for each in now.breaks if each.session.week in numbers}
        assert found <= ({Rule.APART} if sessions == 3 else set()), (days, sessions)
        for week in usual[1:]:
            said = "this week: any other day is too near" in keeping(one.answers, week)
            assert said == week.crowded
            assert week.sessions < sessions or not week.crowded
            fewer += said
    assert fewer, "or the test shows nothing"


def test_sessions_set_by_hand_stay_though_one_is_on_the_eve_of_a_hard_run_and_that_is_told() -> (
    None
):
    values: dict[str, Any] = {"run_days": (0, TUE, 2, FRI), "hard_days": (0, TUE), "long_day": 2}
    rich: dict[str, Any] = {"miles": 100, "minutes_a_mile": 12, "sessions": 3}
    fewer = flow(plan(**values, **rich), (), MONDAY).weeks[4]
    assert (fewer.crowded, fewer.sessions) == (True, 2)
    by_hand = flow(plan(WeekChange(week=5, sessions=3), **values, **rich), (), MONDAY)
    assert by_hand.weeks[4].sessions == 3
    assert any(each.session.week == 5 for each in by_hand.breaks)
