"""When home says that the next session is, and what until then, with a plan and without one."""

from datetime import date, timedelta

import pytest

from runlift_tui.core.home.next_session import next_lines, too_soon
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.plan.today import PlanDay
from tests.core.plans import MONDAY, plan

TUE = MONDAY + timedelta(days=1)
BRIEF = "39 min: 2 rounds"


def by_plan(today: date, *trained: date) -> PlanDay:
    one = plan()
    return PlanDay(one, flow(one, [TrainedOn(day) for day in trained], today), today)


def test_without_a_plan_two_days_lie_between_two_sessions() -> None:
    assert dict(next_lines(TUE, TUE, BRIEF)) == {
        "next": "from Thu 3 Dec on, 39 min: 2 rounds",
        "until then": "easy running or rest; 48 hours between two sessions (our own rule)",
    }
    assert dict(next_lines(TUE + timedelta(days=1), TUE))["next"] == "from Thu 3 Dec on"
    told = "trained {}: 48 hours between two sessions are our own rule, from Thu 3 Dec on"
    assert too_soon(TUE, TUE) == told.format("today"), "told to whoever trains again"
    assert too_soon(TUE + timedelta(days=1), TUE) == told.format("yesterday")


@pytest.mark.parametrize("last", [None, TUE - timedelta(days=2), TUE - timedelta(days=40)])
def test_where_today_is_as_good_as_any_day_nothing_is_said(last: date | None) -> None:
    assert list(next_lines(TUE, last, BRIEF)) == []
    assert too_soon(TUE, last) == ""


def test_with_a_plan_its_next_day_and_the_runs_before_it() -> None:
    day = by_plan(TUE, TUE)
    assert day.next is not None
    lines = dict(next_lines(TUE, TUE, BRIEF, day))
    assert lines["next"].endswith(BRIEF)
    assert f"{day.next.day:%a} {day.next.day.day}" in lines["next"]
    between = (day.next.day - TUE).days - 1
    assert lines["until then"].count(",") == between - 1


def test_on_the_day_of_a_session_nothing_is_said() -> None:
    due = by_plan(MONDAY).next
    assert due is not None
    assert list(next_lines(due.day, None, "", by_plan(due.day))) == []


def test_after_the_last_session_of_a_plan_it_says_so() -> None:
    one, last = plan(), MONDAY + timedelta(days=62)
    done = [TrainedOn(last - timedelta(days=n)) for n in range(62)]
    day = PlanDay(one, flow(one, done, last), last)
    assert dict(next_lines(last, last, BRIEF, day)) == {"next": "no session of the plan is left"}
