"""Pages of which only some reached the disk: of our way to write a year, and of TinyDB's own."""

import os
import random
from pathlib import Path

from runlift_tui.store.disk import files
from runlift_tui.store.tables.generations import look
from runlift_tui.store.tables.text import encode
from tests.faults.ledger import Broken, Document
from tests.faults.tally import Tally
from tests.store.examples import done, plain, session

_PAGE = 4096
_SESSIONS = 120


def torn_pages(path: str, *, trials: int, stock: bool = False) -> Tally:
    """Leave any part of a write on the disk, and look at the year as plain TinyDB and we do.

    Args:
        path: A folder to work in.
        trials: How many.
        stock: Whether the file is written in place, as TinyDB's own storage does it.
    """
    tally = Tally()
    folder = os.path.join(path, "torn")
    os.makedirs(folder, exist_ok=True)
    file = os.path.join(folder, "2026.json")
    for seed in range(trials):
        chance = random.Random(seed)
        old, new = _year(chance), _year(chance)
        before, after = encode(_tables(old)), encode(_tables(new))
        mixed = _mixed(before, after, chance) if stock else _mixed(b"", after, chance)
        if stock:
            Path(file).write_bytes(mixed)
        else:
            _leave_ours(file, chance.choice((before, after)), mixed)
        tally.add(_check(file, (old, new)), f"torn {seed}")
    return tally


def _leave_ours(file: str, whole: bytes, part: bytes) -> None:
    """Leave what replacing a whole file can leave: one generation, and a part of a fresh one."""
    folder, name = os.path.split(file)
    Path(file).write_bytes(whole)
    Path(folder, f".{name}.1{files.LEFTOVER}").write_bytes(part)


def _check(file: str, may: tuple[list[Document], list[Document]]) -> list[Broken]:
    try:
        seen = plain(file)
        if look(file).damaged is not None:
            return [Broken("the program sees damage")]
    except (OSError, ValueError, TypeError, AttributeError) as error:
        return [Broken(f"TinyDB cannot open it: {error}")]
    return [] if seen in may else [Broken("it mixes the old with the new, and nobody can tell")]


def _mixed(before: bytes, after: bytes, chance: random.Random) -> bytes:
    """Return the pages of a new file over those of an old one, as far as chance let them."""
    size = chance.choice((len(before), len(after)))
    longer = (after.ljust(size, b"\0"), before.ljust(size, b"\0"))
    pages = [
        longer[chance.random() < 0.5][at : at + _PAGE] for at in range(0, len(longer[0]), _PAGE)
    ]
    return b"".join(pages)[:size]


def _year(chance: random.Random) -> list[Document]:
    """Return a year of sessions, one of which is longer or shorter than in another year."""
    rows = [session(f"{n}", "2026-05-05", *_sets(8)) for n in range(_SESSIONS)]
    at = chance.randrange(_SESSIONS)
    rows[at] = session(f"{at}", "2026-05-05", *_sets(chance.randrange(1, 16)))
    return rows


def _sets(number: int) -> list[Document]:
    return [done("B1", "step-up", 8) for _ in range(number)]


def _tables(rows: list[Document]) -> dict[str, dict[str, Document]]:
    return {"sessions": {f"{number}": row for number, row in enumerate(rows, 1)}}
