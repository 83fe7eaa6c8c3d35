"""The athlete's plans on disk: rows of the library to values of the core."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from runlift_tui.core.levels import ALL_SLOTS
from runlift_tui.core.nonsense import NONSENSE
from runlift_tui.core.plan import Plan, WeekChange

PLANS = "plans"
"""The table of the library."""


def read_plans(rows: Mapping[str, Any]) -> tuple[tuple[Plan, ...], list[str]]:
    """Return the plans of a table, the oldest start first, and what in it makes no sense."""
    found: list[Plan] = []
    faults: list[str] = []
    for id_, row in rows.items():
        try:
            plan = msgspec.convert(row, Plan)
        except NONSENSE as error:
            faults.append(f"{id_} in library.json was left out: {error}.")
            continue
        if _is_whole(plan):
            found.append(plan)
        else:
            faults.append(f"{id_} in library.json was left out: it is no plan.")
    return tuple(sorted(found, key=lambda plan: (plan.answers.start, plan.id))), faults


def _is_whole(plan: Plan) -> bool:
    """Whether the values of a plan can be counted with; a hand may have edited them."""
    answers = plan.answers
    days = (*answers.run_days, *answers.hard_days, answers.long_day or 0)
    return (
        answers.start.weekday() == 0
        and bool(answers.run_days)
        and all(0 <= day <= 6 for day in days)
        and 0 < answers.metres < 1_000_000
        and 1 <= answers.pace_s <= 3600
        and answers.usual_min >= 1
        and 1 <= answers.start.year < 9990
        and 0 <= answers.sessions <= 7
        and 0 <= answers.stage <= ALL_SLOTS
        and _are_possible(plan.changes)
    )


def _are_possible(changes: Sequence[WeekChange]) -> bool:
    if not changes:
        return True
    from runlift_tui.core.plan_change import is_possible

    return all(map(is_possible, changes))


def document_of(plan: Plan) -> dict[str, Any]:
    """Return a plan as the library keeps it."""
    found: dict[str, Any] = msgspec.to_builtins(plan)
    return found
