"""Commands that move a session on: go, done, hold, skip, pause, finish."""

from msgspec import structs

from runlift_tui.core.session.advance import LATE_MS
from runlift_tui.core.session.commands import (
    CancelLeadIn,
    Continue,
    EndHold,
    EndRound,
    Finish,
    Go,
    HoldEnded,
    HoldNow,
    HoldVoided,
    LogSet,
    Pause,
    Skip,
    StartHold,
)
from runlift_tui.core.session.doubts import standing, unsure_of
from runlift_tui.core.session.phases import (
    begin_holding,
    begun_set,
    enter,
    finish,
    held_values,
    ready,
    rest_ended,
    settled,
    side_held,
    side_ready,
    took_down,
)
from runlift_tui.core.session.rests import rest_plan
from runlift_tui.core.session.state import (
    Finished,
    Holding,
    HoldOver,
    HoldReady,
    LeadIn,
    Rest,
    Session,
    Step,
    Work,
)
from runlift_tui.core.session.targets import jumps_over, open_steps, pending, target
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.values import (
    COUNTS,
    LIMITS,
    SetDone,
    Why,
    fields_of,
    own_values,
    with_values,
)
from runlift_tui.core.words.faults import Refused

UNKNOWN_REST_MS = 5_000
"""A set done this soon after a go that came late was begun before it: its rest is not known."""


def go(session: Session, at: int, _: Go) -> Session:
    """End the rest and begin the next step."""
    phase = session.phase
    if not isinstance(phase, Rest):
        raise Refused("there is no rest to end")
    session = rest_ended(session, phase, at)
    return structs.replace(enter(session, at), went=at)


def log_set(session: Session, at: int, command: LogSet) -> Session:
    """Take down the set under way, and rest."""
    step = _under_way(session, "log")
    by_hand = session.is_entered and isinstance(session.phase, HoldReady)
    if not isinstance(session.phase, Work) and not by_hand:
        raise Refused("there is no set to log")
    if command.key not in (None, step.key):
        raise Refused(f"{name_of(step.key)} comes first")
    values = own_values(step.exercise, command.values, step.fast)
    for field in fields_of(step.exercise):
        if field in COUNTS and field not in values:
            raise Refused(LIMITS[field][2])
    done = with_values(begun_set(session, step, at), values)
    sure = session.prepared_sure if session.prepared_for == step.key else frozenset()
    far = unsure_of(session, step, values)
    unsure = tuple(each for each in far if each not in sure)
    session = structs.replace(session, stood=standing(session, step.key, values, unsure))
    done = structs.replace(
        done,
        unsure=unsure,
        confirmed=tuple(each for each in far if each in sure),
    )
    if session.went is not None and at - session.went < UNKNOWN_REST_MS:
        session = _forget_rest(session)
    return took_down(session, done, at)


def _forget_rest(session: Session) -> Session:
    """Make the rest before the set under way an unknown one; one that was cut short is known."""
    before = [done for done in session.done.values() if done.rest_kind is not None]
    if not before or (before[-1].rest_taken_s or 0) < (before[-1].rest_planned_s or 0):
        return session
    unknown = structs.replace(before[-1], rest_taken_s=None)
    return structs.replace(session, done={**session.done, unknown.key: unknown})


def start_hold(session: Session, at: int, _: StartHold) -> Session:
    """Begin the lead-in of the side that is ready."""
    if not isinstance(session.phase, HoldReady):
        raise Refused("there is no hold to start")
    if session.is_entered:
        raise Refused("this session is over: type the seconds")
    lead_in = session.start.switch_s if session.held else session.start.lead_in_s
    return structs.replace(session, phase=LeadIn(at, at + lead_in * 1000))


def hold_now(session: Session, at: int, _: HoldNow) -> Session:
    """Hold now, without the rest of the lead-in."""
    if not isinstance(session.phase, LeadIn):
        raise Refused("there is no lead-in to cut short")
    return begin_holding(session, at)


def cancel_lead_in(session: Session, at: int, _: CancelLeadIn) -> Session:
    """Stand before the side again, with nothing held."""
    if not isinstance(session.phase, LeadIn | Holding):
        raise Refused("there is no hold to cancel")
    return side_ready(session, at)


def end_hold(session: Session, at: int, _: EndHold) -> Session:
    """Take down the seconds really held on this side, at least one."""
    step = _under_way(session, "end")
    if not isinstance(session.phase, Holding):
        raise Refused("there is no hold to end")
    held = max(1, (at - session.phase.began) // 1000)
    return side_held(session, step, held, at)


def hold_ended(session: Session, at: int, _: HoldEnded) -> Session:
    """Take down the whole of a side that was watched to its end."""
    step = _under_way(session, "end")
    phase = session.phase
    if not isinstance(phase, HoldOver) or not 0 <= at - phase.due <= LATE_MS:
        raise Refused("no hold was watched to its end")
    return side_held(session, step, target(session, step), phase.due)


def hold_voided(session: Session, at: int, _: HoldVoided) -> Session:
    """Stand before the side again: its end was undone, or an undo brought it back."""
    return side_ready(session, at)


def skip(session: Session, at: int, command: Skip) -> Session:
    """Leave out the step under way or next; pain and bad form end the jumps for the day."""
    step = _under_way(session, "skip")
    session = structs.replace(
        session, done={**session.done, step.key: _skipped(session, step, at, command.why)}
    )
    session = structs.replace(
        session, jumps_off=jumps_over(session), prepared={}, prepared_for=None
    )
    if isinstance(session.phase, Rest):
        return settled(session, at)
    if command.rest and _is_rested_from(session, step):
        rest = Rest(step.key, at)
        return structs.replace(session, phase=rest, went=None, held=(), hold_began=None)
    left = _rest_left(session, at) if command.due and _is_rested_from(session, step) else None
    if left is not None:
        return structs.replace(session, phase=left, went=None, held=(), hold_began=None)
    return ready(session, at)


def _rest_left(session: Session, at: int) -> Rest | None:
    """Return the rest since the last set that was done, where what comes now asks for a longer one.

    A set that is left out right before the rest of a round would take that rest along with it.
    """
    for done in reversed(session.done.values()):
        if done.skipped is None:
            due = done.ended + rest_plan(session, done.key).seconds * 1000
            return Rest(done.key, done.ended) if due > at else None
    return None


def _is_rested_from(session: Session, step: Step) -> bool:
    """Whether a set that was stopped has its rest: not where the next one would start by itself."""
    over = session.is_entered or pending(session) is None
    return not over and not step.block.zero_is_go


def _skipped(session: Session, step: Step, at: int, why: Why, *, under_way: bool = True) -> SetDone:
    """Return the row of a step left out, with whatever was typed or held of the one under way."""
    done = structs.replace(begun_set(session, step, at), skipped=why)
    if isinstance(session.phase, Rest) or not under_way:
        return structs.replace(done, started=at)
    values = dict(held_values(step, session.held))
    if session.prepared_for == step.key:
        values |= session.prepared
    return with_values(done, values)


def end_round(session: Session, at: int, _: EndRound) -> Session:
    """Leave out what remains of the round under way."""
    step = _under_way(session, "end")
    rest = session.phase if isinstance(session.phase, Rest) else None
    done = dict(session.done)
    for each in open_steps(session):
        if each.key.block == step.key.block and each.key.round == step.key.round:
            under_way = each.key == step.key
            done[each.key] = _skipped(session, each, at, Why.ROUND_ENDED, under_way=under_way)
    session = structs.replace(session, done=done, prepared={}, prepared_for=None)
    return settled(session, at) if rest else ready(session, at)


def pause(session: Session, at: int, _: Pause) -> Session:
    """Stop every deadline."""
    if session.paused is not None or isinstance(session.phase, Finished):
        raise Refused("there is nothing to pause")
    return structs.replace(session, paused=at)


def unpause(session: Session, at: int, _: Continue) -> Session:
    """Let every deadline run on, later by the length of the pause."""
    if session.paused is None:
        raise Refused("the session is not paused")
    by = at - session.paused
    if isinstance(session.phase, HoldOver):
        session = side_ready(session, at)
    phase = session.phase
    if isinstance(phase, Rest):
        phase = structs.replace(phase, moved=phase.moved + by, stood=phase.stood + by)
    elif isinstance(phase, LeadIn | Holding):
        phase = structs.replace(phase, began=phase.began + by, due=phase.due + by)
    paused_ms = session.paused_ms + by
    return structs.replace(session, phase=phase, paused=None, paused_ms=paused_ms)


def finish_early(session: Session, at: int, _: Finish) -> Session:
    """End the session here; the rest that was running is written down."""
    if isinstance(session.phase, Finished):
        raise Refused("the session is finished")
    if isinstance(session.phase, Rest):
        plan = rest_plan(session, session.phase.after)
        last = structs.replace(
            session.done[session.phase.after], rest_kind=plan.kind, rest_planned_s=plan.seconds
        )
        session = structs.replace(session, done={**session.done, last.key: last})
    return finish(session, by_hand=True)


def _under_way(session: Session, verb: str) -> Step:
    step = pending(session)
    if step is None or isinstance(session.phase, Finished):
        raise Refused(f"there is nothing left to {verb}")
    return step
