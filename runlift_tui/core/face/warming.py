"""What gets the body warm before the session's own warm-up, and the ankles before its jumps.

How long and how many is our own rule.
"""

from runlift_tui.core.routines.routine import HalfOf
from runlift_tui.core.session.state import Rest, Session, Step, step_at, steps
from runlift_tui.core.session.targets import open_steps, pending
from runlift_tui.core.sets.landings import POGOS

EASY_MINUTES = "First, not counted: five easy minutes of walking, jogging or cycling."
NO_JOGGING = "First, not counted: five easy minutes of walking or cycling."
"""The same while a stop sign stands."""
SPRINGS = f"2 x {POGOS // 2} pogos (small stiff hops) before the jumps"
"""It has room beside a figure in a window of 80 columns."""


def before_all(session: Session, step: Step) -> str:
    """Return what comes before the first set of a session; empty before any other."""
    first = next(iter(steps(session)), None)
    if session.done or session.is_entered or first is None or step.key != first.key:
        return ""
    return NO_JOGGING if session.stop else EASY_MINUTES


def before_jumps(session: Session, rest: Rest) -> str:
    """Return what to do in the rest before a block that jumps; empty in any other rest.

    Who does not jump today is told of no hops either.
    """
    coming = pending(session)
    if coming is None or session.jumps_off is not None:
        return ""
    if coming.key.block == step_at(session, rest.after).key.block:
        return ""
    jumps = any(
        step.exercise.is_jump and isinstance(step.slot.prescription, HalfOf)
        for step in open_steps(session)
        if step.key.block == coming.key.block
    )
    return SPRINGS if jumps else ""
