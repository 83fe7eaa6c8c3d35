"""When to train next, and what until then: by the plan's days, else by 48 hours."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift_tui.core.athlete.pain import Running
from runlift_tui.core.setup.coming import ComingSession, Which
from runlift_tui.core.setup.landings import APART
from runlift_tui.core.words.days import day_words

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import PlanDay

_MOST_DAYS = 4
Lines = Iterator[tuple[str, str]]


def next_lines(coming: ComingSession, plan: "PlanDay | None" = None, *, is_shown: bool) -> Lines:
    """Yield when to train next and what until then; nothing where today is as good as any day.

    Args:
        coming: The session that comes.
        plan: As it stands; None without one.
        is_shown: Whether home shows that session anyway.
    """
    which = coming.which
    if which.day is None:
        return
    if not is_shown:
        yield coming.line
    if which.is_first_day and not which.after_plan:
        yield "until then", "easy running or rest; 48 hours between two sessions (our own rule)"
    elif plan is not None:
        yield from _until(plan, which.day)


def begins_now(now: Which, comes: Which, stop: str = "") -> str:
    """Return which session begins now: "today, week 5"; with the one that comes, if it is another.

    Args:
        now: The session that begins now.
        comes: The one that comes, as home shows it.
        stop: What home shows in its place while a stop sign stands; empty where none does.
    """
    return now.words if comes.day is None or stop else f"{now.words}   home shows: {comes.words}"


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


def _until(plan: "PlanDay", day: date) -> Lines:
    between = (day - plan.today).days - 1
    days = [plan.today + timedelta(days=n) for n in range(1, between + 1)]
    if days:
        told = ", ".join(
            f"{each:%a} {run_on(plan, each) or 'no run'}" for each in days[:_MOST_DAYS]
        )
        yield "until then", f"{told}{', …' if between > _MOST_DAYS else ''}"


def run_on(plan: "PlanDay", day: date) -> str:
    """Return what a plan's own answers have on a day: "the long run"; empty for no run.

    While pain or a stop sign hold running back it is no more than they leave.
    """
    from runlift_tui.core.plan.rules import calendar_of

    runs, held = calendar_of(plan.plan), plan.running
    if held is Running.NONE or not (runs.is_race(day) or runs.is_run(day)):
        return ""
    if held is Running.EASY:
        return "easy running or rest"
    if runs.is_race(day):
        return "the race" if day == runs.race else "a 5K"
    if runs.is_long(day):
        return "the long run"
    return "a hard run" if runs.is_hard(day) else "an easy run"
