"""Values of a session that are far from what was done before, and that nobody has confirmed."""

from collections.abc import Container, Iterator

from msgspec import structs

from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import Correct, Prepare
from runlift_tui.core.session.prefill import begins_with_bar, expected_load, working_load
from runlift_tui.core.session.state import HoldReady, Rest, Session, Step, Work, step_at
from runlift_tui.core.session.suggested import ramp_before
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.sets.beginning import far_to_begin, is_held, most_to_begin
from runlift_tui.core.sets.far import FEW_REPS, alike, is_far
from runlift_tui.core.sets.values import COUNTS, Field, Values
from runlift_tui.core.sets.weights import Gear


def unsure_of(
    session: Session, step: Step, values: Values, *, stopped: bool = False
) -> tuple[Field, ...]:
    """Return which of the values typed for a step are far from all that is known.

    In a set that was stopped few reps are ordinary. Of a lighter set on the way up a light load
    says nothing: only one that is as much as the set that it leads to, as somebody may be about to
    lift it, and the sets after it would follow.
    """
    implements, start = step.exercise.implements, session.start
    gear = start.gear or Gear()
    begin = most_to_begin(start.level, gear.unit) if is_held(step.exercise) else 0
    first = far_to_begin(step.exercise, start.level, gear)
    heavy: Values = {}
    if step.ramp is not None:
        most = max(known(session, step, Field.LOAD_KG), default=0)
        kg = values.get(Field.LOAD_KG) or 0
        too_much = {Field.LOAD_KG: kg} if kg > most else {}
        values = {field: each for field, each in values.items() if field in COUNTS} | too_much
        heavy = {Field.LOAD_KG: kg} if _is_no_ramp(session, step, kg, begin * implements) else {}
    far = (
        field
        for field, value in values.items()
        if is_far(
            *(field, value, known(session, step, field), implements, begin, first),
            is_jump=step.exercise.is_jump,
        )
        if not (stopped and (value or 0) <= FEW_REPS)
    )
    return tuple(dict.fromkeys((*far, *heavy)))


def _is_no_ramp(session: Session, step: Step, kg: float, begin: float) -> bool:
    """Whether a ramp is as heavy as the set that it leads to, and heavier than it stood prefilled.

    Where that is still to be found it is held against the most that one begins with, until one of
    the ramp was that heavy and right.
    """
    working = working_load(session, step)
    if working is None and (ramp_before(session, step) or 0) >= begin:
        return False
    most = working or begin
    return 0 < most <= kg and kg > (expected_load(session, step) or 0)


def known(session: Session, step: Step, field: Field) -> Iterator[float]:
    """Yield what a value of a step is held against: aimed at, done today and before, suggested.

    What stands in its own place counts only once it was confirmed: a load is not far step by step.
    """
    if field in COUNTS:
        yield target(session, step)
    exercise, same = step.exercise.id, alike(field)
    for done in session.done.values():
        if done.exercise == exercise and not done.key.ramp:
            sure = done.confirmed if done.key == step.key else same
            yield from (
                done.counted(each) or 0 for each in same if each in sure and each not in done.unsure
            )
    before = [
        each for time in session.start.last if time.exercise == exercise for each in time.sets
    ]
    for last in (*before, *session.start.best.get(exercise, ())):
        yield from (last.counted(each) or 0 for each in same)
    if field is Field.LOAD_KG:
        others = {key: done for key, done in session.done.items() if key != step.key}
        without = structs.replace(session, done=others)
        if not begins_with_bar(without, step):
            # What an empty bar weighs says nothing of what somebody lifts with it.
            yield expected_load(without, step) or 0


def unsure_at(session: Session, key: StepKey) -> tuple[Field, ...]:
    """Return the values of a set, done or under way, that nobody has confirmed."""
    done = session.done.get(key)
    if done is not None:
        return done.unsure
    if session.prepared_for != key:
        return ()
    found = unsure_of(session, step_at(session, key), session.prepared)
    return tuple(field for field in found if field not in session.prepared_sure)


def standing(
    session: Session, key: StepKey, values: Values, far: Container[Field]
) -> dict[StepKey, dict[Field, float | None]]:
    """Return `Session.stood` with the values of a set that are not far.

    Args:
        session: Before them.
        key: Of the set.
        values: As typed or logged.
        far: Those of them that are asked about.
    """
    near = {field: value for field, value in values.items() if field not in far}
    return {**session.stood, key: {**session.stood.get(key, {}), **near}}


def doubted(session: Session) -> StepKey | None:
    """Return the set that is asked about now: the one under way or next, else the one done last.

    In a rest what was typed for the next set is asked about at once: a bar may be loaded with it.
    """
    step = pending(session)
    typed_for = isinstance(session.phase, Work | HoldReady | Rest)
    if step is not None and typed_for and unsure_at(session, step.key):
        return step.key
    newest = next(reversed(session.done), None)
    return newest if newest is not None and unsure_at(session, newest) else None


def denied(session: Session, key: StepKey) -> Correct | Prepare:
    """Return the command that puts back what stood before the values that are asked about."""
    step, done = step_at(session, key), session.done.get(key)
    aim = target(session, step) if done is None else done.target
    stood = session.stood.get(key, {})
    values: dict[Field, float | None] = {
        field: stood.get(field, expected_load(session, step) if field is Field.LOAD_KG else aim)
        for field in unsure_at(session, key)
    }
    return Prepare(values) if done is None else Correct(key, values)


def unasked(session: Session, asked: Container[StepKey]) -> StepKey | None:
    """Return the newest set with a value that nobody has confirmed, of those not asked about."""
    found = (key for key in reversed(session.done) if key not in asked)
    return next((key for key in found if unsure_at(session, key)), None)


def reference(session: Session, key: StepKey, field: Field) -> float | None:
    """Return what a value is far from: the most that is known; None where nothing is."""
    found = max(known(session, step_at(session, key), field), default=0)
    return found or None
