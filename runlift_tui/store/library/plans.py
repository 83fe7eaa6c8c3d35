"""The athlete's plans on disk: rows of the library to values of the core."""

from collections.abc import Mapping
from typing import Any

import msgspec

from runlift_tui.core.plan.plan import Plan
from runlift_tui.store.library.believed import left_out, plan_of

PLANS = "plans"
"""The table of the library."""


def read_plans(rows: Mapping[str, Any]) -> tuple[tuple[Plan, ...], list[str]]:
    """Return the plans of a table, the oldest start first, and what in it makes no sense."""
    found: list[Plan] = []
    told: list[str] = []
    for id_, row in rows.items():
        plan, faults = plan_of(row)
        if plan is not None:
            found.append(plan)
        else:
            told.append(left_out(id_, faults))
    return tuple(sorted(found, key=lambda plan: (plan.answers.start, plan.id))), told


def document_of(plan: Plan) -> dict[str, Any]:
    """Return a plan as the library keeps it."""
    found: dict[str, Any] = msgspec.to_builtins(plan)
    return found
