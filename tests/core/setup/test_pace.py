"""What an athlete's own session is beside a plan's, and what the plan makes of it."""

import pytest
from msgspec import structs

from runlift_tui.core.plan.ledger import Books
from runlift_tui.core.plan.standing import flow
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.setup.pace import pace_of
from tests.core.builders import started
from tests.core.plans import MONDAY, plan
from tests.rows import for_each


@pytest.mark.parametrize("level", Level)
def test_without_a_history_it_is_the_plans(level: Level) -> None:
    assert pace_of(started(level), ALL_SLOTS) == pytest.approx(1, abs=0.03)


def test_a_session_without_a_warm_up_is_shorter() -> None:
    whole = started(Level.ADVANCED)
    short = structs.replace(
        whole, routine=structs.replace(whole.routine, blocks=whole.routine.blocks[1:])
    )
    assert pace_of(short, ALL_SLOTS) < 0.95


@for_each("pace", [0.4, 0.8, 1.1, 1.5])
def test_a_plan_at_another_pace_has_its_sessions_and_a_ledger_that_adds_up(pace: float) -> None:
    planned = flow(plan(), (), MONDAY).weeks
    paced = flow(plan(), (), MONDAY, pace).weeks
    for before, after in zip(planned, paced, strict=True):
        none = Books(0, 0, 0)
        bare = after._replace(minutes=0, books=none, by_table=0)
        assert before._replace(minutes=0, books=none) == bare
        assert after.by_table == before.minutes
        assert after.minutes == round(pace * before.minutes)
        books = after.books
        assert books.strength == after.sessions * after.minutes
        assert books.run + books.explosive == books.usual + books.added
