"""Neutral values to documents: what a workout and a run of another program become here.

No side, load, rest, time or kind that the file does not state; imported sets have slots of their
own, which no gate looks at.
"""

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.origin import app_of
from runlift_tui.core.words.possible import LONGEST_TEXT
from runlift_tui.exchange.names import Match
from runlift_tui.exchange.neutral import FileAnswers, RunRead, SetRead, WorkoutRead
from runlift_tui.exchange.numbers import kilograms

BLOCK = "imported"
LONGEST = timedelta(hours=6)
"""A workout that lasted longer was never stopped."""


class Origin(NamedTuple):
    """Where a document comes from."""

    format: str
    file: str
    """Its base name."""
    zone: tzinfo
    zone_name: str
    unit: str
    """Of weights that do not say their own."""
    given: FileAnswers


def utc_of(at: datetime, zone: tzinfo) -> datetime:
    """Return a moment in UTC; one without an offset is on the clock of the zone."""
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def utc_text(at: datetime) -> str:
    """Return a moment in UTC as documents have it."""
    return iso(round(at.timestamp() * 1000))


def offset_min(at: datetime, zone: tzinfo) -> int:
    """Return how many minutes a zone is ahead of UTC at a moment."""
    found = at.astimezone(zone).utcoffset() or timedelta()
    return round(found / timedelta(minutes=1))


def stable_id(wall: datetime, mark: str) -> str:
    """Return the id of something that began at a wall time: the same from every zone and unit.

    Args:
        wall: The file's own time; it is read as if it were UTC.
        mark: What tells it from anything else of that time.
    """
    from_mark = hashlib.sha256(mark.encode("utf-8", "replace")).digest()[:10]
    ms = round(wall.replace(tzinfo=UTC).timestamp() * 1000)
    value = (ms & ((1 << 48) - 1)) << 80 | int.from_bytes(from_mark, "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def wall_text(at: datetime, *, day_only: bool) -> str:
    """Return a wall time as ids have it, whatever the language of the file."""
    return f"{at:%Y-%m-%d}" if day_only else f"{at:%Y-%m-%d %H:%M:%S}"


class Ids:
    """Gives the workouts of one file their ids, by order where two have the same."""

    def __init__(self, format_: str) -> None:
        self._format = format_
        self._seen: Counter[str] = Counter()

    def of(self, workout: WorkoutRead) -> str:
        """Return the id of the next workout."""
        wall = wall_text(workout.begun, day_only=workout.day_only)
        title = unicodedata.normalize("NFC", workout.title).strip()
        mark = f"{self._format}|{wall}|{title}"
        self._seen[mark] += 1
        number = self._seen[mark]
        return stable_id(workout.begun, mark if number == 1 else f"{mark}|{number}")


def weight_kg(done: SetRead, origin: Origin) -> float | None:
    """Return the weight of a set in kilograms, as written."""
    if done.weight is None:
        return None
    return kilograms(done.weight, done.unit or origin.unit or "kg")


def session_document(
    workout: WorkoutRead, id_: str, matches: Mapping[str, Match], origin: Origin
) -> Document:
    """Return the document of a workout."""
    begun = utc_of(workout.begun, origin.zone)
    slots = slots_of(workout.sets)
    rounds: Counter[str] = Counter()
    ramp, sets = [], []
    for done in workout.sets:
        slot = slots[done.block]
        if done.warm_up:
            ramp.append(_ramp_row(done, slot, matches[done.name], origin))
        else:
            rounds[slot] += 1
            sets.append(_set_row(done, slot, rounds[slot], matches[done.name], origin))
    notes = "\n".join(filter(None, (workout.notes, *workout.asides)))
    found: Document = {
        "id": id_,
        "routine": None,
        "routine_name": _short(workout.title or app_of(origin.format)),
        "level": "",
        "started": utc_text(begun),
        "finished": utc_text(_finished(workout, begun, origin.zone)),
        "utc_offset_min": (
            offset_min(begun, origin.zone)
            if workout.utc_offset_min is None
            else workout.utc_offset_min
        ),
        "notes": _short(notes),
        "effort": None,
        "pain": None,
        "planned": [],
        "ramp": ramp,
        "overrides": [],
        "sets": sets,
    }
    found["source"] = _source(origin, workout.wall) | ({"own": True} if workout.key else {})
    return found


def _source(origin: Origin, wall: str) -> Document:
    return {
        "format": origin.format,
        "file": _short(origin.file),
        "import": "",
        "wall": _short(wall),
        "zone": origin.zone_name,
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _finished(workout: WorkoutRead, begun: datetime, zone: tzinfo) -> datetime:
    """Return when a workout ended; where that is unknown, or cannot be, when it began."""
    ended = begun
    if workout.ended is not None:
        ended = utc_of(workout.ended, zone)
    elif workout.lasted_s is not None and workout.lasted_s <= LONGEST.total_seconds():
        ended = begun + timedelta(seconds=workout.lasted_s)
    return ended if begun <= ended <= begun + LONGEST else begun


def slots_of(sets: list[SetRead]) -> dict[Any, str]:
    """Return the slot of every block: "1", "2"; in a superset "3a", "3b"."""
    turns: dict[Any, list[Any]] = {}
    for done in sets:
        # A block on its own is a place of its own.
        place = ("block", done.block) if done.turn is None else ("turn", done.turn)
        blocks = turns.setdefault(place, [])
        if done.block not in blocks:
            blocks.append(done.block)
    found: dict[Any, str] = {}
    for number, blocks in enumerate(turns.values(), 1):
        for at, block in enumerate(blocks):
            found[block] = f"{number}{_letters(at)}" if len(blocks) > 1 else f"{number}"
    return found


def _letters(at: int) -> str:
    return (_letters(at // 26 - 1) if at >= 26 else "") + "abcdefghijklmnopqrstuvwxyz"[at % 26]


def _figures(done: SetRead) -> Document:
    """Return what was counted of a set: reps, else seconds."""
    return {"reps": done.reps} if done.reps is not None else {"seconds": done.seconds}


def _load(done: SetRead, match: Match, origin: Origin) -> tuple[float | None, int]:
    """Return the load of a set in all, and of how many pieces it is."""
    load = weight_kg(done, origin)
    if (
        load is not None
        and match.in_hands
        and done.pieces == 1
        and (origin.given.dumbbells or match.dumbbells) == "each"
    ):
        return round(load * 2, 3), 2
    return load, done.pieces


def _ramp_row(done: SetRead, slot: str, match: Match, origin: Origin) -> Document:
    load, _ = _load(done, match, origin)
    return {
        "slot": slot,
        "exercise": match.exercise,
        "name": _short(done.name),
        **_figures(done),
        "load_kg": load,
        **({"note": _short(done.note)} if done.note else {}),
    }


def _set_row(done: SetRead, slot: str, round_: int, match: Match, origin: Origin) -> Document:
    load, implements = _load(done, match, origin)
    row: Document = {
        "slot": slot,
        "block": BLOCK,
        "round": round_,
        "exercise": match.exercise,
        "name": _short(done.name),
        "target": None,
        **_figures(done),
        "load_kg": load,
        "implements": implements,
        "rir": done.rir,
        "started": None if done.began is None else utc_text(done.began),
        "ended": None if done.ended is None else utc_text(done.ended),
        "rest_kind": None,
        "rest_planned_s": done.rest_planned_s,
        "rest_taken_s": done.rest_taken_s,
        "note": _short(done.note),
    }
    source = dict(done.extra)
    if done.assist is not None:
        source["assist_kg"] = kilograms(done.assist, done.unit or origin.unit or "kg")
    if match.one_sided and done.reps is not None:
        # Nobody can tell the reps of one leg from those of both, unless somebody says.
        source["sides"] = origin.given.sides or match.sides or "unsaid"
    if source:
        row["source"] = source
    return row


def run_document(run: RunRead, origin: Origin) -> Document:
    """Return the document of a run; nobody said what kind it was."""
    begun = utc_of(run.begun, origin.zone)
    exact = run.begun.tzinfo is not None
    wall = wall_text(run.begun, day_only=run.day_only)
    when = utc_text(begun) if exact else wall
    if run.day_only:
        # Of one day there may be several, and their figures tell them apart.
        when += f"|{run.metres}|{run.seconds}"
    source = _source(origin, run.wall or wall)
    if not run.day_only:
        source["started"] = utc_text(begun)
    return {
        "id": stable_id(begun if exact else run.begun, f"run|{when}"),
        "day": local_day(run, origin.zone).isoformat(),
        "kind": None,
        "metres": None if not run.metres else max(0.01, round(run.metres, 2)),
        "seconds": None if not run.seconds else max(1, round(run.seconds)),
        "fast_s": None,
        "effort": run.effort,
        "note": _short(run.title),
        "source": {**source, **run.extra},
    }


def local_day(run: RunRead, zone: tzinfo) -> date:
    """Return the day of a run on the clock of the file, else of the zone."""
    if run.begun.tzinfo is None:
        return run.begun.date()
    if run.utc_offset_min is not None:
        return (run.begun.astimezone(UTC) + timedelta(minutes=run.utc_offset_min)).date()
    return run.begun.astimezone(zone).date()


def content_sum(document: Document) -> str:
    """Return a mark of what a document says, whichever import it came with."""
    source = document.get("source")
    said = dict(document)
    if isinstance(source, dict):
        said["source"] = {k: v for k, v in source.items() if k not in ("import", "file", "sum")}
    text = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]
