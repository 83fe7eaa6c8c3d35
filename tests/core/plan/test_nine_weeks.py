"""Simulated athletes of every level walk through nine weeks, day by day, and miss some of them."""

from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.athlete.gates import Checks
from runlift_tui.core.plan.done import TrainedSession, books_done
from runlift_tui.core.plan.plan import WEEKS, Plan
from runlift_tui.core.plan.standing import Flow, TrainedOn, flow
from runlift_tui.core.plan.today import plan_day
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import HalfOf, Reps
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.runs.run import Run
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import library
from tests.core.plans import MONDAY, SUN, is_even, plan

NOON = 1_796_040_000_000
"""2026-11-30 12:00 UTC, the first Monday."""
MISSED = frozenset({3, 7, 8, 13})
"""Of the sessions as they come due, those on which something came between."""
AWAY = range(28, 35)
"""Days of the plan on which nobody can train: all of week 5."""
SHELF = Shelf(shipped=library())


class Life(NamedTuple):
    """What nine weeks came to."""

    plan: Plan
    trained: tuple[TrainedSession, ...]
    outings: tuple[Outing, ...]
    missed: int
    flows: tuple[Flow, ...]
    """One a day, as the day began."""


def live(level: Level, miles: float, *, tidy: bool = False) -> Life:
    """Walk through nine weeks as an athlete who does what home says, most of the time."""
    pace = {15: 9.5, 40: 9.0, 60: 8.0}[round(miles)]
    one = plan(level=level, miles=miles, minutes_a_mile=pace, stage=0)
    athlete = Athlete(
        level=level, checks=Checks(stance_s=30, squats=True, landings=True, calm=True)
    )
    facts, trained, missed, due, flows = Facts(), [], 0, 0, []
    for number in range(7 * WEEKS):
        today, now = MONDAY + timedelta(days=number), NOON + number * DAY_MS
        day = plan_day((one,), facts, now, 0)
        assert day is not None
        assert day.week is not None
        flows.append(day.flow)
        if not day.flow.sessions or day.flow.sessions[0].day != today:
            continue
        due += 1
        if not tidy and (due in MISSED or number in AWAY):
            missed += 1
            continue
        found = Situation(athlete=athlete, facts=facts, shelf=SHELF, now=now, week=day.week)
        start = planned_session(Choices(level=level), found, "x")
        heavy = start.routine.slot("B1")
        assert isinstance(heavy.prescription, Reps)
        assert heavy.prescription.low <= heavy.target <= heavy.prescription.high
        assert start.routine.blocks[-1].rounds <= day.week.rounds
        fast = [s.exercise for _, s in start.routine.slots() if isinstance(s.prescription, HalfOf)]
        outing = Outing(
            when=now,
            heavy_reps=heavy.target,
            heavy_rir=heavy.rir[0] if heavy.rir else None,
            pain=0,
            fast=fast[0] if fast else None,
        )
        trained.append(TrainedSession(today, minutes_of(start), 6))
        facts = structs.replace(
            facts,
            sessions=facts.sessions + 1,
            first=facts.first or now,
            outings=(*facts.outings, outing),
        )
    return Life(one, tuple(trained), facts.outings, missed, tuple(flows))


QUICK = {(Level.BEGINNER, 15), (Level.INTERMEDIATE, 40), (Level.ADVANCED, 60)}
ATHLETES = [
    pytest.param(level, miles, marks=() if (level, miles) in QUICK else pytest.mark.sweep)
    for level in Level
    for miles in (15, 40, 60)
]


@pytest.mark.parametrize(("level", "miles"), ATHLETES)
def test_an_athlete_who_keeps_to_it_does_every_session(level: Level, miles: float) -> None:
    life = live(level, miles, tidy=True)
    last = life.flows[-1]
    assert len(life.trained) == sum(week.sessions for week in last.weeks)
    assert last.missed == ()
    assert not any(each.moves for each in life.flows)
    assert not any(each.breaks for each in life.flows)
    _holds_its_rules(life)


@pytest.mark.parametrize(("level", "miles"), ATHLETES)
def test_an_athlete_who_misses_some_goes_on_by_the_rules(level: Level, miles: float) -> None:
    life = live(level, miles)
    last = flow(life.plan, [TrainedOn(each.day) for each in life.trained], life.plan.answers.end)
    assert 5 in last.missed
    assert last.weeks[-1].step == WEEKS
    assert any(each.moves for each in life.flows), "it was said what changed"
    planned = sum(week.sessions for week in life.flows[0].weeks)
    assert planned - life.missed - 4 <= len(life.trained) < planned
    _holds_its_rules(life)


def _holds_its_rules(life: Life) -> None:
    days = [each.day for each in life.trained]
    for one, other in pairwise(days):
        assert (other - one).days >= 2
    for day in days:
        after = day + timedelta(days=1)
        assert after.weekday() != SUN
        assert after.weekday() not in life.plan.answers.hard_days
    for week in life.flows[-1].weeks:
        assert is_even(week.books)
        assert week.books.replaced * 100 <= week.books.usual * week.percent
        runs = [
            Run(id="r", day=week.monday + timedelta(days=n), seconds=week.books.run * 15)
            for n in range(4)
        ]
        done = books_done(week, life.plan, life.trained, runs)
        assert is_even(done)


def test_a_beginners_exercises_come_one_a_week_and_no_jump_before_the_gate() -> None:
    life = live(Level.BEGINNER, 15, tidy=True)
    grounded = [each for each in life.outings if each.fast is not None]
    assert grounded, "the fast set comes in its week"
    first_jump = next((each.when for each in grounded if library()[each.fast or ""].is_jump), None)
    assert first_jump is None or first_jump - NOON >= 4 * 7 * DAY_MS


def test_the_advanced_climb_the_ladder_as_far_as_the_plan_lets_them() -> None:
    life = live(Level.ADVANCED, 40, tidy=True)
    rungs = [library()[each.fast or ""].rung for each in life.outings]
    assert rungs == sorted(rungs)
    assert rungs[0] < rungs[-1] <= rungs[0] + 2
