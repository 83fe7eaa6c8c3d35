"""What the history says that home and the next session need to know."""

from datetime import date

from msgspec import Struct

from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.pain import PainSaid
from runlift_tui.core.words.days import day_of
from runlift_tui.core.words.possible import MinutesAhead, Text, UtcMs


class Outing(Struct, frozen=True, kw_only=True):
    """One session of the past, as far as the gates look at it."""

    when: UtcMs
    """Its start, milliseconds since the epoch."""
    trained: bool = True
    """Whether it counts as training; one that was given up for pain before any set does not."""
    warm_up: bool = False
    """Whether no more was done than a part of the warm-up: it is no step on the beginner's path."""
    utc_offset_min: MinutesAhead | None = None
    """Minutes that the athlete's clock was ahead of UTC then; None where nobody wrote it down."""
    heavy: str | None = None
    """Id of the exercise that was done last in B1; None where there was none."""
    heavy_kg: float | None = None
    """Its lightest load, all in; None where none was typed."""
    heavy_reps: int | None = None
    """Reps of the weaker leg in the weakest B1; None where there was none."""
    heavy_rir: int | None = None
    """The least reps in reserve that were typed for a B1; None where none was."""
    heavy_sets: tuple[tuple[int, int | None], ...] = ()
    """Each B1: reps of the weaker leg, and reps in reserve as typed, None where none were."""
    effort: int | None = None
    """How hard all of it was, 0-10; None where nobody said."""
    pain: int | None = None
    """The highest that was said, 0-10; None where nothing was."""
    morning: bool | None = None
    """Whether it was worse the morning after; None where nobody said."""
    sign: bool | None = None
    """Whether a stop sign stands: True until somebody has looked, False from then on; None where
    none was said."""
    emergency: bool = False
    """Whether it was one that wants emergency help at once."""
    partial: bool = False
    """Whether less than half of the sets that were planned were done: nothing rises by it."""
    rounds: int = 0
    """Rounds that its main part was planned with; 0 where nobody knows."""
    poor_form: bool = False
    """Whether a set was left out for bad form."""
    landings: int = 0
    """Of all its jumps."""
    level: str = ""
    """Of the session; empty where it does not say."""
    fast: str | None = None
    """Id of the fast exercise that was done, if one was."""

    @property
    def counts(self) -> bool:
        """Whether it took the place of a session: at least half of what was planned was done.

        What was broken off over pain, a stop sign or bad form did too: nobody makes up for it.
        """
        broken_off = self.partial and not (self.pain or self.sign or self.poor_form)
        return self.trained and not broken_off

    @property
    def day(self) -> date:
        """The day on which it began, by the athlete's clock of then, as the history shows it."""
        return day_of(self.when, self.utc_offset_min or 0)


class DoneSlot(Struct, frozen=True, kw_only=True):
    """What was done of one exercise in a slot of a session, values in doubt as well."""

    slot: Text
    exercise: Text
    name: Text
    """What the exercise was called then."""
    sets: tuple[LastSet, ...]
    stopped: tuple[LastSet, ...] = ()
    """Those that were stopped for pain, as far as they went."""


class LastSession(Struct, frozen=True, kw_only=True):
    """The newest finished session, in brief."""

    id: str = ""
    routine_name: str
    finished: UtcMs
    """Milliseconds since the epoch."""
    sets: int
    minutes: int
    done: tuple[DoneSlot, ...] = ()
    """Slot by slot, in the order of their labels."""
    fuller: "LastSession | None" = None
    """The one before it on the same day, where that was whole and this one is only a part."""


class Facts(Struct, frozen=True, kw_only=True):
    """The history in brief; its size does not grow with it."""

    sessions: int = 0
    first: UtcMs | None = None
    """Start of the very first session, milliseconds since the epoch."""
    last: LastSession | None = None
    jumps: UtcMs | None = None
    """End of the newest set with landings."""
    last_times: tuple[LastTime, ...] = ()
    """Every exercise in every slot that it was ever done in, newest first."""
    best: dict[str, tuple[LastSet, ...]] = {}
    """The few sets of each exercise that a new one has to beat, by id: see `bests.kept`."""
    pains: dict[str, PainSaid] = {}
    """The newest word on pain that decides, by exercise and for the whole: see `pains_said`."""
    outings: tuple[Outing, ...] = ()
    """The last sessions, as far as the gates look at them, oldest first."""

    @property
    def stands_still(self) -> bool:
        """Whether the last session was broken off so early that the one it was still stands."""
        return bool(self.outings) and not self.outings[-1].counts

    @property
    def last_day(self) -> date | None:
        """The day of the last session that counts as one; None for none."""
        return max((each.day for each in self.outings if each.counts), default=None)
