"""A history made up for measuring: years of plausible sessions, the same ones for the same seed."""

import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.history.document import document
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.words.documents import iso
from runlift_tui.store.disk import files
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import SESSIONS, year_of
from runlift_tui.store.library.library import ATHLETE, Library, document_of
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.tables.text import encode
from tests.core.builders import Athlete as Walker
from tests.core.builders import started
from tests.store.examples import from_iso

Document = dict[str, Any]

YEAR_MS = 365 * 86_400_000
A_YEAR = 200
"""Sessions in a year: four a week, with a few weeks off."""
LOADS_KG = (8.0, 10.0, 12.0, 14.0, 16.0, 20.0, 24.0)
NOTES = ("", "", "", "felt light", "hips tight, slept badly", "day after the long run")


def sessions(count: int, until_ms: int, seed: int = 1) -> Iterator[Document]:
    """Yield finished sessions, oldest first.

    Args:
        count: How many, `A_YEAR` of them a year.
        until_ms: When the newest one began, milliseconds since the epoch.
        seed: Of everything that is left to chance.
    """
    chance = random.Random(seed)
    step = YEAR_MS // A_YEAR
    for number in range(count):
        at = until_ms - (count - 1 - number) * step
        yield _varied(_template(*_stage(number)), at, chance)


def fill(folder: DataFolder, count: int, now_ms: int) -> None:
    """Put a history into a data folder as the store writes it, and an athlete who was asked.

    Each year is written once: folding session after session writes the same file 200 times.
    """
    folder.create()
    years: dict[int, dict[str, Document]] = {}
    for made in sessions(count, now_ms - 2 * 86_400_000):
        year = years.setdefault(year_of(made), {})
        year[str(len(year) + 1)] = made
    for number, rows in years.items():
        path = f"{folder.history}/{number:04d}.json"
        files.replace_whole(path, encode({SESSIONS: rows}), keep_previous=True)
    if count:
        row = document_of(Athlete(level=Level(_stage(count)[0]), asked=True))
        Library(folder.library).put(ATHLETE, KEY, row)


def _stage(number: int) -> tuple[Level, int]:
    """Return the level at a session, and how far along the beginner's path it is."""
    if number < A_YEAR // 4:
        return Level.BEGINNER, min(ALL_SLOTS, number // 4)
    return (Level.INTERMEDIATE if number < 2 * A_YEAR else Level.ADVANCED), ALL_SLOTS


@cache
def _template(level: Level, stage: int) -> bytes:
    """Return one whole session, as the program itself documents it, as JSON."""
    walker = Walker(started(level, stage))
    walker.walk()
    return msgspec.json.encode(document(walker.session))


def _varied(template: bytes, at: int, chance: random.Random) -> Document:
    """Return a session that began at `at`, with loads, reps and words of its own."""
    row: Document = msgspec.json.decode(template)
    shift = at - from_iso(row["started"])
    load = chance.choice(LOADS_KG)
    row["id"] = _id(at, chance)
    row["notes"] = chance.choice(NOTES)
    row["effort"] = chance.choice((None, 5, 6, 7, 8))
    for each in (row, *row["sets"]):
        for name in ("started", "finished", "ended"):
            if each.get(name) is not None:
                each[name] = iso(from_iso(each[name]) + shift)
    for each in row["sets"]:
        _vary(each, load, chance)
    return row


def _vary(done: Document, load: float, chance: random.Random) -> None:
    if "load_kg" in done:
        done["load_kg"] = load
    if "rir" in done:
        done["rir"] = chance.choice((None, 1, 2, 3))
    if "snap" in done:
        done["snap"] = chance.choice((None, 3, 4, 5))
    for side in ("left", "right"):
        if isinstance(done.get(side), int) and done["slot"] != "B2":
            done[side] = max(1, done[side] + chance.choice((-1, 0, 0, 0, 1)))


def _id(at: int, chance: random.Random) -> str:
    """Return an id of a moment in the form of the program's own."""
    time, rest = f"{at:012x}", f"{chance.getrandbits(72):018x}"
    return f"{time[:8]}-{time[8:]}-7{rest[:3]}-8{rest[3:6]}-{rest[6:]}"
