"""The athlete's own exercises, routines, plans and settings, in one TinyDB file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeGuard

import msgspec
from msgspec import Struct

from runlift_tui.core.exercises.same import Same, same_of
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.errors import Damaged, StoreError
from runlift_tui.store.disk.files import read_whole
from runlift_tui.store.tables.generations import look
from runlift_tui.store.tables.text import META

if TYPE_CHECKING:
    from runlift_tui.store.tables.file import Change, TableFile
    from runlift_tui.store.tables.stamping import Stamping

EXERCISES, ROUTINES, PLANS, ATHLETE, SETTINGS, IMPORTS, NAMES = TABLES = (
    "exercises",
    "routines",
    "plans",
    "athlete",
    "settings",
    "imports",
    "names",
)
"""The tables of the file, beside the one about the file itself."""
MERGED = "merged"
"""What an exercise's document says of other entries of the same movement: their ids."""


class Library:
    """One `library.json`. Reading needs no lock and no TinyDB; writing needs both."""

    def __init__(self, path: str, stamping: Callable[[], Stamping] | None = None) -> None:
        """Name the file.

        Args:
            path: Its path.
            stamping: Returns whose changes those made here are; None leaves no trace of that.
        """
        self.path = path
        self._stamping = stamping
        self.damaged: Damaged | None = None
        """What is wrong with the file, or was put right; None as long as nothing was."""

    def snapshot(self) -> dict[str, dict[str, Document]]:
        """Return every table, by name and then by the documents' ids, read in one go.

        A damaged file shows its last good generation, and `damaged` says so.

        Raises:
            Newer, Unreadable: the file cannot be read.
        """
        found = look(self.path)
        self.damaged = found.damaged or self.damaged
        return {
            name: {id_: document for document in table.values() if (id_ := _id(document))}
            for name, table in found.tables.items()
            if name != META
        }

    def same(self) -> Same:
        """Return which ids of exercises mean another one; quick where none does.

        What cannot be read says nothing here: whoever needs more of the file tells of it.
        """
        with suppress(StoreError):
            if f'"{MERGED}"'.encode() in (read_whole(self.path) or b""):
                rows = self.snapshot().get(EXERCISES, {})
                found = {id_: row.get(MERGED) for id_, row in rows.items()}
                return same_of({id_: ids for id_, ids in found.items() if _are_texts(ids)})
        return {}

    def get(self, table: str, key: str) -> Document | None:
        """Return the document with an id, or None."""
        return self.snapshot().get(table, {}).get(key)

    def put(self, table: str, key: str, document: Document, before: Document | None = None) -> bool:
        """Store a document as `key`; return whether that changed anything.

        Args:
            table: Where.
            key: Its id.
            document: As it was made.
            before: As it was shown when that was done; None where it is to stand just so.

        Raises:
            Newer, Unreadable: the file is not to be written over.
            Unwritable: the document is not saved.
            ValueError, TypeError: something in it has no word in JSON.
        """
        with self._file() as file:
            return file.put(_known(table), {**document, "id": key}, before)

    def delete(self, table: str, key: str) -> bool:
        """Take a document out; return whether it was there. It raises as `put` does."""
        with self._file() as file:
            return file.delete(_known(table), key)

    def put_all(self, changes: Iterable[Change]) -> None:
        """Store and take out many documents, all of them or none. It raises as `put` does."""
        with self._file() as file:
            file.put_all([(_known(table), key, document) for table, key, document in changes])

    @contextmanager
    def _file(self) -> Iterator[TableFile]:
        """Yield the file to be changed, and take in what was put right in it."""
        from runlift_tui.store.tables.file import TableFile

        file = TableFile(self.path, None if self._stamping is None else self._stamping())
        try:
            yield file
        finally:
            self.damaged = file.damaged or self.damaged


def document_of(kept: Struct) -> dict[str, Any]:
    """Return what an athlete has or set, as the library keeps it."""
    found: dict[str, Any] = msgspec.to_builtins(kept)
    return found


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _id(document: Document) -> str | None:
    key = document.get("id")
    return key if isinstance(key, str) else None


def _known(table: str) -> str:
    if table not in TABLES:
        raise ValueError(f"the library has no table {table!r}")
    return table
