"""What a change of routines makes of the plan under way, so that it is said where it is made."""

from typing import TYPE_CHECKING

from runlift_tui.screens.home.today import Today

if TYPE_CHECKING:
    from runlift_tui.core.plan.weeks import PlanWeek


def in_the_plan(today: Today) -> "tuple[PlanWeek, ...]":
    """Return the weeks of the plan with the session that home suggests; none without a plan."""
    day = today.plan_day()
    if day is None:
        return ()
    from runlift_tui.core.plan.own import own_weeks

    own = today.own(day.plan)
    return () if own is None else own_weeks(day.plan, day.flow.weeks, own, day.today)


def since(today: Today, before: "tuple[PlanWeek, ...]") -> str:
    """Return what became of the plan's weeks, as a sentence behind a space; empty for nothing.

    Args:
        today: As it is now.
        before: The weeks as they were.
    """
    day = today.plan_day()
    if day is None or not before:
        return ""
    from runlift_tui.core.plan.changes_told import session_changed

    told = session_changed(day.plan, before, in_the_plan(today))
    return f" {told}" if told else ""
