"""What a change of a session brought with it, in a line: nothing large happens in silence."""

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import Block, StepKey
from runlift_tui.core.session.commands import (
    Command,
    EndRound,
    GoOn,
    LeaveOut,
    MoveToEnd,
    RatePain,
    SetRounds,
    Skip,
    Swap,
)
from runlift_tui.core.session.state import Rest, Session
from runlift_tui.core.session.targets import StepState, pending, states
from runlift_tui.core.sets.pain import GO_ON
from runlift_tui.core.words.text import plural

_UNDO = "{session.undo} takes it back."


def consequences(before: Session, after: Session, command: Command) -> str:
    """Return what a command changed beside what it says itself; empty where that is all.

    Args:
        before: The session as it stood.
        after: The same with the command in it.
        command: What was said.
    """
    match command:
        case MoveToEnd():
            return f"{command.slot} comes at the end of this round. {named(_UNDO)}"
        case Swap():
            when = "from now on" if command.keep else "today"
            if command.keep and command.despite:
                when = "today, and for good once that is open"
            return f"{command.slot} is {command.exercise.name} {when}. {named(_UNDO)}"
        case SetRounds():
            block = next(each for each in after.routine.blocks if each.id == command.block)
            said = f"{block.name} has {plural(block.rounds, 'round')} in all"
            return f"{said}{_of_what_hurt(after, block)}. {named(_UNDO)}"
        case EndRound():
            return _round_ended(before, after)
        case LeaveOut() | GoOn(left_out=(_, *_)):
            return _left_out(before, after)
        case Skip() | RatePain():
            return _gone_along(before, after, command)
    return ""


def _of_what_hurt(session: Session, block: Block) -> str:
    """Return that a block's rounds are rounds of what hurt today; empty where nothing did."""
    hurt = {
        key.slot: f"{key.slot} had pain {done.pain}"
        for key, done in session.done.items()
        if key.block == block.id and (done.pain or 0) > GO_ON
    }
    return f"; {', '.join(hurt.values())}" if hurt else ""


_GONE = (StepState.NONE, StepState.LEFT_OUT)


def _round_ended(before: Session, after: Session) -> str:
    step = pending(before)
    if step is None:
        return ""
    was, now = _marks(before), _marks(after)
    over = (StepState.SKIPPED, *_GONE)
    out = sum(now[key] in over and was[key] not in over for key in now)
    sets = "1 set is" if out == 1 else f"{out} sets are"
    return f"Round {step.key.round} ends here: {sets} left out. {named(_UNDO)}"


def _gone_along(before: Session, after: Session, command: Command) -> str:
    """Return which sets fell away with one that was skipped: "B1 is skipped, and B2 with it"."""
    was, now = _marks(before), _marks(after)
    gone = [key for key in now if now[key] in _GONE and was.get(key) not in _GONE]
    if not gone:
        return _rest_first(before, after, command)
    slots = " and ".join(dict.fromkeys(key.slot for key in gone))
    total = sum(state not in _GONE for state in now.values())
    step = pending(before)
    said = f"No more {slots} today"
    if isinstance(command, Skip) and step is not None:
        jumps = after.jumps_off is not None and before.jumps_off is None
        along = ", no more jumps today" if jumps else f", and {slots} with it"
        said = f"{step.key.slot} is skipped{along}"
    if all(now[key] is StepState.LEFT_OUT for key in gone):
        return f"{said}: {plural(len(gone), 'set')} left out. {named(_UNDO)}"
    return f"{said}: {plural(total, 'set')} in all. {named(_UNDO)}"


def _rest_first(before: Session, after: Session, command: Command) -> str:
    """Return that a rest comes in the place of what was skipped; empty where none does."""
    was, now = pending(before), pending(after)
    rests = isinstance(after.phase, Rest) and not isinstance(before.phase, Rest)
    if not isinstance(command, Skip) or not command.due or not rests or was is None or now is None:
        return ""
    slot = now.key.slot
    return f"{was.key.slot} is skipped; the rest before {slot} comes first. {named(_UNDO)}"


def _left_out(before: Session, after: Session) -> str:
    was, now = _marks(before), _marks(after)
    gone = [key for key in now if now[key] in _GONE and was.get(key) not in _GONE]
    slots = ", ".join(dict.fromkeys(key.slot for key in gone))
    return f"Left out for today: {slots}. {named(_UNDO)}"


def _marks(session: Session) -> dict[StepKey, StepState]:
    return {step.key: state for step, state in states(session) if step.ramp is None}
