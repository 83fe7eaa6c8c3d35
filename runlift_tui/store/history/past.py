"""Finished sessions, wherever they lie: in the history, or still in their journals."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import SESSIONS, History, left_out, started, year_of
from runlift_tui.store.journal.segment import SESSION, list_segments, passed_over, read_segment

if TYPE_CHECKING:
    from runlift_tui.core.history.amend import Amendment
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.store.disk.derived import Fingerprint
    from runlift_tui.store.journal.records import Replayed

Found = TypeVar("Found")


class Past:
    """What was trained, for reading; it needs no lock and changes nothing."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.folder = DataFolder(path)
        self.history = History(self.folder.history, self._sound_files)
        self._told: list[str] = []
        self._replayed: dict[str, tuple[list[bytes], Replayed]] = {}
        """What journals came to when they were last read, with their lines, by path."""

    def _sound_files(self) -> "Mapping[str, Fingerprint]":
        from runlift_tui.store.history.digest import sound_files

        return sound_files(self.folder.derived)

    @property
    def reports(self) -> list[str]:
        """What was found damaged or strange, a sentence each."""
        damaged = [each.what for each in self.history.damage.values()]
        return list(dict.fromkeys((*self._told, *damaged, *self.history.strange.values())))

    @property
    def is_incomplete(self) -> bool:
        """Whether a file that was read is damaged, with no older generation in its place."""
        return any(not each.recovered for each in self.history.damage.values())

    def set_aside(self) -> list[str]:
        """Return the paths of damaged files that were set aside and lie here still.

        Raises:
            Unreadable: a folder cannot be listed.
        """
        others = [
            os.path.join(folder, name)
            for folder in (self.folder.path, self.folder.journal)
            for name in sorted(files.list_folder(folder))
            if files.is_set_aside(name)
        ]
        return [*self.history.set_aside(), *others]

    def report(self, what: str) -> None:
        """Add to the reports."""
        self._told.append(what)

    def documents(self, limit: int | None = None) -> Iterator[Document]:
        """Yield finished sessions, folded into the history or not yet, newest first.

        Raises:
            StoreError: a year that was reached cannot be read.
        """
        waiting, gone = self.in_journals()
        found = _merged(waiting, self.history.documents(), gone, _itself)
        yield from islice(found, None if limit is None else max(0, limit))

    def sessions(self) -> "Iterator[PastSession]":
        """Yield the same as what looks back sees of it, each converted when it is reached.

        Raises:
            StoreError: a year that was reached cannot be read.
        """
        waiting, gone = self.in_journals()
        gone |= waiting.keys()
        yield from _merged(self._believed(waiting), self.history.sessions(), gone, _document)

    def _believed(self, waiting: Mapping[str, Document]) -> "dict[str, PastSession]":
        """Return the sessions of documents that are not folded yet; what cannot be is reported."""
        if not waiting:
            return {}
        from runlift_tui.core.history.believed import past_session, row_faults

        found: dict[str, PastSession] = {}
        faults: list[str] = []
        for id_, row in waiting.items():
            session = past_session(row)
            if session is not None:
                found[id_] = session
            else:
                faults += [f"{each.place}: {each.what}" for each in row_faults(SESSIONS, row)][:1]
        if faults:
            self.report(left_out("the journals", faults))
        return found

    def count(self) -> int:
        """Return how many finished sessions there are, from the digest as far as it goes.

        Raises:
            StoreError: a year cannot be read.
        """
        from runlift_tui.store.history.digest import Digest
        from runlift_tui.store.history.years import year_of

        waiting, left_out = self.in_journals()
        folded = Digest(self.folder.derived, self.history).load().sessions
        mentions = self.history.mentions
        fresh = sum(not mentions(id_, year_of(row)) for id_, row in waiting.items())
        gone = sum(any(mentions(id_, year) for year in self.history.years()) for id_ in left_out)
        return folded + fresh - gone

    def journals(self) -> Iterator[tuple[str, "Replayed"]]:
        """Yield every session that has a journal, with its path; one without sense is reported."""
        paths = list_segments(self.folder.journal)
        if not paths:
            return
        # The fold and its types are worth importing only where there is something to fold.
        from runlift_tui.core.words.faults import Refused
        from runlift_tui.store.journal.records import replayed

        for path in paths:
            try:
                contents = read_segment(path)
                if contents.kind != SESSION or not contents.records:
                    continue
                kept = self._replayed.get(path)
                if kept is None or kept[0] != contents.lines:
                    kept = contents.lines, replayed(contents.records)
                    self._replayed[path] = kept
                if kept[1].strange:
                    self.report(passed_over(path, kept[1].strange))
                yield path, kept[1]
            except FileNotFoundError:
                continue
            except StoreError as error:
                self.report(error.what)
            except Refused as error:
                self.report(f"{os.path.basename(path)} was left untouched: {error}.")

    def in_journals(self) -> tuple[dict[str, Document], set[str]]:
        """Return the finished sessions that have a journal, by id, and the ids of the others."""
        return self._in_journals()

    def _in_journals(self, years: set[int] | None = None) -> tuple[dict[str, Document], set[str]]:
        """See `in_journals`; the years that changes take sessions out of are added to `years`."""
        waiting: dict[str, Document] = {}
        under_way: set[str] = set()
        for _, read in self.journals():
            from runlift_tui.core.history.document import document, is_worth_keeping
            from runlift_tui.core.session.state import is_finished

            session = read.session
            if not is_finished(session):
                under_way.add(session.start.id)
            elif is_worth_keeping(session):
                waiting[session.start.id] = document(session)
        self._amend(waiting, under_way, years)
        return waiting, under_way

    def waiting_years(self) -> "dict[int, list[PastSession]]":
        """Return the years that the journals will change, with the sessions that they come to.

        Raises:
            StoreError: one of those years cannot be read.
        """
        if not list_segments(self.folder.journal):
            return {}
        years: set[int] = set()
        waiting, gone = self._in_journals(years)
        gone |= waiting.keys()
        found: dict[int, list[PastSession]] = {year: [] for year in years}
        for document in waiting.values():
            found.setdefault(year_of(document), [])
        for session in self._believed(waiting).values():
            found[year_of(session.document)].append(session)
        for year, sessions in found.items():
            folded = self.history.year_sessions(year, newest_first=False)
            sessions += _merged({}, folded, gone, _document)
            sessions.sort(key=lambda each: started(each.document))
        return found

    def _amend(
        self, waiting: dict[str, Document], left_out: set[str], years: set[int] | None
    ) -> None:
        """Put in what was changed in the past and is not folded yet."""
        if not list_segments(self.folder.journal):
            return
        from runlift_tui.store.history.changes import change_years
        from runlift_tui.store.history.changes import waiting as changes_waiting

        for _, changes in changes_waiting(self.folder.journal, self.report):
            for change in changes:
                if change.table != SESSIONS:
                    continue
                if years is not None:
                    years |= change_years(change)
                waiting.pop(change.id, None)
                left_out.discard(change.id)
                if change.after is not None:
                    waiting[change.id] = change.after
                else:
                    left_out.add(change.id)

    def other_changes(self) -> "dict[str, Amendment]":
        """Return the newest change of every run and trial that is not folded yet, by id."""
        found: dict[str, Amendment] = {}
        if not list_segments(self.folder.journal):
            return found
        from runlift_tui.store.history.changes import waiting as changes_waiting

        for _, changes in changes_waiting(self.folder.journal, self.report):
            found |= {each.id: each for each in changes if each.table != SESSIONS}
        return found


def _itself(document: Document) -> Document:
    return document


def _document(session: "PastSession") -> Document:
    return session.document


def _merged(
    waiting: Mapping[str, Found],
    folded: Iterator[Found],
    left_out: Collection[str],
    document: Callable[[Found], Document],
) -> Iterator[Found]:
    """Yield what waits and what is folded, newest first, each session once."""

    def when(each: Found) -> str:
        return started(document(each))

    rows = sorted(waiting.values(), key=when, reverse=True)
    for each in folded:
        # A file that somebody else wrote may have anything for an id.
        id_ = document(each).get("id")
        if isinstance(id_, str) and (id_ in waiting or id_ in left_out):
            continue
        while rows and when(rows[0]) >= when(each):
            yield rows.pop(0)
        yield each
    yield from rows
