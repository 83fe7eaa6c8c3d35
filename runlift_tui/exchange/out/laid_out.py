"""A session of the past, exercise by exercise, as tables of other apps have it.

Sides become one row of the weaker leg, with both in the note; what was skipped is left out.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from runlift_tui.core.history.past import PastSession, PastSet
from runlift_tui.core.sets.e1rm import weaker
from runlift_tui.core.words.units import number

OWN_MARK = "runlift:"
_TITLE = "RunLift"
_LETTERED = re.compile(r"(\d+)[a-z]+")


class OutSet(NamedTuple):
    """One set on its way out."""

    reps: int | None
    seconds: int | None
    metres: int | None
    load_kg: float | None
    """Of one implement, or of all, as was asked."""
    rir: int | None
    notes: tuple[str, ...]


class OutBlock(NamedTuple):
    """One exercise in its place in a session."""

    name: str
    superset: int | None
    """The same number for the exercises of one superset; None where it stands alone."""
    warm_ups: tuple[OutSet, ...]
    sets: tuple[OutSet, ...]

    @property
    def notes(self) -> str:
        """What is said of its sets, each once."""
        told: dict[str, int] = {}
        for at, each in enumerate((*self.warm_ups, *self.sets), 1):
            for note in each.notes:
                told.setdefault(note, at)
        return "; ".join(told)


def title_of(session: PastSession) -> str:
    """Return what a session is called."""
    return session.routine_name or _TITLE


def notes_of(session: PastSession) -> str:
    """Return what was noted of a session, with the id by which RunLift knows it again."""
    return f"{session.notes}\n{OWN_MARK}{session.id}".strip()


def blocks_of(session: PastSession, *, each: bool) -> list[OutBlock]:
    """Return the exercises of a session in the order in which they were begun.

    Args:
        session: As it was trained.
        each: Whether a load is that of one implement; else it is all of it.
    """
    places: dict[tuple[str, str], list[PastSet]] = {}
    for done in session.done:
        places.setdefault((done.slot, done.name or done.exercise), []).append(done)
    ramps = _ramps(session, dict(reversed(places)))
    for place in ramps:
        places.setdefault(place, [])
    supersets = _supersets(session)
    return [
        OutBlock(
            name,
            supersets.get(slot),
            tuple(ramps.pop((slot, name), ())),
            tuple(_out(done, each=each) for done in sets),
        )
        for (slot, name), sets in places.items()
    ]


def _supersets(session: PastSession) -> dict[str, int]:
    """Return the number of the superset of every slot that stands in one."""
    blocks: dict[str, list[str]] = {}
    for done in session.done:
        lettered = _LETTERED.fullmatch(done.slot)
        own = done.block if session.source is None else ""
        block = own or (lettered[1] if lettered else f"alone {done.slot}")
        slots = blocks.setdefault(block, [])
        if done.slot not in slots:
            slots.append(done.slot)
    several = [slots for slots in blocks.values() if len(slots) > 1]
    return {slot: at for at, slots in enumerate(several) for slot in slots}


def _ramps(session: PastSession, names: dict[str, str]) -> dict[tuple[str, str], list[OutSet]]:
    """Return the warm-up sets by slot and name; a row has no name of its own where it was here."""
    found: dict[tuple[str, str], list[OutSet]] = {}
    rows: Any = session.document.get("ramp")
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict) or row.get("skipped") is not None:
            continue
        slot = str(row.get("slot") or "")
        name = row.get("name") or names.get(slot) or "Warm-up"
        counts = [row.get(key) for key in ("reps", "left", "right")]
        reps = min((each for each in counts if type(each) is int), default=None)
        seconds, load = row.get("seconds"), row.get("load_kg")
        one = OutSet(
            reps,
            seconds if type(seconds) is int else None,
            None,
            load if type(load) in (int, float) else None,
            row.get("rir") if type(row.get("rir")) is int else None,
            tuple(filter(None, (str(row.get("note") or ""),))),
        )
        if one.reps or one.seconds:
            found.setdefault((slot, str(name)), []).append(one)
    return found


def _out(done: PastSet, *, each: bool) -> OutSet:
    notes = [done.note] if done.note else []
    if done.left is not None and done.right is not None:
        notes.append(f"left {done.left}, right {done.right}")
    if done.left_s is not None and done.right_s is not None:
        notes.append(f"left {done.left_s} s, right {done.right_s} s")
    load = done.load_kg
    if load is not None and done.implements > 1 and each:
        load = round(load / done.implements, 3)
        notes.append(f"{done.implements} x {number(load)} kg")
    return OutSet(weaker(done), _held(done), done.metres, load, done.rir, tuple(notes))


def _held(done: PastSet) -> int | None:
    """Return the seconds of a hold, of its weaker side."""
    said: Iterable[int | None] = (done.seconds, done.left_s, done.right_s)
    return min((each for each in said if each is not None), default=None)
