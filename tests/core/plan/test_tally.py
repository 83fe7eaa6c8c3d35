"""How many of a plan's sessions were trained, where there are fewer, more, or others."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.plan.plan import TimeOff, ended
from runlift_tui.core.plan.standing import Tally, TrainedOn, flow, tally, week_tally
from runlift_tui.core.routines.levels import Level
from tests.core.plans import MONDAY, plan
from tests.rows import for_each

DAY = timedelta(days=1)
DAYS = st.sets(st.integers(-7, 9 * 7 + 6), max_size=40)


def test_what_is_more_than_planned_stands_beside_it() -> None:
    assert Tally(9, 17, 0).words == "9 of 17 sessions"
    assert Tally(2, 2, 1).words == "2 of 2 planned sessions done, 1 beside the plan"
    assert (Tally(1, 2, 0).brief, Tally(2, 2, 1).brief) == ("1/2", "3/2")
    assert (Tally(0, 0, 1).brief, Tally(0, 0, 0).brief) == ("+1", "0/0")


def test_what_was_still_to_come_when_a_plan_was_ended_is_not_counted() -> None:
    one = plan()
    every = flow(one, (), MONDAY).sessions
    (first, second) = (each.day for each in every if each.week == 4)
    before = [TrainedOn(each.day) for each in every if each.week < 4]
    for day, trained, counted in (
        (first - DAY, (), (0, 0)),
        (first, (), (0, 0)),
        (first, (first,), (1, 1)),
        (first + DAY, (), (0, 1)),
        (second, (first,), (1, 1)),
        (second, (first, second), (2, 2)),
        (second + DAY, (first,), (1, 2)),
        (first, (first - DAY,), (1, 1)),  # a session of the week, a day before its own
    ):
        after = ended(one, day).after
        assert after is not None
        found = flow(after, [*before, *map(TrainedOn, trained)], day + DAY)
        got = tally(after, found)
        done, due = counted
        assert got == Tally(len(before) + done, len(before) + due, 0), (day, trained)


def test_what_was_done_as_planned_before_an_illness_stays_counted() -> None:
    one = plan()
    every = flow(one, (), MONDAY).sessions
    first, second = (each.day for each in every if each.week == 4)
    before = [TrainedOn(each.day) for each in every if each.week < 4]
    monday = MONDAY + timedelta(weeks=3)
    for last in range(6, 10):
        off = TimeOff(first=first + DAY, last=monday + timedelta(days=last), ill=True)
        ill = structs.replace(one, off=(off,))
        today = off.last + DAY
        found = flow(ill, [*before, TrainedOn(first)], today)
        week = found.weeks[3]
        assert week_tally(found, week)[::2] == (1, 0), "it was due then, and is not beside it"
        assert tally(ill, found).done == len(before) + 1
        more = flow(ill, [*before, TrainedOn(monday - DAY), TrainedOn(second)], today)
        assert week_tally(more, week).done == min(1, week.sessions), "in it no session was due"


@settings(max_examples=30)
@given(days=DAYS, today=st.integers(-7, 9 * 7 + 20), cut=st.none() | st.integers(0, 62))
def test_no_more_is_done_than_was_planned_and_the_weeks_come_to_the_whole(
    days: set[int], today: int, cut: int | None
) -> None:
    one = plan()
    if cut is not None:
        after = ended(one, MONDAY + timedelta(days=cut)).after
        assert after is not None
        one = after
    done = [TrainedOn(MONDAY + timedelta(days=each)) for each in days if each <= today]
    found = flow(one, done, MONDAY + timedelta(days=today))
    whole = tally(one, found)
    assert 0 <= whole.done <= whole.planned
    weeks = [week_tally(found, week) for week in found.weeks if week.monday <= one.last_day]
    assert whole == Tally(*map(sum, zip(*weeks, strict=True)))
    assert whole.done + whole.more == len(found.done)


@for_each("miles", [15, 40, 60])
@for_each("first", [date(2026, 12, 9), date(2026, 12, 10), date(2026, 12, 11)])
def test_an_illness_that_is_told_leaves_what_was_trained_before_it_as_it_was_asked(
    miles: int, first: date
) -> None:
    one = plan(level=Level.INTERMEDIATE, miles=miles)
    ill = TimeOff(first=first, last=date(2026, 12, 16), ill=True)
    trained = [TrainedOn(date(2026, 12, 3)), TrainedOn(date(2026, 12, 8))]
    today = date(2026, 12, 17)
    was = flow(one, trained, today).weeks[1]
    now = flow(structs.replace(one, off=(ill,)), trained, today)
    week = now.weeks[1]
    assert week_tally(now, week).brief == "1/1"
    assert week.sessions == 1
    assert (week.rounds, week.minutes) == (was.rounds, was.minutes)
    assert (week.reps, week.rir, week.rung) == (was.reps, was.rir, was.rung)
    assert week.books.strength == was.minutes
