"""What one key means, phase by phase."""

from enum import Enum, auto
from itertools import pairwise, takewhile

from msgspec import Struct, structs

from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.session.commands import (
    CancelLeadIn,
    Command,
    Continue,
    Correct,
    EndHold,
    Go,
    HoldEnded,
    HoldNow,
    Lengthen,
    LogSet,
    Pause,
    Prepare,
    Redo,
    Return,
    SayPain,
    StartHold,
    Undo,
)
from runlift_tui.core.session.fold import NO_STEP, fold
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.rests import begins_by_itself, deadline, least_until, rest_plan
from runlift_tui.core.session.state import Entry, Holding, HoldReady, LeadIn, Rest, Session, Work
from runlift_tui.core.session.targets import pending
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import clock

_TEN_MS = 1_500
_NO_LESS = "no shorter: at zero the next set begins by itself; {session.space} begins it now"
GUARD_MS = 700
REPEAT_MS = 150
"""A key that is held down repeats faster than this; a hand that types one again is slower."""

HASTE_MS = 300
"""Between two keys of a text that is typed without a stop; what deletes wants a longer look."""


TIMED = "A hold is timed: its seconds are put right in the rest after it."
"""What a digit is told where nothing can be typed: it is never swallowed without a word."""


def space(session: Session) -> Command | None:
    """Return what the big key does now, or None where it does nothing."""
    if session.paused is not None:
        return Continue()
    phase = session.phase
    if isinstance(phase, Work) or (session.is_entered and isinstance(phase, HoldReady)):
        step = pending(session)
        return LogSet(prefill(session, step), step.key) if step is not None else None
    if isinstance(phase, Rest):
        return Go()
    if isinstance(phase, HoldReady):
        return StartHold()
    if isinstance(phase, LeadIn):
        return HoldNow()
    if isinstance(phase, Holding):
        return EndHold()
    return None


_BEGAN = (StartHold, HoldNow)


def undo(session: Session) -> Command:
    """Return what the undo key does now: it stops a hold that runs, else it undoes."""
    running = isinstance(session.phase, LeadIn | Holding) and session.paused is None
    return CancelLeadIn() if running else Undo(_in_sight(session.log))


def _in_sight(log: tuple[Entry, ...]) -> int:
    """Return how many of the newest commands are undone, so that something changes on the screen.

    That a hold began, or began early, shows no more once it is stopped, or its end undone.
    """
    kept, unseen = len(log), 0
    while kept > 1 and isinstance(log[kept - 1].command, (*NO_STEP, *_BEGAN)):
        kept -= 1
        unseen += isinstance(log[kept].command, _BEGAN)
    return unseen + _run(log[:kept])


def take_back(session: Session) -> Command:
    """Return what takes the newest word back, whatever came to pass by itself since.

    A question that follows from a word takes that back, and no hold that runs under it: a hold that
    has ended, or waits for whoever reads a page.
    """
    newest = (entry.command for entry in reversed(session.log))
    passed = takewhile(lambda said: isinstance(said, (HoldEnded, Pause, *NO_STEP)), newest)
    return Undo(1 + sum(isinstance(said, HoldEnded | Pause) for said in passed))


def redo(session: Session) -> Command:
    """Return what the redo key does now.

    What was undone stays within its reach after the next key, and after any other.
    """
    return Return() if session.aside and not session.undone else Redo()


def sets_since(session: Session) -> int:
    """Return how many sets the redo key would put aside, done or skipped since the undo."""
    if not isinstance(redo(session), Return):
        return 0
    then = fold(session.aside[-1]).done
    return sum(not key.ramp and key not in then for key in session.done)


def nothing_to_redo(sets: int) -> str:
    """Return that what was undone is behind sets that were done since."""
    return f"Nothing to redo: {plural(sets, 'set')} done or skipped since {key('session.undo')}."


def _run(log: tuple[Entry, ...]) -> int:
    """Return how many of the newest commands one key gave while it was held down, at least one."""
    for n, (after, before) in enumerate(pairwise(reversed(log)), 1):
        alike = _alike(before.command, after.command)
        if not alike or after.at - before.at >= GUARD_MS:
            return n
    return 1


def _alike(one: Command, other: Command) -> bool:
    """Whether two commands are of a kind that a held key repeats, about the same."""
    match one, other:
        case Lengthen(), Lengthen():
            return one == other
        case Prepare(), Prepare():
            return one.values.keys() == other.values.keys()
        case Correct(), Correct():
            return one.key == other.key and one.values.keys() == other.values.keys()
    return False


def asks_pain(session: Session) -> bool:
    """Whether the first step asks how much hurts today; the first set passes the question.

    A key of its own answers it: a digit is always typed into the set.
    """
    before = isinstance(session.phase, Work | HoldReady) and not session.done
    return session.pain is None and before and not session.is_entered


def pain_ten(session: Session, digit: str, at: int) -> SayPain | None:
    """Return the 10 that a 0 makes of a 1 that was said just before; None for any other digit."""
    newest = session.log[-1]
    soon = at - newest.at <= _TEN_MS
    return SayPain(10) if digit == "0" and soon and newest.command == SayPain(1) else None


def effort(session: Session, digit: str) -> int:
    """Return the effort that a digit says, 0 to 10: a 1 is made a 10 by a 0 that follows."""
    return 10 if digit == "0" and session.effort == 1 else int(digit)


def lengthen(session: Session, seconds: int) -> Lengthen:
    """Return what makes the rest so much longer, or shorter: never so short that a set begins.

    Raises:
        Refused: it would, by a key that says no more than that the rest is long.
    """
    due = begins_by_itself(session) if isinstance(session.phase, Rest) else None
    if due is not None and due - session.at + seconds * 1000 <= 0:
        raise Refused(named(_NO_LESS))
    return Lengthen(seconds)


def under_least(session: Session) -> str:
    """Return that a rest ends before the least that its heavy set asks for; else an empty text.

    It is the athlete's to shorten it, and they are told what for it is as long.
    """
    rest = session.phase
    if not isinstance(rest, Rest) or deadline(session, rest) >= least_until(session, rest):
        return ""
    plan = rest_plan(session, rest.after)
    return f"Under {clock(plan.least_s)}, the least rest after the heavy set: less is early."


def pause(session: Session) -> Command:
    """Return what the pause key does now."""
    return Pause() if session.paused is None else Continue()


class Guard(Struct, frozen=True):
    """When the big key, or the session by itself, last did something."""

    since: int | None = None
    """Milliseconds on the session's line of time; None before anything."""
    ms: int = GUARD_MS
    """How long nothing else may have happened for a press to count."""

    def touched(self, at: int) -> "Guard":
        """Return the guard after a press, or an automatic change, at `at`."""
        return structs.replace(self, since=at if self.since is None else max(at, self.since))

    def lets_pass(self, at: int) -> bool:
        """Whether a press at `at` counts."""
        return self.since is None or at - self.since >= self.ms


class LastKey(Struct, frozen=True):
    """Which key came last, and when: one that is held down answers no more than one question."""

    key: str = ""
    at: int | None = None
    """Milliseconds on the session's line of time; None before any."""
    again: bool = False
    """Whether it came again by itself by then, as far as anybody can tell."""

    def pressed(self, key: str, at: int) -> "LastKey":
        """Return what it is after a key came at `at`."""
        return LastKey(key, at, self.repeats(key, at))

    def repeats(self, key: str, at: int) -> bool:
        """Whether a key that comes at `at` may come by itself, because it is held down.

        The first time a keyboard waits up to `GUARD_MS`; from then on it is fast: what comes
        slower was tapped.
        """
        soon = self.at is not None and at - self.at < (REPEAT_MS if self.again else GUARD_MS)
        return soon and self.key == key

    def is_still(self, key: str, at: int) -> bool:
        """Whether a key that comes at `at` may be the same press as the one before."""
        soon = self.at is not None and at - self.at < GUARD_MS
        return soon and self.key == key

    def runs_into(self, at: int) -> bool:
        """Whether a key that comes at `at` may be one of many, typed as words are, or laid on."""
        return self.at is not None and at - self.at < HASTE_MS


class Repeats(Struct, frozen=True):
    """How often a key came again by itself, because it is held down."""

    at: int | None = None
    """When it came last, milliseconds on the session's line of time; None before it did."""
    count: int = 0

    def pressed(self, at: int) -> "Repeats":
        """Return what it is after the key came at `at`."""
        again = self.at is not None and at - self.at < REPEAT_MS
        return Repeats(at, self.count + 1 if again else 0)


class Heeded(Enum):
    """What a key answers on the pages of the stop signs, and on what holds once one is true."""

    NONE = auto()
    """None of them is true; or what holds after one was read."""
    LOOK = auto()
    EMERGENCY = auto()
    FINISH = auto()
    ALL_THE_SAME = auto()
    TAKEN_BACK = auto()
    """What brought them up was not meant."""
