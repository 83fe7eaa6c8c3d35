"""From one phase to the next: what begins when a rest, a lead-in or a hold is over."""

from msgspec import structs

from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.rests import RestPlan, deadline, rest_plan
from runlift_tui.core.session.state import (
    HOLD_PHASES,
    Finished,
    Holding,
    HoldReady,
    LeadIn,
    Phase,
    Rest,
    Session,
    Step,
    Work,
    last_done,
    start_side,
)
from runlift_tui.core.session.targets import pending, target
from runlift_tui.core.sets.values import Field, SetDone, Side, with_values


def enter(session: Session, at: int) -> Session:
    """Begin the pending step: work for reps, the lead-in for a hold."""
    step = pending(session)
    if step is None:
        return finish(session)
    phase: Phase = Work(at)
    if step.is_hold:
        phase = LeadIn(at, at + session.start.lead_in_s * 1000)
    return structs.replace(session, phase=phase, held=(), hold_began=None)


def ready(session: Session, at: int) -> Session:
    """Stand before the pending step, with nothing running but the time of work."""
    step = pending(session)
    if step is None:
        return finish(session)
    phase: Phase = HoldReady(at) if step.is_hold else Work(at)
    return structs.replace(session, phase=phase, held=(), hold_began=None)


def side_ready(session: Session, at: int) -> Session:
    """Stand before a side again that was begun and is not to count."""
    began = session.hold_began if session.held else None
    return structs.replace(session, phase=HoldReady(at), hold_began=began)


def finish(session: Session, *, by_hand: bool = False) -> Session:
    """End the session at the end of its last set."""
    last = last_done(session)
    at = last.ended if last else session.at
    return structs.replace(session, phase=Finished(at, by_hand), paused=None)


def begin_holding(session: Session, at: int) -> Session:
    """Begin to hold the side under way."""
    step = pending(session)
    seconds = target(session, step) if step else 0
    began = session.hold_began if session.hold_began is not None else at
    phase = Holding(at, at + seconds * 1000)
    return structs.replace(session, phase=phase, hold_began=began)


def side_held(session: Session, step: Step, seconds: int, at: int) -> Session:
    """Take down a side's seconds: on to the other side, or to the rest."""
    held = (*session.held, seconds)
    if step.exercise.two_sided and len(held) == 1:
        phase = LeadIn(at, at + session.start.switch_s * 1000)
        return structs.replace(session, phase=phase, held=held)
    session = structs.replace(session, held=held)
    done = begun_set(session, step, at)
    return took_down(session, with_values(done, held_values(step, held)), at)


def held_values(step: Step, held: tuple[int, ...]) -> dict[Field, float | None]:
    """Return the seconds held so far, by field."""
    side = start_side(step)
    if side is None:
        return {Field.SECONDS: held[0]} if held else {}
    sides = (side, side.other)
    return {Field(f"{each}_s"): seconds for each, seconds in zip(sides, held, strict=False)}


def side_under_way(session: Session, step: Step) -> Side | None:
    """Return the side of a hold that is held now or next, None for both together."""
    side = start_side(step)
    return side.other if side is not None and session.held else side


def begun_set(session: Session, step: Step, at: int) -> SetDone:
    """Return the set of the step under way, with no values yet."""
    exercise = step.exercise
    since = session.phase.since if isinstance(session.phase, Work) else session.hold_began
    return SetDone(
        key=step.key,
        exercise=exercise.id,
        name=exercise.name,
        target=target(session, step),
        started=at if since is None else since,
        ended=at,
        start_side=start_side(step),
        contacts=exercise.contacts,
        implements=exercise.implements,
        swapped_from=session.swapped.get(step.key.slot),
        pain=session.hurting.get(step.key),
    )


def took_down(session: Session, done: SetDone, at: int) -> Session:
    """Add a set, and rest if anything is left to do."""
    session = structs.replace(
        session,
        done={**session.done, done.key: done},
        held=(),
        hold_began=None,
        prepared={},
        prepared_for=None,
    )
    if pending(session) is None:
        return finish(session)
    if session.is_entered:
        return ready(session, at)  # what was rested is not known
    return structs.replace(session, phase=Rest(done.key, at), went=None)


def rest_ended(session: Session, rest: Rest, at: int, *, known: bool = True) -> Session:
    """Write the rest that ends at `at` onto the set before it."""
    plan = rest_plan(session, rest.after)
    return with_rest(session, rest.after, plan, (at - rest.began) // 1000 if known else None)


def with_rest(session: Session, key: StepKey, plan: RestPlan, taken_s: int | None) -> Session:
    """Write a rest onto the set that it followed."""
    done = structs.replace(
        session.done[key],
        rest_kind=plan.kind,
        rest_planned_s=plan.seconds,
        rest_taken_s=taken_s,
    )
    return structs.replace(session, done={**session.done, key: done})


def settled(session: Session, at: int) -> Session:
    """Bring the phase into line with what is left to do, after anything was changed."""
    phase = session.phase
    step = pending(session)
    if isinstance(phase, Finished):
        last = last_done(session)
        if last is None:
            return session
        if step is None or phase.by_hand:
            return finish(session, by_hand=phase.by_hand)
        if session.is_entered:
            return ready(session, at)
        return structs.replace(session, phase=Rest(last.key, last.ended))
    if step is None:
        return finish(session)
    if isinstance(phase, Rest):
        stopped = at if session.paused is None else session.paused
        over = phase.over and deadline(session, phase) <= stopped
        return structs.replace(session, phase=structs.replace(phase, over=over))
    if step.is_hold != isinstance(phase, HOLD_PHASES):
        return ready(session, at)
    return session
