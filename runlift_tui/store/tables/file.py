"""TinyDB over files that are replaced whole."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import Storage
from tinydb.table import Table

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Damaged
from runlift_tui.store.tables.generations import look, settle
from runlift_tui.store.tables.text import SCHEMA, Tables, encode

Change = tuple[str, str, Document | None]
"""Table, id, and the document to be stored there; None takes it out."""


class WholeFile(Storage):
    """A TinyDB storage that reads with suspicion and never writes in place.

    `TinyDB(path, storage=WholeFile)` is all that it takes. Where stock TinyDB takes an empty file
    for a new database, this one raises `Damaged`.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.fspath(path)

    def read(self) -> Tables | None:
        """Return all tables, fresh from the file, or None where there is no file.

        Raises:
            Damaged, Newer, Unreadable: the file is not to be trusted, or not for us.
            Unwritable: a file of an older schema could not be brought up to date.
        """
        found = look(self._path)
        if found.damaged is not None:
            raise found.damaged
        if found.schema < SCHEMA:
            settle(self._path)
        return found.tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file, the generation before staying as its `.bak`.

        Raises:
            Unwritable: it is not saved.
            ValueError, TypeError: something in it has no word in JSON.
        """
        files.replace_whole(self._path, encode(data), keep_previous=True)


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

    def __init__(self, path: str) -> None:
        self.path = path
        self.reports: list[Damaged] = []
        """What was found damaged and put right, oldest first."""

    def put(self, table: str, document: Document) -> bool:
        """Store a document in the place of the one with its id; return whether that changed it.

        Raises:
            Newer, Unreadable: the file is not to be written over.
            Unwritable: the document is not saved.
            ValueError, TypeError: something in it has no word in JSON.
        """
        with self._change() as tables:
            return _put(tables.table(table, cache_size=0), document)

    def delete(self, table: str, id_: str) -> bool:
        """Take a document out; return whether it was there. It raises what `put` raises."""
        with self._change() as tables:
            return _delete(tables.table(table, cache_size=0), id_)

    def put_all(self, changes: Iterable[Change]) -> None:
        """Store and take out many documents, all of them or none. It raises what `put` raises."""
        with self._change() as tables:
            for table, id_, document in changes:
                stored = tables.table(table, cache_size=0)
                if document is None:
                    _delete(stored, id_)
                else:
                    _put(stored, {**document, "id": id_})

    @contextmanager
    def _change(self) -> Iterator[TinyDB]:
        """Read the file once and replace it at most once, whatever TinyDB does in between."""
        found = settle(self.path)
        if found.damaged is not None:
            self.reports.append(found.damaged)
        once = _Once(found.tables)
        yield TinyDB(storage=lambda: once)
        if once.changed:
            files.replace_whole(self.path, encode(once.tables), keep_previous=True)


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
