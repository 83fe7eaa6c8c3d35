"""What only the journals have yet: sessions, and changes of the past."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.years import SESSIONS
from runlift_tui.store.journal.segment import SESSION, list_segments, passed_over, read_segment

if TYPE_CHECKING:
    from runlift_tui.core.history.amendment import Amendment
    from runlift_tui.store.journal.records import Replayed


_NO_LINE = "no line of it can be read; if it holds a session, that is still in it"


class Waiting:
    """What the history will come to once the journals are folded into it."""

    def __init__(self) -> None:
        self.sessions: dict[str, Document] = {}
        """Finished sessions, by id, in the place of any that the history has."""
        self.gone: set[str] = set()
        """Ids of sessions that are under way or were taken out."""
        self.years: set[int] = set()
        """The years that changes have a session in, before or after."""

    def others(self) -> set[str]:
        """Return the ids whose documents in the history do not count."""
        return self.gone | self.sessions.keys()


class Journals:
    """The journals of one data folder, for reading."""

    def __init__(self, folder: str, report: Callable[[str], object]) -> None:
        """Name the journals.

        Args:
            folder: Where they are; it need not exist.
            report: Called with a sentence about one that makes no sense.
        """
        self._folder = folder
        self._report = report
        self._replayed: dict[str, tuple[list[bytes], Replayed]] = {}
        """What journals came to when they were last read, with their lines, by path."""

    def sessions(self) -> Iterator[tuple[str, "Replayed"]]:
        """Yield every session that has a journal, with its path; one without sense is reported."""
        paths = list_segments(self._folder)
        if not paths:
            return
        # The fold and its types are worth importing only where there is something to fold.
        from runlift_tui.core.words.faults import Refused
        from runlift_tui.store.journal.records import replayed

        for path in paths:
            try:
                contents = read_segment(path)
                if contents.lost and not contents.lines:
                    self._report(f"{os.path.basename(path)} was left untouched: {_NO_LINE}.")
                if contents.kind != SESSION or not contents.records:
                    continue
                kept = self._replayed.get(path)
                if kept is None or kept[0] != contents.lines:
                    kept = contents.lines, replayed(contents.records)
                    self._replayed[path] = kept
                if kept[1].strange:
                    self._report(passed_over(path, kept[1].strange))
                yield path, kept[1]
            except FileNotFoundError:
                continue
            except StoreError as error:
                self._report(error.what)
            except Refused as error:
                self._report(f"{os.path.basename(path)} was left untouched: {error}.")

    def waiting(self) -> Waiting:
        """Return what is not folded into the history yet, with what was changed in the past."""
        found = Waiting()
        for _, read in self.sessions():
            from runlift_tui.core.history.document import document, is_worth_keeping
            from runlift_tui.core.session.state import is_over

            session = read.session
            if not is_over(session):
                found.gone.add(session.start.id)
            elif is_worth_keeping(session):
                found.sessions[session.start.id] = document(session)
        for change in self._changes():
            if change.table == SESSIONS:
                _amend(found, change)
        return found

    def other_changes(self) -> "dict[str, Amendment]":
        """Return the newest change of every run and trial that is not folded yet, by id."""
        return {each.id: each for each in self._changes() if each.table != SESSIONS}

    def newest(self, id_: str) -> "Amendment | None":
        """Return what a document comes to that is not folded yet; None where nothing waits."""
        found = next((each for each in reversed(list(self._changes())) if each.id == id_), None)
        if found is not None:
            return found
        document = self.waiting().sessions.get(id_)
        if document is None:
            return None
        from runlift_tui.core.history.amendment import Amendment

        return Amendment(None, document)

    def _changes(self) -> "Iterator[Amendment]":
        """Yield every change of the past that is not folded yet, oldest first."""
        if not list_segments(self._folder):
            return
        from runlift_tui.store.history.changes import waiting

        for _, changes in waiting(self._folder, self._report):
            yield from changes


def _amend(found: Waiting, change: "Amendment") -> None:
    from runlift_tui.store.history.changes import change_years

    found.years |= change_years(change)
    found.sessions.pop(change.id, None)
    found.gone.discard(change.id)
    if change.after is not None:
        found.sessions[change.id] = change.after
    else:
        found.gone.add(change.id)
