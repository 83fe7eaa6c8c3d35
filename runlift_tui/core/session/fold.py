"""The fold: a session, and what was said to it, give the session after."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import structs

from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.session.advance import advance
from runlift_tui.core.session.commands import (
    CancelLeadIn,
    Command,
    Confirm,
    Continue,
    Correct,
    EndHold,
    EndRound,
    Finish,
    Go,
    GoOn,
    HoldEnded,
    HoldNow,
    HoldVoided,
    LeaveOut,
    Left,
    Lengthen,
    LogSet,
    MoveToEnd,
    NoSign,
    Note,
    Pause,
    Prepare,
    RateEffort,
    RatePain,
    Redo,
    Resumed,
    Return,
    SayPain,
    SetRounds,
    Skip,
    Started,
    StartHold,
    StopSign,
    Swap,
    Trained,
    Undo,
)
from runlift_tui.core.session.phases import ready
from runlift_tui.core.session.state import (
    HOLD_PHASES,
    Entry,
    Holding,
    HoldOver,
    LeadIn,
    Session,
    Work,
)
from runlift_tui.core.session.targets import pending
from runlift_tui.core.words.faults import Refused

_WHILE_PAUSED = (
    Continue,
    Correct,
    Confirm,
    GoOn,
    Note,
    RateEffort,
    Finish,
    Prepare,
    HoldVoided,
    Resumed,
    StopSign,
    NoSign,
)
NO_STEP = (CancelLeadIn, HoldVoided, Resumed, StopSign, NoSign)
"""Commands that undo passes over: they go with what is before them."""
_MOST_ASIDE = 100
_NEWEST_KEPT, _KEPT_OF = 16, 8
"""How many of the sessions before stay, and of how many older ones each time one."""


@cache
def handlers() -> Mapping[type, Callable[[Session, int, Any], Session]]:
    """Return what does each command, by its type; a session that only begins asks for none."""
    from runlift_tui.core.session import change_commands as changing
    from runlift_tui.core.session import set_commands as doing

    return {
        Go: doing.go,
        StartHold: doing.start_hold,
        HoldNow: doing.hold_now,
        CancelLeadIn: doing.cancel_lead_in,
        EndHold: doing.end_hold,
        HoldEnded: doing.hold_ended,
        HoldVoided: doing.hold_voided,
        LogSet: doing.log_set,
        Skip: doing.skip,
        EndRound: doing.end_round,
        Pause: doing.pause,
        Continue: doing.unpause,
        Finish: doing.finish_early,
        Prepare: changing.prepare,
        Correct: changing.correct,
        Confirm: changing.confirm,
        RatePain: changing.rate_pain,
        StopSign: changing.stop_sign,
        NoSign: changing.no_sign,
        GoOn: changing.go_on,
        LeaveOut: changing.leave_out,
        SayPain: changing.say_pain,
        Trained: changing.trained,
        Swap: changing.swap,
        MoveToEnd: changing.move_to_end,
        SetRounds: changing.set_rounds,
        Lengthen: changing.lengthen,
        Note: changing.note,
        RateEffort: changing.rate_effort,
        Resumed: changing.resumed,
    }


def begin(command: Started, at: int) -> Session:
    """Return the session as it begins, standing before its first step."""
    session = Session(
        start=command,
        started=at,
        at=at,
        phase=Work(at),
        routine=command.routine,
        exercises={exercise.id: exercise for exercise in command.exercises},
        done={},
        log=(Entry(at, command),),
    )
    return ready(session, at)


def apply(session: Session, at: int, command: Command) -> Session:
    """Return the session after a command given at `at`.

    Args:
        session: The session so far.
        at: Milliseconds on the session's line of time, never before `session.at`; only
            `HoldEnded` has when it was due.
        command: What was said.

    Raises:
        Refused: it cannot be done now; the session stays as it was.
    """
    if isinstance(command, Left) or _changes_nothing(session, command):
        return session
    if isinstance(command, Undo | Redo | Return):
        return _unwound(session, max(at, session.at), command)
    if not isinstance(command, HoldEnded):
        at = max(at, session.at)
    if at >= session.at:  # what was due at this very moment has come to pass, too
        session, _ = advance(session, at)
    if session.paused is not None and not isinstance(command, _WHILE_PAUSED):
        raise Refused(named("paused: {session.space} goes on"))
    handler = handlers().get(type(command))
    if handler is None:
        raise Refused("the session has already begun")
    after = _with_its_values(_in_its_phase(session, handler(session, at, command), at))
    aside = (*session.aside, session.undone[0]) if session.undone else session.aside
    log = (*session.log, Entry(at, command))
    bare = structs.replace(after, at=at, log=log, undone=(), aside=(), earlier=())
    earlier = (*session.earlier, bare)
    if len(earlier) > _NEWEST_KEPT and len(earlier[-_NEWEST_KEPT - 1].log) % _KEPT_OF:
        earlier = (*earlier[: -_NEWEST_KEPT - 1], *earlier[-_NEWEST_KEPT:])
    return structs.replace(bare, aside=aside[-_MOST_ASIDE:], earlier=earlier)


def _in_its_phase(before: Session, after: Session, at: int) -> Session:
    """Stand before the step that has come first, where the phase was another step's."""
    if after.phase is not before.phase or not isinstance(after.phase, (Work, *HOLD_PHASES)):
        return after
    was, now = pending(before), pending(after)
    same = was is not None and now is not None and was.key == now.key
    return after if same else ready(after, at)


def _with_its_values(session: Session) -> Session:
    """Lay aside what was typed for a step that is not first any more, until it is again."""
    step, put_off = pending(session), session.put_off
    key = None if step is None else step.key
    typed_for = session.prepared_for
    if typed_for is not None and typed_for != key:
        put_off = {**put_off, typed_for: (session.prepared, session.prepared_sure)}
        session = structs.replace(session, prepared={}, prepared_for=None, put_off=put_off)
    if key is None or key not in put_off or session.prepared_for is not None:
        return session
    values, sure = put_off[key]
    put_off = {each: typed for each, typed in put_off.items() if each != key}
    return structs.replace(
        session, prepared=values, prepared_for=key, prepared_sure=sure, put_off=put_off
    )


def _unwound(session: Session, at: int, command: Undo | Redo | Return) -> Session:
    undone, aside = session.undone, session.aside
    if isinstance(command, Redo):
        if not undone:
            raise Refused(_nothing_again())
        log, undone = undone[-1], undone[:-1]
    elif isinstance(command, Return):
        if not aside:
            raise Refused(_nothing_again())
        newest = undone[0] if undone else session.log
        log, undone, aside = aside[-1], (), (newest, *aside[:-1])
    else:
        log, undone = session.log, (*undone, session.log)
        for _ in range(max(1, command.steps)):
            log = _without_newest(log)
    log += tuple(entry for entry in _closings(session.log) if entry not in log)
    folded, _ = advance(_folded(log, session.earlier), at)
    if not isinstance(command, Redo) and _unwatched(session, folded):
        folded = apply(folded, at, HoldVoided())
    return structs.replace(folded, undone=undone, aside=aside)


def _nothing_again() -> str:
    """Return that there is nothing to redo; under Caps Lock the key may have been meant as undo."""
    undo, redo = key("session.undo"), key("session.redo")
    meant = f"; {undo} undoes, if Caps Lock made it {redo}" if redo == undo.upper() else ""
    return f"there is nothing to redo{meant}"


def _changes_nothing(session: Session, command: Command) -> bool:
    """Whether the program was only opened again, and nothing has closed or opened since."""
    if not isinstance(command, Resumed):
        return False
    return session.is_entered or command.held == session.closed_since


def _closings(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return what closed or opened while the program was not running: no undo takes that back."""
    return tuple(entry for entry in log if isinstance(entry.command, Resumed))


def _unwatched(before: Session, after: Session) -> bool:
    """Whether an undo brought a hold back that did not run until then: nobody is in it now."""
    if not isinstance(after.phase, (LeadIn, Holding, HoldOver)):
        return False
    before, _ = advance(before, after.at)
    return before.phase != after.phase or before.paused is not None


def _without_newest(log: tuple[Entry, ...]) -> tuple[Entry, ...]:
    kept = len(log)
    while kept > 1 and isinstance(log[kept - 1].command, NO_STEP):
        kept -= 1
    if kept <= 1:
        raise Refused("there is nothing to undo")
    newest = log[kept - 1]
    if isinstance(newest.command, HoldEnded):
        return (*log[: kept - 1], Entry(newest.at, HoldVoided()))
    if leaves_a_note(log[:kept]):
        return log[: kept - 1]  # what was typed stands again
    return _without_drafts(log[: kept - 1], newest.command)


def leaves_a_note(log: tuple[Entry, ...]) -> bool:
    """Whether the newest command left a note as it was, and not as it had been typed since."""
    newest = log[-1].command
    if not isinstance(newest, Note) or newest.draft:
        return False
    before = _without_drafts(log[:-1], newest)
    if len(before) == len(log) - 1:
        return False
    of_it = (each.command for each in reversed(before))
    was = (each.text for each in of_it if isinstance(each, Note) and each.key == newest.key)
    return newest.text == next(was, "")


def _without_drafts(log: tuple[Entry, ...], newest: Command) -> tuple[Entry, ...]:
    """Return a log without what a note that was undone had been while it was typed."""
    kept = len(log)
    while isinstance(newest, Note) and _is_draft_of(newest, log[kept - 1].command):
        kept -= 1
    return log[:kept]


def _is_draft_of(note: Note, before: Command) -> bool:
    return isinstance(before, Note) and before.draft and before.key == note.key


def fold(log: Iterable[Entry]) -> Session:
    """Return the session that a log of commands in force comes to."""
    entries = iter(log)
    first = next(entries)
    if not isinstance(first.command, Started):
        raise Refused("a session begins with its start")
    session = begin(first.command, first.at)
    for entry in entries:
        session = apply(session, entry.at, entry.command)
    return session


def _folded(log: tuple[Entry, ...], earlier: tuple[Session, ...]) -> Session:
    """Return what a log comes to, from the last of some sessions that it begins with."""
    kept = len(earlier)
    while kept and log[: len(earlier[kept - 1].log)] != earlier[kept - 1].log:
        kept -= 1
    if not kept:
        return fold(log)
    session = structs.replace(earlier[kept - 1], earlier=earlier[:kept])
    for entry in log[len(session.log) :]:
        session = apply(session, entry.at, entry.command)
    return session


def replay(entries: Iterable[Entry]) -> tuple[Session, list[Entry]]:
    """Return the session that a whole journal comes to, undone commands and all.

    Returns:
        The session, and the entries that it could not take in: none in a journal of our own.

    Raises:
        Refused: the first entry is not the start of a session.
    """
    rows = iter(entries)
    first = next(rows, None)
    if first is None or not isinstance(first.command, Started):
        raise Refused("a session begins with its start")
    session, refused = begin(first.command, first.at), []
    for entry in rows:
        try:
            session = apply(session, entry.at, entry.command)
        except Refused:
            refused.append(entry)
    return session, refused
