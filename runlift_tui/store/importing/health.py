"""An export of Apple Health on the disk: gigabytes, so it is read in pieces."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from runlift_tui.store.disk.handed_over import STDIN

MOST_BYTES = 4_000_000_000
_PIECE, _START = 1 << 18, 1 << 16


class HealthExport(NamedTuple):
    """Where one is."""

    path: str
    member: str
    """Within an archive; empty where the file itself is the export."""

    def sha(self) -> str:
        """Return the SHA-256 of the file."""
        found = hashlib.sha256()
        with open(self.path, "rb") as file:
            while piece := file.read(_PIECE):
                found.update(piece)
        return found.hexdigest()

    def pieces(self, go_on: Callable[[float], object]) -> Iterator[bytes]:
        """Yield the XML in pieces.

        Args:
            go_on: Called before each of them with the part that was read, from 0 to 1.

        Raises:
            NotRead: it is too big.
        """
        from zipfile import ZipFile

        if not self.member:
            with open(self.path, "rb") as file:
                size = os.fstat(file.fileno()).st_size
                yield from _capped(iter(lambda: file.read(_PIECE), b""), size, go_on)
            return
        with ZipFile(self.path) as archive, archive.open(self.member) as inner:
            size = archive.getinfo(self.member).file_size
            yield from _capped(iter(lambda: inner.read(_PIECE), b""), size, go_on)


def _capped(
    pieces: Iterator[bytes], size: int, go_on: Callable[[float], object]
) -> Iterator[bytes]:
    from runlift_tui.exchange.neutral import NotRead

    total = 0
    for piece in pieces:
        go_on(min(1.0, total / max(1, size)))
        total += len(piece)
        if total > MOST_BYTES:
            raise NotRead(f"it is over {MOST_BYTES // 1_000_000_000} GB")
        yield piece


def health_export(path: str) -> HealthExport | None:
    """Return an export of Apple Health at a path; None where it is anything else."""
    from runlift_tui.exchange.running import apple

    if path == STDIN or not os.path.isfile(path):
        return None
    try:
        with open(path, "rb") as file:
            start = file.read(_START)
        if start.startswith(b"PK\x03\x04"):
            return _in_archive(path)
    except (OSError, ValueError):
        return None
    return HealthExport(path, "") if apple.is_it(start) else None


def _in_archive(path: str) -> HealthExport | None:
    from zipfile import BadZipFile, ZipFile

    from runlift_tui.exchange.running import apple
    from runlift_tui.exchange.unpacked import HEALTH, MOST_MEMBERS, TABLE_OF_ALL

    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            bases = {name.rsplit("/", 1)[-1]: name for name in names[: MOST_MEMBERS + 1]}
            if len(names) > MOST_MEMBERS or TABLE_OF_ALL in bases or HEALTH not in bases:
                return None
            with archive.open(bases[HEALTH]) as inner:
                is_it = apple.is_it(inner.read(_START))
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return None
    return HealthExport(path, bases[HEALTH]) if is_it else None
