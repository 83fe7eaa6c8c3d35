"""Runs and trials of all years, without reading the sessions beside them each time.

`runs-<year>.jsonl` among the derived files holds what a year's file has of them, and can be
deleted at will.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from runlift_tui.core.runs.logbook import RUNS, TRIALS, LoggedRun, entry_faults, entry_of, ordered
from runlift_tui.core.runs.raced import Raced, raced
from runlift_tui.core.runs.run import Run, RunKind, Trial
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
        return self._readable(since, is_race=False)

    def races(self, since: date) -> tuple[Raced, ...]:
        """Return the races from a day on that easy days follow, oldest first.

        Of all else no more is read than that it is none: a start asks for them.
        """
        return raced(entry.run for entry in self._readable(since, is_race=True))

    def _readable(self, since: date, *, is_race: bool) -> list[LoggedRun]:
        try:
            return self._entries(since, is_race=is_race)
        except StoreError as error:
            self._leave_out(error)
            return []

    def _entries(self, since: date, *, is_race: bool) -> list[LoggedRun]:
        # The journals first: what is folded in between stands in its year by then.
        changes = [
            each for each in self._past.journals.other_changes().values() if each.table in _TABLES
        ]
        found: dict[str, LoggedRun | None] = {}
        stamps: dict[str, str] = {}
        first = since.isoformat()

        def wanted(table: str, document: Document) -> bool:
            raced = table == TRIALS or document.get("kind") == RunKind.RACE
            return (raced or not is_race) and str(document.get("day", "")) >= first

        for year in self._past.history.years(newest_first=False):
            if year < since.year:
                continue
            try:
                for id_, each, stamp in self._year(year, wanted):
                    # Moved over New Year here, changed meanwhile there: it stands in both years.
                    if stamp >= stamps.get(id_, ""):
                        found[id_], stamps[id_] = each, stamp
            except StoreError as error:
                self._leave_out(error)
        for change in changes:
            found.pop(change.id, None)
            if change.after is None or not wanted(change.table, change.after):
                continue
            entry = entry_of(change.table, change.after)
            if entry is not None:
                found[change.id] = entry
            else:
                faults = list(entry_faults(change.table, change.after))[:1]
                self._past.report(left_out("the journals", faults))
        return ordered(each for each in found.values() if each is not None)

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

    def _year(
        self, year: int, wanted: Callable[[str, Document], bool]
    ) -> Iterator[tuple[str, LoggedRun | None, str]]:
        """Yield the id of each entry of a year, it, and the stamp of its latest change.

        One that is not wanted is None; the stamp is empty where there is none.
        """
        kept = self._kept(year)
        for table in _TABLES:
            for document in kept.tables.get(table, ()):
                entry = entry_of(table, document) if wanted(table, document) else None
                if entry is not None or not wanted(table, document):
                    id_ = str(document.get("id"))
                    yield id_, entry, kept.stamps.get(id_, "")

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
