"""What the start of a session needs of the library, without reading a thousand exercises.

`needed.jsonl` lies with the derived files and can be deleted at will. It holds the athlete, their
settings, plans and routines, and those exercises that a routine may have.
"""

import json
import os
from collections.abc import Container
from contextlib import suppress

from runlift_tui.store import files
from runlift_tui.store.errors import StoreError
from runlift_tui.store.library import Library
from runlift_tui.store.lines import decode_line, encode_line
from runlift_tui.store.tablefile import Document

VERSION = 2
"""The shape of what is kept; another one is read as if it were not there."""

_WHOLE = ("athlete", "settings", "plans")

Tables = dict[str, dict[str, Document]]


class Needed:
    """The small part of a library, kept up to date by the fingerprint of its file."""

    def __init__(self, folder: str, library: Library) -> None:
        self._path = os.path.join(folder, "needed.jsonl")
        self._library = library

    def load(self, shipped: Container[str]) -> Tables:
        """Return the tables as `Library.snapshot` does, without exercises that no routine has.

        Args:
            shipped: Ids of the exercises that ship; a copy over one of them is always needed.

        Raises:
            Newer, Unreadable: the library cannot be read.
        """
        mark = self._fingerprint()
        kept = self._read()
        if mark and kept is not None and kept.get("file") == mark:
            tables: Tables = kept["tables"]
            return tables
        tables = _needed(self._library.snapshot(), shipped)
        if mark and self._library.damaged is None:
            self._keep({"needed": VERSION, "file": mark, "tables": tables})
        return tables

    def _fingerprint(self) -> list[int]:
        try:
            found = os.stat(self._library.path)
        except OSError:
            return []
        return [found.st_size, found.st_mtime_ns, found.st_ino]

    def _read(self) -> Document | None:
        try:
            data = files.read_whole(self._path)
        except StoreError:
            return None
        record = decode_line(data.removesuffix(b"\n")) if data else None
        return record if record and record.get("needed") == VERSION else None

    def _keep(self, record: Document) -> None:
        # Without it the next start is only slower.
        with suppress(StoreError, ValueError):
            files.write_derived(self._path, encode_line(record))


def _needed(tables: Tables, shipped: Container[str]) -> Tables:
    routines = tables.get("routines", {})
    said = json.dumps(routines)
    exercises = tables.get("exercises", {})
    return {
        **{name: tables.get(name, {}) for name in _WHOLE},
        "routines": routines,
        "exercises": {
            id_: row for id_, row in exercises.items() if id_ in shipped or json.dumps(id_) in said
        },
    }
