"""Finished sessions, wherever they lie: in the history, or still in their journals."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from runlift_tui.core.exercises.same import Same
from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk import files
from runlift_tui.store.disk.device import Device
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.findings import Findings, left_out
from runlift_tui.store.history.journals import Journals
from runlift_tui.store.history.years import SESSIONS, History, started, year_of
from runlift_tui.store.library.library import Library

if TYPE_CHECKING:
    from runlift_tui.core.history.past import PastSession
    from runlift_tui.store.disk.derived import Fingerprint
    from runlift_tui.store.tables.stamping import Stamping

Found = TypeVar("Found")


class Past:
    """What was trained, for reading; it needs no lock and changes nothing."""

    def __init__(
        self, path: str | os.PathLike[str], now_ms: Callable[[], int] | None = None
    ) -> None:
        """Look at a data folder.

        Args:
            path: The folder; it need not exist.
            now_ms: Returns this moment, milliseconds since the epoch; by default the system's.
        """
        self.folder = DataFolder(path)
        self.device = Device(self.folder.path)
        """Which machine writes here."""
        self._now_ms = now_ms
        self.findings = Findings(self._sound_files)
        """What is wrong with the years that were read."""
        self.history = History(self.folder.history, self.findings, self.stamping)
        self.journals = Journals(self.folder.journal, self.report)
        self.same: Callable[[], Same] = Library(self.folder.library).same
        """Returns which ids of exercises mean another one by now."""
        self._told: list[str] = []

    def stamping(self) -> "Stamping":
        """Return whose changes those made here are, and when."""
        from runlift_tui.store.tables.stamping import Stamping

        return Stamping(self.device, self._now_ms or _now_ms)

    def other_machine(self, document: Document) -> str:
        """Return on which other machine a session was trained; empty for this one."""
        from runlift_tui.core.sync.told import machine_of

        device = document.get("device")
        is_own = not isinstance(device, dict) or device.get("id") == self.device.id
        return "" if is_own else machine_of(document, self.device.names)

    def _sound_files(self) -> "Mapping[str, Fingerprint]":
        from runlift_tui.store.history.sound import sound_files

        return sound_files(self.folder.derived)

    @property
    def reports(self) -> list[str]:
        """What was found damaged or strange, a sentence each."""
        damaged = [each.what for each in self.findings.damage.values()]
        return list(
            dict.fromkeys(
                (*self._told, *self.device.told, *damaged, *self.findings.strange.values())
            )
        )

    @property
    def is_incomplete(self) -> bool:
        """Whether a file that was read is damaged, with no older generation in its place."""
        return any(not each.recovered for each in self.findings.damage.values())

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
        waiting = self.journals.waiting()
        rows = {id_: each.document for id_, each in self._believed(waiting.sessions).items()}
        found = _merged(rows, self.history.documents(), waiting.others(), _itself)
        yield from islice(found, None if limit is None else max(0, limit))

    def sessions(self) -> "Iterator[PastSession]":
        """Yield the same as what looks back sees of it, each converted when it is reached.

        Sets of an entry that was merged into another stand under that one; documents are as ever.

        Raises:
            StoreError: a year that was reached cannot be read.
        """
        waiting = self.journals.waiting()
        believed, folded = self._believed(waiting.sessions), self.history.sessions()
        found = _merged(believed, folded, waiting.others(), _document)
        same = self.same()
        yield from (each.meant(same) for each in found) if same else found

    def session_of(self, document: Document) -> "PastSession | None":
        """Return a document as `sessions` yields it; None where it cannot be."""
        from runlift_tui.core.history.believed import past_session

        session = past_session(document)
        return None if session is None else session.meant(self.same())

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

        waiting, mentions = self.journals.waiting(), self.history.mentions
        summary = Digest(self.folder.derived, self.history, self.same).load()
        folded = summary.sessions + summary.imported
        fresh = sum(not mentions(id_, year_of(row)) for id_, row in waiting.sessions.items())
        gone = sum(
            any(mentions(id_, year) for year in self.history.years()) for id_ in waiting.gone
        )
        return folded + fresh - gone

    def waiting_years(self) -> "dict[int, list[PastSession]]":
        """Return the years that the journals will change, with the sessions that they come to.

        Raises:
            StoreError: one of those years cannot be read.
        """
        waiting = self.journals.waiting()
        found: dict[int, list[PastSession]] = {year: [] for year in waiting.years}
        for document in waiting.sessions.values():
            found.setdefault(year_of(document), [])
        for session in self._believed(waiting.sessions).values():
            found[year_of(session.document)].append(session)
        for year, sessions in found.items():
            folded = self.history.year_sessions(year, newest_first=False)
            sessions += _merged({}, folded, waiting.others(), _document)
            sessions.sort(key=lambda each: started(each.document))
        return found


def _now_ms() -> int:
    from runlift_tui.clock import SystemClock

    return SystemClock().stamp().utc_ms


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
