"""Runs and trials of all years, without reading the sessions beside them each time.

`runs-<year>.jsonl` among the derived files holds what a year's file has of them, and can be
deleted at will.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from runlift_tui.core.runs.logbook import RUNS, TRIALS, LoggedRun, entry_faults, entry_of, ordered
from runlift_tui.core.runs.run import Run, Trial
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.derived import Derived, fingerprint
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.findings import left_out
from runlift_tui.store.history.past import Past

VERSION = 5
"""The shape of what is kept; another one is read as if it were not there."""

_TABLES = (RUNS, TRIALS)


class Runs:
    """What was run, wherever it lies: in the history, or still in a journal of changes."""

    def __init__(self, past: Past, unreadable: Callable[[str], object] | None = None) -> None:
        """Look for what was run.

        Args:
            past: Where.
            unreadable: Called with a sentence about what cannot be read, and is left out; where
                it is None, that is raised.
        """
        self._past = past
        self._unreadable = unreadable
        self._derived = Derived(past.folder.derived, "runs", VERSION)

    def entries(self, since: date = date.min) -> list[LoggedRun]:
        """Return the entries from a day on, oldest first; what makes no sense is passed over.

        Raises:
            Newer, Unreadable: a year cannot be read, and nobody is to be called.
        """
        try:
            return self._entries(since)
        except StoreError as error:
            self._leave_out(error)
            return []

    def _entries(self, since: date) -> list[LoggedRun]:
        # The journals first: what is folded in between stands in its year by then.
        changes = [
            each for each in self._past.journals.other_changes().values() if each.table in _TABLES
        ]
        found: dict[str, LoggedRun] = {}
        stamps: dict[str, str] = {}
        for year in self._past.history.years(newest_first=False):
            if year < since.year:
                continue
            try:
                for each, stamp in self._year(year):
                    # Moved over New Year here, changed meanwhile there: it stands in both years.
                    if stamp >= stamps.get(each.said.id, ""):
                        found[each.said.id], stamps[each.said.id] = each, stamp
            except StoreError as error:
                self._leave_out(error)
        for change in changes:
            found.pop(change.id, None)
            entry = None if change.after is None else entry_of(change.table, change.after)
            if entry is not None:
                found[change.id] = entry
            elif change.after is not None:
                faults = list(entry_faults(change.table, change.after))[:1]
                self._past.report(left_out("the journals", faults))
        return ordered(each for each in found.values() if each.said.day >= since)

    def all(self, since: date = date.min) -> tuple[Run, ...]:
        """Return the runs from a day on, oldest first; a trial is among them, as a race."""
        return tuple(entry.run for entry in self.entries(since))

    def trials(self, since: date = date.min) -> tuple[Trial, ...]:
        """Return the races and time trials from a day on, oldest first."""
        return tuple(e.said for e in self.entries(since) if isinstance(e.said, Trial))

    def _leave_out(self, error: StoreError) -> None:
        if self._unreadable is None:
            raise error
        self._unreadable(error.what)

    def deleted_elsewhere(self) -> Iterator[tuple[int, str, str, str]]:
        """Yield the runs that were moved to one year, and deleted later where they stood before.

        Yields:
            The year in which it stands, its table, its id, and the stamp of the deletion.
        """
        kept = {year: self._kept(year) for year in self._past.history.years()}
        gone: dict[str, str] = {}
        for each in kept.values():
            for id_, at in each.gone.items():
                gone[id_] = max(at, gone.get(id_, ""))
        for year, each in kept.items() if gone else ():
            for table, rows in each.tables.items():
                for id_ in (str(row.get("id")) for row in rows):
                    if gone.get(id_, "") > each.stamps.get(id_, ""):
                        yield year, table, id_, gone[id_]

    def _year(self, year: int) -> Iterator[tuple[LoggedRun, str]]:
        """Yield each entry of a year, and the stamp of its latest change; empty for none."""
        kept = self._kept(year)
        for table in _TABLES:
            for document in kept.tables.get(table, ()):
                entry = entry_of(table, document)
                if entry is not None:
                    yield entry, kept.stamps.get(entry.said.id, "")

    def _kept(self, year: int) -> "_Kept":
        """Return what a year has of them, read again only if its file changed."""
        history, name = self._past.history, f"runs-{year:04d}"
        mark = fingerprint(history.path(year))
        known = self._derived.read_of(name, mark)
        if known is not None:
            return _Kept(known["tables"], known["stamps"], known["gone"])
        is_good = history.findings.watch(history.path(year), *_TABLES)
        from runlift_tui.core.sync.held import EVERYWHERE, newest_mark
        from runlift_tui.core.sync.stamps import known_stamp
        from runlift_tui.core.sync.tables import DELETED, MARKS

        tables = history.tables(year, (*_TABLES, MARKS, DELETED))
        marks, deleted = (
            {str(row.get("id")): row for row in tables.pop(name) if row.get("table") in _TABLES}
            for name in (MARKS, DELETED)
        )
        stamps = {id_: newest_mark(row) for id_, row in marks.items()}
        gone = {id_: known_stamp(row.get(EVERYWHERE)) for id_, row in deleted.items()}
        found = _Kept(tables, stamps, {id_: at for id_, at in gone.items() if at})
        if is_good():
            self._derived.keep_of(name, mark, found._asdict())
        return found


class _Kept(NamedTuple):
    """What one year has of what was run."""

    tables: dict[str, list[Document]]
    stamps: dict[str, str]
    """Of the latest change of each, by id."""
    gone: dict[str, str]
    """Likewise of what was deleted, wherever another machine has it."""
