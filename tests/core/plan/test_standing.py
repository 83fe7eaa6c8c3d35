"""A plan as it stands: what was done, what moves, what is broken, and by whom."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.plan.changes_told import changes, comeback_words
from runlift_tui.core.plan.plan import WEEKS, Answers, Plan, TimeOff, WeekChange
from runlift_tui.core.plan.rules import APART_DAYS, Rule, calendar_of
from runlift_tui.core.plan.standing import Comeback, Flow, MovedSession, TrainedOn, flow
from tests.core.plans import (
    FRI,
    MONDAY,
    SAT,
    SUN,
    TUE,
    answers,
    any_answers,
    any_changes,
    as_planned,
    plan,
)

DAY = timedelta(days=1)


def day(week: int, weekday: int) -> date:
    return MONDAY + timedelta(days=7 * (week - 1) + weekday)


def done(*days: date) -> list[TrainedOn]:
    return [TrainedOn(each) for each in days]


def steady(until: date, skipped: tuple[date, ...] = ()) -> list[TrainedOn]:
    """Return what somebody trained who kept to the plan, but for some days."""
    kept = (session.day for session in as_planned(plan()))
    return [TrainedOn(each) for each in kept if each < until and each not in skipped]


def test_before_it_begins_everything_is_to_come() -> None:
    found = flow(plan(), (), MONDAY - DAY)
    assert all(
        week.monday <= each.day <= week.sunday
        for week in found.weeks
        for each in found.due_in(week.number)
    )
    assert (found.moves, found.breaks, found.missed, found.done) == ((), (), (), ())
    assert len(found.sessions) == sum(week.sessions for week in found.weeks)


def test_what_was_done_is_not_to_come_again() -> None:
    today = day(2, 2)
    found = flow(plan(), steady(today), today)
    assert len(found.done_in(2)) == 1
    assert [(each.number, each.day) for each in found.due_in(2)] == [(2, day(2, FRI))]
    assert found.moves == ()


def test_a_missed_session_moves_and_the_next_makes_room() -> None:
    today = day(2, 3)
    found = flow(plan(), steady(today, (day(2, TUE),)), today)
    assert found.moves == (
        MovedSession(2, 1, day(2, TUE), day(2, FRI)),
        MovedSession(2, 2, day(2, FRI), day(2, SUN)),
    )
    assert found.breaks == ()


def test_where_no_day_is_left_a_session_falls_out() -> None:
    today = day(2, SAT)
    found = flow(plan(), steady(today, (day(2, TUE), day(2, FRI))), today)
    assert found.moves == (
        MovedSession(2, 1, day(2, TUE), day(2, SUN)),
        MovedSession(2, 2, day(2, FRI), None),
    )


def test_a_session_early_keeps_the_next_one_away() -> None:
    today = day(2, 1)
    found = flow(plan(), [*steady(day(2, 0)), TrainedOn(day(2, 0))], today)
    assert [each.day for each in found.due_in(2)] == [day(2, FRI)]


def test_one_session_more_than_planned_leaves_none_to_come() -> None:
    today = day(2, SAT)
    found = flow(plan(), [*steady(today), TrainedOn(day(2, 3))], today)
    assert found.due_in(2) == ()


def test_two_sessions_of_one_day_are_one() -> None:
    today = day(2, 2)
    twice = [*steady(day(2, 0)), TrainedOn(day(2, TUE), 3), TrainedOn(day(2, TUE), 6)]
    found = flow(plan(), twice, today)
    assert found.done_in(2) == (TrainedOn(day(2, TUE), 6),)
    assert [each.day for each in found.due_in(2)] == [day(2, FRI)]


def test_a_missing_week_is_told_and_its_step_is_taken_next() -> None:
    away = tuple(day(2, weekday) for weekday in range(7))
    today = day(3, 0)
    found = flow(plan(), steady(today, away), today)
    assert found.missed == (2,)
    assert found.weeks[2].step == 2
    assert found.weeks[-1].step == WEEKS


def test_a_hard_session_asks_the_next_hard_run_to_wait() -> None:
    runs = {"run_days": (TUE, 2, 3, SUN), "hard_days": (TUE, 3)}
    today = day(2, 2)
    trained = [*done(day(1, 3)), TrainedOn(day(2, TUE), effort=8)]
    assert flow(plan(**runs), trained, today).crowded == (TrainedOn(day(2, TUE), 8),)
    easier = [*done(day(1, 3)), TrainedOn(day(2, TUE), effort=7)]
    assert flow(plan(**runs), easier, today).crowded == ()


def test_days_that_leave_no_room_are_reported() -> None:
    hard = tuple(range(7))
    found = flow(plan(run_days=hard, hard_days=hard), (), MONDAY - DAY)
    assert {each.rule for each in found.breaks} >= {Rule.QUALITY}
    assert not any(each.session.by_hand for each in found.breaks)
    assert len(found.sessions) == sum(week.sessions for week in found.weeks), "and it is let"


def test_days_by_hand_are_reported_as_the_athletes() -> None:
    found = flow(plan(WeekChange(week=3, days=(SAT,))), (), MONDAY - DAY)
    (one,) = [each for each in found.breaks if each.session.week == 3 and each.session.by_hand]
    assert (one.rule, one.session.day) == (Rule.LONG, day(3, SAT))


def test_an_ended_plan_has_nothing_to_come() -> None:
    ended = Plan(id="x", answers=answers(), ended=day(4, 2))
    assert flow(ended, steady(day(4, 0)), day(6, 0)).sessions == ()


@st.composite
def lives(draw: st.DrawFn) -> tuple[Plan, list[TrainedOn], date]:
    """Return a plan, what was trained of it and beside it, and a day."""
    found = Plan(id="x", answers=draw(any_answers()), changes=draw(any_changes()))
    today = MONDAY + timedelta(days=draw(st.integers(-3, 7 * WEEKS + 3)))
    days = draw(st.sets(st.integers(-10, 7 * WEEKS), max_size=20))
    trained = [
        TrainedOn(MONDAY + timedelta(days=n), draw(st.none() | st.integers(0, 10))) for n in days
    ]
    return found, [each for each in trained if each.day <= today], today


@given(lives())
def test_spacing_holds_or_is_reported_as_broken(life: tuple[Plan, list[TrainedOn], date]) -> None:
    found, trained, today = life
    now = flow(found, trained, today)
    reported = {(each.session.day, each.rule) for each in now.breaks}
    for broken in _rules_seen_from_outside(found.answers, now, trained):
        assert broken in reported


def _rules_seen_from_outside(
    found: Answers, now: Flow, trained: list[TrainedOn]
) -> list[tuple[date, Rule]]:
    """Return the rules that the sessions to come break, counted without the planner's help."""
    days = [*(each.day for each in trained), *(session.day for session in now.sessions)]
    broken: list[tuple[date, Rule]] = []
    for session in now.sessions:
        after = session.day + DAY
        near = [each for each in days if abs((each - session.day).days) < APART_DAYS]
        if len(near) > 1:
            broken.append((session.day, Rule.APART))
        if found.race is not None and after == found.race:
            broken.append((session.day, Rule.RACE))
        if found.race in (after, session.day):
            continue  # the race takes the place of the runs around it
        if found.race is not None and (found.race - after).days == 1:
            continue
        if after.weekday() == found.long_day:
            broken.append((session.day, Rule.LONG))
        elif after.weekday() in found.hard_days and Rule.RACE not in {
            each.rule for each in now.breaks if each.session == session
        }:
            broken.append((session.day, Rule.QUALITY))
    return broken


@given(lives())
def test_nothing_is_ever_asked_twice_in_the_past_or_more_than_planned(
    life: tuple[Plan, list[TrainedOn], date],
) -> None:
    found, trained, today = life
    now = flow(found, trained, today)
    days = [session.day for session in now.sessions]
    assert len(set(days)) == len(days)
    assert not set(days) & {each.day for each in trained}
    assert all(each >= today for each in days)
    for week in now.weeks:
        due, had = now.due_in(week.number), now.done_in(week.number)
        assert all(week.monday <= session.day <= week.sunday for session in due)
        assert len(due) + len(had) <= max(week.sessions, len(had))


@given(any_answers())
def test_a_plan_that_is_kept_to_never_changes(found: Answers) -> None:
    one = Plan(id="x", answers=found)
    planned = as_planned(one)
    for week in (2, 5, 9):
        today = found.monday(week) + 2 * DAY
        trained = [TrainedOn(session.day) for session in planned if session.day < today]
        now = flow(one, trained, today)
        empty = {each.number for each in now.weeks if not each.sessions}
        if empty or now.missed:
            continue
        assert now.moves == ()
        assert now.sessions == tuple(each for each in planned if each.day >= today)


def test_the_first_session_after_a_break_is_named_with_its_days() -> None:
    trained = done(day(1, TUE), day(1, FRI))
    assert flow(plan(), trained, day(2, 0)).comeback is None
    today = day(4, 0)
    found = flow(plan(), trained, today)
    assert found.comeback is not None
    session = found.sessions[0]
    days = (session.day - day(1, FRI)).days
    is_hard = calendar_of(plan()).is_hard(session.day)
    assert found.comeback == Comeback(session, days, is_hard)
    said = comeback_words(found.comeback)
    assert said.startswith(f"The first session in {days} days")
    assert ("run easy" in said) is is_hard
    assert is_hard, "or the test would show nothing"
    rested = comeback_words(found.comeback._replace(is_hard=False))
    assert rested == f"The first session in {days} days."
    week = found.weeks[session.week - 1]
    assert said in changes(found, week)
    assert said not in changes(found, found.weeks[week.number])


def test_days_off_are_a_break_however_few() -> None:
    off = TimeOff(first=day(2, TUE), last=day(2, 3), ill=True)
    found = flow(structs.replace(plan(), off=(off,)), done(day(1, FRI)), day(2, TUE))
    assert found.comeback is not None
    assert found.comeback.session.day > off.last
