"""Which steps are still to be done, and what each one asks for."""

from enum import StrEnum

from runlift_tui.core.half import half_of
from runlift_tui.core.routine import Hold, Reps, StepKey
from runlift_tui.core.session import Session, Step, steps


class State(StrEnum):
    """Where a step stands."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    TODO = "todo"
    NONE = "none"


def target(session: Session, step: Step) -> int:
    """Return the reps (per leg) or seconds (per side) that the step aims at; 0 for none."""
    if step.ramp is not None:
        return step.ramp.reps
    if isinstance(step.slot.prescription, Reps | Hold):
        return step.slot.target or step.slot.prescription.low
    return half_of(session, step).reps or 0


def vanished(session: Session, step: Step) -> bool:
    """Whether a step that is not done has fallen away for good reason."""
    if step.key in session.done:
        return False
    if step.slot.exercise in session.off:
        return True
    if step.ramp is not None:
        return StepKey(step.key.block, 1, step.key.slot) in session.done
    if session.jumps_off is not None and step.exercise.is_jump:
        return True
    if not step.fast:
        return False
    found = half_of(session, step)
    return found.reps is None


def open_steps(session: Session) -> list[Step]:
    """Return the steps that are still to be done, the one under way first."""
    return [
        step
        for step in steps(session)
        if step.key not in session.done and not vanished(session, step)
    ]


def pending(session: Session) -> Step | None:
    """Return the step under way or next, or None when nothing is left."""
    for step in steps(session):
        if step.key not in session.done and not vanished(session, step):
            return step
    return None


def states(session: Session) -> list[tuple[Step, State]]:
    """Return every step with where it stands."""
    now = pending(session)
    found: list[tuple[Step, State]] = []
    for step in steps(session):
        done = session.done.get(step.key)
        if done is not None:
            state = State.DONE if done.skipped is None else State.SKIPPED
        elif now is not None and step.key == now.key:
            state = State.NOW
        else:
            state = State.NONE if vanished(session, step) else State.TODO
        found.append((step, state))
    return found
