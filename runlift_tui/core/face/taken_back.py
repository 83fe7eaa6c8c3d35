"""What an undo took back, or a redo put back, in words: neither ever does so in silence."""

from itertools import takewhile

from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.routines.routine import StepKey
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
    StartHold,
    StopSign,
    Swap,
    Trained,
    Undo,
)
from runlift_tui.core.session.fold import leaves_a_note
from runlift_tui.core.session.state import Rest, Session, sign_open, start_side
from runlift_tui.core.session.targets import how_many, pending
from runlift_tui.core.sets.told import NAMES, counts, field_shown, name_of
from runlift_tui.core.sets.values import Field, Values
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.text import counted, plural
from runlift_tui.core.words.units import Unit


def taken_back(before: Session, after: Session, command: Command) -> str:
    """Return what a command of undo and redo did; empty for any other.

    Args:
        before: The session as it stood.
        after: The same with the command in it.
        command: What was said.
    """
    match command:
        case Undo():
            return f"Taken back: {what_more(before, after)}. {key('session.redo')} puts it back."
        case Redo():
            return f"Put back: {what_more(after, before)}. {key('session.undo')} takes it back."
        case Return():
            sets = plural(how_many(after)[0], "set")
            undo, redo = key("session.undo"), key("session.redo")
            return (
                f"Back to what stood before {undo}: {sets} done. {redo} again: what came after it."
            )
        case CancelLeadIn():
            return named(_stopped(after))
    return ""


def _stopped(session: Session) -> str:
    """Return what of a hold counts that was stopped: the side that is over does."""
    step = pending(session)
    over = None if step is None else start_side(step)
    if over is None or not session.held:
        return "The hold is stopped: none of it counts. {session.space} starts it."
    kept = f"{over}, {session.held[0]} s, counts: {{session.undo}} again takes it back"
    return f"The {over.other} side is stopped; {kept}. {{session.space}} starts the {over.other}."


def half_typed(text: str) -> str:
    """Return what undo says where it dropped a value that was typed half, and did nothing else."""
    return named(f"{text} was not taken over. {{session.undo}} again takes back what is before it.")


def what_more(longer: Session, shorter: Session) -> str:
    """Return what one session has that the other has not."""
    alike = takewhile(lambda both: both[0] == both[1], zip(longer.log, shorter.log, strict=False))
    since = len(list(alike))
    more = [entry.command for entry in longer.log[since:]]
    lengthened = [each.seconds for each in more if isinstance(each, Lengthen)]
    if lengthened:
        seconds = sum(lengthened)
        return f"{abs(seconds)} s {'more' if seconds > 0 else 'less'} of this rest"
    silent = (CancelLeadIn, HoldVoided, NoSign, Resumed)
    found = [each for each in more if not isinstance(each, silent)]
    if found and leaves_a_note(longer.log[: since + more.index(found[-1]) + 1]):
        return f"leaving {_words(found[-1], longer, shorter)} as it was"
    # What came to pass by itself goes along with what was said before it.
    for unseen in (StartHold | HoldNow, HoldEnded | Pause):
        found = [each for each in found if not isinstance(each, unseen)] or found
    return _words(found[-1], longer, shorter) if found else "nothing"


def _words(command: Command, session: Session, without: Session) -> str:
    """Return what a command said, in the session in which it holds."""
    match command:
        case LogSet() | EndHold() | HoldEnded() | Skip():
            return _set(command, session, without)
        case Go() if not isinstance(without.phase, Rest) or without.phase.over:
            return f"the end of the rest before {_next(session)}, over by now"
        case Correct(key=key, values=values):
            typed = _typed(values, session.done[key].implements, session)
            return f"{typed}, typed into {name_of(key)}"
        case Confirm(key=key):
            return f"the yes to what was typed into {name_of(key)}"
        case RatePain(key=key, pain=pain):
            return f"pain {pain} at {name_of(key)}"
        case Prepare(values=values):
            step = pending(session)
            implements = 1 if step is None else step.exercise.implements
            return f"{_typed(values, implements, session)}, typed for {_next(session)}"
        case Note(key=key):
            return f"the note on {'the session' if key is None else name_of(key)}"
        case Swap(slot=slot):
            return f"the swap of {slot}"
        case MoveToEnd(slot=slot):
            return f"{slot} later in this round"
        case SayPain(pain=pain):
            return f"pain {pain} of 10"
        case StopSign() if sign_open(without) is not None:
            return "the yes to a stop sign"
        case RateEffort(effort=effort):
            return "no effort" if effort is None else f"effort {effort}"
    return _WORDS.get(type(command), "a change")


_WORDS: dict[type, str] = {
    Go: "the end of the rest",
    StartHold: "the start of the hold",
    HoldNow: "the hold that began early",
    EndRound: "the early end of the round",
    SetRounds: "the number of rounds",
    StopSign: "the yes to a stop sign, and the pain that it was asked after",
    GoOn: "going on after a stop sign",
    LeaveOut: "what was left out for today",
    Trained: "when it was trained",
    Pause: "the pause",
    Continue: "the end of the pause",
    Finish: "the end of the session",
}


_REPS = (Field.REPS, Field.LEFT, Field.RIGHT)
_ONE_SIDE = (Field.LEFT, Field.RIGHT, Field.LEFT_S, Field.RIGHT_S)


def _typed(values: Values, implements: int, session: Session) -> str:
    """Return values that were typed, each once: "8 reps", "left 7 reps", "2 x 16 kg"."""
    unit = (session.start.gear or Gear()).unit
    both = len(values) > 1
    return ", ".join(
        dict.fromkeys(_value(*each, implements, unit, both) for each in values.items())
    )


def _value(field: Field, value: float | None, implements: int, unit: Unit, both: bool) -> str:
    shown = field_shown(field, value, implements, unit)
    if field is Field.LOAD_KG:
        return shown if value else "no load"
    if field is Field.RIR:
        return f"could do {shown}"
    if field is Field.SNAP:
        return f"snap {shown}"
    reps = "" if field not in _REPS else f" {counted(int(value or 0), 'rep')}"
    side = "" if both or field not in _ONE_SIDE else f"{NAMES[field]} "
    return f"{side}{shown}{reps}"


def _set(command: Command, session: Session, without: Session) -> str:
    keys = [key for key in session.done if key not in without.done]
    if not keys:
        return f"one side of {_next(session)}"
    key: StepKey = keys[-1]
    if isinstance(command, Skip):
        return f"the skip of {name_of(key)}"
    done = counts(session.done[key])
    return f"{name_of(key)}, {done}" if done else name_of(key)


def _next(session: Session) -> str:
    step = pending(session)
    return "the set" if step is None else name_of(step.key)
