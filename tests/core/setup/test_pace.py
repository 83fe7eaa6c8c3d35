"""What an athlete's own session is beside a plan's, and what the plan makes of it."""

import pytest
from msgspec import structs

from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.own import AsDone, Own
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.plan.todays_session import is_lighter
from runlift_tui.core.plan.week_words import session_shape
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.setup.pace import own_session
from tests.core.builders import started
from tests.core.plans import MONDAY, plan
from tests.rows import for_each


def of(start: Started, written: Routine | None = None) -> Own:
    return own_session(start, ALL_SLOTS, written or start.routine, ships=written is None)


@pytest.mark.parametrize("level", Level)
def test_without_a_history_it_is_the_plans(level: Level) -> None:
    for week in flow(plan(level=level), (), MONDAY).weeks:
        found = of(started(level))(week)
        assert found.minutes == pytest.approx(week.minutes, abs=1)
        assert (found.rounds, found.routine) == (week.rounds, "")


def test_a_session_without_a_warm_up_is_shorter() -> None:
    whole = started(Level.ADVANCED)
    short = structs.replace(
        whole, routine=structs.replace(whole.routine, blocks=whole.routine.blocks[1:])
    )
    for week in flow(plan(level=Level.ADVANCED), (), MONDAY).weeks:
        assert of(short)(week).minutes < 0.95 * week.minutes


def test_a_routine_of_their_own_is_as_they_wrote_it_but_in_a_lighter_week() -> None:
    start = started(Level.INTERMEDIATE)
    blocks = tuple(structs.replace(each, rounds=5, high=5) for each in start.routine.blocks)
    written = structs.replace(start.routine, id="mine", name="Mine", blocks=blocks)
    own = of(structs.replace(start, routine=written), written)
    weeks = flow(plan(), (), MONDAY, own).weeks
    as_written = minutes_of(structs.replace(start, routine=written))
    for before, week in zip(flow(plan(), (), MONDAY).weeks, weeks, strict=True):
        assert week.routine == "Mine"
        assert week.sessions == before.sessions
        assert week.books.strength == week.sessions * week.minutes
        if is_lighter(week):
            assert week.rounds == before.rounds
            assert week.minutes < as_written
        else:
            assert (week.rounds, week.minutes) == (5, as_written)
            assert session_shape(week) == f"about {as_written} min: Mine, 5 rounds"


@for_each("pace", [0.4, 0.8, 1.1, 1.5])
def test_a_plan_at_another_pace_has_its_sessions_and_a_ledger_that_adds_up(pace: float) -> None:
    def own(week: PlanWeek) -> AsDone:
        return AsDone(round(pace * week.minutes), week.rounds)

    planned = flow(plan(), (), MONDAY).weeks
    paced = flow(plan(), (), MONDAY, own).weeks
    for before, after in zip(planned, paced, strict=True):
        none = Books(0, 0, 0)
        bare = after._replace(minutes=0, books=none, by_table=0)
        assert before._replace(minutes=0, books=none) == bare
        assert after.by_table == before.minutes
        assert after.minutes == round(pace * before.minutes)
        books = after.books
        assert books.strength == after.sessions * after.minutes
        assert books.run + books.explosive == books.usual + books.added
