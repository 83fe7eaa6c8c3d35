"""Changes of the past during one visit: the way to the disk, and the way back."""

from collections.abc import Callable

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from runlift_tui.core.history.amend import Amendment, AmendmentTrail
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.page import Page
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.changes import DELETED_SESSION
from runlift_tui.store.store import Store

RETRY_S = 5.0

Heard = Callable[[Amendment, str], object]
"""Called on the screen's thread with a change that was written, and what to say of it."""


def _nobody(*_: object) -> None:
    """Hear nothing."""


class PastChanges:
    """What is changed of the past; a screen hears of a change when the disk has it."""

    def __init__(
        self,
        store: Store,
        call: Callable[[Callable[[], object]], object],
        deleted: str = DELETED_SESSION,
    ) -> None:
        """Begin a visit.

        Args:
            store: Open for writing.
            call: Has something done on the screen's thread, whichever thread asks.
            deleted: Under which name the library keeps what was deleted last.
        """
        self._store = store
        self._call = call
        self._amending = store.amending()
        self._trail = AmendmentTrail()
        self._deleted = deleted
        self._changed = False
        self._begun: Callable[[Amendment], object] = _nobody
        self._heard: Heard = _nobody
        self.unsaved = self._amending.unsaved
        """Why the newest changes are not on disk, in a sentence; empty while all of them are."""

    def listen(self, heard: Heard, begun: Callable[[Amendment], object] = _nobody) -> None:
        """Have changes told to one screen alone.

        Args:
            heard: Called when a change is on disk, or known not to be.
            begun: Called at once with a change that is on its way.
        """
        self._heard, self._begun = heard, begun

    def make(self, change: Amendment, told: str) -> None:
        """Make a change that can be undone."""
        self._trail.add(change)
        self._write(change, told)

    def undo(self, only: str = "") -> str:
        """Take the newest change back; return why not, in a sentence, empty where it is.

        Args:
            only: The id of the session that it has to be about; empty for any.
        """
        newest = self._trail.newest()
        if newest is None and not only:
            return self._bring_back()
        if newest is None:
            return "Nothing to undo here."
        if only and newest.id != only:
            return "The last change was in another session; u in the list takes it back."
        change = self._trail.undo()
        if change is not None:
            self._write(change, "Undone. U makes it again.")
        return ""

    def redo(self, only: str = "") -> str:
        """Make the change again that was undone; return why not, in a sentence."""
        newest = self._trail.newest(undone=True)
        if newest is None:
            return "Nothing to redo."
        if only and newest.id != only:
            return "That was in another session; U in the list makes it again."
        change = self._trail.redo()
        if change is not None:
            self._write(change, "Made again. u undoes it.")
        return ""

    def _bring_back(self) -> str:
        """Take the last deletion of an earlier visit back."""
        try:
            deleted = self._amending.last_deleted(self._deleted)
        except StoreError as error:
            return error.what
        if deleted is None or self._changed:
            return "Nothing to undo."
        what = "session" if self._deleted == DELETED_SESSION else "run"
        self.make(deleted.undone(), f"The {what} deleted last is back.")
        return ""

    def retry(self, heard: Callable[[], object]) -> None:
        """Try once more to write what the disk refused.

        Args:
            heard: Called on the screen's thread when `unsaved` says what came of it.
        """

        def tried(why: str) -> None:
            self.unsaved = why
            heard()

        self._amending.retry(lambda why: self._call(lambda: tried(why)))

    def fold(self) -> None:
        """Put what was changed into its years, on the writer's thread."""
        if self._changed:
            self._amending.fold(self._report)

    def _report(self, why: str) -> None:
        if why:
            self._store.past.report(why)

    def _write(self, change: Amendment, told: str) -> None:
        self._changed = True
        self._begun(change)

        def done(why: str) -> None:
            self._call(lambda: self._settle(change, told, why))

        self._amending.keep(change, done)

    def _settle(self, change: Amendment, told: str, why: str) -> None:
        self.unsaved = why
        self._heard(change, f"NOT SAVED: {why}" if why else told)


class PastPage(Page):
    """A page on which the past is changed: it says what is not saved, and goes on trying."""

    _changes: PastChanges
    _retries = False
    """Whether what is not saved is about to be tried again."""

    def _tell(self, text: str) -> None:
        """Say in one line what was done; what is not saved goes before it."""
        unsaved = self._changes.unsaved
        line = self.query_one("#told", Static)
        said = f"NOT SAVED: {unsaved}" if unsaved else text
        line.update(Content(safe_text(said)), layout=False)
        line.set_class(bool(unsaved), "-unsaved")
        if unsaved and not self._retries:
            self._retries = True
            self.set_timer(RETRY_S, self._retry)

    def _retry(self) -> None:
        """Try once more to save what the disk refused."""
        self._retries = False
        if self._changes.unsaved:
            self._changes.retry(self._retried)
        else:
            self._tell("Saved now.")

    def _retried(self) -> None:
        if self.is_there:
            self._tell("Saved now.")


class PastListPage(PastPage):
    """One from which the past is left, by its own key or by any other way."""

    def want(self, message: Message) -> None:
        """Leave, and have what was changed put into its years."""
        self._changes.fold()
        super().want(message)

    def on_unmount(self) -> None:
        """Have what was changed put into its years, also where the program ends."""
        self._changes.fold()
