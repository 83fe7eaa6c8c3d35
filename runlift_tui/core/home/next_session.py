"""When to train next, and what until then: by the plan's days, else by 48 hours."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift_tui.core.setup.landings import APART
from runlift_tui.core.words.days import day_words

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import PlanDay

_MOST_DAYS = 4
Lines = Iterator[tuple[str, str]]


def next_lines(
    today: date, last: date | None, brief: str = "", plan: "PlanDay | None" = None
) -> Lines:
    """Yield when to train next and what until then; nothing where today is as good as any day.

    Args:
        today: The athlete's own day.
        last: On which they trained last; None where they never did.
        brief: The session that comes next, in a line; empty where home shows it anyway.
        plan: As it stands; None without one.
    """
    if plan is not None and plan.week is not None:
        yield from _by_plan(plan, brief)
    elif last is not None and today < last + APART:
        told = f", {brief}" if brief else ""
        yield "next", f"from {day_words(last + APART)} on{told}"
        yield "until then", "easy running or rest; 48 hours between two sessions (our own rule)"


def too_soon(today: date, last: date | None) -> str:
    """Return what the rule says to whoever is about to train already; empty where it is time.

    Args:
        today: The athlete's own day.
        last: On which they trained last; None where they never did.
    """
    if last is None or not last <= today < last + APART:
        return ""
    when = "today" if last == today else "yesterday"
    return (
        f"trained {when}: 48 hours between two sessions are our own rule, from "
        f"{day_words(last + APART)} on"
    )


def _by_plan(plan: "PlanDay", brief: str) -> Lines:
    coming, week = plan.next, plan.week
    if coming is None:
        if brief:
            yield "next", "no session of the plan is left"
        return
    if coming.day <= plan.today or week is None:
        return
    if brief:
        which = f", week {coming.week}" if coming.week != week.number else ""
        yield "next", f"{day_words(coming.day)}{which}, {brief}"
    between = (coming.day - plan.today).days - 1
    days = [plan.today + timedelta(days=n) for n in range(1, between + 1)]
    if days:
        told = ", ".join(
            f"{each:%a} {run_on(plan, each) or 'no run'}" for each in days[:_MOST_DAYS]
        )
        yield "until then", f"{told}{', …' if between > _MOST_DAYS else ''}"


def run_on(plan: "PlanDay", day: date) -> str:
    """Return what a plan's own answers have on a day: "the long run"; empty for no run."""
    from runlift_tui.core.plan.rules import calendar_of

    runs = calendar_of(plan.plan)
    if runs.is_race(day):
        return "the race" if day == runs.race else "a 5K"
    if not runs.is_run(day):
        return ""
    if runs.is_long(day):
        return "the long run"
    return "a hard run" if runs.is_hard(day) else "an easy run"
