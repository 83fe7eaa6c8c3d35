"""Whether the values of a plan can be counted with; a hand may have edited them."""

from collections.abc import Sequence

from runlift_tui.core.plan.plan import Plan, WeekChange
from runlift_tui.core.routines.levels import ALL_SLOTS

_YEARS = range(1900, 9990)
"""Some weeks before the first day and after the last one there still is a calendar."""


def is_whole(plan: Plan) -> bool:
    """Whether every value of a plan is one that it can have."""
    answers = plan.answers
    days = (*answers.run_days, *answers.hard_days, answers.long_day or 0)
    return (
        answers.start.weekday() == 0
        and bool(answers.run_days)
        and all(0 <= day <= 6 for day in days)
        and 0 < answers.metres < 1_000_000
        and 1 <= answers.pace_s <= 3600
        and answers.usual_min >= 1
        and answers.start.year in _YEARS
        and 0 <= answers.sessions <= 7
        and 0 <= answers.stage <= ALL_SLOTS
        and _are_possible(plan.changes)
    )


def _are_possible(changes: Sequence[WeekChange]) -> bool:
    if not changes:
        return True
    from runlift_tui.core.plan.week_edit import is_possible

    return all(map(is_possible, changes))
