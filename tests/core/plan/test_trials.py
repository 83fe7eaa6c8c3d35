"""On which days the first and the last 5K are, and that no session is too near one or a race."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.plan.believed import plan_faults
from runlift_tui.core.plan.changes_told import broken_lines
from runlift_tui.core.plan.done import five_k, with_first_5k
from runlift_tui.core.plan.form import read, suggested
from runlift_tui.core.plan.outcome import notes, preview_lines, shortness
from runlift_tui.core.plan.plan import Answers, Plan, RaceDistance, TimeOff, WeekChange
from runlift_tui.core.plan.rules import (
    ABOUT_RACES,
    AFTER_RACE_DAYS,
    PlacedSession,
    Rule,
    broken,
    calendar_of,
)
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.plan.week_words import keeping, no_trial, why
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.run import Trial
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_words
from tests.core.plans import FRI, MONDAY, SAT, SUN, THU, TUE, any_answers, plan
from tests.rows import for_each
from tests.sweep import sweep

DAY = timedelta(days=1)
WED = 2
LAST = MONDAY + timedelta(weeks=8)
"""The Monday of the last week."""


def some_of(days: range | tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for number in range(len(days) + 1):
        yield from combinations(days, number)


def off_on(*days: date, ill: bool = False) -> tuple[TimeOff, ...]:
    return tuple(TimeOff(first=day, last=day, ill=ill) for day in days)


def trials(one: Plan) -> list[date]:
    runs = calendar_of(one)
    return sorted(day for day in runs.races if runs.is_trial(day))


def has_no_eve(one: Plan) -> None:
    now, runs, found = flow(one, (), MONDAY), calendar_of(one), trials(one)
    kept = {*one.answers.hard_days, one.answers.long_day}
    assert len(found) == 2 or kept >= set(range(7)), one.answers
    for day in found:
        after = day + DAY
        assert day.weekday() in one.answers.run_days, one.answers
        assert not runs.is_hard(after), one.answers
        assert not runs.is_long(after), one.answers
        assert after not in {each.day for each in now.sessions}, one.answers


@for_each("run_days", [(0, TUE, WED, FRI, SUN), (TUE, THU, SUN), (0, TUE, THU, FRI, SAT, SUN)])
@for_each("hard_days", [(TUE,), (TUE, FRI), (WED,), (TUE, THU)])
@for_each("long_day", [SAT, SUN, None])
def test_of_the_days_that_most_have_no_5k_is_on_the_eve_of_anything(
    run_days: tuple[int, ...], hard_days: tuple[int, ...], long_day: int | None
) -> None:
    every = {*run_days, *hard_days, *(() if long_day is None else (long_day,))}
    has_no_eve(plan(run_days=tuple(sorted(every)), hard_days=hard_days, long_day=long_day))


@pytest.mark.parametrize("long_day", sweep((None, *range(7)), ()))
def test_of_no_set_of_days_a_5k_is_on_the_eve_of_anything(long_day: int | None) -> None:
    for run_days in some_of(range(7)):
        if not run_days or (long_day is not None and long_day not in run_days):
            continue
        others = tuple(day for day in run_days if day != long_day)
        for hard_days in some_of(others):
            has_no_eve(plan(run_days=run_days, hard_days=hard_days, long_day=long_day))


@given(
    any_answers(),
    st.sets(st.integers(0, 62), max_size=12),
    st.booleans(),
    st.sets(st.integers(0, 6), max_size=3),
)
def test_with_days_off_and_sessions_moved_a_forced_eve_is_told_and_any_other_is_not(
    answers: Answers, off: set[int], ill: bool, missed: set[int]
) -> None:
    away = off_on(*(MONDAY + timedelta(days=each) for each in sorted(off)), ill=ill)
    one = Plan(id="one", answers=answers, off=away)
    runs, today = calendar_of(one), MONDAY + timedelta(days=max(missed, default=0))
    now = flow(one, (), today)
    told = {each.session for each in now.breaks if each.rule is Rule.AFTER_TRIAL}
    eves = {each for each in now.sessions if runs.is_trial(each.day - DAY)}
    assert told == eves
    for eve in eves:
        week = now.weeks[eve.week - 1]
        assert _is_forced(one, week.monday, max(today, week.monday)), "there was a better day"


def _is_forced(one: Plan, monday: date, first: date) -> bool:
    """Whether with no run of a week as its 5K any day of it is good, counted from outside."""
    runs, answers = calendar_of(one), one.answers
    days = [monday + timedelta(days=each) for each in range(7)]
    for trial in days:
        after = trial + DAY
        is_eve = after == answers.race or runs.is_hard(after) or runs.is_long(after)
        if not runs.is_run(trial) or trial in one.weak_days() or is_eve or trial in trials(one):
            continue
        with_it = runs._replace(races=(runs.races - set(days)) | {trial})
        if any(_is_good(with_it, day) for day in days):
            return False
    return not any(_is_good(runs, day) for day in days if day >= first)


def _is_good(runs: Any, day: date) -> bool:
    if day in runs.off or runs.is_long(day):
        return False
    return not broken(PlacedSession(1, 1, day, heavy=False), (), runs)


@given(any_answers())
def test_no_session_is_on_a_race_its_eve_or_too_soon_after_it(answers: Answers) -> None:
    one = Plan(id="one", answers=answers)
    race, now = answers.race, flow(one, (), MONDAY)
    if race is None or answers.week_of(race) > answers.weeks:
        return
    assert not any(0 <= (race - each.day).days <= 1 for each in now.sessions)
    rested = AFTER_RACE_DAYS[answers.easy_after_race]
    assert not any(0 < (each.day - race).days < rested for each in now.sessions)


@for_each("weekday", range(7))
@for_each("far", [RaceDistance.TEN, RaceDistance.MARATHON, None])
def test_the_weeks_of_a_race_have_a_session_where_a_day_is_good_and_say_so_where_none_is(
    weekday: int, far: RaceDistance | None
) -> None:
    race = MONDAY + timedelta(weeks=6, days=weekday)
    one = plan(race=race, race_distance=far)
    now = flow(one, (), MONDAY)
    for week in now.weeks:
        if week.kind not in (WeekKind.RACE, WeekKind.EASY):
            continue
        said = why(now.weeks, week, race)
        assert ("light session" in said) == (week.sessions == 1) == bool(now.due_in(week.number))
        if "four or five days before" in said:
            (last,) = now.due_in(week.number)
            assert (race - last.day).days in (4, 5)
        listed = any(line.text.endswith(said) for line in shortness(one, now))
        assert listed == (not week.sessions)
    assert {each.rule for each in now.breaks}.isdisjoint(ABOUT_RACES)


def test_what_a_day_beside_a_5k_breaks() -> None:
    runs = calendar_of(plan())
    (first, _) = trials(plan())
    found = [broken(PlacedSession(1, 1, first + n * DAY), (), runs) for n in (-1, 0, 1)]
    assert found == [(Rule.RACE,), (Rule.RACE_DAY,), (Rule.AFTER_TRIAL,)]
    race = MONDAY + timedelta(days=41)
    raced = calendar_of(plan(race=race))
    assert Rule.AFTER_TRIAL not in broken(PlacedSession(7, 1, race + DAY), (), raced), "no 5K"


@for_each(
    ("values", "weekday"),
    [
        ({}, TUE),
        # A hard run gives way before an easy one, and the long run last of all.
        ({"run_days": (0, WED, SAT), "hard_days": (WED,), "long_day": SAT}, WED),
        # Of two hard days the one that no hard run comes before.
        ({"run_days": (0, TUE, FRI), "hard_days": (0, TUE, FRI), "long_day": None}, FRI),
        # Beside one on the Friday no day of the week is good for a session.
        (
            {"run_days": (0, TUE, WED, THU, FRI), "hard_days": (0, TUE), "long_day": WED},
            THU,
        ),
    ],
)
def test_the_first_5k_is_on_the_day_that_costs_least(values: dict[str, Any], weekday: int) -> None:
    assert trials(plan(**values))[0].weekday() == weekday


def test_a_session_that_finds_no_other_day_stands_on_the_day_after_and_is_told() -> None:
    off = off_on(*(LAST + timedelta(days=each) for each in (THU, FRI, SAT, SUN)))
    days: dict[str, Any] = {"run_days": (TUE, SAT), "hard_days": (TUE,), "long_day": None}
    one = Plan(id="one", answers=plan(**days).answers, off=off)
    assert trials(one)[-1] == LAST + timedelta(days=TUE)
    now = flow(one, (), MONDAY)
    (session,) = now.due_in(9)
    assert session.day == LAST + timedelta(days=WED)
    (line,) = broken_lines(one, now, now.weeks[8])
    assert line.text == (
        "Wed 27 Jan: a 5K is the day before, and the legs are still tired "
        "(your days leave no better one)."
    )


def test_a_day_set_by_hand_after_a_5k_is_told_as_the_athletes() -> None:
    one = plan(WeekChange(week=1, days=(WED,)))
    now = flow(one, (), MONDAY)
    (line,) = broken_lines(one, now, now.weeks[0])
    assert line.text.startswith("Wed 2 Dec: a 5K is the day before")
    assert line.text.endswith("(the day you set).")


def test_a_session_that_is_put_off_does_not_come_to_the_day_after_a_5k() -> None:
    one = plan(hard_days=(TUE,), run_days=(TUE, THU, SUN))
    last = trials(one)[-1]
    (planned,) = (each.day for each in flow(one, (), MONDAY).due_in(9))
    for today in (planned + DAY, last, last + DAY):
        kept = [TrainedOn(each.day) for each in flow(one, (), MONDAY).sessions if each.week < 9]
        assert last + DAY not in {each.day for each in flow(one, kept, today).sessions}


def test_a_week_that_has_one_session_less_beside_the_5k_says_so() -> None:
    days: dict[str, Any] = {"run_days": (TUE, THU, SUN), "hard_days": (), "long_day": None}
    three = plan(miles=100, minutes_a_mile=12, sessions=3, **days)
    week, after = flow(three, (), MONDAY).weeks[:2]
    assert (week.sessions, after.sessions) == (2, 3)
    assert keeping(three.answers, week) == (
        "One session less this week: beside the 5K no day is left for it (our own rule)."
    )
    assert keeping(three.answers, after) == ""


def test_nobody_runs_a_5k_just_after_an_illness_and_that_is_said() -> None:
    off = (TimeOff(first=LAST - timedelta(days=7), last=LAST - DAY, ill=True),)
    back = Plan(id="one", answers=plan().answers, off=off)
    assert [day for day in trials(back) if day >= LAST] == []
    now = flow(back, (), MONDAY)
    said = no_trial(back, now.weeks[8])
    assert said == "No 5K: it is too soon after the illness (our own rule)."
    assert any(said in line.text for line in notes(back, now))
    rested = Plan(
        id="one", answers=plan().answers, off=(TimeOff(first=off[0].first, last=LAST - DAY),)
    )
    assert trials(rested)[-1] == trials(plan())[-1]
    assert no_trial(rested, now.weeks[8]) == ""
    short = Plan(id="one", answers=plan().answers, off=off_on(LAST + timedelta(days=THU), ill=True))
    assert trials(short)[-1] != LAST + timedelta(days=FRI), "as many days as it took"


def test_a_week_in_which_no_run_is_good_for_a_5k_says_so() -> None:
    every = plan(run_days=tuple(range(7)), hard_days=tuple(range(7)))
    weeks = flow(every, (), MONDAY).weeks
    assert [week.number for week in weeks if no_trial(every, week)] == [1, 9]
    assert "after each of its runs comes a hard or the long run" in no_trial(every, weeks[0])
    off = tuple(LAST + timedelta(days=each) for each in range(7))
    away = Plan(id="one", answers=plan().answers, off=off_on(*off))
    assert "no run of it is left" in no_trial(away, flow(away, (), MONDAY).weeks[8])
    raced = plan(race=LAST + timedelta(days=SUN))
    assert not any(no_trial(raced, week) for week in flow(raced, (), MONDAY).weeks)


def ran(day: date, metres: float = 5000, seconds: float = 1200) -> Trial:
    return Trial(id=f"{day}", day=day, metres=metres, seconds=seconds)


@for_each("days", [*range(-16, 3), 8])
def test_a_fresh_5k_is_the_first_and_no_other_is_asked_for(days: int) -> None:
    """The plan's own would be on Tuesday, the second day."""
    one, day = plan(), MONDAY + timedelta(days=days)
    found = with_first_5k(one, [ran(day)], max(day, MONDAY - timedelta(days=1)))
    is_first = -14 <= days < 1
    assert (found != one) == is_first
    assert trials(found) == trials(one)[is_first:]
    told = no_trial(found, flow(found, (), MONDAY).weeks[0])
    assert told == (f"No 5K: the one of {day_words(day)} is the first." if is_first else "")
    if is_first:
        judged = five_k(found, [ran(day), ran(LAST, seconds=1170)])
        assert judged is not None
        assert judged.first.day == day, "as what the plan came to has it"
        assert not list(plan_faults(found))


def test_without_a_first_5k_its_week_has_the_session_that_gave_way_to_it() -> None:
    days: dict[str, Any] = {"run_days": (0, TUE, WED, THU, SAT, SUN), "hard_days": (TUE, THU)}
    one = plan(miles=45, **days)
    found = with_first_5k(one, [ran(MONDAY - DAY)], MONDAY)
    sessions = [flow(each, (), MONDAY).weeks[0].sessions for each in (one, found)]
    assert sessions == [1, 2]


def test_which_5k_stands_for_the_first_and_until_when() -> None:
    one, sunday = plan(), MONDAY - DAY
    ten = ran(sunday, 10_000, 2500)
    assert with_first_5k(one, [ten], MONDAY) == one, "an estimate is none that was run"
    both = with_first_5k(one, [ran(sunday - DAY), ten, ran(sunday - 9 * DAY)], MONDAY)
    assert both.answers.first_5k == sunday - DAY, "the newest, as at the end"
    assert with_first_5k(both, (), MONDAY) == one, "one that was deleted is none"
    assert with_first_5k(both, (), MONDAY + 3 * DAY) == both, "its day lies behind"
    later = structs.replace(both.answers, start=MONDAY + timedelta(weeks=2))
    assert not later.has_first_5k, "it is no fresh one where the plan begins later"
    assert len(trials(Plan(id="x", answers=later))) == 2


def test_the_form_takes_a_fresh_5k_as_the_first() -> None:
    texts = suggested(Level.ADVANCED, (), MONDAY - DAY)
    (asked, _), (answers, faults) = (
        read(texts, MONDAY - DAY, (), 9, raced) for raced in ((), [ran(MONDAY - DAY)])
    )
    assert asked is not None
    assert answers is not None
    assert not faults
    assert answers == structs.replace(asked, first_5k=MONDAY - DAY)
    one = Plan(id="x", answers=answers)
    told = "\n".join(line.text for line in preview_lines(one, flow(one, (), MONDAY)))
    assert "Week 1: No 5K: the one of Sun 29 Nov is the first." in told


def test_what_a_form_comes_to_names_the_days_of_the_5ks() -> None:
    one = plan()
    told = {line.label: line.text for line in preview_lines(one, flow(one, (), MONDAY))}
    assert told["5K"] == "Tue 1 Dec and Fri 29 Jan"
    race = plan(race=LAST + timedelta(days=SUN))
    told = {line.label: line.text for line in preview_lines(race, flow(race, (), MONDAY))}
    assert told["5K"] == "Tue 1 Dec", "the race itself is typed above"
