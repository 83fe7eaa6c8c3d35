"""What was done last time, as far as the next session needs it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from runlift_tui.core.words.possible import (
    HoldSeconds,
    Kilograms,
    LeftOver,
    OfTen,
    Pieces,
    RepCount,
    Round,
    SetMetres,
    Snap,
    Text,
    UtcMs,
)

if TYPE_CHECKING:
    # Whoever only reads the past needs none of a session's types.
    from runlift_tui.core.sets.values import Field, SetDone

PACE_S = (10, 300)
"""Seconds from go to end that a set of reps or metres may take to say something of the pace."""


class LastSet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One set of an exercise as it was done last time; a file's values have these bounds."""

    reps: RepCount | None = None
    left: RepCount | None = None
    right: RepCount | None = None
    seconds: HoldSeconds | None = None
    left_s: HoldSeconds | None = None
    right_s: HoldSeconds | None = None
    metres: SetMetres | None = None
    load_kg: Kilograms | None = None
    implements: Pieces = 1
    rir: LeftOver | None = None
    snap: Snap | None = None
    pain: OfTen | None = None
    """What was said of it, 0-10; None where nothing was."""
    unsure: tuple[Text, ...] = ()
    """Values that are far from those before and were not confirmed: such a set counts nowhere."""
    took_s: int | None = None
    """Seconds from go to end of the newest set in its place that took no less than `PACE_S[0]` and
    no more than `PACE_S[1]`; None where there is none."""
    round: Round | None = None
    """Which round of its slot it was; None where nobody knows: then they were done one by one."""

    @classmethod
    def of(cls, done: "SetDone") -> "LastSet":
        """Return a set of today as the next session will see it."""
        return cls(
            reps=done.reps,
            left=done.left,
            right=done.right,
            seconds=done.seconds,
            left_s=done.left_s,
            right_s=done.right_s,
            metres=done.metres,
            load_kg=done.load_kg,
            implements=done.implements,
            rir=done.rir,
            snap=done.snap,
            pain=done.pain,
            unsure=done.unsure,
        )

    @property
    def says_anything(self) -> bool:
        """Whether it has a count or a load."""
        counts = (self.reps, self.left, self.right, self.seconds, self.left_s, self.right_s)
        return any(each is not None for each in (*counts, self.metres, self.load_kg))

    def counted(self, field: "Field") -> float | None:
        """Return the value of a field, or None where it was not said."""
        value: float | None = getattr(self, field)
        return value


class LastTime(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The sets of one exercise in one slot, from the last session that had them."""

    slot: str
    exercise: str
    sets: tuple[LastSet, ...]
    before: tuple[LastSet, ...] = ()
    """Those of the session before that one."""
    when: UtcMs | None = None
    """When the last session began, milliseconds since the epoch."""
    hurt: bool = False
    """Whether pain holds the exercise back: none rises until a calm session was typed."""
    note: Text = ""
    """What was written on its sets then; empty where nothing was."""
    pain: OfTen | None = None
    """How much, 0-10; None where nothing holds it back, or where it was stopped unrated."""
    eases: bool = False
    """Whether it hurt itself, then or since, so that the load that hurt is not asked for again."""
    hurt_kg: Kilograms | None = None
    """The least load that hurt, then or since, in all; None where no set with a load did."""
    instead: Text = ""
    """What holds it back where nobody typed so much pain: "a stop sign"; else empty."""
    poor_form: bool = False
    """Whether a set of it was stopped for form, then or since: nothing rises by it."""
    stopped: tuple[LastSet, ...] = ()
    """Sets that were stopped for pain, then or since, as far as they went. They are told, and less
    than they had comes next; they are no base for more. Where no set was ever done without a stop
    they are all there is, and `sets` is empty."""
    stopped_at: UtcMs | None = None
    """When the session of those began; None without any."""

    @property
    def tried_at(self) -> int | None:
        """When something of it was done last, also of a set that was stopped; None for never."""
        if self.stopped_at is not None and any(each.says_anything for each in self.stopped):
            return max(self.stopped_at, self.when or 0)
        return self.when if self.was_done else None

    @property
    def was_done(self) -> bool:
        """Whether a set of it was ever done, and not only begun and stopped for pain."""
        return bool(self.sets) or not self.stopped


def last_set(last: Iterable[LastTime], slot: str, exercise: str, round_: int) -> LastSet | None:
    """Return last time's set of an exercise in a slot, with the round that it was.

    It is the same round's, else that of the last one before it, else the first that was done.
    """
    for time in last:
        if time.slot == slot and time.exercise == exercise and time.sets:
            rounds = [done.round or n for n, done in enumerate(time.sets, 1)]
            at = max((n for n, each in enumerate(rounds) if each <= round_), default=0)
            return structs.replace(time.sets[at], round=rounds[at])
    return None


def brought_along(last: Iterable[LastTime], exercise: str, slot: str) -> tuple[LastTime, ...]:
    """Return an exercise's own last values, as they come along into a slot.

    Where it was never done in that slot, its newest values elsewhere stand in.
    """
    own = [time for time in last if time.exercise == exercise]
    here = [time for time in own if time.slot == slot]
    return tuple(here[:1] or [structs.replace(time, slot=slot) for time in own[:1]])


def last_load(last: Iterable[LastTime], exercise: str) -> float | None:
    """Return the load, in kilograms, that the exercise last had in whatever slot."""
    for time in last:
        if time.exercise == exercise:
            for done in reversed(time.sets):
                if done.load_kg is not None:
                    return done.load_kg
    return None
