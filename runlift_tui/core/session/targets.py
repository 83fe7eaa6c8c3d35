"""Which steps are still to be done, and what each one asks for."""

from enum import StrEnum
from functools import lru_cache

from runlift_tui.core.routines.routine import HalfOf, StepKey
from runlift_tui.core.session.half import half_of
from runlift_tui.core.session.state import OfTheVerySame, Session, Step, steps
from runlift_tui.core.session.suggested import goal
from runlift_tui.core.sets.pain import GO_ON
from runlift_tui.core.sets.values import Why


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    SKIPPED = "skipped"
    NOW = "now"
    TODO = "todo"
    LEFT_OUT = "left out"
    """Over for today, because it loads what hurts; it was planned, and counts as that."""
    NONE = "none"


def target(session: Session, step: Step) -> int:
    """Return the reps (per leg), seconds (per side) or metres that the step aims at; 0 for none."""
    if step.ramp is not None:
        return step.ramp.reps
    if isinstance(step.slot.prescription, HalfOf):
        return half_of(session, step).reps or 0
    return goal(session, step)


def vanished(session: Session, step: Step) -> bool:
    """Whether a step that is not done has fallen away for good reason."""
    if step.key in session.done:
        return False
    if step.slot.exercise in session.off:
        return True
    if step.ramp is not None:
        return StepKey(step.key.block, 1, step.key.slot) in session.done
    if (session.jumps_off is not None or session.closed_since) and _no_jump(session, step):
        return True
    if not step.fast:
        return False
    found = half_of(session, step)
    return found.reps is None


def jumps_over(session: Session) -> Why | None:
    """Return what ends the jumps of the day by what was said so far; None for nothing.

    It is the one place that says so: pain over three of ten before the first set or of any set, a
    set that was stopped for pain or form, a stop sign. In a session that is entered afterwards
    the day is over, and nothing ends them.
    """
    if session.is_entered:
        return None
    if (session.pain or 0) > GO_ON:
        return Why.PAIN
    for done in session.done.values():
        if done.skipped in (Why.PAIN, Why.FORM):
            return done.skipped
        if (done.pain or 0) > GO_ON:
            return Why.PAIN
    return Why.PAIN if session.stop_sign else None


def _no_jump(session: Session, step: Step) -> bool:
    taken = session.jumps_off is None and step.exercise.id in session.taken
    return step.exercise.is_jump and not taken


def states(session: Session) -> tuple[tuple[Step, StepState], ...]:
    """Return every step with where it stands."""
    return _stood(_standing(session))


def _standing(session: Session) -> OfTheVerySame:
    """Return a session as to all that the states of its steps follow from.

    The time of day is no part of it, so that a picture a second costs no counting anew.
    """
    parts = (
        session.done,
        session.routine,
        session.exercises,
        session.order,
        session.off,
        session.jumps_off,
        session.closed_since,
        session.taken,
    )
    return OfTheVerySame(session, parts)


@lru_cache(maxsize=4)
def _stood(standing: OfTheVerySame) -> tuple[tuple[Step, StepState], ...]:
    session = standing.session
    found: list[tuple[Step, StepState]] = []
    first = StepState.NOW
    for step in steps(session):
        done = session.done.get(step.key)
        if done is not None:
            state = StepState.DONE if done.is_done else StepState.SKIPPED
        elif step.slot.exercise in session.off:
            state = StepState.LEFT_OUT
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


def not_done(session: Session) -> tuple[str, ...]:
    """Return how many of those sets are never done, and why: "1 skipped", "1 left out for pain"."""
    found = [state for step, state in states(session) if step.ramp is None]
    skipped, left_out = found.count(StepState.SKIPPED), found.count(StepState.LEFT_OUT)
    told = ((skipped, "skipped"), (left_out, "left out for pain"))
    return tuple(f"{many} {word}" for many, word in told if many)


def open_steps(session: Session) -> list[Step]:
    """Return the steps that are still to be done, the one under way first."""
    return [step for step, state in states(session) if state in (StepState.NOW, StepState.TODO)]


def pending(session: Session) -> Step | None:
    """Return the step under way or next, or None when nothing is left."""
    return _first(_standing(session))


# For itself: between a key and the disk nobody asks for more than this.
@lru_cache(maxsize=4)
def _first(standing: OfTheVerySame) -> Step | None:
    session = standing.session
    for step in steps(session):
        if step.key not in session.done and not vanished(session, step):
            return step
    return None
