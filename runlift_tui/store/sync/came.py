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

    def add(self, arrivals: Sequence[Arrival], at: str) -> None:
        """Keep what came in, where the disk lets us; the oldest goes where there is no room."""
        fresh = [_line(each, at) for each in arrivals]
        with suppress(StoreError, ValueError):
            lines = (files.read_whole(self.path, MOST_BYTES * 4) or b"").splitlines(keepends=True)
            lines += [encode_line(row) for row in fresh]
            room = MOST_BYTES
            kept: list[bytes] = []
            for line in reversed(lines):
                room -= len(line)
                if room < 0:
                    break
                kept.append(line)
            files.write_derived(self.path, b"".join(reversed(kept)))

    def since(self, at: str) -> list[tuple[str, Arrival]]:
        """Return what came in after a moment, the oldest first, each with its own moment."""
        found: list[tuple[str, Arrival]] = []
        with suppress(StoreError):
            for line in (files.read_whole(self.path, MOST_BYTES * 4) or b"").splitlines():
                row = decode_line(line)
                if row is not None and str(row.get("at")) > at:
                    change = Replacement(
                        str(row.get("table")),
                        str(row.get("id")),
                        _document(row.get("before")),
                        _document(row.get("after")),
                    )
                    found.append((str(row.get("at")), Arrival(change, str(row.get("from")))))
        return found


def _document(value: object) -> Document | None:
    return value if isinstance(value, dict) else None


def _line(arrival: Arrival, at: str) -> Document:
    change = arrival.change
    row: Document = {"at": at, "from": arrival.source, "table": change.table, "id": change.id}
    if change.before is None and change.after is not None:
        # A new one stands in its year; here it is only counted.
        return {**row, "before": None, "after": {"id": change.id}}
    return {**row, "before": change.before, "after": change.after}
