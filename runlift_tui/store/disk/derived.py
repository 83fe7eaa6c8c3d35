"""Files that hold what others say, only quicker to read: one line each, to be deleted at will."""

import os
from contextlib import suppress

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.lines import decode_line, encode_line

MOST_BYTES = 16_000_000
"""What holds more is quicker read from the files themselves."""

Fingerprint = list[int]
"""Size in bytes, time of change in nanoseconds and inode of a file; empty where there is none."""


def fingerprint(path: str) -> Fingerprint:
    """Return what tells one state of a file from another."""
    try:
        found = os.stat(path)
    except OSError:
        return []
    return [found.st_size, found.st_mtime_ns, found.st_ino]


class Derived:
    """Records of one kind in a folder."""

    def __init__(self, folder: str, kind: str, version: int) -> None:
        """Name the records.

        Args:
            folder: Where they are; it need not exist.
            kind: A key that every one of them has.
            version: Of their shape; another one is read as if it were not there.
        """
        self._folder = folder
        self._kind = kind
        self._version = version

    def read(self, name: str) -> Document | None:
        """Return a record, or None where there is none that is whole and of this version."""
        try:
            data = files.read_whole(self._path(name), MOST_BYTES)
        except StoreError:
            return None
        record = decode_line(data.removesuffix(b"\n")) if data else None
        return record if record and record.get(self._kind) == self._version else None

    def read_of(self, name: str, mark: Fingerprint) -> Document | None:
        """Return what was kept by `keep_of` of a file in this state; None where nothing was."""
        kept = self.read(name) if mark else None
        return kept if kept is not None and kept.get("file") == mark else None

    def keep_of(self, name: str, mark: Fingerprint, record: Document) -> None:
        """Keep what a file came to in this state, where there is one; see `keep`."""
        if mark:
            self.keep(name, {"file": mark, **record})

    def keep(self, name: str, record: Document) -> None:
        """Keep a record, where the disk lets us; without it the next reading is slower."""
        with suppress(StoreError, ValueError):
            files.write_derived(
                self._path(name), encode_line({self._kind: self._version, **record})
            )

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, f"{name}.jsonl")
