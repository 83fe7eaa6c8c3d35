"""What two files have, joined: documents that are equal are never taken apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from runlift_tui.core.sync.held import Copy, held, joined, piece
from runlift_tui.core.sync.moves import is_of_more_years
from runlift_tui.core.sync.registers import kind_of
from runlift_tui.core.words.documents import Document

MARKS, DELETED = "marks", "deleted"
"""The two tables beside those of the documents; a file has them only once something changed."""

Tables = dict[str, dict[str, Document]]
Key = tuple[str, str]
"""What an id is unique among, and the id."""
Believed = Callable[[str, Document], str]
"""Returns why a document of a table cannot be, in words; empty where it can."""


class Replacement(NamedTuple):
    """What a join did to one document that stands, or stood."""

    table: str
    id: str
    before: Document | None
    after: Document | None


class Rows:
    """The documents of one file's tables, by kind and id, to be looked up and replaced."""

    def __init__(self, tables: Tables) -> None:
        """Look over a file.

        Args:
            tables: They are changed in place.
        """
        self.tables = tables
        self._numbers: dict[tuple[str, Key], str] = {}
        """The number of a row, by its table and whose it is."""
        self._places: dict[Key, str] = {}
        """The table in which a document stands."""
        self._last: dict[str, int] = {}
        """The highest number of a row that a table had, where one was put into it."""
        for name, rows in tables.items():
            if name in ("meta", "settings"):
                continue
            for number, row in rows.items():
                id_ = row.get("id")
                if not isinstance(id_, str):
                    continue
                of = str(row.get("table")) if name in (MARKS, DELETED) else name
                key = kind_of(of), id_
                self._numbers.setdefault((name, key), number)
                if name not in (MARKS, DELETED):
                    self._places.setdefault(key, name)

    def keys(self) -> Iterator[Key]:
        """Yield whatever stands here, was marked or was deleted, once."""
        yield from dict.fromkeys(key for _, key in self._numbers)

    def piece(self, key: Key, table: str = "") -> Copy:
        """Return what is here of a document; `table` is where it would stand if it is not."""
        place = self._places.get(key)
        mark, deleted = self._row(MARKS, key), self._row(DELETED, key)
        of = place or str((deleted or mark or {}).get("table") or table or key[0])
        return Copy(of, key[1], self._row(place, key) if place else None, mark, deleted)

    def _row(self, name: str, key: Key) -> Document | None:
        number = self._numbers.get((name, key))
        return None if number is None else self.tables[name][number]

    def keep(self, new: Copy) -> None:
        """Have a document be as it is given, with its marks and its deletion."""
        key = new.kind, new.id
        place = self._places.get(key)
        if place is not None and (new.document is None or place != new.table):
            self._put(place, key, None)
            del self._places[key]
        if new.document is not None:
            self._put(new.table, key, new.document)
            self._places[key] = new.table
        self._put(MARKS, key, new.mark)
        self._put(DELETED, key, new.deleted)

    def _put(self, name: str, key: Key, row: Document | None) -> None:
        number = self._numbers.get((name, key))
        rows = self.tables.get(name, {})
        if row is None:
            if number is not None:
                del rows[number], self._numbers[name, key]
                if not rows:
                    del self.tables[name]
            return
        if number is None:
            last = self._last.get(name) or max(map(int, rows), default=0)
            self._last[name] = last + 1
            number = self._numbers[name, key] = str(last + 1)
        self.tables.setdefault(name, {})[number] = row


def pieces(tables: Tables) -> Iterator[Copy]:
    """Yield what a file has of each document that may be joined with another machine's."""
    shelf = Rows(tables)
    yield from map(shelf.piece, shelf.keys())


def join_into(
    shelf: Rows, theirs: Iterable[Copy], believed: Believed, oldest: str = ""
) -> "Joined":
    """Take in what another file has; what is equal is left as it is.

    Args:
        shelf: Of this machine's file; its tables are changed in place.
        theirs: Of the other one.
        believed: Says which documents cannot be: those are passed over.
        oldest: What was deleted before this stamp keeps no more than that it was.
    """
    found = Joined([], [], False, [])
    is_changed = False
    for other in theirs:
        key = other.kind, other.id
        mine = shelf.piece(key, other.table)
        if _is_equal(mine, other):
            continue
        fault = _fault(other, believed)
        if not fault and mine.document is not None:
            fault = believed(mine.table, mine.document)
        if fault:
            found.strange.append(f"{other.table} {other.id}: {fault}")
            continue
        both = joined(held(mine), held(other))
        new = _worn(piece(both, mine.document), oldest)
        if new.document is not None and new.document != mine.document:
            fault = believed(new.table, new.document)
            if fault:
                found.strange.append(f"{other.table} {other.id}: {fault}")
                continue
        if _is_equal(mine, new):
            continue
        is_changed = True
        shelf.keep(new)
        if is_of_more_years(both):
            found.moved.append(key)
        if mine.document != new.document or mine.table != new.table:
            found.changes.append(Replacement(new.table, new.id, mine.document, new.document))
    return found._replace(is_changed=is_changed)


def _worn(new: Copy, oldest: str) -> Copy:
    """Return a deletion without what it deleted, where that is long ago."""
    if new.document is not None or new.deleted is None or str(new.deleted.get("at")) >= oldest:
        return new
    row = {key: value for key, value in new.deleted.items() if key != "document"}
    return new._replace(mark=None, deleted=row)


class Joined(NamedTuple):
    """What came of a join."""

    changes: list[Replacement]
    strange: list[str]
    """What cannot be and was passed over, in a few words each."""
    is_changed: bool
    """Whether anything in the tables is another."""
    moved: list[Key]
    """What is another here, and may have a part in another year."""


def _is_equal(one: Copy, other: Copy) -> bool:
    same = one.document == other.document and one.table == other.table
    return same and _told(one.mark) == _told(other.mark) and one.deleted == other.deleted


def _told(mark: Document | None) -> Document:
    """Return what a mark says beside whose it is."""
    return {key: value for key, value in (mark or {}).items() if key not in ("id", "table")}


def _fault(other: Copy, believed: Believed) -> str:
    row: Mapping[str, object] = other.deleted or {}
    content = other.document or row.get("document")
    return believed(other.table, content) if isinstance(content, dict) else ""
