"""How long a rest is, what it is for, and when it is over."""

from typing import NamedTuple

from runlift_tui.core.routines.routine import HalfOf, StepKey
from runlift_tui.core.session.state import LeadIn, Rest, Session, Step, step_at
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.values import RestKind


class RestPlan(NamedTuple):
    """A rest as it is planned."""

    kind: RestKind
    seconds: int
    least_s: int = 0
    """Before this, a go is early."""


def plan_between(before: Step, after: Step) -> RestPlan:
    """Return the rest between two steps."""
    if before.ramp is not None:
        return RestPlan(RestKind.RAMP, before.ramp.rest_s)
    if before.key.block != after.key.block:
        return RestPlan(RestKind.ROUND, before.block.rest_after_s)
    if before.key.round != after.key.round:
        return RestPlan(RestKind.ROUND, before.block.round_rest_s)
    if after.slot.prescription == HalfOf(before.slot.label):
        return RestPlan(RestKind.PRIMING, before.slot.priming_s, before.slot.least_s)
    return RestPlan(RestKind.SLOT, before.slot.rest_s)


def rest_plan(session: Session, after: StepKey) -> RestPlan:
    """Return the rest that follows a step, as things stand now.

    It changes with what comes next: a fast set that appears or vanishes changes its length.
    """
    following = pending(session)
    if following is None:
        return RestPlan(RestKind.SLOT, 0)
    return plan_between(step_at(session, after), following)


def has_window(before: Step, after: Step) -> bool:
    """Return whether studies have a window for the rest between two steps.

    Only before jumps did they find that a heavy set can help; what is fast without one just rests.
    """
    return plan_between(before, after).kind is RestKind.PRIMING and after.exercise.is_jump


def deadline(session: Session, rest: Rest) -> int:
    """Return when the rest is over, milliseconds on the session's line of time."""
    return rest.began + rest_plan(session, rest.after).seconds * 1000 + rest.moved


def begins_by_itself(session: Session) -> int | None:
    """Return when the next set or hold begins without a key; None where one is waited for."""
    phase, step = session.phase, pending(session)
    if session.paused is not None or step is None:
        return None
    if isinstance(phase, LeadIn):
        return phase.due
    rests = isinstance(phase, Rest) and not phase.over and step.block.zero_is_go
    return deadline(session, phase) if rests and isinstance(phase, Rest) else None


def least_until(session: Session, rest: Rest) -> int:
    """Return the moment before which a go is early."""
    return rest.began + rest_plan(session, rest.after).least_s * 1000
