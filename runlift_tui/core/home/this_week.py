"""The seven days of this week: what was trained and run, and what is still to come."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runlift_tui.core.home.next_session import run_on
from runlift_tui.core.words.days import WEEKDAYS, monday_of
from runlift_tui.core.words.units import Distance, distance_text, time_text

if TYPE_CHECKING:
    from runlift_tui.core.plan.today import PlanDay
    from runlift_tui.core.runs.run import Run

NOTHING = "·"


def this_week(
    today: date,
    trained: Collection[date],
    runs: Iterable["Run"],
    unit: Distance,
    plan: "PlanDay | None" = None,
) -> tuple[tuple[str, str], ...]:
    """Return a line a day: its weekday, and what is on it.

    Args:
        today: The athlete's own day.
        trained: Days of strength sessions, of this week at least.
        runs: Of this week at least.
        unit: Of distances.
        plan: As it stands; None without one.
    """
    ran = list(runs)
    monday = monday_of(today)
    days = [monday + timedelta(days=n) for n in range(7)]
    due = set() if plan is None else {each.day for each in plan.flow.sessions}
    lines = []
    for day in days:
        found = [run for run in ran if run.day == day]
        parts = ["■ strength"] if day in trained else []
        if day in due and day not in trained:
            parts.append("▣ strength today" if day == today else "· strength")
        parts += [_run(run, unit) for run in found]
        if not found and plan is not None and plan.week is not None:
            parts += _to_come(plan, day) if parts else _off(plan, day) or _to_come(plan, day)
        lines.append((WEEKDAYS[day.weekday()], ", ".join(parts) or NOTHING))
    return tuple(lines)


def _run(run: "Run", unit: Distance) -> str:
    far = distance_text(run.metres, unit) if run.metres else time_text(run.seconds or 0)
    return f"{run.kind.value} {far}"


def _off(plan: "PlanDay", day: date) -> list[str]:
    """Return that a day is off, or one of illness."""
    off = [each for each in plan.plan.off if day in each]
    return [off[-1].kind] if off else []


def _to_come(plan: "PlanDay", day: date) -> Iterator[str]:
    run = run_on(plan, day) if day >= plan.today else ""
    if run:
        yield f"· {run.removeprefix('an ').removeprefix('the ').removeprefix('a ')}"
