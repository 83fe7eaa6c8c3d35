"""What home says of the plan."""

from datetime import timedelta

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.home.next_session import early_words
from runlift_tui.core.plan.plan import Plan, TimeOff
from runlift_tui.core.plan.today import (
    HomeLines,
    PlanDay,
    home_lines,
    over_lines,
    plan_day,
)
from runlift_tui.core.setup.coming import which_comes
from runlift_tui.core.words.days import DAY_MS, day_of
from tests.core.plans import FRI, MONDAY, TUE, as_planned, plan

NOON = 1_796_040_000_000
"""2026-11-30 12:00 UTC, the first Monday of the plan."""


def at(week: int, weekday: int) -> int:
    return NOON + (7 * (week - 1) + weekday) * DAY_MS


def trained(now: int, *, without: int = 0) -> tuple[Outing, ...]:
    """Return what somebody trained up to a moment who kept to the plan, but for the last days."""
    moments = [NOON + (each.day - MONDAY).days * DAY_MS for each in as_planned(plan())]
    past = [Outing(when=when) for when in moments if when < now]
    return tuple(past[: len(past) - without])


def found(now: int, facts: Facts, *plans: Plan) -> tuple[PlanDay, HomeLines]:
    day = plan_day(plans or (plan(),), facts, now, 0)
    assert day is not None
    return day, home_lines(day)


def sentence(now: int, *, without: int = 0) -> str:
    facts = Facts(sessions=9, outings=trained(now, without=without))
    return found(now, facts)[1].sentence


def test_a_session_that_is_due_today() -> None:
    now = at(3, FRI)
    assert sentence(now) == "Week 3 of 9: session 2 today"


def test_a_session_that_is_due_later() -> None:
    assert sentence(at(3, 2)) == "Week 3 of 9: session 2 on Fri 18 Dec"


def test_a_missed_session_is_told_on_its_new_day() -> None:
    assert sentence(at(3, 3), without=1).startswith("Week 3 of 9: session 1 on Fri 18 Dec")
    facts = Facts(sessions=9, outings=trained(at(3, 3), without=1))
    told = [text for label, text in found(at(3, 3), facts)[1].quiet if label == "changed"]
    assert told[0] == "Session 1 moves from Tue 15 Dec to Fri 18 Dec."


def test_a_week_that_is_done() -> None:
    now = at(3, 5)
    assert sentence(now) == "Week 3 of 9: this week's sessions are done; the next on Tue 22 Dec"


def test_before_the_plan_begins() -> None:
    day, lines = found(NOON - 2 * DAY_MS, Facts())
    assert day.week is None
    assert lines.sentence == "The plan begins on Mon 30 Nov; train before it as you like"


def test_after_the_plan_home_is_as_without_one() -> None:
    assert plan_day((plan(),), Facts(), at(10, 0), 0) is None
    assert over_lines((plan(),), MONDAY + timedelta(days=70))
    assert not over_lines((plan(),), MONDAY + timedelta(days=100))
    assert not over_lines((plan(),), MONDAY + timedelta(days=10))


def test_a_hard_session_asks_for_no_hard_run_on_home_as_on_the_plans_page() -> None:
    now = at(2, 3)
    for effort, said in ((8, True), (7, False), (None, False)):
        done = Outing(when=now, effort=effort)
        _, lines = found(now, Facts(sessions=1, outings=(*trained(now)[:-1], done)))
        told = [text for label, text in lines.quiet if label == "changed"]
        rated = f"Thu 10 Dec was rated {effort}: no hard run in the 48 hours after it."
        assert (rated in told) is said


def test_the_weeks_stand_there_as_squares() -> None:
    now = at(4, TUE)
    day, lines = found(now, Facts(outings=trained(now)))
    assert dict(lines.quiet)["weeks"] == "■ ■ ■ ▣ · · · · ·   5 of 16 sessions"
    assert day.next is not None
    missed = tuple(each for each in trained(now) if not at(2, 0) <= each.when < at(3, 0))
    assert dict(found(now, Facts(outings=missed))[1].quiet)["weeks"].startswith("■ □ ■ ▣")


def test_the_athletes_own_clock_says_which_day_it_is() -> None:
    late = NOON + 13 * 3_600_000
    assert day_of(late, 0) == MONDAY + timedelta(days=1)
    assert day_of(late, -120) == MONDAY


def test_a_session_counts_for_the_day_it_was_on_the_athletes_clock_of_then() -> None:
    sunday_late = NOON + 6 * DAY_MS + (11 * 60 + 20) * 60_000
    tuesday = at(3, 1)
    for ahead, missed in ((0, (2,)), (60, (1,))):
        past = (Outing(when=sunday_late, utc_offset_min=ahead),)
        day = plan_day((plan(),), Facts(sessions=1, outings=past), tuesday, 60)
        assert day is not None
        assert day.flow.missed == missed


def test_days_off_that_begin_before_the_next_session_are_told_the_day_before() -> None:
    ill = TimeOff(first=MONDAY + timedelta(days=1), last=MONDAY + timedelta(days=7), ill=True)
    known = Facts(sessions=1, outings=(Outing(when=NOON),))
    _, lines = found(NOON, known, structs.replace(plan(), off=(ill,)))
    assert lines.sentence == (
        "Week 1 of 9: this week's sessions are done; ill from Tue 1 Dec; the next on Tue 8 Dec"
    )


def test_on_a_day_off_home_says_until_when_and_the_start_that_it_is_early() -> None:
    ill = TimeOff(first=MONDAY + timedelta(days=7), last=MONDAY + timedelta(days=13), ill=True)
    now = at(2, TUE)
    day, lines = found(now, Facts(), structs.replace(plan(), off=(ill,)))
    assert lines.sentence == "Week 2 of 9: ill until Sun 13 Dec; the next on Tue 15 Dec"
    assert early_words(day.today, None, day) == "ill until Sun 13 Dec, no training"
    which = which_comes(day.today, None, day)
    assert (which.is_far, which.word) == (True, "Next 15 Dec"), "Tue would be another one"
    soon = which_comes(day.today + timedelta(days=1), None, day)
    assert soon.word == "Next Tue"


def test_a_change_over_a_limit_stands_above_the_exercises() -> None:
    day, lines = found(at(3, 0), Facts())
    assert lines.warned == ()
    for moment in (at(3, 0), NOON - 2 * DAY_MS):
        day, _ = found(moment, Facts())
        assert home_lines(day, "too much").warned == (("plan", "too much"),)
