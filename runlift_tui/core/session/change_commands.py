"""Commands that change what is planned or what was done: values, swaps, rounds, notes."""

from msgspec import structs

from runlift_tui.core.athlete.closed import closed_to, marked
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.routine import HalfOf, Reps, Routine, Slot, StepKey, usual
from runlift_tui.core.session.commands import (
    Confirm,
    Correct,
    GoOn,
    LeaveOut,
    Lengthen,
    MoveToEnd,
    NoSign,
    Note,
    Prepare,
    RateEffort,
    RatePain,
    Resumed,
    SayPain,
    SetRounds,
    Skip,
    Started,
    StopSign,
    Swap,
    Trained,
)
from runlift_tui.core.session.doubts import standing, unsure_at, unsure_of
from runlift_tui.core.session.phases import ready, settled, side_ready
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.set_commands import skip
from runlift_tui.core.session.state import HOLD_PHASES, Finished, Rest, Session, pain_told_of, steps
from runlift_tui.core.session.suggested import held_down
from runlift_tui.core.session.targets import jumps_over, pending
from runlift_tui.core.sets.pain import GO_ON, SETTLING
from runlift_tui.core.sets.progression import REPS_FIRST
from runlift_tui.core.sets.values import Field, SetDone, Values, Why, own_values, with_values
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import EFFORT_LIMITS, MOST_RATING, PAIN_LIMITS

PAIN_LATER = "the first set is done; what hurts now is said of a set"


def prepare(session: Session, at: int, command: Prepare) -> Session:
    """Keep values typed before the set is done."""
    step = pending(session)
    if step is None:
        raise Refused("there is no set to type for")
    values = own_values(step.exercise, command.values, step.fast)
    sure: frozenset[Field] = frozenset()
    if session.prepared_for == step.key:
        sure = session.prepared_sure - set(values)
    stood = standing(session, step.key, values, unsure_of(session, step, values))
    if session.prepared_for == step.key:
        values = {**session.prepared, **values}
    return structs.replace(
        session, prepared=values, prepared_for=step.key, prepared_sure=sure, stood=stood
    )


def confirm(session: Session, at: int, command: Confirm) -> Session:
    """Take values for right that were asked about."""
    found = unsure_at(session, command.key)
    if not found:
        raise Refused("there is nothing to confirm")
    done = session.done.get(command.key)
    held = session.prepared if done is None else {field: done.counted(field) for field in found}
    stood = standing(session, command.key, {field: held[field] for field in found}, ())
    session = structs.replace(session, stood=stood)
    if done is None:
        return structs.replace(session, prepared_sure=session.prepared_sure | set(found))
    done = structs.replace(done, unsure=(), confirmed=(*done.confirmed, *found))
    return structs.replace(session, done={**session.done, done.key: done})


def correct(session: Session, at: int, command: Correct) -> Session:
    """Give a set that is done, or was skipped, other values.

    A fast set that is already done keeps its own target and reps, whatever its heavy one becomes.
    A skipped set that gets all its counts was done after all, but not one stopped for pain or
    form: that reason stands, and only an undo takes it back.
    """
    done = _done(session, command.key)
    step = next(step for step in steps(session) if step.key == command.key)
    exercise = session.exercises[done.exercise]
    values = own_values(exercise, command.values, step.fast)
    far = unsure_of(session, step, values, stopped=done.skipped is not None)
    session = structs.replace(session, stood=standing(session, done.key, values, far))
    corrected = structs.replace(
        with_values(done, values),
        unsure=(*(each for each in done.unsure if each not in values), *far),
        confirmed=tuple(
            each
            for each in done.confirmed
            if values.get(each, done.counted(each)) == done.counted(each)
        ),
    )
    stopped = corrected.skipped in (Why.PAIN, Why.FORM)
    if corrected.skipped is not None and not stopped and _is_whole(corrected):
        corrected = structs.replace(corrected, skipped=None)
    session = structs.replace(session, done={**session.done, done.key: corrected})
    return settled(session, at)


def _is_whole(done: SetDone) -> bool:
    """Whether a skipped set has by now been given all its counts."""
    pairs = ((done.left, done.right), (done.left_s, done.right_s))
    singles = (done.reps, done.seconds, done.metres)
    return any(value is not None for value in singles) or any(
        left is not None and right is not None for left, right in pairs
    )


def rate_pain(session: Session, at: int, command: RatePain) -> Session:
    """Take down how much a set hurt, done or skipped; what follows is the same for both.

    Over three of ten the jumps of the day are over, over five the exercise is. The set under way
    is stopped by more than three; less goes on with it.
    """
    if not 0 <= command.pain <= MOST_RATING:
        raise Refused(PAIN_LIMITS)
    step = pending(session)
    if command.key not in session.done and step is not None and step.key == command.key:
        if command.pain <= GO_ON:
            return structs.replace(session, hurting={command.key: command.pain})
        stood = None if isinstance(session.phase, Rest) else prefill(session, step)
        session = skip(session, at, Skip(Why.PAIN, rest=True))
        session = _with_load(session, command.key, stood or {})
    done = structs.replace(_done(session, command.key), pain=command.pain)
    rows = {**session.done, done.key: done}
    off = frozenset(row.exercise for row in rows.values() if (row.pain or 0) > SETTLING)
    off = frozenset() if session.is_entered else off | session.left_out
    session = structs.replace(session, done=rows, off=off)
    return settled(structs.replace(session, jumps_off=jumps_over(session)), at)


def _with_load(session: Session, key: StepKey, stood: Values) -> Session:
    """Return a session with the load on a set that was under way: it hurt with what stood there."""
    done = session.done[key]
    if done.load_kg is not None or not stood.get(Field.LOAD_KG):
        return session
    done = structs.replace(done, load_kg=stood[Field.LOAD_KG])
    return structs.replace(session, done={**session.done, key: done})


def stop_sign(session: Session, at: int, command: StopSign) -> Session:
    """Take down that a stop sign is true: no jumps any more today; the session and a hold stop."""
    emergency = session.emergency or command.emergency
    session = structs.replace(session, emergency=emergency, goes_on=False, looked=False)
    session = structs.replace(session, stop_sign=True)
    if isinstance(session.phase, HOLD_PHASES):
        session = side_ready(session, at)
    return settled(structs.replace(session, jumps_off=jumps_over(session)), at)


def no_sign(session: Session, at: int, command: NoSign) -> Session:
    """Take down that none of the stop signs is true, which nothing follows from."""
    return session


def go_on(session: Session, at: int, command: GoOn) -> Session:
    """Let the session go on though a stop sign stands, without what loads what hurts."""
    if command.left_out:
        session = leave_out(session, at, LeaveOut(command.left_out))
    return structs.replace(session, goes_on=True, looked=command.looked)


def leave_out(session: Session, at: int, command: LeaveOut) -> Session:
    """Have exercises be over for today."""
    if session.is_entered:
        raise Refused("this session is over: what was done is taken down")
    left_out = session.left_out | frozenset(command.exercises)
    off = session.off | left_out
    session = structs.replace(session, prepared={}, prepared_for=None)
    return settled(structs.replace(session, off=off, left_out=left_out), at)


def say_pain(session: Session, at: int, command: SayPain) -> Session:
    """Take down what hurts before the first set; over three of ten there are no jumps today."""
    if not 0 <= command.pain <= MOST_RATING:
        raise Refused(PAIN_LIMITS)
    if session.is_entered:
        return structs.replace(session, pain=command.pain)
    if pain_told_of(session) is not None:
        raise Refused(PAIN_LATER)
    if command.pain > SETTLING:
        session = held_down(session, command.pain)
    session = structs.replace(session, pain=command.pain)
    return settled(structs.replace(session, jumps_off=jumps_over(session)), at)


def resumed(session: Session, at: int, command: Resumed) -> Session:
    """Take the jumps out that have been closed since, or let them in again."""
    return settled(structs.replace(session, closed_since=command.held), at)


def trained(session: Session, at: int, command: Trained) -> Session:
    """Take down when a session that is entered afterwards was trained."""
    if not session.is_entered or isinstance(session.phase, Finished):
        raise Refused("only a session that is being entered has another time")
    if command.at > at:
        raise Refused("that is still to come")
    start = structs.replace(
        session.start, trained_at=command.at, utc_offset_min=command.utc_offset_min
    )
    return structs.replace(session, start=start)


def swap(session: Session, at: int, command: Swap) -> Session:
    """Put another exercise into a slot, from the step under way on."""
    slot = _slot(session, command.slot)
    if isinstance(slot.prescription, HalfOf) and not command.exercise.in_reps:
        raise Refused("half of the reps needs an exercise counted in reps")
    if command.exercise.id == slot.exercise:
        raise Refused(f"{command.exercise.name} already stands there")
    why = closed_to(command.exercise, session.holding)
    if why and not command.despite and not session.is_entered:
        raise Refused(marked(why))
    first = session.swapped.get(slot.label, slot.exercise)
    swapped = {**session.swapped, slot.label: first}
    if command.exercise.id == first:
        del swapped[slot.label]
    start = _with_past(session.start, command)
    pending_before = pending(session)
    session = structs.replace(
        session,
        start=start,
        exercises={**session.exercises, command.exercise.id: command.exercise},
        routine=_with_slot(
            session.routine, _aimed(_fitted(slot, session, command.exercise), command)
        ),
        swapped=swapped,
        put_off={k: typed for k, typed in session.put_off.items() if k.slot != slot.label},
        taken=session.taken | {command.exercise.id} if command.despite else session.taken,
    )
    if pending_before is not None and pending_before.key.slot == slot.label:
        session = structs.replace(session, prepared={}, prepared_for=None)
        if isinstance(session.phase, HOLD_PHASES):
            return ready(session, at)
    return settled(session, at)


def _fitted(slot: Slot, session: Session, exercise: Exercise) -> Slot:
    """Return the slot with the exercise in it, and with a prescription that it can have."""
    before = session.exercises[slot.exercise]
    slot = structs.replace(slot, exercise=exercise.id)
    if before.measure is exercise.measure or isinstance(slot.prescription, HalfOf):
        return slot
    planned = session.start.routine.slot(slot.label)
    if session.exercises[planned.exercise].measure is exercise.measure:
        return structs.replace(slot, prescription=planned.prescription, target=planned.target)
    own = usual(exercise)
    return structs.replace(slot, prescription=own.prescription, target=own.target)


def _aimed(slot: Slot, command: Swap) -> Slot:
    """Return the slot aiming at what is suggested for its new exercise, within its range."""
    coming, asked = command.next_time, slot.prescription
    if coming is None or not isinstance(asked, Reps):
        return slot
    return structs.replace(slot, target=max(asked.low, min(asked.high + REPS_FIRST, coming.reps)))


def _with_past(start: Started, command: Swap) -> Started:
    """Return the start with what came along of the exercise that was put in."""
    coming = () if command.next_time is None else (command.next_time,)
    return structs.replace(
        start,
        last=(*command.last, *start.last),
        next_times=(*coming, *start.next_times),
        best={command.exercise.id: command.best, **start.best} if command.best else start.best,
    )


def move_to_end(session: Session, at: int, command: MoveToEnd) -> Session:
    """Put a slot at the end of the round under way; a heavy one takes its fast one along."""
    step = pending(session)
    if isinstance(session.phase, Finished):
        raise Refused("the session is finished")
    if step is None or all(slot.label != command.slot for slot in step.block.slots):
        raise Refused(f"{command.slot} is not in this round")
    name = f"{step.key.block}/{step.key.round}"
    order = session.order.get(name, tuple(slot.label for slot in step.block.slots))
    along = [command.slot]
    along += [s.label for s in step.block.slots if s.prescription == HalfOf(command.slot)]
    for label in along:
        if StepKey(step.key.block, step.key.round, label) in session.done:
            raise Refused(f"{label} is done already")
    moved = (*(label for label in order if label not in along), *along)
    if moved == order:
        raise Refused(f"{command.slot} is at the end already")
    return structs.replace(session, order={**session.order, name: moved})


def set_rounds(session: Session, at: int, command: SetRounds) -> Session:
    """Give a block another number of rounds, never below the one under way."""
    block = next((b for b in session.routine.blocks if b.id == command.block), None)
    if block is None:
        raise Refused("there is no such block")
    least = least_rounds(session, block.id)
    if not least <= command.rounds <= block.high:
        raise Refused(f"rounds go from {least} to {block.high} now")
    routine = session.routine.with_blocks(
        lambda b: structs.replace(b, rounds=command.rounds) if b.id == block.id else b
    )
    return settled(structs.replace(session, routine=routine), at)


def least_rounds(session: Session, block: str) -> int:
    """Return the least rounds that a block can have now: up to the one under way, or just over.

    The rest before a round is not in it yet, so that one can still be left out.
    """
    begun = [key.round for key in session.done if key.block == block]
    step = pending(session)
    if step is not None and step.key.block == block and not isinstance(session.phase, Rest):
        begun.append(step.key.round)
    return max(begun, default=1)


def lengthen(session: Session, at: int, command: Lengthen) -> Session:
    """Move the deadline of the rest; it never lies in the past afterwards."""
    phase = session.phase
    if not isinstance(phase, Rest):
        raise Refused("there is no rest to change")
    due = deadline(session, phase)
    if command.seconds < 0 and due <= at:
        raise Refused("the rest is over; what is over it stays counted")
    wanted = max(due, at) + command.seconds * 1000
    moved = phase.moved + max(wanted, at) - due
    over = phase.over and wanted <= at
    return structs.replace(session, phase=structs.replace(phase, moved=moved, over=over))


def note(session: Session, at: int, command: Note) -> Session:
    """Keep a note on a set or on the session."""
    if command.key is None:
        return structs.replace(session, note=command.text)
    done = structs.replace(_done(session, command.key), note=command.text)
    return structs.replace(session, done={**session.done, done.key: done})


def rate_effort(session: Session, at: int, command: RateEffort) -> Session:
    """Keep how hard the session was."""
    if command.effort is not None and not 0 <= command.effort <= MOST_RATING:
        raise Refused(EFFORT_LIMITS)
    return structs.replace(session, effort=command.effort)


def _done(session: Session, key: StepKey) -> SetDone:
    if key not in session.done:
        raise Refused(f"{key.slot} is not done yet in round {key.round}")
    return session.done[key]


def _slot(session: Session, label: str) -> Slot:
    try:
        return session.routine.slot(label)
    except KeyError:
        raise Refused(f"there is no slot {label}") from None


def _with_slot(routine: Routine, changed: Slot) -> Routine:
    return routine.with_slots(lambda slot: changed if slot.label == changed.label else slot)
