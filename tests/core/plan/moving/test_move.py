"""A plan moved in many ways: the ledger is even, what lies behind stays, the cost is told."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.plan.believed import plan_faults
from runlift_tui.core.plan.ledger import is_moderate
from runlift_tui.core.plan.moving import form
from runlift_tui.core.plan.moving.cost import NOTHING, cost_lines
from runlift_tui.core.plan.moving.move import move_edit
from runlift_tui.core.plan.outcome import notes
from runlift_tui.core.plan.plan import (
    LONGEST,
    Answers,
    Plan,
    RaceDistance,
    TimeOff,
    WeekChange,
    opened,
)
from runlift_tui.core.plan.rules import AFTER_RACE_DAYS, Rule, calendar_of
from runlift_tui.core.plan.standing import Flow, TrainedOn, flow
from runlift_tui.core.runs.run import Run
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import day_text, day_words
from runlift_tui.core.words.faults import Fault
from tests.core.plans import MONDAY, any_answers, is_even, plan
from tests.rows import for_each

TODAY = MONDAY + timedelta(days=30)
"""The Wednesday of week 5."""
DONE = tuple(TrainedOn(MONDAY + timedelta(days=each)) for each in (1, 4, 8, 11, 15, 18, 22, 25, 29))

MOVES: Mapping[str, Mapping[str, str]] = {
    "a race": {"race": "24 jan", "race_distance": "half"},
    "a race after nine weeks": {"race": "13 feb", "race_distance": "10K"},
    "a race far after nine weeks": {"race": "+20 weeks", "race_distance": "marathon"},
    "a race on a Monday": {"race": "25 jan", "race_distance": "5K"},
    "run days": {"run_days": "mon wed thu sat sun", "hard_days": "wed"},
    "hard days": {"hard_days": "thu sat"},
    "the long run": {"long_day": "sat"},
    "a later begin": {"start": "14 dec"},
    "an earlier begin": {"start": "23 nov"},
    "a week off": {"off_first": "4 jan", "off_last": "10 jan"},
    "a week ill": {"off_first": "4 jan", "off_last": "10 jan", "off_kind": form.ILL},
    "a week off, the rest moved back": {
        "off_first": "4 jan",
        "off_last": "10 jan",
        "rest": form.LONGER,
    },
    "ill of late, the rest moved back": {
        "off_first": "mon",
        "off_last": "sun",
        "off_kind": form.ILL,
        "rest": form.LONGER,
    },
    "two days off": {"off_first": "fri", "off_last": "sat"},
    "all days and the race at once": {
        "race": "7 feb",
        "race_distance": "marathon",
        "run_days": "mon wed fri sun",
        "hard_days": "wed",
        "long_day": "sun",
    },
}


@for_each(
    ("name", "text", "day"),
    [
        ("off_first", "4 jan", date(2027, 1, 4)),
        ("off_last", "sun", date(2027, 1, 10)),
        ("off_last", "in a week", TODAY + timedelta(weeks=1)),
        ("off_last", "soon", None),
        ("off_last", "", None),
        ("race", "+2 weeks", date(2027, 2, 14)),
        ("race", "none", None),
        ("start", "14 dec", date(2026, 12, 14)),
        ("run_days", "sun", None),
    ],
)
def test_which_day_is_understood(name: str, text: str, day: date | None) -> None:
    one = plan(race=date(2027, 1, 31))
    texts = form.as_it_is(one, TODAY) | {"off_first": "4 jan"} | {name: text}
    assert form.understood(name, texts, one, TODAY) == day


def asked(
    one: Plan, texts: Mapping[str, str], today: date = TODAY
) -> tuple[Plan | None, tuple[Fault, ...]]:
    said = {**form.as_it_is(one, today), "off_kind": form.HOLIDAY, **texts}
    return form.read(said, one, (one,), today)


def after(one: Plan, texts: Mapping[str, str], today: date = TODAY) -> Plan:
    found, faults = asked(one, texts, today)
    assert found is not None
    assert not faults
    return found


def costs(one: Plan, texts: Mapping[str, str]) -> str:
    found = after(one, texts)
    lines = cost_lines((one, flow(one, DONE, TODAY)), (found, flow(found, DONE, TODAY)), TODAY)
    return "\n".join(f"{line.label}: {line.text}" for line in lines)


def cost_of(one: Plan, found: Plan, runs: Sequence[Run] = ()) -> dict[str, str]:
    """Return what a move costs by its label, the runs that are noted counted."""
    lines = cost_lines((one, stands(one)), (found, stands(found)), TODAY, runs)
    return {line.label: line.text for line in lines}


def refused(one: Plan, texts: Mapping[str, str]) -> dict[str, str]:
    return {str(fault.where[0]): fault.what for fault in asked(one, texts)[1]}


def stands(one: Plan) -> Flow:
    return flow(one, DONE, TODAY)


@for_each("texts", MOVES.values())
def test_moved_in_any_way_the_ledger_is_even_and_nothing_is_on_a_day_off(
    texts: Mapping[str, str],
) -> None:
    one = plan(WeekChange(week=7, rounds=3))
    found = after(one, texts)
    now, runs = stands(found), calendar_of(found)
    assert len(now.weeks) == found.answers.weeks
    for week in now.weeks:
        assert is_even(week.books)
        assert is_moderate(week.books)
    assert not any(day in off for off in found.off for day in (s.day for s in now.sessions))
    assert not any(runs.is_race(day) for day in runs.off)
    assert not list(plan_faults(found))
    assert costs(one, texts)
    edit = move_edit(one, found)
    assert edit.undone().after == one
    assert edit.told != "The plan is moved"


@for_each("name", ["a race", "run days", "the long run", "a week off"])
def test_what_lies_behind_stays_as_it_was_planned(name: str) -> None:
    one = plan()
    assert stands(after(one, MOVES[name])).weeks[:4] == stands(one).weeks[:4]


@for_each("day", [*range(28, 84), *range(84, 7 * LONGEST, 13)])
def test_the_taper_leads_to_a_race_on_any_day(day: int) -> None:
    race = MONDAY + timedelta(days=day)
    one = after(plan(), {"race": f"{race}", "race_distance": "10K"}, MONDAY)
    weeks = stands(one).weeks
    place = one.answers.race_week
    assert [week.kind for week in weeks[place - 2 : place]] == [WeekKind.TAPER, WeekKind.RACE]
    assert race <= one.answers.end
    last = [each.day for each in flow(one, (), MONDAY).sessions if each.day < race][-1]
    assert (race - last).days >= 4, "the last session lies four days before it"


@given(any_answers(), st.sets(st.integers(0, 62), max_size=12))
def test_no_test_run_is_on_the_eve_of_anything(answers: Answers, off: set[int]) -> None:
    days = [MONDAY + timedelta(days=each) for each in off]
    away = tuple(TimeOff(first=day, last=day) for day in sorted(days))
    runs = calendar_of(Plan(id="one", answers=answers, off=away))
    kept = {*answers.hard_days, answers.long_day}
    for day in runs.races - {answers.race}:
        after = day + timedelta(days=1)
        assert after != answers.race
        assert after.weekday() not in kept or after in days
    usual = calendar_of(Plan(id="one", answers=answers)).races - {answers.race}
    assert usual or kept >= set(range(7)), "only who runs hard every day has no day for one"


@given(any_answers(), st.integers(0, 62), st.integers(0, 20), st.booleans(), st.booleans())
def test_time_off_anywhere_keeps_the_ledger_of_any_plan(
    answers: Answers, first: int, days: int, ill: bool, later: bool
) -> None:
    one = Plan(id="one", answers=answers)
    texts = {
        "off_first": f"{MONDAY + timedelta(days=first)}",
        "off_last": f"{MONDAY + timedelta(days=first + days)}",
        "off_kind": form.ILL if ill else form.HOLIDAY,
        "rest": form.LONGER if later else form.SHORTER,
    }
    found, faults = asked(one, texts, MONDAY)
    if found is None or faults:
        return
    now = flow(found, (), MONDAY)
    assert all(is_even(week.books) for week in now.weeks)
    assert not any(session.day in off for session in now.sessions for off in found.off)
    if not answers.race:
        assert now.weeks[-1].kind is WeekKind.TAPER


def test_a_week_off_shortens_or_moves_back() -> None:
    shorter, longer = (costs(plan(), MOVES[name]) for name in MOVES if "a week off" in name)
    assert "ends" not in shorter
    assert "builds: 1 step less; B1 comes as far as 5-7 reps" in shorter
    assert "ends: Sun 7 Feb instead of Sun 31 Jan, ten weeks instead of nine weeks" in longer
    assert "step" not in longer
    assert "week 6: off instead of build" in longer


def test_what_was_trained_on_days_off_stays_trained_and_that_is_said() -> None:
    told = costs(plan(), {"off_first": "last week", "off_kind": form.ILL})
    assert "stays trained" in told
    assert "stays trained" not in costs(plan(), MOVES["a week off"])


def test_where_the_race_is_stands_there_always() -> None:
    raced = after(plan(), {"race": "31 jan", "race_distance": "half"})
    assert "race: Sun 31 Jan, as it is" in costs(raced, {})
    assert "race: Sun 31 Jan" in costs(plan(), {"race": "31 jan"})
    assert "race: none" in costs(raced, {"race": ""})


def test_days_stand_in_the_form_as_they_are_told_and_can_be_typed_back() -> None:
    stands = form.as_it_is(RACED, TODAY)
    assert RACED.answers.race is not None
    assert stands["race"] == day_text(RACED.answers.race)
    assert stands["start"] == day_text(RACED.answers.start)
    assert asked(RACED, {})[0] == RACED


def test_a_chosen_week_stands_in_the_form_and_this_one_from_the_first_day_that_can_be_off() -> None:
    one = plan()
    chosen = form.week_off(one, date(2027, 1, 4), TODAY)
    assert asked(one, chosen)[0] == after(one, {"off_first": "next week"})
    assert "ill or on holiday" in refused(one, chosen)["off_kind"], "the two differ: it is asked"
    this, last = MONDAY + timedelta(weeks=4), MONDAY + timedelta(weeks=4, days=6)
    for today, trained, first in (
        (TODAY, False, TODAY),
        (TODAY, True, TODAY + timedelta(days=1)),
        (last, True, last),
        (last + timedelta(days=1), True, this),
    ):
        lines = form.week_off(one, this, today, trained=trained)
        assert (lines["off_first"], lines["off_last"]) == (day_text(first), day_text(last))
    (off,) = after(one, {"off_first": "this week", "off_last": "fri"}).off
    assert (off.first, off.last) == (this, this + timedelta(days=4))
    (off,) = after(one, {"off_first": "last week", "off_kind": form.ILL}).off
    assert (off.first, off.last, off.ill) == (
        this - timedelta(days=7),
        this - timedelta(days=1),
        True,
    )


@for_each(
    ("typed", "on", "told"),
    [
        ("2 weeks later", date(2027, 2, 14), "2 weeks later than Sun 31 Jan"),
        ("later by 3 days", date(2027, 2, 3), "3 days later than Sun 31 Jan"),
        ("a week earlier", date(2027, 1, 24), "1 week EARLIER than Sun 31 Jan"),
        ("+2 weeks", date(2027, 2, 14), "2 weeks later than Sun 31 Jan"),
        ("+14", date(2027, 2, 14), "2 weeks later than Sun 31 Jan"),
        ("-3 days", date(2027, 1, 28), "3 days EARLIER than Sun 31 Jan"),
        ("in 2 weeks", TODAY + timedelta(weeks=2), "EARLIER than Sun 31 Jan"),
    ],
)
def test_a_race_is_put_off_from_where_it_stands_and_where_it_comes_earlier_that_is_loud(
    typed: str, on: date, told: str
) -> None:
    one = after(plan(), {"race": "2027-01-31", "race_distance": "10K"})
    assert after(one, {"race": typed}).answers.race == on
    assert told in costs(one, {"race": typed})
    assert "from the day it has" in form.fields(one, TODAY)[0].hint


def test_after_an_illness_a_light_week_leads_back() -> None:
    one = after(plan(), MOVES["a week ill"])
    ill, back = stands(one).weeks[5:7]
    assert (ill.sessions, ill.books.total) == (0, 0)
    assert (back.sessions, back.is_light, back.way_back) == (1, True, True)


def test_a_plan_has_several_times_off_and_each_is_taken_back_by_its_line() -> None:
    one = after(plan(), MOVES["a week off, the rest moved back"])
    ill = {"off_first": "18 jan", "off_last": "24 jan", "off_kind": form.ILL}
    two = after(one, ill)
    assert [(each.first.day, each.ill) for each in two.off] == [(4, False), (18, True)]
    assert two.answers.weeks == 10
    weeks = stands(two).weeks
    assert [week.number for week in weeks if week.off == 7] == [6, 8]
    assert all(is_even(week.books) for week in weeks)
    shown = [each for each in form.fields(two, TODAY) if each.label == "off"]
    words = [dict(each.choices)[form.KEPT] for each in shown]
    assert words == ["Mon 4 Jan to Sun 10 Jan", "Mon 18 Jan to Sun 24 Jan, ill"]
    assert "already" in refused(two, {"off_first": "9 jan", "off_last": "12 jan"})["off_first"]
    assert after(two, {"off1": form.BACK}) == one
    assert after(two, {"off0": form.BACK, "off1": form.BACK}) == plan()
    assert after(two, {}) == two


def old(race: date, **values: Any) -> Plan:
    """Return a plan as an older RunLift has it: of nine weeks, whatever its race."""
    return plan(race=race, weeks=9, **values)


def test_an_old_plan_with_a_race_after_its_nine_weeks_leads_to_it() -> None:
    race = MONDAY + timedelta(weeks=10, days=6)
    (one,) = opened((old(race),), TODAY)
    assert one.answers.weeks == 11
    weeks = stands(one).weeks
    assert [week.kind for week in weeks[-2:]] == [WeekKind.TAPER, WeekKind.RACE]
    assert weeks[:7] == stands(old(race)).weeks[:7], "what it had so far stays"
    assert opened((one,), TODAY) == (one,)


def test_an_old_plan_that_is_over_or_followed_by_another_or_led_nowhere_stays() -> None:
    race = MONDAY + timedelta(weeks=10, days=6)
    over = MONDAY + timedelta(weeks=9)
    assert opened((old(race),), over) == (old(race),)
    ended = structs.replace(old(race), ended=TODAY)
    assert opened((ended,), TODAY) == (ended,)
    both = (old(race), structs.replace(plan(start=over), id="two"))
    assert opened(both, TODAY) == both
    late = old(MONDAY + timedelta(weeks=45))
    assert opened((late,), TODAY) == (late,)
    told = next(line for line in notes(late, stands(late)) if line.label == "race")
    assert told.text == "Mon 11 Oct is after the plan, which does not lead to it: move the plan"


def test_a_race_far_away_is_led_to_by_weeks_that_keep_and_the_last_steps_once_more() -> None:
    one = after(plan(), {"race": "22 may"})
    weeks = stands(one).weeks
    assert len(weeks) == 25
    assert weeks[:8] == stands(plan()).weeks[:8]
    keep, again = weeks[8:-6], weeks[-6:-2]
    assert {(w.kind, w.sessions, w.rounds, w.rung) for w in keep} == {(WeekKind.KEEP, 1, 2, 2)}
    assert all(week.is_light for week in keep), "nothing new, and no load rises"
    assert [(week.kind, week.step) for week in again] == [(WeekKind.BUILD, n) for n in range(5, 9)]
    told = costs(plan(), {"race": "22 may"})
    assert "keeping: weeks 9-19: one session each, loads stay; weeks 20-23 build once more" in told
    assert "ends: Sun 23 May instead of Sun 31 Jan, 25 weeks instead of nine weeks" in told


RACED = plan(race=MONDAY + timedelta(days=62), race_distance=RaceDistance.HALF)
"""With a race at the end of week 9, Sunday 31 January; today is a Wednesday of week 5."""


@for_each(("weeks", "taper"), [(2, 10), (4, 12), (8, 16), (20, 28), (-1, 7), (-2, 6), (-3, 5)])
def test_a_race_put_off_or_brought_nearer_has_its_taper_and_the_past_stays(
    weeks: int, taper: int
) -> None:
    race = date(2027, 1, 31) + timedelta(weeks=weeks)
    one = after(RACED, {"race": f"{race}"})
    now = stands(one)
    assert [w.kind for w in now.weeks[taper - 1 : taper + 1]] == [WeekKind.TAPER, WeekKind.RACE]
    assert now.weeks[:4] == stands(RACED).weeks[:4]
    assert all(is_even(week.books) and is_moderate(week.books) for week in now.weeks)
    if weeks < -1:
        assert now.weeks[taper + 1].kind is WeekKind.EASY
    assert not list(plan_faults(one))
    told = costs(RACED, {"race": f"{race}"})
    assert "taper: from " in told or "left to the race, a taper takes two weeks" in told
    back = after(one, {"race": "31 jan"})
    assert stands(back).weeks[4:] == stands(RACED).weeks[4:]


@pytest.mark.parametrize("day", ["today", "tomorrow", "in 3 days"])
def test_a_race_tomorrow_is_planned_for_and_what_is_missing_told(day: str) -> None:
    told = costs(RACED, {"race": day})
    assert ", a taper takes two weeks" in told
    assert f"race is {day}" in told or "3 days are left to the race" in told
    weeks = stands(after(RACED, {"race": day})).weeks
    easy = 4 if day == "today" else 5
    assert weeks[easy].kind is WeekKind.EASY
    assert weeks[4].kind in (WeekKind.RACE, WeekKind.EASY)


def test_a_race_that_is_put_off_in_its_own_week_leaves_no_easy_week_behind() -> None:
    midweek = plan(race=TODAY)
    assert stands(midweek).weeks[4].kind is WeekKind.EASY
    later = stands(after(midweek, {"race": "+4 weeks"}))
    assert later.weeks[4].kind is WeekKind.BUILD


def test_a_race_that_lies_behind_or_too_far_ahead_is_refused_with_what_can_be_done() -> None:
    told = refused(RACED, {"race": "yesterday"})["race"]
    assert told == "Tue 29 Dec lies in the past: leave it out here, and note it as a run"
    told = refused(plan(), {"race": "+50 weeks"})["race"]
    assert told == (
        "Wed 15 Dec 2027 is in week 55, and a plan leads over 44 at most: leave it out, and "
        "begin another plan on Mon 18 Oct"
    )
    early = asked(plan(), {"race": "6 dec"}, MONDAY)[1]
    assert [each.what for each in early] == [
        "the race is in week 1, and a taper takes two weeks: leave it out here"
    ]


def test_what_cannot_be_is_refused_in_words() -> None:
    race = after(plan(), MOVES["a race"])
    week = {"off_first": "18 jan", "off_last": "24 jan"}
    assert "one of those days" in refused(race, week)["off_first"]
    assert "stays where it is" in refused(race, MOVES["a week off, the rest moved back"])["rest"]
    assert "is before" in refused(plan(), {"off_first": "10 jan", "off_last": "9 jan"})["off_last"]
    assert "no pause" in refused(plan(), {"off_first": "1 jan", "off_last": "30 jan"})["off_last"]
    assert "nothing of those days" in refused(plan(), {"off_first": "1 mar"})["off_first"]
    assert "first day" in refused(plan(), {"off_last": "1 jan"})["off_first"]
    assert "no day" in refused(plan(), {"off_first": "soon"})["off_first"]
    assert "over already" in refused(plan(), {"start": "2025-11-24"})["start"]


def test_a_later_begin_says_which_sessions_count_no_more() -> None:
    told = costs(plan(WeekChange(week=1, rounds=2)), MOVES["a later begin"])
    assert "4 sessions that you trained count no more for it" in told
    assert "what you changed in 1 week falls out" in told


def test_new_days_that_leave_no_good_one_are_told() -> None:
    told = costs(
        plan(), {"run_days": "mon tue wed thu fri sat sun", "hard_days": "mon tue wed thu fri"}
    )
    assert "broken" in told


def test_a_form_that_nothing_was_changed_in_costs_nothing() -> None:
    assert costs(plan(), {}) == f": {NOTHING}"
    assert after(plan(), {}) == plan()


def test_a_plan_moved_twice_in_a_week_keeps_what_was_before_it() -> None:
    one = after(plan(), MOVES["run days"])
    two = after(one, MOVES["the long run"])
    assert [each.answers for each in two.earlier] == [plan().answers]


def test_the_week_after_a_race_stays_easy_where_the_next_race_is_put_in() -> None:
    raced = plan(race=MONDAY + timedelta(days=27))
    one = after(raced, {"race": "31 jan", "race_distance": "10K"})
    assert stands(one).weeks[4].kind is WeekKind.EASY
    assert not any(each.rule is Rule.RACE_DAY for each in stands(one).breaks)


@for_each("next_race", [{"race": ""}, {"race": "31 jan", "race_distance": "10K"}])
@for_each("ago", range(1, 5))
def test_a_race_that_was_run_keeps_its_easy_days_where_another_takes_its_place(
    ago: int, next_race: Mapping[str, str]
) -> None:
    race = TODAY - timedelta(days=ago)
    raced = plan(race=race, race_distance=RaceDistance.MARATHON)
    one = after(raced, next_race)
    runs = calendar_of(one)
    for number in range(1, 8):
        day = race + timedelta(days=number)
        assert not runs.is_hard(day)
        assert not runs.is_long(day)
        week = stands(one).weeks[one.answers.week_of(day) - 1]
        assert week.kind in (WeekKind.RACE, WeekKind.EASY)
    coming = min(each.day for each in stands(one).sessions)
    assert (coming - race).days >= AFTER_RACE_DAYS[7]


def test_after_a_race_at_the_end_there_is_no_last_5k_though_it_was_taken_out() -> None:
    monday = MONDAY + timedelta(weeks=8)
    raced = plan(race=monday - timedelta(days=1), race_distance=RaceDistance.HALF)
    one = after(raced, {"race": ""}, monday)
    assert max(calendar_of(one).races) < monday
    now = flow(one, (), monday)
    assert now.weeks[8].kind is WeekKind.EASY
    assert not any("No 5K" in line.text for line in notes(one, now) if "eek 9" in line.text)


def test_runs_noted_on_days_that_are_off_now_are_counted_in_what_it_costs() -> None:
    monday = MONDAY + timedelta(days=28)
    ran = [
        Run(id="a", day=monday, seconds=2_400),
        Run(id="b", day=monday + timedelta(days=1), seconds=3_600),
    ]
    early = Run(id="c", day=monday - timedelta(days=1), seconds=1_500)
    week = {"off_first": f"{monday}", "off_last": f"{monday + timedelta(days=6)}"}
    one = after(plan(), week | {"off_kind": form.ILL})
    told = cost_of(plan(), one, [early, *ran])
    said = "2 runs, 1:40 h, on days that are off now: they stay noted, and count as done"
    assert told["noted"] == said
    assert "noted" not in cost_of(plan(), one, [early])
    assert "noted" not in cost_of(one, one, ran), "nothing is newly off"


def test_the_day_on_which_training_begins_again_is_told_with_its_reason() -> None:
    two_days = after(plan(), {"off_first": "thu", "off_last": "sat"})
    first = next(e for e in stands(two_days).sessions if e.day > two_days.off[0].last)
    told = cost_of(plan(), two_days)["back"]
    assert day_words(first.day) in told
    ill = after(plan(), MOVES["a week ill"])
    back = next(e for e in stands(ill).sessions if e.day > ill.off[0].last)
    told = cost_of(plan(), ill)["back"]
    assert told.startswith(day_words(back.day))
    assert "hard" not in told, "in the week that leads back nobody runs hard"
    behind = after(plan(), {"off_first": f"{MONDAY}", "off_last": f"{MONDAY + timedelta(days=6)}"})
    assert "back" not in cost_of(plan(), behind), "it has begun again"


def test_a_week_that_leads_back_has_no_hard_and_no_long_run() -> None:
    ill, off = after(plan(), MOVES["a week ill"]), after(plan(), MOVES["a week off"])
    for one, eased in ((ill, True), (off, False)):
        runs = calendar_of(one)
        week = [one.answers.monday(7) + timedelta(days=each) for each in range(7)]
        assert any(map(runs.is_run, week))
        assert any(runs.is_hard(day) or runs.is_long(day) for day in week) is not eased
