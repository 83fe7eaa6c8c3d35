"""The weeks of a plan with the sessions that one athlete does in them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.plan.weeks import PlanWeek, books_of


class AsDone(NamedTuple):
    """What a session of a week is to one athlete."""

    minutes: int
    rounds: int
    """Of its main part."""
    routine: str = ""
    """Name of a routine of their own that is done in it; empty for one that follows the plan."""


Own = Callable[[PlanWeek], AsDone]
"""Says it of a week."""


def own_weeks(plan: Plan, weeks: Sequence[PlanWeek], own: Own, since: date) -> tuple[PlanWeek, ...]:
    """Return weeks with the minutes and rounds of the athlete's own sessions.

    Which sessions a week has room for follows from the table, so that no quick or slow session
    changes their number; minutes, rounds and ledger are told by this.

    Args:
        plan: Whose.
        weeks: As the plan has them.
        own: What a session is.
        since: Weeks that ended before it lie behind: what is chosen now changes none of them.
    """
    found: list[PlanWeek] = []
    for week in weeks:
        lies_behind = week.sunday < since
        done = AsDone(week.minutes, week.rounds) if lies_behind else own(week)
        strength = week.sessions * done.minutes
        answers, change = plan.answers_in(week.number), plan.change(week.number)
        found.append(
            week._replace(
                minutes=done.minutes,
                rounds=done.rounds,
                routine=done.routine,
                books=books_of(week, answers, change, strength, found),
                by_table=0 if lies_behind else week.minutes,
            )
        )
    return tuple(found)
