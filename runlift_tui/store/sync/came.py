"""What came in from other machines, and what it replaced: a line each, the last of them."""

import os
from collections.abc import Sequence
from contextlib import suppress

from runlift_tui.core.sync.tables import Replacement
from runlift_tui.core.sync.told import Arrival
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.lines import decode_line, encode_line

NAME = "came"
MOST_BYTES = 256_000


class CameIn:
    """The lines of `came.jsonl`, which can be deleted at will."""

    def __init__(self, derived: str) -> None:
        self.path = os.path.join(derived, f"{NAME}.jsonl")

    def add(self, arrivals: Sequence[Arrival], at: str, told: int) -> None:
        """Keep what came in, where the disk lets us; the oldest goes where there is no room.

        Args:
            arrivals: What came in.
            at: When, as UTC text.
            told: The number of the last line that was told: these come behind it.
        """
        with suppress(StoreError, ValueError):
            lines = (files.read_whole(self.path, MOST_BYTES * 4) or b"").splitlines(keepends=True)
            rows = enumerate(arrivals, max(_last(lines), told) + 1)
            lines += [encode_line({"n": n, **_line(each, at)}) for n, each in rows]
            room = MOST_BYTES
            kept: list[bytes] = []
            for line in reversed(lines):
                room -= len(line)
                if room < 0:
                    break
                kept.append(line)
            files.write_derived(self.path, b"".join(reversed(kept)))

    @property
    def last(self) -> int:
        """The number of the last line; 0 for none."""
        with suppress(StoreError):
            lines = (files.read_whole(self.path, MOST_BYTES * 4) or b"").splitlines(keepends=True)
            return _last(lines)
        return 0

    def since(self, told: int) -> list[tuple[int, Arrival]]:
        """Return what came in behind a line, the oldest first, each with its own number."""
        found: list[tuple[int, Arrival]] = []
        with suppress(StoreError):
            for line in (files.read_whole(self.path, MOST_BYTES * 4) or b"").splitlines():
                row = decode_line(line)
                if row is not None and _number(row) > told:
                    change = Replacement(
                        str(row.get("table")),
                        str(row.get("id")),
                        _document(row.get("before")),
                        _document(row.get("after")),
                    )
                    found.append((_number(row), Arrival(change, str(row.get("from")))))
        return found


def _last(lines: Sequence[bytes]) -> int:
    return max((_number(decode_line(line[:-1])) for line in lines[-1:]), default=0)


def _number(row: Document | None) -> int:
    number = (row or {}).get("n")
    return number if isinstance(number, int) else 0


def _document(value: object) -> Document | None:
    return value if isinstance(value, dict) else None


def _line(arrival: Arrival, at: str) -> Document:
    change = arrival.change
    row: Document = {"at": at, "from": arrival.source, "table": change.table, "id": change.id}
    if change.before is None and change.after is not None:
        # A new one stands in its year; here it is only counted.
        return {**row, "before": None, "after": {"id": change.id}}
    return {**row, "before": change.before, "after": change.after}
