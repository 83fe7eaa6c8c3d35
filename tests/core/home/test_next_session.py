"""Which session comes, in one phrase, and what until then; with a plan and without one."""

from datetime import date, timedelta

import pytest
from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.home.next_session import begins_now, early_words, next_lines, run_on
from runlift_tui.core.plan.calendar import events as events_of
from runlift_tui.core.plan.changes_told import events
from runlift_tui.core.plan.plan import RaceDistance, TimeOff
from runlift_tui.core.plan.rules import calendar_of, known_races
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.plan.today import PlanDay, plan_day
from runlift_tui.core.runs.raced import Raced
from runlift_tui.core.setup.coming import ComingSession, Which, which_comes, which_now
from runlift_tui.core.setup.fit import in_brief
from runlift_tui.core.words.days import day_words, midnight
from tests.core.builders import started
from tests.core.plans import MONDAY, as_planned, plan
from tests.rows import for_each

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
    until = "easy ones or rest"
    assert lines(which) == {"next": f"from Thu 3 Dec on, {BRIEF}", "runs": until}
    assert lines(which, is_shown=True) == {"runs": until}
    assert which == which_comes(WED, TUE)
    assert (which.words, which.word) == ("next, from Thu 3 Dec on", "Next Thu")
    told = "trained {}; 48 hours between sessions (our own rule)"
    assert early_words(TUE, TUE) == told.format("today"), "told to whoever trains again"
    assert early_words(WED, TUE) == told.format("yesterday")
    coming = ComingSession(which=which, start=started())
    found = dict(next_lines(coming, None, early_words(TUE, TUE), is_shown=True))
    assert found["early"] == told.format("today")


@pytest.mark.parametrize("last", [None, TUE - timedelta(days=2), TUE - timedelta(days=40)])
def test_where_today_is_as_good_as_any_day_nothing_is_said(last: date | None) -> None:
    which = which_comes(TUE, last)
    assert (which.words, which.word) == ("today", "")
    assert lines(which) == {}
    assert early_words(TUE, last) == ""


def test_with_a_plan_its_next_day_and_the_runs_before_it() -> None:
    day = by_plan(TUE)
    assert day.next is not None
    which = which_comes(TUE, None, day)
    assert which.words == f"next, {day.next.day:%a} {day.next.day.day} Dec, week 1"
    found = lines(which, day)
    assert found["next"] == f"{which.when}, {BRIEF}"
    between = (day.next.day - TUE).days - 1
    assert found["runs"].count(",") == between - 1
    now = which_now(day)
    assert now.words == begins_now(now, now) == "today, week 1"
    assert begins_now(now, which) == f"today, week 1   home shows: {which.words}"
    assert begins_now(now, which, "No running.") == "today, week 1", "home shows the stop sign"
    week = [MONDAY + timedelta(days=n) for n in range(7)]
    assert "a 5K" in {run_on(day, each) for each in week}
    sore, sign = (day._replace(running=held) for held in (Running.EASY, Running.NONE))
    assert {run_on(sore, each) for each in week} == {"", "easy running or rest"}
    assert {run_on(sign, each) for each in week} == {""}


def test_a_session_before_its_day_is_told_what_speaks_against_today() -> None:
    mon = by_plan(MONDAY)
    assert mon.next is not None
    assert mon.next.day > MONDAY
    planned = f"session 1 is planned for {day_words(mon.next.day)}"
    said = {
        early_words(MONDAY + timedelta(days=n), None, by_plan(MONDAY + timedelta(days=n)))
        for n in range(7)
    }
    assert "" in said, "on its day"
    assert early_words(MONDAY, None, mon).startswith(planned)
    runs = calendar_of(mon.plan)
    hard = next(MONDAY + timedelta(days=n) for n in range(7, 21) if runs.is_hard(_days_on(n)))
    eve = by_plan(hard - timedelta(days=1), TUE)
    assert "tomorrow is a hard run" in early_words(eve.today, None, eve) or eve.next is None
    sore = eve._replace(running=Running.EASY)
    assert "run" not in early_words(sore.today, None, sore), "no run is named while pain holds"


@for_each(
    ("n", "said"), [(0, "tomorrow is a 5K"), (1, "today is a 5K"), (2, "a 5K was planned for yest")]
)
def test_beside_a_5k_it_is_said_what_speaks_against_a_session(n: int, said: str) -> None:
    day = by_plan(MONDAY + timedelta(days=n))
    assert said in early_words(day.today, None, day)


def test_a_race_tomorrow_or_today_is_called_the_race() -> None:
    race = MONDAY + timedelta(days=62)
    for n, said in ((1, "tomorrow is the race"), (0, "today is the race")):
        one, today = plan(race=race), race - timedelta(days=n)
        trained = [TrainedOn(each.day) for each in as_planned(one)]
        day = PlanDay(one, flow(one, trained, today), today)
        assert said in early_words(today, None, day)


def test_a_session_beyond_those_of_its_week_is_one_more() -> None:
    done = [each.day for each in as_planned(plan()) if each.week == 1]
    sunday = MONDAY + timedelta(days=6)
    day = by_plan(sunday, *done)
    assert day.next is not None
    last = done[-1] if (sunday - done[-1]).days >= 2 else None
    told = f"the next session is on {day_words(day.next.day)}; one today is one more"
    assert early_words(sunday, last, day).startswith(told)
    assert early_words(sunday, sunday, day).startswith("trained today"), "48 hours go before"


def test_after_the_plans_last_session_that_is_said_too() -> None:
    one = plan()
    last = one.answers.end
    done = [TrainedOn(last - timedelta(days=n)) for n in range(3, 62)]
    day = PlanDay(one, flow(one, done, last), last)
    assert early_words(last, None, day) == "the plan has no session left"
    before = by_plan(MONDAY - timedelta(days=3))
    assert early_words(before.today, None, before) == "", "before it begins it has no say"


def _days_on(n: int) -> date:
    return MONDAY + timedelta(days=n)


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


def test_days_of_illness_are_told_until_when_there_is_no_run() -> None:
    off = TimeOff(first=MONDAY, last=MONDAY + timedelta(days=6), ill=True)
    one = structs.replace(plan(run_days=range(7), hard_days=(), long_day=None), off=(off,))
    day = PlanDay(one, flow(one, (), MONDAY), MONDAY)
    assert lines(Which(day=_days_on(8)), day)["runs"] == "no run until Mon 7 Dec, then an easy run"
    told = lines(Which(day=_days_on(13)), day)["runs"]
    assert told.endswith("then an easy run, Tue an easy run, Wed an easy run, Thu an easy run, …")
    assert lines(Which(day=_days_on(3)), day)["runs"] == "no run until Mon 7 Dec, then an easy run"
    still = day._replace(running=Running.NONE)
    assert lines(Which(day=_days_on(8)), still)["runs"] == "no run", "nobody says until when"


HALF = MONDAY + timedelta(weeks=9, days=-1)


def test_the_easy_days_after_a_race_go_on_behind_the_plan() -> None:
    """A half marathon on the last day of a plan has its seven easy days all the same."""
    one = plan(race=HALF, race_distance=RaceDistance.HALF)
    assert one.answers.end == HALF
    last, free = HALF - timedelta(days=1), HALF + timedelta(days=8)
    day = plan_day((one,), Facts(), midnight(last, 0), 0)
    before = which_comes(last, last - timedelta(days=3), day, known_races((one,), (), last))
    assert before.day == free
    after = HALF + timedelta(days=1)
    races = known_races((one,), (), after)
    which = which_comes(after, HALF - timedelta(days=4), None, races)
    assert (which.day, which.word) == (free, "Next 8 Feb")
    assert early_words(after, None, None, races) == (
        "easy until Sun 7 Feb after the race of Sun 31 Jan: no jumps, nothing heavy (our own rule)"
    )
    assert which_comes(free, None, None, races).day is None
    assert not early_words(free, None, None, races)


def test_a_plan_that_was_ended_before_its_race_says_nothing_of_it() -> None:
    one = structs.replace(plan(race=HALF), ended=HALF - timedelta(days=1))
    assert known_races((one,), (), HALF + timedelta(days=1)) == ()


def test_what_was_logged_says_how_far_a_planned_race_was() -> None:
    one, logged = plan(race=HALF), (Raced(HALF, 3),)
    assert known_races((one,), logged, HALF + timedelta(days=1)) == logged


def test_a_5k_that_the_plan_asked_for_is_no_race_beside_it() -> None:
    one = plan()
    runs = calendar_of(one)
    trial = min(filter(runs.is_trial, runs.races))
    assert known_races((one,), (Raced(trial, 3),), trial) == ()
    other = Raced(trial - timedelta(days=1), 3)
    assert known_races((one,), (other,), trial) == (other,)


@for_each(("days_before", "easy"), [(1, 3), (1, 7), (-13, 3), (-13, 7)])
def test_after_a_race_that_was_logged_a_plan_has_no_session_and_no_hard_run(
    days_before: int, easy: int
) -> None:
    race = Raced(MONDAY - timedelta(days=days_before), easy)
    today = max(MONDAY, race.day + timedelta(days=1))
    one = plan(first_5k=MONDAY - timedelta(days=1))
    found = plan_day((one,), Facts(), midnight(today, 0), 0, (race,))
    bare = plan_day((one,), Facts(), midnight(today, 0), 0)
    assert found is not None
    assert bare is not None
    days = [race.day + timedelta(days=n) for n in range(1, easy + 1)]
    held = [day for day in days if day >= today]
    assert any(each.day in held for each in bare.flow.sessions)
    assert any(run_on(bare, day) == "a hard run" for day in held)
    assert not any(each.day in held for each in found.flow.sessions)
    assert not any(run_on(found, day) in ("a hard run", "the long run") for day in held)
    which = which_comes(today, None, found, (race,))
    assert which.day is not None
    assert which.day > race.until
    assert "it is too soon after the race" in early_words(today, None, found, (race,))
    raced = {event.day for event in events_of(one, found.flow) if event.is_raced}
    assert not raced.intersection(held)
    assert not any(run_on(found, day) == "a 5K" for day in held)
    told = [text for week in found.flow.weeks for text in events(found.flow, week)]
    why = f"Easy until {day_words(race.until)} after the race of {day_words(race.day)}"
    assert f"{why} (our own rule)." in told
    assert not any(
        "Easy until" in text for week in bare.flow.weeks for text in events(bare.flow, week)
    )
    later = [day for each in found.flow.sessions if (day := each.day) > race.until]
    assert later


def test_no_5k_is_on_an_easy_day_after_a_race_that_was_logged() -> None:
    one, race = plan(), Raced(MONDAY - timedelta(days=1), 7)
    runs = calendar_of(one)
    trial = min(filter(runs.is_trial, runs.races))
    assert race.rests_on(trial)
    found = plan_day((one,), Facts(), midnight(MONDAY, 0), 0, (race,))
    assert found is not None
    assert run_on(found, trial) == "an easy run"
    assert trial not in {event.day for event in events_of(one, found.flow) if event.is_raced}
    bare = plan_day((one,), Facts(), midnight(MONDAY, 0), 0)
    assert bare is not None
    assert trial in {event.day for event in events_of(one, bare.flow) if event.is_raced}
