"""Random athletes: any command at any time, sensible or not."""

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st
from msgspec import structs

from runlift_tui.core.routines.levels import FIRST_DAY, Level
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
    HoldEnded,
    HoldNow,
    LeaveOut,
    Left,
    Lengthen,
    LogSet,
    MoveToEnd,
    Note,
    Pause,
    Prepare,
    RateEffort,
    RatePain,
    Redo,
    Resumed,
    Return,
    SetRounds,
    Skip,
    Started,
    StartHold,
    Swap,
    Undo,
)
from runlift_tui.core.session.doubts import doubted
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import Session, is_finished, steps
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.next_time import NextTime, aimed
from runlift_tui.core.sets.values import Field, Why, fields_of
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, library, started


class Move(NamedTuple):
    """Something that a random athlete does; `n` and `m` say which, of whatever there is."""

    wait_ms: int
    kind: str
    n: int
    m: int


def _key(session: Session, n: int) -> StepKey:
    keys = list(session.done)
    if not keys or n % 11 == 0:
        found = steps(session)
        return found[n % len(found)].key
    return keys[-1 - n % len(keys)]


def _correct(session: Session, n: int, m: int) -> Command:
    key = _key(session, n)
    fields = list(Field)
    if key in session.done and n % 7:
        exercise = session.exercises[session.done[key].exercise]
        fields = list(fields_of(exercise, fast=key.slot == "B2"))
    return Correct(key, {fields[(n + m) % len(fields)]: (None, m, m % 12, m % 4)[m % 4]})


def _log(session: Session, n: int, m: int) -> Command:
    step = pending(session)
    if step is None:
        return LogSet({Field.REPS: n})
    values = prefill(session, step)
    if n % 3 == 0:
        values |= {Field.LEFT: m % 13, Field.RIGHT: n % 13}
    return LogSet(values)


def _prepare(session: Session, n: int, m: int) -> Command:
    step = pending(session)
    fields = list(Field) if step is None else fields_of(step.exercise, fast=step.fast)
    return Prepare({fields[n % len(fields)]: m % 14})


def _confirm(session: Session, n: int, _: int) -> Command:
    return Confirm(doubted(session) or _key(session, n))


def _swap(session: Session, n: int, m: int) -> Command:
    labels = [slot.label for _, slot in session.routine.slots()]
    exercises = list(library().values())
    despite = "" if n % 3 else "it is closed"
    return Swap(labels[m % len(labels)], exercises[n % len(exercises)], despite=despite)


def _move(session: Session, n: int, _: int) -> Command:
    labels = [slot.label for _, slot in session.routine.slots()]
    return MoveToEnd((*labels, "Z9")[n % (len(labels) + 1)])


def _skip(_: Session, n: int, __: int) -> Command:
    return Skip(list(Why)[n % len(Why)], rest=n % 2 == 0)


def _pain(session: Session, n: int, m: int) -> Command:
    return RatePain(_key(session, n), m % 12)


def _leave_out(_: Session, n: int, m: int) -> Command:
    exercises = list(library())
    return LeaveOut((exercises[n % len(exercises)], exercises[m % len(exercises)]))


def _rounds(_: Session, n: int, m: int) -> Command:
    return SetRounds(("main", "warm-up", "none")[n % 3], m % 7)


def _lengthen(_: Session, n: int, __: int) -> Command:
    return Lengthen((15, -15, 3600, -3600)[n % 4])


def _note(session: Session, n: int, m: int) -> Command:
    return Note(f"note {m}", _key(session, n) if n % 2 else None, draft=m % 3 == 0)


def _effort(_: Session, n: int, m: int) -> Command:
    return RateEffort(m % 12 if n % 4 else None)


def _closed(_: Session, n: int, __: int) -> Command:
    return Resumed(("it has closed since",) if n % 2 else ())


_PLAIN: dict[str, Command] = {
    "go": Go(),
    "start hold": StartHold(),
    "hold now": HoldNow(),
    "cancel": CancelLeadIn(),
    "end hold": EndHold(),
    "hold ended": HoldEnded(),
    "end round": EndRound(),
    "pause": Pause(),
    "continue": Continue(),
    "finish": Finish(),
    "undo": Undo(),
    "redo": Redo(),
    "return": Return(),
    "left": Left(),
    "resumed": Resumed(),
}
_RESOLVED: dict[str, Callable[[Session, int, int], Command]] = {
    "prepare": _prepare,
    "log": _log,
    "correct": _correct,
    "confirm": _confirm,
    "skip": _skip,
    "pain": _pain,
    "leave out": _leave_out,
    "swap": _swap,
    "move": _move,
    "rounds": _rounds,
    "lengthen": _lengthen,
    "note": _note,
    "effort": _effort,
    "closed": _closed,
}
KINDS = (*_PLAIN, *_RESOLVED)
COMMON = ("on", "on", "on", "log", "skip", "correct", "correct", "undo")

_numbers = st.integers(0, 400)
_waits = st.one_of(
    st.sampled_from([0, 1, 500, 3_000, 9_999, 10_000, 20_000, 60_000]), st.integers(0, 400_000)
)


def moves(kinds: tuple[str, ...] = (*KINDS, *COMMON)) -> st.SearchStrategy[Move]:
    """Return moves of these kinds; `on` is whatever brings the session on."""
    return st.builds(Move, _waits, st.sampled_from(kinds), _numbers, _numbers)


def command_of(session: Session, move: Move) -> Command:
    """Return the command that a move other than `on` comes to, as the session stands."""
    plain = _PLAIN.get(move.kind)
    return plain or _RESOLVED[move.kind](session, move.n, move.m)


def play(athlete: Athlete, move: Move) -> bool:
    """Wait, then do what a move says, and return whether it was accepted."""
    athlete.wait(move.wait_ms)
    if move.kind == "on":
        if not is_finished(athlete.session):
            athlete.on()
        return True
    command = command_of(athlete.session, move)
    before = athlete.session
    try:
        athlete.say(command)
    except Refused:
        assert athlete.session == before, "refused, and changed all the same"
        return False
    return True


def _with_a_past(start: Started) -> Started:
    """Return the start of somebody who did B1 before: with a suggestion, and sets to beat."""
    coming = NextTime(slot="B1", exercise="rfe-split-squat", load_kg=28.0, reps=7, why="twice 10")
    best = {"rfe-split-squat": (LastSet(reps=8, load_kg=24.0, rir=2),)}
    routine = aimed(start.routine, (coming,))
    return structs.replace(start, routine=routine, next_times=(coming,), best=best)


@st.composite
def athletes(
    draw: st.DrawFn,
    kinds: tuple[str, ...] = (*KINDS, *COMMON),
    *,
    most: int = 25,
    tick_ms: int = 5_000,
) -> Athlete:
    """Return an athlete some way into a session, after a row of random moves."""
    level, stage = draw(
        st.sampled_from(
            [
                (Level.ADVANCED, 3),
                (Level.INTERMEDIATE, 3),
                (Level.BEGINNER, 3),
                (Level.BEGINNER, FIRST_DAY),
            ]
        )
    )
    start = started(level, stage)
    if draw(st.integers(0, 3)) == 0:
        start = _with_a_past(start)
    athlete = Athlete(start, tick_ms=tick_ms)
    for _ in range(draw(st.integers(0, 130))):
        if is_finished(athlete.session):
            break
        athlete.on()
    for move in draw(st.lists(moves(kinds), max_size=most)):
        play(athlete, move)
    return athlete


_MOMENTS = st.integers(0, 4_000_000_000_000).map(iso)
_WORDS = st.text(st.characters(), max_size=12)
_COUNTS = st.integers(-2, 40) | st.none()
_ANYTHING = st.none() | st.booleans() | st.integers() | st.floats(-1e6, 1e6) | _WORDS


def sets_written() -> st.SearchStrategy[Document]:
    """Return sets as a file may hold them, by hand or by this program: sensible or not."""
    counts = dict.fromkeys(
        ("reps", "left", "right", "seconds", "left_s", "right_s", "rir"), _COUNTS
    )
    more = {
        "name": _WORDS,
        "slot": st.sampled_from(["A1", "B1", "B2"]) | _ANYTHING,
        "round": st.integers(0, 6),
        "target": _COUNTS,
        "load_kg": st.sampled_from([None, 0.0, 8.0, 24, 45.359237, 9_999.0, 1e300, -1.0]),
        "implements": st.integers(0, 2),
        "snap": st.integers(0, 6) | st.none(),
        "contacts": _COUNTS,
        "half_of": st.sampled_from([None, "B1"]),
        "rest_kind": st.sampled_from([None, "priming", "slot"]),
        "rest_planned_s": _COUNTS,
        "rest_taken_s": st.integers(0, 900) | _ANYTHING,
        "skipped": st.sampled_from([None, "", "time"]),
        "started": _MOMENTS | _ANYTHING,
        "ended": _MOMENTS | _ANYTHING,
        "note": _ANYTHING,
        "odd": _ANYTHING,
    }
    ids = st.sampled_from(["step-up", "hop", "my own"]) | _WORDS
    return st.fixed_dictionaries({"exercise": ids}, optional=counts | more)


def sessions_written() -> st.SearchStrategy[Document]:
    """Return sessions as a file may hold them; each says when it was, and who it is."""
    more = {
        "finished": _MOMENTS,
        "utc_offset_min": st.integers(-900, 900) | _ANYTHING,
        "routine_name": _WORDS,
        "level": _WORDS,
        "effort": st.integers(0, 10) | _ANYTHING,
        "pain": _ANYTHING,
        "notes": _WORDS,
        "odd": _ANYTHING,
    }
    needed = {
        "id": _WORDS.filter(bool),
        "started": _MOMENTS,
        "sets": st.lists(sets_written(), max_size=4),
    }
    return st.fixed_dictionaries(needed, optional=more)
