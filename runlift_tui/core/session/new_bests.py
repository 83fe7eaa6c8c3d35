"""A best set, marked at the moment it is logged: out of the session alone and what it must beat.

Nothing is stored of it: a value that is corrected takes the mark away, or gives it to another set.
"""

from collections.abc import Iterable
from itertools import takewhile

from runlift_tui.core.routines.routine import HalfOf, StepKey
from runlift_tui.core.session.state import Session, step_at
from runlift_tui.core.session.suggested import done_since
from runlift_tui.core.sets.bests import Best, counted, counted_in, records
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.pain import GO_ON, hurt_lighter
from runlift_tui.core.sets.values import SetDone

BEST_YET = "best set yet"
_BY = {Best.E1RM: "estimated 1RM", Best.LOAD: "load"}


def new_bests(session: Session, key: StepKey) -> tuple[Best, ...]:
    """Return in what a set is better than all before it, today's included.

    Lighter sets on the way up count for nothing, nor does a set that warms up: it is to be easy.
    Nor does a fast one: its reps are half of another's, and more of them is no aim. Heavier than
    what hurt the same day is none: it was to wait. Nor is one of an earlier day, whose exercise was
    done since: what it must beat is of later.
    """
    done = session.done.get(key)
    if done is None or not _is_rival(session, done) or done_since(session, done.exercise):
        return ()
    today = list(takewhile(lambda each: each.key != key, session.done.values()))
    if hurt_lighter(today, done.exercise, done.load_kg) is not None:
        return ()
    before = list(session.start.best.get(done.exercise, ()))
    same = (each for each in today if each.exercise == done.exercise)
    before.extend(LastSet.of(each) for each in same if _is_rival(session, each))
    return records(before, LastSet.of(done))


def praised(session: Session, key: StepKey) -> tuple[Best, ...]:
    """Return the same as far as it is called so.

    Of a set that hurt over 3 of 10 nothing is, nor of one with fewer than its range asks for: it
    was too heavy. Both stay the ones to beat, as they were lifted; nobody is told to do them again.
    """
    done = session.done.get(key)
    if done is None or (done.pain or 0) > GO_ON or _fell_short(session, done):
        return ()
    return new_bests(session, key)


def _fell_short(session: Session, done: SetDone) -> bool:
    """Whether a set came to less than the low end of the range that its slot asks for."""
    step, came_to = step_at(session, done.key), counted(LastSet.of(done))
    asked = step.slot.prescription
    if came_to is None or isinstance(asked, HalfOf) or step.exercise.id != done.exercise:
        return False
    return came_to < asked.low


def _is_rival(session: Session, done: SetDone) -> bool:
    if done.skipped is not None or done.key.ramp or done.unsure:
        return False
    step = step_at(session, done.key)
    return not (step.fast or step.block.zero_is_go) and counted(LastSet.of(done)) is not None


def best_words(kinds: Iterable[Best], done: SetDone) -> str:
    """Return a best set in words: "best set yet by load and reps"; empty where it is none."""
    said = [_BY.get(kind) or counted_in(LastSet.of(done)) for kind in kinds]
    return f"{BEST_YET} by {' and '.join(said)}" if said else ""
