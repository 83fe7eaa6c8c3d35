"""A finished session as typed values, out of its document, for everything that looks back."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, structs

from runlift_tui.core.exercises.same import Same
from runlift_tui.core.routines.levels import WARM_UP
from runlift_tui.core.session.duration import minutes_trained
from runlift_tui.core.sets.landings import landings_of
from runlift_tui.core.sets.last import PACE_S, LastSet
from runlift_tui.core.sets.pain import GO_ON, is_stopped
from runlift_tui.core.sets.values import is_nothing
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE
from runlift_tui.core.words.possible import (
    MOST_SET_KG,
    MOST_SET_REPS,
    MOST_SET_S,
    Contacts,
    DayMinutes,
    MinutesAhead,
    OfTen,
    RestSeconds,
    Round,
    Target,
    Text,
)

LONGEST_UNTIMED_MIN = 240
Moment = Annotated[datetime, Meta(tz=True)]


class SetOrigin(Struct, frozen=True):
    """What the file of another program says of a set, as far as it matters here."""

    sides: Text = ""
    """Whether its reps are of "each" leg; "unsaid" or "total" where nobody can tell one leg's."""


class SessionOrigin(Struct, frozen=True):
    """Which file of another program a session came from."""

    format: Text = ""
    file: Text = ""


class PastSet(LastSet, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A set as the history has it, done or skipped; what was not said is None, or empty."""

    exercise: Text
    name: Text = ""
    """What the exercise was called then."""
    slot: Text = ""
    block: Text = ""
    """Id of its part of the routine; empty in documents that do not say."""
    round: Round | None = None
    target: Target | None = None
    contacts: Contacts = 0
    """Landings per counted rep."""
    half_of: Text | None = None
    skipped: Text | None = None
    """Why it was not done, in a word; None where it was done."""
    pain: OfTen | None = None
    started: Moment | None = None
    ended: Moment | None = None
    rest_kind: Text | None = None
    rest_planned_s: RestSeconds | None = None
    rest_taken_s: RestSeconds | None = None
    note: Text = ""
    source: SetOrigin | None = None
    """None of a set that was done, or entered, here."""

    @property
    def is_done(self) -> bool:
        """Whether it was not skipped, and something was counted in it."""
        return self.skipped is None and not is_nothing(self)

    @property
    def is_of_one_leg_or_both(self) -> bool:
        """Whether nobody can tell if its reps are of one leg: it counts for volume alone."""
        return self.source is not None and self.source.sides in ("unsaid", "total")

    @property
    def is_rival(self) -> bool:
        """Whether a best set has to be better than it, and it can be one.

        None does a set of the warm-up, which is to be easy; nor a fast one, whose reps are half of
        another's; nor what nobody confirmed; nor what out of other programs could not be typed.
        """
        if self.skipped is not None or self.unsure or self.half_of or self.block == WARM_UP:
            return False
        return self.is_comparable

    @property
    def is_comparable(self) -> bool:
        """Whether it can be compared, and be typed again: most out of other programs can."""
        typed = (self.reps or 0) <= MOST_SET_REPS and (self.seconds or 0) <= MOST_SET_S
        return typed and (self.load_kg or 0) <= MOST_SET_KG and not self.is_of_one_leg_or_both

    @property
    def two_sided(self) -> bool:
        """Whether left and right were counted apart."""
        sides = (self.left, self.right, self.left_s, self.right_s)
        return any(side is not None for side in sides)

    @property
    def landings(self) -> int:
        """Landings of the set: of all reps, those of either leg counted."""
        counted = self.reps if self.reps is not None else (self.left or 0) + (self.right or 0)
        return self.contacts * counted

    @property
    def as_last(self) -> LastSet:
        """The set as the next session sees it."""
        seconds = None
        if self.started is not None and self.ended is not None and self.started <= self.ended:
            seconds = (self.ended - self.started) // timedelta(seconds=1)
        low, high = PACE_S
        took = seconds if seconds is not None and low <= seconds <= high else None
        own = (name for name in LastSet.__struct_fields__ if name not in ("took_s", "round"))
        return LastSet(**{name: getattr(self, name) for name in own}, took_s=took)


class LighterSet(PastSet, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One of a ramp, on the way up to a heavy set: it counts for nothing but what hurt in it."""


class PlannedSlot(Struct, frozen=True, gc=False):
    """How often a slot was to be done."""

    slot: Text = ""
    rounds: Round | None = None


class PastSession(Struct, frozen=True, kw_only=True, dict=True):
    """A finished session. Its fields are those of its document, and so are their bounds."""

    started: Moment
    id: Text = ""
    finished: Moment | None = None
    length_min: DayMinutes | None = None
    """How long it took by the athlete's own word; None where its times say so."""
    entered: Text | None = None
    """When it was typed in from a card; None where it was trained with the program."""
    utc_offset_min: MinutesAhead | None = None
    routine: Text = ""
    routine_name: Text = ""
    """What the routine was called then."""
    level: Text = ""
    effort: OfTen | None = None
    pain: OfTen | None = None
    morning: bool | None = None
    """Whether it was worse the morning after; None where nobody said."""
    stop_sign: bool = False
    """Whether a stop sign was true of the athlete."""
    emergency: bool = False
    """Whether that was one that wants emergency help at once."""
    looked: bool = False
    """Whether they said since that a doctor or physiotherapist has looked at it."""
    notes: Text = ""
    planned: tuple[PlannedSlot, ...] = ()
    overrides: tuple[Text, ...] = ()
    """What stood against the rules, by the athlete's own word."""
    sets: tuple[PastSet, ...] = ()
    """As they stand in the document, skipped ones among them."""
    source: SessionOrigin | None = None
    """The file that it came from; None of a session of RunLift's own, and no other opens a gate."""
    document: Document = {}
    """What it was read from, with whatever else stands there; empty for one that is `bare`."""

    @property
    def rows(self) -> list[Document]:
        """The sets as the document has them, each in the place of its own in `sets`."""
        rows: list[Document] = self.document.get("sets", [])
        return rows

    @cached_property
    def ramp(self) -> tuple[LighterSet, ...]:
        """The lighter sets on the way up, as far as the document has any that can be."""
        return tuple(_lighter(self.document.get("ramp"), self.sets))

    @property
    def landings(self) -> int:
        """Landings of all its jumps, and of the pogos before them."""
        return landings_of((each.landings, each.half_of is not None) for each in self.sure).total

    @property
    def at(self) -> int:
        """When it began, milliseconds since the epoch."""
        return round(self.started.timestamp() * 1000)

    @cached_property
    def local(self) -> datetime:
        """When it began, on the athlete's clock of that day."""
        return self.clock_at(self.started)

    def clock_at(self, moment: datetime) -> datetime:
        """Return what the athlete's clock of that day showed at a moment."""
        try:
            at = moment.astimezone(UTC).replace(tzinfo=None)
            return at + timedelta(minutes=self.utc_offset_min or 0)
        except OverflowError:
            return moment.replace(tzinfo=None)

    @property
    def day(self) -> date:
        """When it began, on the athlete's own calendar."""
        return self.local.date()

    @cached_property
    def done(self) -> tuple[PastSet, ...]:
        """The sets that were done, in their order."""
        return tuple(each for each in self.sets if each.is_done)

    @cached_property
    def sure(self) -> tuple[PastSet, ...]:
        """Those of them that count: every value that is far from those before was confirmed."""
        return tuple(each for each in self.done if not each.unsure)

    @property
    def worst_pain(self) -> int | None:
        """The most pain that was said, of the whole and of its sets; None where none was."""
        said = (self.pain, *(each.pain for each in (*self.sets, *self.ramp)))
        return max((pain for pain in said if pain is not None), default=None)

    @property
    def is_trained(self) -> bool:
        """Whether it counts as training: not where it was given up for pain before any set."""
        return bool(self.done) or ((self.worst_pain or 0) <= GO_ON and not self.stop_sign)

    @property
    def is_warm_up(self) -> bool:
        """Whether no more was done than a part of the warm-up."""
        return bool(self.done) and all(each.block == WARM_UP for each in self.done)

    @cached_property
    def minutes(self) -> int:
        """How long it took, without the gaps in which nobody trained; 0 where nothing says.

        What the athlete said themselves counts. Of a session from a file whose sets have no times
        it is all of it, up to four hours. Whole ones: every sum and product of them is of the
        minutes that the athlete sees.
        """
        if self.length_min is not None:
            return self.length_min
        times = [time for each in self.sets for time in (each.started, each.ended) if time]
        if times or self.source is None or self.finished is None:
            return round(minutes_trained(times))
        whole = round((self.finished - self.started) / timedelta(minutes=1))
        return min(max(whole, 0), LONGEST_UNTIMED_MIN)

    @property
    def bare(self) -> "PastSession":
        """The session without its document: a lifetime of them is much to hold."""
        return structs.replace(self, document={})

    def meant(self, same: Same) -> "PastSession":
        """Return the session with its sets under the ids that theirs mean; its document stays."""
        if not any(each.exercise in same for each in self.sets):
            return self
        sets = (
            structs.replace(each, exercise=same.get(each.exercise, each.exercise))
            for each in self.sets
        )
        return structs.replace(self, sets=tuple(sets))


def only(session: PastSession, exercise: str) -> PastSession | None:
    """Return a session with the sets of one exercise alone; None where there are none.

    Those that were skipped are out, but not what was stopped for pain; and what it says of the
    whole session, its minutes.
    """
    sets = tuple(
        each
        for each in session.sets
        if each.exercise == exercise and (each.skipped is None or is_stopped(each))
    )
    return structs.replace(session, sets=sets, document={}) if sets else None


def _lighter(rows: Any, sets: Iterable[PastSet]) -> Iterator[LighterSet]:
    """Yield the sets of a ramp; one of which a value cannot be is left out.

    Args:
        rows: As the document has them.
        sets: Those of the rounds: their exercise is that of a row that names none.
    """
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict):
            continue
        slot = row.get("slot")
        led_to = next((each for each in sets if each.slot == slot), None)
        known = {} if led_to is None else _like(led_to)
        with suppress(*NONSENSE):
            yield msgspec.convert({"exercise": "", **known, **row}, LighterSet)


def _like(led_to: PastSet) -> Document:
    """Return what a lighter set has in common with the one that it led to."""
    names = ("exercise", "name", "implements")
    return {name: getattr(led_to, name) for name in names}


def oldest_first(sessions: Iterable[PastSession]) -> tuple[PastSession, ...]:
    """Return sessions without their documents, in the order in which they began."""
    return tuple(sorted((each.bare for each in sessions), key=lambda each: each.started))
