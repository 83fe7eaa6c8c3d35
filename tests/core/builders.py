"""Sessions to test with, and an athlete who walks through them by a clock of their own."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files

import msgspec

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import ALL_SLOTS, Level, article_routine
from runlift_tui.core.routines.routine import Routine, StepKey
from runlift_tui.core.session.advance import Cue, advance, next_boundary, worth_logging
from runlift_tui.core.session.commands import (
    Command,
    Continue,
    Correct,
    Go,
    HoldEnded,
    LogSet,
    Started,
    StartHold,
    Undo,
)
from runlift_tui.core.session.fold import apply, begin
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.state import (
    Entry,
    HoldReady,
    LeadIn,
    Phase,
    Rest,
    Session,
    Step,
    Work,
    is_finished,
    steps,
)
from runlift_tui.core.session.targets import pending
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.values import Field, SetDone
from runlift_tui.core.words.faults import Refused

T0 = 1_700_000_000_000
"""When the tests' sessions begin, milliseconds."""


@cache
def library() -> dict[str, Exercise]:
    """Return the exercises that ship, by id."""
    text = (files("runlift_tui.data") / "exercises.json").read_bytes()
    return {each.id: each for each in msgspec.json.decode(text, type=tuple[Exercise, ...])}


def started(
    level: Level = Level.ADVANCED,
    stage: int = ALL_SLOTS,
    *,
    routine: Routine | None = None,
    extra: tuple[Exercise, ...] = (),
    last: tuple[LastTime, ...] = (),
) -> Started:
    """Return the start of a session: the article's, or a routine of the test's own."""
    found = routine or article_routine(level, stage)
    known = library() | {each.id: each for each in extra}
    exercises = tuple(known[slot.exercise] for _, slot in found.slots())
    return Started(id="one", routine=found, exercises=exercises, level=level, last=last)


def begun(
    level: Level = Level.ADVANCED, stage: int = ALL_SLOTS, *, routine: Routine | None = None
) -> Session:
    """Return a session at its start."""
    return begin(started(level, stage, routine=routine), T0)


def main(round_: int, slot: str, ramp: int = 0) -> StepKey:
    """Return the key of a step of the main block."""
    return StepKey("main", round_, slot, ramp)


def warm_up(round_: int, slot: str) -> StepKey:
    """Return the key of a step of the warm-up."""
    return StepKey("warm-up", round_, slot)


def reps(left: int, right: int | None = None) -> dict[Field, float | None]:
    """Return the counts of a set with sides; one number is both legs."""
    return {Field.LEFT: left, Field.RIGHT: left if right is None else right}


class Athlete:
    """Plays the athlete and the shell around the fold: a clock, ticks, and a journal."""

    def __init__(self, start: Started | None = None, *, tick_ms: int = 1_000) -> None:
        self.start = start or started()
        self.session = begin(self.start, T0)
        self.now = T0
        self.tick_ms = tick_ms
        self.watching = True
        """Whether holds are watched to their end, and so logged."""
        self.journal = [Entry(T0, self.start)]
        self.cues: list[Cue] = []

    def phase(self) -> Phase:
        """What the session is in the middle of."""
        return self.session.phase

    def is_in(self, *kinds: type[Phase]) -> bool:
        """Whether the session is in a phase of these kinds."""
        return isinstance(self.session.phase, kinds)

    @property
    def step(self) -> Step:
        """The step under way or next."""
        step = pending(self.session)
        assert step is not None
        return step

    @property
    def rest(self) -> Rest:
        """The rest under way."""
        assert isinstance(self.session.phase, Rest)
        return self.session.phase

    def done(self, key: StepKey) -> SetDone:
        """Return a set that was done or skipped."""
        return self.session.done[key]

    def tick(self) -> None:
        """Walk the session on to the clock, and take down the holds that were watched."""
        while True:
            self.session, cues = advance(self.session, self.now)
            self.cues += cues
            ended = [cue for cue in cues if self.watching and worth_logging(cue, self.now)]
            if not ended:
                return
            self._take(ended[-1].due, HoldEnded())

    def wait(self, ms: int) -> None:
        """Let time go by, tick by tick."""
        end = self.now + ms
        while self.now < end:
            self.now = min(end, self.now + self.tick_ms)
            self.tick()

    def sleep(self, ms: int) -> None:
        """Let time go by without a tick until its end."""
        self.now += ms
        self.tick()

    def say(self, command: Command) -> None:
        """Give a command now; a refused one goes into no journal.

        Raises:
            Refused: it cannot be done now.
        """
        self.tick()
        self._take(self.now, command)
        self.tick()

    def _take(self, at: int, command: Command) -> None:
        self.session = apply(self.session, at, command)
        self.journal.append(Entry(at, command))

    def log(self, values: dict[Field, float | None] | None = None) -> None:
        """Do the set under way: as prefilled, but for these values."""
        self.say(LogSet(prefill(self.session, self.step) | (values or {}), self.step.key))

    def correct(self, key: StepKey, values: dict[Field, float | None]) -> None:
        """Correct a set."""
        self.say(Correct(key, values))

    def on(self) -> None:
        """Do whatever brings the session on: the one key, or the wait for the next boundary."""
        phase = self.session.phase
        if self.session.paused is not None:
            self.say(Continue())
        elif isinstance(phase, Work):
            self.wait(20_000)
            self.log()
        elif isinstance(phase, HoldReady):
            self.say(StartHold())
        elif isinstance(phase, Rest) and phase.over:
            self.say(Go())
        else:
            due = next_boundary(self.session)
            assert due is not None
            self.now = max(due, self.now)
            self.tick()

    def walk(self, until: Callable[[Session], bool] = is_finished) -> None:
        """Go on until something is so.

        Raises:
            AssertionError: it does not come about.
        """
        for _ in range(2_000):
            if until(self.session):
                return
            assert not is_finished(self.session), "the session ended before that"
            self.on()
        raise AssertionError("the session never comes to its end")

    def walk_to(self, key: StepKey) -> None:
        """Go on until the work of a step, or the wait before its first side, is under way."""
        assert any(step.key == key for step in steps(self.session))
        self.walk(lambda s: _at(s, key) and isinstance(s.phase, Work | HoldReady | LeadIn))

    def walk_past(self, key: StepKey, values: dict[Field, float | None] | None = None) -> None:
        """Go on to the rest after a step counted in reps, done with these values."""
        self.walk_to(key)
        self.wait(20_000)
        self.log(values)


def _at(session: Session, key: StepKey) -> bool:
    step = pending(session)
    return step is not None and step.key == key


def can_undo(session: Session) -> bool:
    """Whether anything is left to undo."""
    try:
        apply(session, session.at, Undo())
    except Refused:
        return False
    return True
