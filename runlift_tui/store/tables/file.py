"""TinyDB over files that are replaced whole."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import Storage
from tinydb.table import Table

from runlift_tui.core.sync.held import Copy
from runlift_tui.core.sync.registers import RUNS, TRIALS
from runlift_tui.core.sync.tables import DELETED, MARKS, Rows
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Damaged
from runlift_tui.store.tables.generations import settle
from runlift_tui.store.tables.stamping import Stamping
from runlift_tui.store.tables.text import Tables, encode

Change = tuple[str, str, Document | None]
"""Table, id, and the document to be stored there; None takes it out."""


class _Once(Storage):
    """A storage that reads once and keeps what is written until it is asked for."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.changed = False

    def read(self) -> Tables:
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables, self.changed = data, True


class TableFile:
    """One TinyDB file whose documents are known by the `id` that they hold themselves.

    Every change reads the file anew, so that what another program did to it is kept. A damaged
    file is put right first. The lock of the data folder has to be held.
    """

    def __init__(self, path: str, stamping: Stamping | None = None) -> None:
        """Name the file.

        Args:
            path: Its path.
            stamping: Whose changes these are, so that another machine can join them with its
                own; None leaves no trace of that.
        """
        self.path = path
        self.damaged: Damaged | None = None
        """What was found damaged and put right last; None as long as nothing was."""
        self._stamping = stamping

    def put(
        self,
        table: str,
        document: Document,
        before: Document | None = None,
        *,
        again: bool = False,
        moved: bool = False,
        came: Copy | None = None,
    ) -> bool:
        """Store a document in the place of the one with its id; return whether that changed it.

        Args:
            table: Where.
            document: As it was made.
            before: As it was shown when that was done: only what differs is written, onto what
                stands by now. None stores it as it is.
            again: Whether its own journal tells it, and no act of the athlete's.
            moved: Whether it stood in another file before.
            came: What that file has of it, where its values are changed one by one.

        Raises:
            Newer, Unreadable: the file is not to be written over.
            Unwritable: the document is not saved.
            ValueError, TypeError: something in it has no word in JSON.
        """
        with self._change() as (tables, once):
            if self._stamping is None:
                return _put(tables.table(table, cache_size=0), document)
            shelf = Rows(once.tables)
            new = self._stamping.put(
                shelf, table, document, before, again=again, moved=moved, came=came
            )
            return _keep(tables, new)

    def delete(self, table: str, id_: str, *, moved: bool = False) -> bool:
        """Take a document out; return whether it was there. It raises what `put` raises.

        Args:
            table: Where it stands.
            id_: Its id.
            moved: Whether it stands in another file from now on.
        """
        with self._change() as (tables, once):
            return self._delete(tables, once, table, id_, moved=moved)

    def put_all(self, changes: Iterable[Change]) -> None:
        """Store and take out many documents, all of them or none. It raises what `put` raises."""
        with self._change() as (tables, once):
            for table, id_, document in changes:
                if document is None:
                    self._delete(tables, once, table, id_)
                elif self._stamping is None:
                    _put(tables.table(table, cache_size=0), {**document, "id": id_})
                else:
                    new = self._stamping.put(Rows(once.tables), table, {**document, "id": id_})
                    _keep(tables, new)

    def _delete(
        self, tables: TinyDB, once: _Once, table: str, id_: str, *, moved: bool = False
    ) -> bool:
        if self._stamping is None:
            return _delete(tables.table(table, cache_size=0), id_)
        return _keep(tables, self._stamping.delete(Rows(once.tables), table, id_, moved=moved))

    @contextmanager
    def _change(self) -> Iterator[tuple[TinyDB, _Once]]:
        """Read the file once and replace it at most once, whatever TinyDB does in between."""
        found = settle(self.path)
        self.damaged = found.damaged or self.damaged
        once = _Once(found.tables)
        yield TinyDB(storage=lambda: once), once
        if once.changed:
            files.replace_whole(self.path, encode(once.tables), keep_previous=True)


def _keep(tables: TinyDB, new: Copy | None) -> bool:
    """Have the tables hold what is given of a document; return whether there was any."""
    if new is None:
        return False
    rows: dict[str, Document | None] = {name: None for name in (RUNS, TRIALS) if new.kind == RUNS}
    rows |= {new.table: new.document, MARKS: new.mark, DELETED: new.deleted}
    for name, row in rows.items():
        if row is not None:
            _put(tables.table(name, cache_size=0), row)
        elif name in tables.tables():
            _delete(tables.table(name, cache_size=0), new.id)
    return True


def _put(stored: Table, document: Document) -> bool:
    numbers = _numbers(stored, document["id"])
    if not numbers:
        stored.insert(document)
        return True
    if len(numbers) == 1 and stored.get(doc_id=numbers[0]) == document:
        return False
    stored.update(lambda old: _become(old, document), doc_ids=numbers[:1])
    stored.remove(doc_ids=numbers[1:])
    return True


def _delete(stored: Table, id_: str) -> bool:
    numbers = _numbers(stored, id_)
    if numbers:
        stored.remove(doc_ids=numbers)
    return bool(numbers)


def _numbers(table: Table, id_: str) -> list[int]:
    """Return TinyDB's numbers of the documents with an id; more than one only by a hand's edit."""
    return [found.doc_id for found in table.search(where("id") == id_)]


def _become(old: Any, document: Document) -> None:
    """Make a stored document the new one; a plain update would keep what the new one dropped."""
    old.clear()
    old.update(document)
