"""Which session comes, in one phrase, and what until then; with a plan and without one."""

from datetime import date, timedelta

import pytest

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.home.next_session import begins_now, next_lines, run_on, too_soon
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.plan.today import PlanDay
from runlift_tui.core.setup.coming import ComingSession, Which, which_comes, which_now
from runlift_tui.core.setup.fit import in_brief
from tests.core.builders import started
from tests.core.plans import MONDAY, plan

TUE = MONDAY + timedelta(days=1)
WED = TUE + timedelta(days=1)
BRIEF = in_brief(started())


def by_plan(today: date, *trained: date) -> PlanDay:
    one = plan()
    return PlanDay(one, flow(one, [TrainedOn(day) for day in trained], today), today)


def lines(which: Which, day: PlanDay | None = None, *, is_shown: bool = False) -> dict[str, str]:
    coming = ComingSession(which=which, start=started())
    return dict(next_lines(coming, day, is_shown=is_shown))


def test_without_a_plan_two_days_lie_between_two_sessions() -> None:
    which = which_comes(TUE, TUE)
    until = "easy running or rest; 48 hours between two sessions (our own rule)"
    assert lines(which) == {"next": f"from Thu 3 Dec on, {BRIEF}", "until then": until}
    assert lines(which, is_shown=True) == {"until then": until}
    assert which == which_comes(WED, TUE)
    assert (which.words, which.word) == ("next, from Thu 3 Dec on", "Next Thu")
    told = "trained {}: 48 hours between two sessions are our own rule, from Thu 3 Dec on"
    assert too_soon(TUE, TUE) == told.format("today"), "told to whoever trains again"
    assert too_soon(WED, TUE) == told.format("yesterday")


@pytest.mark.parametrize("last", [None, TUE - timedelta(days=2), TUE - timedelta(days=40)])
def test_where_today_is_as_good_as_any_day_nothing_is_said(last: date | None) -> None:
    which = which_comes(TUE, last)
    assert (which.words, which.word) == ("today", "")
    assert lines(which) == {}
    assert too_soon(TUE, last) == ""


def test_with_a_plan_its_next_day_and_the_runs_before_it() -> None:
    day = by_plan(TUE, TUE)
    assert day.next is not None
    which = which_comes(TUE, TUE, day)
    assert which.words == f"next, {day.next.day:%a} {day.next.day.day} Dec, week 1"
    found = lines(which, day)
    assert found["next"] == f"{which.when}, {BRIEF}"
    between = (day.next.day - TUE).days - 1
    assert found["until then"].count(",") == between - 1
    now = which_now(day)
    assert now.words == begins_now(now, now) == "today, week 1"
    assert begins_now(now, which) == f"today, week 1   home shows: {which.words}"
    assert begins_now(now, which, "No running.") == "today, week 1", "home shows the stop sign"
    week = [MONDAY + timedelta(days=n) for n in range(7)]
    assert "a 5K" in {run_on(day, each) for each in week}
    sore, sign = (day._replace(running=held) for held in (Running.EASY, Running.NONE))
    assert {run_on(sore, each) for each in week} == {"", "easy running or rest"}
    assert {run_on(sign, each) for each in week} == {""}


def test_on_the_day_of_a_session_nothing_is_said() -> None:
    due = by_plan(MONDAY).next
    assert due is not None
    which = which_comes(due.day, None, by_plan(due.day))
    assert which == which_now(by_plan(due.day))
    assert lines(which, by_plan(due.day)) == {}


def test_before_a_plan_begins_it_has_no_say() -> None:
    day = by_plan(MONDAY - timedelta(days=3))
    assert which_comes(day.today, None, day) == which_now(day) == Which()
    assert day.coming_week is None


def test_after_the_last_session_of_a_plan_it_says_so() -> None:
    one, last = plan(), MONDAY + timedelta(days=62)
    done = [TrainedOn(last - timedelta(days=n)) for n in range(62)]
    day = PlanDay(one, flow(one, done, last), last)
    which = which_comes(last, last, day)
    assert lines(which, day)["next"] == f"{which.when}, {BRIEF}"
    assert which.words == "next, from Tue 2 Feb on, after the plan", "two days after the last one"
    assert which_comes(last, None, day).words == "next, from Mon 1 Feb on, after the plan"
    assert day.coming_week is None
