"""What was suggested for a session, and what it suggests itself for the next one."""

from collections.abc import Iterator
from itertools import groupby

from runlift_tui.core.routines.routine import Slot
from runlift_tui.core.session.state import Session, Step
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.next_time import NextTime, by_the_past, offered
from runlift_tui.core.sets.values import SetDone
from runlift_tui.core.sets.weights import Gear


def suggested(session: Session, slot: Slot) -> NextTime | None:
    """Return what was suggested for the exercise that stands in a slot of a session now."""
    for each in session.start.next_times:
        if (each.slot, each.exercise) == (slot.label, slot.exercise):
            return each
    return None


def coming_why(session: Session, step: Step) -> str:
    """Return why a step has the load and the reps that stand prefilled.

    Empty where nothing was suggested, and after the slot's first set: from then on today counts.
    """
    if step.ramp is not None or any(_is_of(done, step) for done in session.done.values()):
        return ""
    found = suggested(session, step.slot)
    return "" if found is None else found.why


def _is_of(done: SetDone, step: Step) -> bool:
    place = done.key.slot == step.key.slot and not done.key.ramp and done.skipped is None
    return place and done.exercise == step.exercise.id


def after(session: Session, gear: Gear) -> Iterator[NextTime]:
    """Yield what a session, with the one before it, suggests for the next, slot by slot."""
    rows = sorted(session.done.values(), key=lambda done: done.key.slot)
    for label, done in groupby(rows, key=lambda done: done.key.slot):
        slot = session.routine.slot(label)
        today = tuple(LastSet.of(each) for each in done if _counts(each, slot))
        if not today:
            continue
        exercise = session.exercises[slot.exercise]
        before = (
            time.sets
            for time in session.start.last
            if (time.slot, time.exercise) == (label, exercise.id)
        )
        found = by_the_past(slot, exercise, (next(before, ()), today), gear)
        coming = None if found is None else offered(found, slot, exercise, today[-1], gear)
        if coming is not None:
            yield coming


def _counts(done: SetDone, slot: Slot) -> bool:
    return done.skipped is None and not done.key.ramp and done.exercise == slot.exercise
