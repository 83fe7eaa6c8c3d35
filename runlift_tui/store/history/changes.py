"""Changes of the past: journaled before anyone says so, then folded into their years."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from runlift_tui.core.history.amendment import Amendment
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.ids import later_id
from runlift_tui.store.disk.writer import Writer, reporting
from runlift_tui.store.history.years import SESSIONS, History, year_of
from runlift_tui.store.journal.segment import (
    EDIT,
    SUFFIX,
    Record,
    Segment,
    is_plain,
    list_segments,
    passed_over,
    read_segment,
)


def record_of(change: Amendment) -> Record:
    """Return a change as a line of a journal."""
    record: Record = {"before": change.before, "after": change.after}
    if change.table != SESSIONS:
        record |= {"table": change.table, "left": change.left}
    return record


def amendments(records: Iterable[Record]) -> Iterator[Amendment]:
    """Yield the changes that a journal's lines hold; what makes no sense is passed over.

    What a document was before may make no sense where what it is now does.
    """
    for record in records:
        after = record.get("after")
        if after is not None and not _is_document(after):
            continue
        before = record.get("before") if _is_document(record.get("before")) else None
        table, left = str(record.get("table") or SESSIONS), str(record.get("left") or "")
        if after is not None or before is not None:
            yield Amendment(before, after, table, left)


def _is_document(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("id"), str) and _has_year(value)


def _has_year(document: dict[str, Any]) -> bool:
    try:
        year_of(document)
    except ValueError:
        return False
    return True


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
        if contents.kind == EDIT:
            yield path, list(amendments(contents.records))


def fold_changes(
    journal: str,
    history: History,
    report: Callable[[str], object] = _nobody,
) -> None:
    """Put every journaled change into its year, and take the journals away.

    A session that still has a journal of its own comes first, so its changes wait for that, and
    newer changes of whatever waits with them.

    Args:
        journal: The folder of the journals.
        history: Where the documents are.
        report: Called with a sentence about a journal that could not be read whole.

    Raises:
        StoreError: one of them could not be; its journal stays.
    """
    blocked: set[str] = set()
    for path, changes in waiting(journal):
        by_id: dict[str, list[Amendment]] = defaultdict(list)
        for change in changes:
            by_id[change.id].append(change)
        if not blocked.isdisjoint(by_id) or any(
            is_plain(id_) and os.path.exists(os.path.join(journal, id_ + SUFFIX)) for id_ in by_id
        ):
            blocked |= by_id.keys()
            continue
        for each in by_id.values():
            _fold(each, history)
        segment, damaged = Segment.open(path)
        strange = len(segment.records) - len(changes)
        if strange:
            report(passed_over(path, strange))
            segment.keep_aside()
        if damaged is not None:
            report(damaged.what)
        segment.remove()


def _fold(changes: Sequence[Amendment], history: History) -> None:
    """Put a document where the newest of its changes has it, and take it out of anywhere else."""
    newest, oldest = changes[-1], changes[0]
    places = {place for change in changes for place in _places(change)}
    if newest.after is not None:
        is_there = oldest.before is not None and (oldest.left or oldest.table) == newest.table
        before = oldest.before if is_there else None
        year = year_of(newest.after)
        is_moved = any(each != year for _, each in places)
        history.fold(newest.after, table=newest.table, before=before, moved=is_moved)
        places.discard((newest.table, year))
    elif newest.table != SESSIONS:
        # Moved over New Year on one machine and changed on another, a run stands in two years.
        tables = {table for table, _ in places}
        places |= {
            (t, y) for y in history.years() if history.mentions(newest.id, y) for t in tables
        }
    for table, year in sorted(places):
        history.withdraw(newest.id, year, table=table, moved=newest.after is not None)


def _places(change: Amendment) -> Iterator[tuple[str, int]]:
    """Yield the tables and years in which a change has its document, before and after."""
    sides = ((change.left or change.table, change.before), (change.table, change.after))
    for table, document in sides:
        if isinstance(document, dict) and _has_year(document):
            yield table, year_of(document)


def change_years(change: Amendment) -> set[int]:
    """Return the years in which a change has its document, before and after."""
    return {year for _, year in _places(change)}


class Amending:
    """Changes of the past on their way to the disk, from whichever screen they come."""

    def __init__(
        self,
        journal: str,
        history: History,
        writer: Callable[[], Writer],
        now_ms: Callable[[], int],
        report: Callable[[str], object] = _nobody,
    ) -> None:
        self._journal = journal
        self._history = history
        self._writer = writer
        self._now_ms = now_ms
        self._report = report
        self._segment: Segment | None = None
        self.latest: dict[str, Amendment] = {}
        """The newest change of each document in this run, by id; the disk may not have it yet."""

    def keep(self, change: Amendment, done: Callable[[str], object]) -> None:
        """Journal a change.

        Args:
            change: It waits in memory, behind those before it, where the disk refuses.
            done: Called on the writer's thread once it is on disk, with nothing, or with why it
                is not, in a sentence.
        """
        record = record_of(change)
        self.latest[change.id] = change
        self._writer().submit(lambda: self._append(record), reporting(done))

    def retry(self, done: Callable[[str], object]) -> None:
        """Try once more to journal what the disk refused; `done` as for `keep`."""
        self._writer().submit(self._retry, reporting(done))

    def fold(self, done: Callable[[str], object]) -> None:
        """Put what was journaled into the years; `done` as for `keep`."""
        self._writer().submit(self._fold, reporting(done))

    @property
    def unsaved(self) -> str:
        """Why the newest changes are not on disk, in a sentence; empty while all of them are."""
        segment = self._segment
        return "" if segment is None or segment.trouble is None else segment.trouble.what

    def put_down(self) -> None:
        """Let go of the journal, so that it can be folded; the next change begins another one.

        It is called on the writer's thread.

        Raises:
            Unwritable: the disk refuses what waits, and the journal stays in hand.
        """
        self._retry()
        if self._segment is not None:
            self._segment.close()
            self._segment = None

    def close(self) -> None:
        """Try once more to journal what the disk refused, and let go of the journal.

        It is called on the writer's thread.

        Raises:
            Unwritable: the disk refuses it again.
        """
        segment, self._segment = self._segment, None
        if segment is not None:
            try:
                segment.retry()
            finally:
                segment.close()

    def _append(self, record: Record) -> None:
        if self._segment is not None:
            self._segment.append(record)
            return
        # Changes are folded in the order of their journals' names: a clock set back between two
        # visits must not let the older one win.
        waiting = (os.path.basename(path) for path in list_segments(self._journal))
        id_ = later_id(self._now_ms(), (name.removesuffix(SUFFIX) for name in waiting))
        self._segment = Segment.create(self._journal, id_, EDIT, first=[record])
        if self._segment.trouble is not None:
            raise self._segment.trouble

    def _retry(self) -> None:
        if self._segment is not None:
            self._segment.retry()

    def _fold(self) -> None:
        self.put_down()
        fold_changes(self._journal, self._history, self._report)
