"""What an athlete, or the watch on a hold, can say to a session.

A session is the fold of a list of these. Each is one line of the journal, so a field is only
ever added with a default, and a tag is never reused.
"""

from msgspec import Struct

from runlift_tui.core.athlete.closed import waits_for_pain
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Routine, StepKey
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.next_time import NextTime
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.possible import LeadIn, MinutesAhead, MovedBy, OfTen, Text, UtcMs


class Started(Struct, frozen=True, kw_only=True, tag="started", omit_defaults=True):
    """The session begins, with a snapshot of all that it needs."""

    id: Text
    routine: Routine
    exercises: tuple[Exercise, ...]
    level: Level
    lead_in_s: LeadIn = 10
    switch_s: LeadIn = 10
    utc_offset_min: MinutesAhead = 0
    last: tuple[LastTime, ...] = ()
    next_times: tuple[NextTime, ...] = ()
    """What is suggested for its slots."""
    best: dict[str, tuple[LastSet, ...]] = {}
    """The few sets of each exercise that a record has to beat, by id: see `bests.kept`."""
    week: WeekKind = WeekKind.BUILD
    """What the plan's week is for; without a plan every week builds."""
    overrides: tuple[str, ...] = ()
    """Gates that the athlete overruled for it, in words."""
    exchanged: dict[str, str] = {}
    """Why a jump is not in it, by the label of the slot that had it, in a sentence each."""
    held: tuple[str, ...] = ()
    """What holds jumps back, in words; empty where nothing does."""
    hurts: dict[str, str] = {}
    """What is told of exercises that hurt last time, by id: "hurt 8 of 10 last time"."""
    ways_up: dict[str, str] = {}
    """What is offered as the next step, by the label of its slot, in a sentence each."""
    first: bool = False
    """Whether it is the athlete's very first session."""
    first_jumps: bool = False
    """Whether no session before it had a landing."""
    gear: Gear | None = None
    """What the athlete lifts with; None for kilograms in the usual steps."""
    trained_at: UtcMs | None = None
    """When it was trained, milliseconds since the epoch, where it is entered from a card
    afterwards; None where it is trained now."""

    @property
    def waiting(self) -> str:
        """What waits for a pain of 0-2 that is typed: jumps, or a harder one in a slot; or none."""
        if waits_for_pain(self.held):
            return "jumps wait"
        found = (slot for slot, why in self.exchanged.items() if waits_for_pain([why]))
        return next((f"a harder {slot} waits" for slot in found), "")


class Go(Struct, frozen=True, tag="go"):
    """The rest is over: on with the next set. Begins the lead-in where that is a hold."""


class StartHold(Struct, frozen=True, tag="start-hold"):
    """Begin the lead-in of the hold that is ready."""


class HoldNow(Struct, frozen=True, tag="hold-now"):
    """Cut the lead-in short and begin the hold."""


class CancelLeadIn(Struct, frozen=True, tag="cancel-lead-in"):
    """Back out of a lead-in; the side is ready again. No step of undo."""


class EndHold(Struct, frozen=True, tag="end-hold"):
    """End this side of the hold early; the seconds really held count."""


class HoldEnded(Struct, frozen=True, tag="hold-ended"):
    """This side of the hold was watched to its end; stamped with when that was due."""


class HoldVoided(Struct, frozen=True, tag="hold-voided"):
    """Stands in the fold where an undo would bring a hold back; never in a journal."""


class Prepare(Struct, frozen=True, tag="prepare"):
    """Values typed for the set under way, before it is done."""

    values: dict[Field, float | None]


class LogSet(Struct, frozen=True, tag="log", omit_defaults=True):
    """The set under way is done, with these values."""

    values: dict[Field, float | None]
    key: StepKey | None = None
    """Which one that is: where a line before it was lost it is not taken down as another's."""


class Correct(Struct, frozen=True, tag="correct"):
    """A set that is done gets these values in place of its own."""

    key: StepKey
    values: dict[Field, float | None]


class Confirm(Struct, frozen=True, tag="confirm"):
    """The values of a set, done or under way, are right, far as they are from those before."""

    key: StepKey


class Skip(Struct, frozen=True, tag="skip", omit_defaults=True):
    """The next set, or the one under way, is not done."""

    why: Why = Why.UNSAID
    rest: bool = False
    """Whether a set that was under way is rested from like one that was done."""
    due: bool = False
    """Whether what is left of the rest between the sets around it still comes."""


class RatePain(Struct, frozen=True, tag="pain"):
    """How much it hurt, 0-10, at a set skipped for pain."""

    key: StepKey
    pain: OfTen


class StopSign(Struct, frozen=True, tag="stop-sign", omit_defaults=True):
    """One of the stop signs is true; what it was asked after is taken back with it."""

    emergency: bool = False
    """Whether it is one that wants emergency help at once."""


class NoSign(Struct, frozen=True, tag="no-stop-sign"):
    """None of the stop signs is true; what it was asked after is taken back with it."""


class GoOn(Struct, frozen=True, tag="go-on", omit_defaults=True):
    """The session goes on though a stop sign stands, by the athlete's own word."""

    left_out: tuple[str, ...] = ()
    """Ids of exercises that are over for today, because they load what hurts."""
    looked: bool = False
    """Whether they say that a doctor or physiotherapist has looked, so that it stands no more."""


class LeaveOut(Struct, frozen=True, tag="leave-out"):
    """Exercises that are over for today, because they load what hurts."""

    exercises: tuple[str, ...]
    """Their ids."""


class SayPain(Struct, frozen=True, tag="pain-today"):
    """How much hurts before the session, 0-10."""

    pain: OfTen


class Trained(Struct, frozen=True, tag="trained", omit_defaults=True):
    """When a session that is entered afterwards was trained."""

    at: UtcMs
    """Milliseconds since the epoch."""
    utc_offset_min: MinutesAhead = 0


class Swap(Struct, frozen=True, tag="swap", omit_defaults=True):
    """Another exercise stands in a slot from now on; `keep` means in the routine too."""

    slot: str
    exercise: Exercise
    last: tuple[LastTime, ...] = ()
    keep: bool = False
    next_time: NextTime | None = None
    """What is suggested for it there."""
    best: tuple[LastSet, ...] = ()
    """The few of its sets that a record has to beat."""
    despite: str = ""
    """Why it is closed, in words, where the athlete takes it all the same; empty where it is open,
    or where nobody asked."""


class MoveToEnd(Struct, frozen=True, tag="move"):
    """A slot moves to the end of this round, with the fast one that takes half of it."""

    slot: str


class SetRounds(Struct, frozen=True, tag="rounds"):
    """A block has this many rounds in all."""

    block: str
    rounds: int


class EndRound(Struct, frozen=True, tag="end-round"):
    """What is left of the round under way is not done."""


class Lengthen(Struct, frozen=True, tag="lengthen"):
    """The rest under way is longer, or shorter, by so many seconds."""

    seconds: MovedBy


class Pause(Struct, frozen=True, tag="pause"):
    """Every deadline stands still."""


class Continue(Struct, frozen=True, tag="continue"):
    """The pause is over; deadlines move on by its length."""


class Note(Struct, frozen=True, tag="note", omit_defaults=True):
    """A note on a set, or on the session where `key` is None; replaces the one before."""

    text: Text
    key: StepKey | None = None
    draft: bool = False
    """Whether it was still being typed: such a one is no step of undo on its own."""


class RateEffort(Struct, frozen=True, tag="effort"):
    """How hard the whole session was, 0-10, or None to take it back."""

    effort: OfTen | None


class Finish(Struct, frozen=True, tag="finish"):
    """Enough for today; what was done is the session."""


class Undo(Struct, frozen=True, tag="undo", omit_defaults=True):
    """Drop the newest command in force."""

    steps: int = 1
    """Of how many it is: what a key did while it was held down is taken back as one."""


class Redo(Struct, frozen=True, tag="redo"):
    """Put back what was undone last."""


class Return(Struct, frozen=True, tag="return"):
    """Back to what stood before an undo that something new was said after.

    What stands now is kept in the same way, so that it can be returned to as well.
    """


class Left(Struct, frozen=True, tag="left"):
    """The program was closed; the session stays."""


class Resumed(Struct, frozen=True, tag="resumed", omit_defaults=True):
    """The program was opened again."""

    held: tuple[str, ...] = ()
    """What holds jumps back by now and did not at the start, in words."""


Command = (
    Started
    | Go
    | StartHold
    | HoldNow
    | CancelLeadIn
    | EndHold
    | HoldEnded
    | HoldVoided
    | Prepare
    | LogSet
    | Correct
    | Confirm
    | Skip
    | RatePain
    | StopSign
    | NoSign
    | GoOn
    | LeaveOut
    | SayPain
    | Trained
    | Swap
    | MoveToEnd
    | SetRounds
    | EndRound
    | Lengthen
    | Pause
    | Continue
    | Note
    | RateEffort
    | Finish
    | Undo
    | Redo
    | Return
    | Left
    | Resumed
)
