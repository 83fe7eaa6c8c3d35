"""Changes of the past: journaled before anyone says so, then folded into their years."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from runlift_tui.core.amending import Amendment
from runlift_tui.store.errors import StoreError
from runlift_tui.store.history import History, year_of
from runlift_tui.store.ids import later_id
from runlift_tui.store.journal import SUFFIX, Record, Segment, list_segments, read_segment
from runlift_tui.store.library import Library
from runlift_tui.store.writer import Writer

KIND = "edit"
"""What the header of a journal of changes says."""

_TABLE, _DELETED = "settings", "deleted-session"


def record_of(change: Amendment) -> Record:
    """Return a change as a line of a journal."""
    return {"before": change.before, "after": change.after}


def amendments(records: Iterable[Record]) -> Iterator[Amendment]:
    """Yield the changes that a journal's lines hold; what makes no sense is passed over."""
    for record in records:
        before, after = record.get("before"), record.get("after")
        newest: Any = after or before
        if isinstance(newest, dict) and isinstance(newest.get("id"), str):
            yield Amendment(before, after)


def _nobody(what: str) -> None:
    """Report nothing."""


def waiting(
    journal: str, report: Callable[[str], object] = _nobody
) -> Iterator[tuple[str, list[Amendment]]]:
    """Yield every journal of changes with what it holds, oldest first.

    Args:
        journal: The folder of the journals; those of sessions are passed over.
        report: Called with a sentence about a journal that cannot be read and was left as it is.
    """
    for path in list_segments(journal):
        try:
            contents = read_segment(path)
        except FileNotFoundError:
            continue
        except StoreError as error:
            report(error.what)
            continue
        if contents.kind == KIND:
            yield path, list(amendments(contents.records))


def fold_changes(journal: str, history: History, library: Library) -> None:
    """Put every journaled change into its year, and take the journals away.

    A session that still has a journal of its own comes first, so its changes wait for that.

    Raises:
        StoreError: one of them could not be; its journal stays.
    """
    for path, changes in waiting(journal):
        newest = {change.id: change for change in changes}
        if any(os.path.exists(os.path.join(journal, id_ + SUFFIX)) for id_ in newest):
            continue
        for change in newest.values():
            _fold(change, history, library)
        Segment.open(path)[0].remove()


def _fold(change: Amendment, history: History, library: Library) -> None:
    if change.after is not None:
        history.fold(change.after)
        kept = (library.get(_TABLE, _DELETED) or {}).get("document")
        if isinstance(kept, dict) and kept.get("id") == change.id:
            library.delete(_TABLE, _DELETED)
    elif change.before is not None:
        library.put(_TABLE, _DELETED, {"document": change.before})
        history.withdraw(change.id, year_of(change.before))


class Amending:
    """The changes of one visit to the past, on their way to the disk."""

    def __init__(
        self,
        journal: str,
        history: History,
        library: Library,
        writer: Callable[[], Writer],
        now_ms: Callable[[], int],
    ) -> None:
        self._journal = journal
        self._history = history
        self._library = library
        self._writer = writer
        self._now_ms = now_ms
        self._segment: Segment | None = None

    def keep(self, change: Amendment, done: Callable[[str], object]) -> None:
        """Journal a change.

        Args:
            change: It waits in memory, behind those before it, where the disk refuses.
            done: Called on the writer's thread once it is on disk, with nothing, or with why it
                is not, in a sentence.
        """
        record = record_of(change)
        self._writer().submit(lambda: self._append(record), _reporting(done))

    def fold(self, done: Callable[[str], object]) -> None:
        """Put what was journaled into the years; `done` as for `keep`."""
        self._writer().submit(self._fold, _reporting(done))

    def last_deleted(self) -> Amendment | None:
        """Return the deletion that can still be taken back after the visit, or None.

        Raises:
            StoreError: the library cannot be read.
        """
        row = self._library.get(_TABLE, _DELETED)
        return None if row is None else next(amendments([{"before": row.get("document")}]), None)

    def _append(self, record: Record) -> None:
        if self._segment is not None:
            self._segment.append(record)
            return
        # Changes are folded in the order of their journals' names: a clock set back between two
        # visits must not let the older one win.
        waiting = (os.path.basename(path) for path in list_segments(self._journal))
        id_ = later_id(self._now_ms(), (name.removesuffix(SUFFIX) for name in waiting))
        self._segment = Segment.create(self._journal, id_, KIND, first=[record])
        if self._segment.trouble is not None:
            raise self._segment.trouble

    def _fold(self) -> None:
        if self._segment is not None:
            self._segment.retry()
            self._segment.close()
            self._segment = None
        fold_changes(self._journal, self._history, self._library)


def _reporting(done: Callable[[str], object]) -> Callable[[object], None]:
    def report(result: object) -> None:
        done(_why(result))

    return report


def _why(result: object) -> str:
    """Return why a job failed, in a sentence; empty where it did not."""
    if isinstance(result, BaseException):
        what = result.what if isinstance(result, StoreError) else ""
        return what or f"{type(result).__name__}: {result}"
    return ""
