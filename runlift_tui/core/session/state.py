"""The state of a session: what is done, what is under way, and which step comes next."""

from functools import lru_cache

from msgspec import Struct

from runlift_tui.core.athlete.pain import shows_stop_signs, sign_words, stopped
from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.routines.routine import Block, HalfOf, RampSet, Routine, Slot, StepKey
from runlift_tui.core.session.commands import (
    Command,
    EndHold,
    GoOn,
    HoldEnded,
    LogSet,
    NoSign,
    RatePain,
    Resumed,
    SayPain,
    Started,
    StopSign,
    Swap,
)
from runlift_tui.core.sets.values import Field, SetDone, Side, Why
from runlift_tui.core.words.faults import Refused


class Work(Struct, frozen=True, tag=True):
    """A set counted in reps or metres is under way."""

    since: int


class HoldReady(Struct, frozen=True, tag=True):
    """A side of a hold waits for its lead-in."""

    since: int


class LeadIn(Struct, frozen=True, tag=True):
    """The seconds before a side of a hold begins."""

    began: int
    due: int


class Holding(Struct, frozen=True, tag=True):
    """A side of a hold is being held."""

    began: int
    due: int


class HoldOver(Struct, frozen=True, tag=True):
    """A side's time was up at `due`, and is not logged yet."""

    due: int


class Rest(Struct, frozen=True, tag=True):
    """The rest after a step. Its deadline follows from the plan: see `rests.deadline`."""

    after: StepKey
    began: int
    moved: int = 0
    """Milliseconds by which the deadline was moved: lengthened, shortened, paused."""
    over: bool = False
    """Whether its deadline has passed."""
    stood: int = 0
    """Milliseconds of `moved` that were pauses."""


class Finished(Struct, frozen=True, tag=True):
    """Nothing is left to do."""

    at: int
    by_hand: bool = False


WENT_ON = "went on though a stop sign stood"

Phase = Work | HoldReady | LeadIn | Holding | HoldOver | Rest | Finished
HOLD_PHASES = (HoldReady, LeadIn, Holding, HoldOver)


class Entry(Struct, frozen=True, array_like=True):
    """A command, and when it was given on the session's line of time."""

    at: int
    command: Command


class Session(Struct, frozen=True, kw_only=True):
    """A session at one moment; a fold of its log, never changed in place."""

    start: Started
    started: int
    at: int
    """How far time has been walked, milliseconds on the session's line."""
    phase: Phase
    routine: Routine
    """As it stands: swaps and changed rounds included."""
    exercises: dict[str, Exercise]
    done: dict[StepKey, SetDone]
    """Sets done and skipped, in the order in which they ended."""
    log: tuple[Entry, ...]
    undone: tuple[tuple[Entry, ...], ...] = ()
    """Logs that redo goes back to, newest last."""
    aside: tuple[tuple[Entry, ...], ...] = ()
    """Logs that stood before an undo after which something new was said, newest last."""
    earlier: tuple["Session", ...] = ()
    """Itself after commands before, newest last and some of them only: an undo begins there."""
    paused: int | None = None
    paused_ms: int = 0
    """All pauses that are over."""
    went: int | None = None
    """When the athlete said go to the set under way."""
    held: tuple[int, ...] = ()
    """Seconds of the sides of the hold under way that are over."""
    hold_began: int | None = None
    prepared_for: StepKey | None = None
    prepared: dict[Field, float | None] = {}
    prepared_sure: frozenset[Field] = frozenset()
    """Those of `prepared` that were confirmed, far as they are from the values before."""
    stood: dict[StepKey, dict[Field, float | None]] = {}
    """What stands, or stood, in sets before values that are far: typed, or logged, and not far."""
    put_off: dict[StepKey, tuple[dict[Field, float | None], frozenset[Field]]] = {}
    """What was typed for steps that another came before since: `prepared` with `prepared_sure`."""
    order: dict[str, tuple[str, ...]] = {}
    """Slots in another order than the block's, by `block/round`."""
    swapped: dict[str, str] = {}
    """Id of the exercise that first stood in a swapped slot, by label."""
    jumps_off: Why | None = None
    """Why there are no jumps any more today."""
    closed_since: tuple[str, ...] = ()
    """What has come to hold jumps back since it began, in words; no undo takes that back."""
    taken: frozenset[str] = frozenset()
    """Ids of exercises that were taken though they are closed."""
    off: frozenset[str] = frozenset()
    """Ids of exercises that are over for today, for pain."""
    left_out: frozenset[str] = frozenset()
    """Those of `off` that were left out by the athlete's own word."""
    note: str = ""
    effort: int | None = None
    pain: int | None = None
    """What was said before the first set, 0-10; None where nothing was."""
    hurting: dict[StepKey, int] = {}
    """Pain that was said of a set while it was under way, 0-10; it goes on with it."""
    stop_sign: bool = False
    """Whether one of the stop signs is true."""
    emergency: bool = False
    """Whether that is one that wants emergency help at once."""
    goes_on: bool = False
    """Whether it goes on though a stop sign stands, by the athlete's own word."""
    looked: bool = False
    """Whether somebody has looked, by their word, at the stop sign that it began with."""

    @property
    def is_entered(self) -> bool:
        """Whether it was trained from a card, and is only taken down now: nothing runs in it."""
        return self.start.trained_at is not None

    @property
    def began(self) -> int:
        """When it was trained, milliseconds since the epoch."""
        return self.started if self.start.trained_at is None else self.start.trained_at

    @property
    def holding(self) -> tuple[str, ...]:
        """What holds jumps back at this point, in words."""
        sign = (sign_words(self.emergency),) if self.stop_sign else ()
        today = ("it hurts today",) if self.jumps_off is Why.PAIN else ()
        return (*sign, *today, *self.start.held, *self.closed_since)

    @property
    def stop(self) -> str:
        """What a stop sign holds back, in a sentence; empty where none stands."""
        return "" if self.looked else stopped(self.holding)

    @property
    def is_stopped(self) -> bool:
        """Whether it goes on with nothing but a word that it does all the same, or ends."""
        over = self.is_entered or isinstance(self.phase, Finished)
        return not (self.goes_on or over) and bool(self.stop)


class Step(Struct, frozen=True):
    """One step of a session, with all that is needed to do it."""

    key: StepKey
    block: Block
    slot: Slot
    exercise: Exercise
    ramp: RampSet | None = None

    @property
    def is_hold(self) -> bool:
        """Whether the step is timed."""
        return self.exercise.measure is Measure.HOLD

    @property
    def in_metres(self) -> bool:
        """Whether the step is counted in metres."""
        return self.exercise.measure is Measure.METRES

    @property
    def fast(self) -> bool:
        """Whether the step takes half of a heavy set's reps."""
        return isinstance(self.slot.prescription, HalfOf)


class _Layout(Struct, frozen=True):
    """Every step of a routine, in order."""

    steps: tuple[Step, ...]
    has_idle_ramp: bool
    """Whether a ramp leads up to what is not in reps, so that only those that were done count."""


class OfTheVerySame:
    """A session as to some of its parts: equal to any where nothing was put in their place."""

    def __init__(self, session: Session, parts: tuple[object, ...]) -> None:
        self.session = session
        # The session holds them, so that no other takes over an id.
        self._ids = tuple(map(id, parts))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OfTheVerySame) and self._ids == other._ids

    def __hash__(self) -> int:
        return hash(self._ids)


def steps(session: Session) -> tuple[Step, ...]:
    """Return every step of the session in order, done or not, vanished or not."""
    parts = (session.routine, session.exercises, session.order)
    found = _laid_out(OfTheVerySame(session, parts))
    if not found.has_idle_ramp:
        return found.steps
    return tuple(
        step for step in found.steps if not _is_idle_ramp(step) or step.key in session.done
    )


# Every command and every picture asks several times, and the answer changes with a swap at most.
@lru_cache(maxsize=4)
def _laid_out(like: OfTheVerySame) -> _Layout:
    plan = like.session
    found: list[Step] = []
    for block in plan.routine.blocks:
        by_label = {slot.label: slot for slot in block.slots}
        for round_ in range(1, block.rounds + 1):
            order = plan.order.get(f"{block.id}/{round_}", tuple(by_label))
            for slot in (by_label[label] for label in order):
                exercise = plan.exercises[slot.exercise]
                if round_ == 1:
                    found += _ramp(block, slot, exercise)
                found.append(Step(StepKey(block.id, round_, slot.label), block, slot, exercise))
    return _Layout(tuple(found), any(map(_is_idle_ramp, found)))


def _ramp(block: Block, slot: Slot, exercise: Exercise) -> list[Step]:
    """Return the lighter sets before a slot."""
    return [
        Step(StepKey(block.id, 1, slot.label, number), block, slot, exercise, ramp)
        for number, ramp in enumerate(slot.ramp, 1)
    ]


def _is_idle_ramp(step: Step) -> bool:
    """Whether a lighter set belongs to a slot that is not counted in reps any more."""
    return step.ramp is not None and not step.exercise.in_reps


def step_at(session: Session, key: StepKey) -> Step:
    """Return the step of that key.

    Raises:
        Refused: the session has no such step.
    """
    for step in steps(session):
        if step.key == key:
            return step
    raise Refused(f"there is no {key.slot} in round {key.round}")


def start_side(step: Step) -> Side | None:
    """Return the leg that starts: the same through a round, the other one in the next."""
    if not step.exercise.two_sided:
        return None
    return Side.LEFT if step.key.round % 2 else Side.RIGHT


def last_done(session: Session) -> SetDone | None:
    """Return the set that ended last and was not skipped."""
    for done in reversed(session.done.values()):
        if done.skipped is None:
            return done
    return None


def pain_told_of(session: Session) -> StepKey | None:
    """Return the set that pain is told of now: the newest that was done, or stopped for pain.

    Returns:
        None before the first one: what hurts then is told of the day.
    """
    for key, done in reversed(session.done.items()):
        if done.skipped in (None, Why.PAIN):
            return key
    return None


def worst_pain(session: Session) -> int | None:
    """Return the most pain that was said in a session, 0-10; None where none was."""
    said = (session.pain, *(done.pain for done in session.done.values()))
    return max((pain for pain in said if pain is not None), default=None)


def is_partial(session: Session) -> bool:
    """Whether less than half of its planned sets were done; as `PastSession` has it."""
    planned = sum(step.ramp is None for step in steps(session))
    done = sum(each.is_done and not key.ramp for key, each in session.done.items())
    return 2 * done < planned


def is_finished(session: Session) -> bool:
    """Whether nothing is left to do."""
    return isinstance(session.phase, Finished)


def said_last(session: Session) -> Command:
    """Return what was said last; an answer to the stop signs is one with what showed them."""
    said = (entry.command for entry in reversed(session.log))
    return next(each for each in said if not isinstance(each, StopSign | NoSign | Resumed))


def sign_open(session: Session) -> RatePain | SayPain | None:
    """Return the pain at which nobody has said yet whether a stop sign is true; None for none.

    It follows from what stands, and not from what was pressed last: a redo, or a program that
    ended meanwhile, answers nothing.
    """
    for entry in reversed(session.log):
        command = entry.command
        if isinstance(command, StopSign | NoSign):
            return None
        if isinstance(command, RatePain | SayPain) and shows_stop_signs(command.pain):
            return command
    return None


def is_over(session: Session) -> bool:
    """Whether nothing is left to do, and nothing to be said about stop signs."""
    return is_finished(session) and sign_open(session) is None


def overruled(session: Session) -> tuple[str, ...]:
    """Return what of a session stands against the rules, by the athlete's own word."""
    swaps = [entry.command for entry in session.log if isinstance(entry.command, Swap)]
    taken = (f"{swap.slot} {swap.exercise.name}: {swap.despite}" for swap in swaps if swap.despite)
    against = (*session.start.overrides, *dict.fromkeys(taken))
    return (*against, WENT_ON) if session.stop and _went_on(session) else against


def _went_on(session: Session) -> bool:
    """Whether something was done after it was said that the session goes on all the same."""
    said = [entry.command for entry in session.log]
    words = [n for n, each in enumerate(said) if isinstance(each, GoOn)]
    done = LogSet | EndHold | HoldEnded
    return session.goes_on and any(isinstance(each, done) for each in said[max(words, default=0) :])
