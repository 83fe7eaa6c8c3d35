"""Finished sessions as typed values, out of their documents, for everything that looks back."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.session.duration import trained_minutes
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.words.documents import Document, from_iso
from runlift_tui.core.words.faults import NONSENSE

_DAY_MIN = 24 * 60


class PastSet(LastSet, frozen=True, kw_only=True, omit_defaults=True):
    """A set that was done, as the history has it."""

    exercise: str
    name: str = ""
    slot: str = ""
    round: int = 0
    target: int | None = None
    contacts: int = 0
    """Landings per counted rep."""
    half_of: str | None = None
    rest_kind: str | None = None
    rest_taken_s: int | None = None

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


class PastSession(Struct, frozen=True, kw_only=True):
    """A finished session."""

    id: str
    at: int
    """When it began, milliseconds since the epoch."""
    day: date
    """On the athlete's own calendar."""
    routine_name: str = ""
    level: str = ""
    effort: int | None = None
    notes: str = ""
    minutes: float = 0.0
    """Without the gaps in which nobody trained."""
    sets: tuple[PastSet, ...] = ()
    """In the order in which they were done; skipped ones are left out."""


def past_session(document: Document, *, timed: bool = True) -> PastSession | None:
    """Return a session out of its document; None where it does not say when it was.

    A set that makes no sense is passed over.

    Args:
        document: As the store has it.
        timed: Whether its minutes are worked out.
    """
    at = _moment(document.get("started"))
    id_ = document.get("id")
    if at is None or not isinstance(id_, str):
        return None
    day = day_of(at, document.get("utc_offset_min"))
    if day is None:
        return None
    rows = _rows(document.get("sets"))
    times = (row.get(name) for row in (rows if timed else ()) for name in ("started", "ended"))
    moments = (_moment(time) for time in times)
    effort = document.get("effort")
    return PastSession(
        id=id_,
        at=at,
        day=day,
        routine_name=_text(document.get("routine_name")),
        level=_text(document.get("level")),
        effort=effort if type(effort) is int and 0 <= effort <= 10 else None,
        notes=_text(document.get("notes")),
        minutes=trained_minutes(moment for moment in moments if moment is not None),
        sets=tuple(done for row in rows if (done := _past_set(row)) is not None),
    )


def session_with(document: Document, exercise: str) -> PastSession | None:
    """Return a session with the sets of one exercise alone; None where it has none of it.

    What it says of the whole session, its minutes, is left out. A lifetime of documents is gone
    through faster than it was read.
    """
    sets = document.get("sets")
    rows = [
        row
        for row in (sets if isinstance(sets, list) else ())
        if isinstance(row, dict) and row.get("exercise") == exercise
    ]
    return past_session({**document, "sets": rows}, timed=False) if rows else None


def past_sessions(documents: Iterable[Document]) -> tuple[PastSession, ...]:
    """Return the sessions of documents, oldest first."""
    found = (past_session(document) for document in documents)
    return tuple(sorted((each for each in found if each is not None), key=lambda s: s.at))


def sets_of(
    sessions: Iterable[PastSession], exercise: str
) -> Iterator[tuple[PastSession, PastSet]]:
    """Yield every set of an exercise with its session, in their order."""
    for session in sessions:
        for done in session.sets:
            if done.exercise == exercise:
                yield session, done


def with_gone(
    exercises: Mapping[str, Exercise], sessions: Iterable[PastSession]
) -> dict[str, Exercise]:
    """Return exercises by id, with those that only the past still knows."""
    rows = (done for session in sessions for done in session.sets)
    gone = {
        row.exercise: Exercise(id=row.exercise, name=row.name or row.exercise)
        for row in rows
        if row.exercise not in exercises
    }
    return gone | dict(exercises)


def _past_set(row: Document) -> PastSet | None:
    if row.get("skipped") is not None:
        return None
    try:
        found = _converted(row)
    except NONSENSE:
        return None
    return found if _is_sensible(found) else None


def _converted(row: Document) -> PastSet:
    """Return a row as a set; what is null in it was not said."""
    try:
        return msgspec.convert(row, PastSet)
    except NONSENSE:
        # Most nulls mean the same as a value left out, and a lifetime of rows is much to copy.
        said = {name: value for name, value in row.items() if value is not None}
        return msgspec.convert(said, PastSet)


def _is_sensible(done: PastSet) -> bool:
    if done.implements < 1 or done.contacts < 0:
        return False
    if done.load_kg is not None and not 0 <= done.load_kg < 10_000:
        return False
    sides = (done.left, done.right, done.left_s, done.right_s)
    for count in (*sides, done.reps, done.seconds, done.rir):  # asked of a lifetime of sets
        if count is not None and count < 0:
            return False
    return True


def _rows(value: Any) -> list[Document]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _moment(text: Any) -> int | None:
    try:
        return from_iso(text)
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def day_of(at: int, offset_min: Any) -> date | None:
    """Return the day of a moment on the athlete's own calendar; None for one that is none.

    Args:
        at: Milliseconds since the epoch.
        offset_min: What their clock is ahead of UTC; nonsense counts as nothing.
    """
    ahead = offset_min if type(offset_min) is int and abs(offset_min) <= _DAY_MIN else 0
    try:
        return (datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=ahead)).date()
    except (OverflowError, ValueError, OSError):
        return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
