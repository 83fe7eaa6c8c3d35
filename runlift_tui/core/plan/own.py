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
    """Name of a routine of their own that is done in it; empty for one that ships."""
    own_heavy: bool = False
    """Whether B1 and its reserve are as they wrote them, or there is none."""
    own_rounds: bool = False
    """Whether the rounds of its main part are."""


_AS_LONG_MIN = 5
"""Minutes by which a session differs from the plan's before anything is said of it."""
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
                own_heavy=done.own_heavy,
                own_rounds=done.own_rounds,
                books=books_of(week, answers, change, strength, found),
                by_table=0 if lies_behind else week.minutes,
            )
        )
    return tuple(found)


def own_time(weeks: Sequence[PlanWeek], week: PlanWeek) -> str:
    """Return whose minutes a week's sessions have, where not all weeks have the same; else empty.

    A week to come has those of the session as it stands; one that lies behind what was reckoned
    with then. While none lies behind, all have the same, and there is nothing to tell apart.
    """
    first = own_since(weeks)
    if first is None or not week.sessions:
        return ""
    if not week.by_table:
        told = f"{week.minutes} min is what the plan reckoned with"
        return f"{told}; from week {first} on it is your own session's time."
    if not _differs(week):
        return ""
    behind = f"the weeks that lie behind were planned with {week.by_table}"
    return f"Your own session takes {week.minutes} min; {behind}."


def own_since(weeks: Sequence[PlanWeek]) -> int | None:
    """Return the first week with other minutes than the plan's, behind weeks that have those."""
    with_any = [week for week in weeks if week.sessions]
    if not any(week.by_table == 0 for week in with_any):
        return None
    return next((week.number for week in with_any if _differs(week)), None)


def _differs(week: PlanWeek) -> bool:
    """Whether an own session of a week has another length than the plan's, worth a word."""
    return bool(week.by_table) and abs(week.by_table - week.minutes) > _AS_LONG_MIN
