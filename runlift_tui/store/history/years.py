"""What was done, a file a year; no read or write grows with a lifetime."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import written
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unreadable
from runlift_tui.store.history.findings import Findings
from runlift_tui.store.tables.generations import look
from runlift_tui.store.tables.text import Tables

if TYPE_CHECKING:
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.core.sync.held import Copy
    from runlift_tui.store.tables.file import TableFile
    from runlift_tui.store.tables.stamping import Stamping

Taken = TypeVar("Taken")

SESSIONS = "sessions"
"""The table of finished sessions; `runs` and `trials` are its neighbours."""

_SUFFIX = ".json"
_YEAR_DIGITS = 4


class History:
    """The year files of one folder.

    Reading needs no lock and changes nothing. Whatever writes needs the lock of the data folder,
    reads the year anew and merges by id, so that what another program did to it is kept.
    """

    def __init__(
        self,
        folder: str,
        findings: Findings | None = None,
        stamping: "Callable[[], Stamping] | None" = None,
    ) -> None:
        """Name the years.

        Args:
            folder: Where they are.
            findings: Takes in what is found to be wrong with them.
            stamping: Returns whose changes those made here are; None leaves no trace of that.
        """
        self.folder = folder
        self._stamping = stamping
        self.findings = findings or Findings()

    def fold(
        self,
        document: Document,
        *,
        table: str = SESSIONS,
        before: Document | None = None,
        again: bool = False,
        moved: bool = False,
    ) -> bool:
        """Store a document under its id; return whether that changed anything.

        Args:
            document: It has an `id`, and `started` in UTC or `day`, which say its year.
            table: The table that it belongs to.
            before: As it was shown when it was changed; None where it is to stand just so.
            again: Whether its own journal tells it, and no act of the athlete's.
            moved: Whether it stood in another year before.

        Raises:
            Newer, Unreadable: the year file is not to be written over.
            Unwritable: the document is not saved.
            ValueError: it does not say when it started, or has a number that is none.
        """
        path = self.path(year_of(document))
        files.ensure_folder(self.folder, parents=False)
        came = None
        if moved and before is not None and table == SESSIONS:
            came = self.piece(str(document["id"]), year_of(before))
        with self._file(path) as file:
            return file.put(table, document, before, again=again, moved=moved, came=came)

    def piece(self, id_: str, year: int) -> "Copy":
        """Return what a year has of a session, its marks and its deletion with it."""
        from runlift_tui.core.sync.tables import Rows

        return Rows(self._look(self.path(year))).piece((SESSIONS, id_))

    def withdraw(self, id_: str, year: int, *, table: str = SESSIONS, moved: bool = False) -> bool:
        """Take a document out of its year; return whether it was there.

        Args:
            id_: Its id.
            year: That year.
            table: The table that it belongs to.
            moved: Whether it stands in another year from now on; else it was deleted, wherever
                another machine has it.

        Raises:
            Newer, Unreadable, Unwritable: as for `fold`.
        """
        path = self.path(year)
        if not os.path.lexists(path) and not os.path.lexists(path + files.PREVIOUS):
            return False
        with self._file(path) as file:
            return file.delete(table, id_, moved=moved)

    @contextmanager
    def _file(self, path: str) -> "Iterator[TableFile]":
        """Yield the file of a year to be changed, and take in what was put right in it."""
        from runlift_tui.store.tables.file import TableFile

        file = TableFile(path, None if self._stamping is None else self._stamping())
        try:
            yield file
        finally:
            self.findings.note(path, file.damaged)

    def mentions(self, id_: str, year: int) -> bool:
        """Return whether a year may hold a document: quick, and wrong only in saying yes."""
        try:
            data = files.read_whole(self.path(year))
        except Unreadable:
            return True
        return data is not None and id_.encode() in data

    def documents(self, *, newest_first: bool = True, table: str = SESSIONS) -> Iterator[Document]:
        """Yield the documents of all years by when they started, a year read only when reached.

        A damaged year shows its last good generation, and `findings` say so.

        Raises:
            Newer, Unreadable: a year that was reached cannot be read.
        """
        for year in self.years(newest_first=newest_first):
            found = self.tables(year, (table,)).get(table, ())
            yield from sorted(found, key=started, reverse=newest_first)

    def sessions(self, *, newest_first: bool = True) -> Iterator["PastSession"]:
        """Yield the sessions of all years, as `documents` yields their documents."""
        for year in self.years(newest_first=newest_first):
            yield from self.year_sessions(year, newest_first=newest_first)

    def year_sessions(self, year: int, *, newest_first: bool = True) -> Iterator["PastSession"]:
        """Yield the sessions of one year by when they started. It raises as `documents` does.

        Where its file was looked over before, each is converted only when it is reached.
        """
        from runlift_tui.core.history.believed import past_session

        path = self.path(year)
        rows = self._look(path).get(SESSIONS, {})
        if self.findings.is_sound(year, path):
            self.findings.leave_out(path, SESSIONS, [])
            ordered = sorted(rows.values(), key=started, reverse=newest_first)
            yield from filter(None, map(past_session, ordered))
            return
        found = self._believed(path, SESSIONS, rows, past_session)
        yield from sorted(found, key=lambda each: started(each.document), reverse=newest_first)

    def tables(self, year: int, wanted: Iterable[str]) -> dict[str, list[Document]]:
        """Return some tables of one year with their documents. It raises as `documents` does.

        A row that cannot be is left out; it stays in the file, and `findings` say so.
        """
        path = self.path(year)
        tables = self._look(path)
        believed: dict[str, list[Document]] = {}
        for name in wanted:
            rows = tables.get(name, {})
            if name == SESSIONS and self.findings.is_sound(year, path):
                self.findings.leave_out(path, name, [])
                believed[name] = list(rows.values())
            else:
                believed[name] = self._believed(path, name, rows, _itself(name))
        return believed

    def _look(self, path: str) -> Tables:
        found = look(path)
        self.findings.note(path, found.damaged)
        return found.tables

    def _believed(
        self,
        path: str,
        name: str,
        rows: Mapping[str, Document],
        taken: Callable[[Document], Taken | None],
    ) -> list[Taken]:
        """Return what the rows of a table are taken for; one that is None cannot be."""
        from runlift_tui.core.history.believed import row_faults

        believed: list[Taken] = []
        faults: list[str] = []
        for number, row in rows.items():
            found = taken(row)
            if found is not None:
                believed.append(found)
                continue
            fault = next(row_faults(name, row))
            faults.append(f"{written((name, number, *fault.where))}: {fault.what}")
        self.findings.leave_out(path, name, faults)
        return believed

    def years(self, *, newest_first: bool = True) -> list[int]:
        """Return the years that have a file, even one of which only a `.bak` is left.

        Raises:
            Unreadable: the folder is there and cannot be listed.
        """
        names = files.list_folder(self.folder)
        stems = (name.removesuffix(files.PREVIOUS) for name in names)
        years = {stem.removesuffix(_SUFFIX) for stem in stems if stem.endswith(_SUFFIX)}
        return sorted(
            (int(year) for year in years if _is_year(year)),
            reverse=newest_first,
        )

    def set_aside(self) -> list[str]:
        """Return the paths of damaged years that were set aside. It raises as `years` does."""
        names = sorted(files.list_folder(self.folder))
        return [os.path.join(self.folder, name) for name in names if files.is_set_aside(name)]

    def path(self, year: int) -> str:
        """Return the path of a year's file."""
        return os.path.join(self.folder, f"{year:04d}{_SUFFIX}")


def _itself(table: str) -> Callable[[Document], Document | None]:
    """Return what takes a row of a table for itself, where it can be."""
    from runlift_tui.core.history.believed import row_faults

    return lambda row: row if next(row_faults(table, row), None) is None else None


def _is_year(text: str) -> bool:
    return len(text) == _YEAR_DIGITS and text.isascii() and text.isdecimal()


def started(document: Document) -> str:
    """Return when a document started, as written; empty where it does not say.

    A session says when in UTC, a run or trial on which of the athlete's own days.
    """
    when = document.get("started", document.get("day"))
    return when if isinstance(when, str) else ""


def year_of(document: Document) -> int:
    """Return the year that a document belongs to, by when it started.

    Raises:
        ValueError: it does not say when it started.
    """
    when = started(document)
    if not _is_year(when[:_YEAR_DIGITS]) or when[_YEAR_DIGITS : _YEAR_DIGITS + 1] != "-":
        raise ValueError(f"not a time in UTC, nor a day: {when!r}")
    return int(when[:_YEAR_DIGITS])


def find_session(history: History, id_: str, year: int) -> Document | None:
    """Return a session in whatever year it stands by now; first it is looked for in one.

    Raises:
        Newer, Unreadable: a year that may have it cannot be read.
    """
    for each in dict.fromkeys((year, *history.years())):
        if history.mentions(id_, each):
            for row in history.tables(each, (SESSIONS,))[SESSIONS]:
                if row.get("id") == id_:
                    return row
    return None
