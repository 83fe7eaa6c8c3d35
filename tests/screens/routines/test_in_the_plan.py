"""A routine changed while a plan is under way: what it makes of the weeks, and that it is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.core.plan.faults import broken_by_hand
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.table import WeekRow, week_row
from runlift_tui.core.routines.edit import At, slot_added
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.routines.routine import Routine
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.plan.plans_today import PlansToday
from runlift_tui.screens.routines.changes import RoutineChanges
from tests.screens.lives import Life, lived
from tests.screens.test_one_truth import archived

LIFE = Life(Level.INTERMEDIATE, ARTICLE_ROUTINE, 4, frozenset(), 20, 0, None)
"""In the first week of a plan, with a few sessions behind them."""


@pytest.fixture
def today(made_up_year: Path) -> Iterator[Today]:
    with lived(archived(made_up_year), LIFE) as found:
        yield found


def plan_of(today: Today) -> Plan:
    (plan,) = today.store.desk.plans()
    return plan


def rows(today: Today) -> list[WeekRow]:
    plans, plan = PlansToday(today), plan_of(today)
    now = plans.flow(plan)
    return [week_row(week, now, plan, plans.day) for week in now.weeks]


def with_curl(routines: RoutineChanges) -> Routine:
    routine, known = routines.routine(ARTICLE_ROUTINE), routines.shelf.exercises()
    at = At(len(routine.blocks) - 1, len(routine.blocks[-1].slots) - 1)
    return slot_added(routine, at, known["towel-curl"], known).routine


def test_one_exercise_more_leaves_the_weeks_as_they_are_but_for_its_minutes(today: Today) -> None:
    routines, before = RoutineChanges(today), rows(today)
    told = routines.keep(with_curl(routines), "Added Towel curl").told
    after = rows(today)
    same = ("sessions", "rounds", "b1", "could_do", "b2", "kind")
    assert [[getattr(row, name) for name in same] for row in after] == [
        [getattr(row, name) for name in same] for row in before
    ]
    was, now = (PlansToday(today).flow(plan_of(today)).weeks[n] for n in (0, 1))
    assert "In the plan, from week 1 on: " in told or "from week 2 on: " in told
    assert f" → {now.minutes} min" in told or f" → {was.minutes} min" in told
    assert "round" not in told
    assert "It is your own copy now: u undoes, r resets it." in told
    routines.undo()
    assert rows(today) == before


def test_other_rounds_are_told_and_the_limits_that_they_pass(today: Today) -> None:
    routines = RoutineChanges(today)
    routine = with_curl(routines)
    routines.keep(routine, "Added Towel curl")
    main = structs.replace(routine.blocks[-1], rounds=6)
    more = structs.replace(routine, blocks=(*routine.blocks[:-1], main))
    told = routines.keep(more, "Rounds: 6").told
    plans, plan = PlansToday(today), plan_of(today)
    weeks = plans.flow(plan).weeks
    assert " → 6 rounds" in told
    over = {each.week for each in broken_by_hand(plan, weeks)}
    assert over, "or there is nothing to tell"
    assert "over our limits. " in told
    lines = today.plan_lines()
    assert lines is not None
    assert lines.over.startswith(f"week {min(over)}, {routine.name}: "), "home says it too"


def test_another_routine_for_home_is_told_in_the_same_words(today: Today) -> None:
    told = RoutineChanges(today).suggest("minimal-25").told
    assert "Home suggests Minimal dose from now on. In the plan, from week " in told
