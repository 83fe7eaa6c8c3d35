"""What a file of another machine holds, and where each piece of it belongs here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from runlift_tui.core.history.believed import row_faults
from runlift_tui.core.sync.held import Copy
from runlift_tui.core.sync.registers import RUNS
from runlift_tui.core.sync.stamps import is_stamp
from runlift_tui.core.sync.tables import pieces
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.disk import files
from runlift_tui.store.disk.answers import SILENT, Answering
from runlift_tui.store.disk.device import is_device
from runlift_tui.store.disk.errors import Newer, StoreError
from runlift_tui.store.history.years import SESSIONS, year_of
from runlift_tui.store.library.believed import exercise_of, plan_of, routine_of
from runlift_tui.store.library.library import EXERCISES, PLANS, ROUTINES, SETTINGS, TABLES
from runlift_tui.store.sync.mailbox import ELSEWHERE, MOST_BYTES, is_here
from runlift_tui.store.tables.text import Damage, Tables, decode, migrate

LIBRARY = 0
"""Stands for the library, where a year would."""
_JOINED = {*TABLES} - {SETTINGS}
_LONGEST_ID = 200


class Unfit(Exception):
    """Why a file cannot be taken in, in a few words."""

    def __init__(self, why: str, *, newer: bool = False, lasts: bool = True) -> None:
        super().__init__(why)
        self.why = why
        self.newer = newer
        """Whether a newer RunLift wrote it."""
        self.lasts = lasts
        """Whether it is so as long as the file is what it is; else the next look may do."""


Parcels = dict[int, list[Copy]]
"""Pieces by year, or by `LIBRARY`."""


def read_carried(path: str, answers: Answering, mark: Sequence[int] = ()) -> Tables:
    """Return the tables of a carried file; none of one that only says whose machine it is.

    Args:
        path: The file.
        answers: Asks for it.
        mark: Its fingerprint; what came too late the last time is of the same file then.

    Raises:
        Unfit: it is not to be taken in as it stands, or does not answer.
    """
    read = partial(_read_here, path)
    return _tables(path, lambda: answers.ask((path, *mark), read, may_be_late=bool(mark)))


def _read_here(path: str) -> bytes | None:
    if not is_here(path):
        raise Unfit(ELSEWHERE, lasts=False)
    return files.read_whole(path, MOST_BYTES)


def read_own(path: str) -> Tables:
    """Return the tables of a file of this machine's own; as `read_carried`."""
    return _tables(path, lambda: files.read_whole(path, MOST_BYTES))


def _tables(path: str, read: Callable[[], bytes | None]) -> Tables:
    try:
        data = read()
    except StoreError as error:
        raise Unfit(safe_text(error.what), lasts=False) from None
    except TimeoutError:
        raise Unfit(SILENT, lasts=False) from None
    if data is None:
        raise Unfit("it has gone", lasts=False)
    try:
        tables, schema = decode(path, data)
        return migrate(tables, schema)
    except Damage as damage:
        if _is_of_a_device(data):
            return {}
        raise Unfit(str(damage)) from None
    except Newer:
        raise Unfit("a newer RunLift wrote it", newer=True) from None


def _is_of_a_device(data: bytes) -> bool:
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and is_device(found.get("device"))


def parcels(tables: Tables) -> Parcels:
    """Return what a file has, by where it belongs; what belongs nowhere is left out."""
    found: Parcels = defaultdict(list)
    for piece in pieces(tables):
        place = _place(piece)
        if place is not None and 0 < len(piece.id) <= _LONGEST_ID:
            found[place].append(piece)
    return found


def _place(piece: Copy) -> int | None:
    if piece.kind in (SESSIONS, RUNS):
        return _year(piece)
    return LIBRARY if piece.table in _JOINED else None


def _year(piece: Copy) -> int | None:
    row: Document | None = piece.document
    if row is None and piece.deleted is not None and is_stamp(piece.deleted.get("at")):
        content = piece.deleted.get("document")
        row = content if isinstance(content, dict) else {"day": piece.deleted.get("when")}
    if row is None:
        return None
    try:
        return year_of(row) or None
    except ValueError:
        return None


def fault_of(table: str, row: Document) -> str:
    """Return why a row cannot be, in words; empty where it can."""
    id_ = str(row.get("id"))
    if table in (SESSIONS, "runs", "trials"):
        found = next(row_faults(table, row), None)
        return "" if found is None else safe_text(f"{found.place} {found.what}".strip())
    faults = []
    if table == EXERCISES:
        faults = exercise_of(id_, row)[1]
    elif table == ROUTINES:
        faults = routine_of(id_, row)[1]
    elif table == PLANS:
        faults = plan_of(row)[1]
    return safe_text(f"{faults[0].place} {faults[0].what}".strip()) if faults else ""


class KnownIds(NamedTuple):
    """The sessions and runs that a file, or several, tell of."""

    known: set[tuple[str, str]]
    """By kind and id, those that were deleted among them."""
    sessions: set[str]
    """Ids of the sessions that stand."""
    runs: set[str]
    """Likewise of the runs."""


def trained(every: Iterable[Tables]) -> KnownIds:
    """Return the sessions and runs that files tell of."""
    found = KnownIds(set(), set(), set())
    for tables in every:
        for piece in pieces(tables):
            if piece.kind not in (SESSIONS, RUNS):
                continue
            if piece.document is not None or piece.deleted is not None:
                found.known.add((piece.kind, piece.id))
            if piece.document is not None:
                (found.sessions if piece.kind == SESSIONS else found.runs).add(piece.id)
    return found
