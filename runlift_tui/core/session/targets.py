"""Which steps are still to be done, and what each one asks for."""

from enum import StrEnum
from functools import lru_cache

from runlift_tui.core.routines.routine import HalfOf, StepKey
from runlift_tui.core.session.half import half_of
from runlift_tui.core.session.state import Session, Step, steps


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    TODO = "todo"
    NONE = "none"


def target(session: Session, step: Step) -> int:
    """Return the reps (per leg), seconds (per side) or metres that the step aims at; 0 for none."""
    if step.ramp is not None:
        return step.ramp.reps
    if isinstance(step.slot.prescription, HalfOf):
        return half_of(session, step).reps or 0
    return step.slot.target or step.slot.prescription.low


def vanished(session: Session, step: Step) -> bool:
    """Whether a step that is not done has fallen away for good reason."""
    if step.key in session.done:
        return False
    if step.slot.exercise in session.off:
        return True
    if step.ramp is not None:
        return StepKey(step.key.block, 1, step.key.slot) in session.done
    if step.exercise.is_jump and _no_jump(session, step):
        return True
    if not step.fast:
        return False
    found = half_of(session, step)
    return found.reps is None


def _no_jump(session: Session, step: Step) -> bool:
    closed = session.closed_since and step.exercise.id not in session.taken
    return session.jumps_off is not None or bool(closed)


class _Standing:
    """What the states of a session's steps follow from: equal only where it is the very same.

    The time of day is no part of it, so that a picture a second costs no counting anew.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.parts = (
            session.done,
            session.routine,
            session.exercises,
            session.order,
            session.off,
            session.jumps_off,
            session.closed_since,
            session.taken,
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Standing) and all(
            one is another for one, another in zip(self.parts, other.parts, strict=True)
        )

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.parts)))


def states(session: Session) -> tuple[tuple[Step, StepState], ...]:
    """Return every step with where it stands."""
    return _stood(_Standing(session))


@lru_cache(maxsize=4)
def _stood(standing: _Standing) -> tuple[tuple[Step, StepState], ...]:
    session = standing.session
    found: list[tuple[Step, StepState]] = []
    first = StepState.NOW
    for step in steps(session):
        done = session.done.get(step.key)
        if done is not None:
            state = StepState.DONE if done.skipped is None else StepState.SKIPPED
        elif vanished(session, step):
            state = StepState.NONE
        else:
            state, first = first, StepState.TODO
        found.append((step, state))
    return tuple(found)


def how_many(session: Session) -> tuple[int, int]:
    """Return how many sets are done, and of how many; lighter ones on the way up count for none."""
    found = [state for step, state in states(session) if step.ramp is None]
    return found.count(StepState.DONE), len(found) - found.count(StepState.NONE)


def open_steps(session: Session) -> list[Step]:
    """Return the steps that are still to be done, the one under way first."""
    return [step for step, state in states(session) if state in (StepState.NOW, StepState.TODO)]


def pending(session: Session) -> Step | None:
    """Return the step under way or next, or None when nothing is left."""
    return next((step for step, state in states(session) if state is StepState.NOW), None)
