"""Half of the heavy set: how many reps the fast one gets, or why there is none."""

from enum import StrEnum

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Measure
from runlift_tui.core.routines.routine import LEAST, HalfOf, StepKey
from runlift_tui.core.session.state import Session, Step, step_at
from runlift_tui.core.session.suggested import goal
from runlift_tui.core.sets.pain import SETTLING
from runlift_tui.core.sets.values import SetDone, Why

MOST = 5
"""Above this quality goes, whatever the heavy set was."""


class NoHalf(StrEnum):
    """The true reason why there is no fast set this round."""

    TOO_HEAVY = "too heavy"
    PAIN = "pain"
    FORM = "stopped for form"
    SKIPPED = "skipped"
    HOLD = "a hold today"
    METRES = "in metres today"


_NOT_IN_REPS = {Measure.HOLD: NoHalf.HOLD, Measure.METRES: NoHalf.METRES}


class Half(Struct, frozen=True):
    """What the fast set gets out of the heavy one."""

    reps: int | None
    """Per leg where the movement has sides; None for no fast set."""
    of: int | None = None
    """Reps of the heavy set's weaker leg."""
    why: NoHalf | None = None
    expected: bool = False
    """Whether the heavy set is still to be done, and `of` is its target."""


def half(reps: int) -> int | None:
    """Return half of `reps`, rounded down, at most five; None below two.

    Our own rule: quality limits a fast set, so half is a ceiling and never rounded up.
    """
    found = min(MOST, reps // 2)
    return found if found >= LEAST else None


def half_of(session: Session, step: Step) -> Half:
    """Return what the fast `step` gets out of its round's heavy set, done or expected.

    Raises:
        KeyError: the step does not take half of a slot of this routine.
    """
    prescription = step.slot.prescription
    if not isinstance(prescription, HalfOf):
        raise KeyError(step.key.slot)
    heavy = session.routine.slot(prescription.slot)
    key = StepKey(step.key.block, step.key.round, heavy.label)
    done = session.done.get(key)
    if done is not None:
        return _half_of_done(done)
    why = _NOT_IN_REPS.get(session.exercises[heavy.exercise].measure)
    if why is not None:
        return Half(None, why=why)
    if heavy.exercise in session.off:
        return Half(None, why=NoHalf.PAIN)
    aimed = goal(session, step_at(session, key))
    return Half(half(aimed), aimed, expected=True)


def _half_of_done(done: SetDone) -> Half:
    if done.skipped is Why.PAIN or (done.pain or 0) > SETTLING:
        return Half(None, why=NoHalf.PAIN)
    if done.skipped is Why.FORM:
        return Half(None, why=NoHalf.FORM)
    if done.skipped is not None:
        return Half(None, why=NoHalf.SKIPPED)
    reps = done.clean_reps
    if reps is None:
        return Half(None, why=NoHalf.HOLD if done.metres is None else NoHalf.METRES)
    found = half(reps)
    return Half(found, reps, None if found else NoHalf.TOO_HEAVY)
