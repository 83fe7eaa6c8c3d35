"""A session's way to the disk: each command into its journal, and in the end into the history.

All of it is written on the writer's thread, in order; what came of it is heard through a queue.
"""

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from msgspec import Struct

from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.session.commands import Left
from runlift_tui.core.session.live import Given
from runlift_tui.core.session.state import Session, is_over
from runlift_tui.core.session.timeline import Stamp
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.store.disk.errors import StoreError, Unwritable
from runlift_tui.store.disk.writer import Writer, reporting, why
from runlift_tui.store.journal.records import record_of
from runlift_tui.store.journal.segment import Segment


class Keeper(Protocol):
    """The part of the history that a session needs."""

    def fold(self, document: Document, *, again: bool) -> object:
        """Put a session in, or in the place of its older self."""

    def withdraw(self, id_: str, year: int) -> object:
        """Take a session out."""


class _Written(Struct, frozen=True):
    """What the writer's thread says of a command: on disk, or why not."""

    session: Session
    """The session with that command in it."""
    unsaved: str
    """Why the newest commands are not on disk, in a sentence; empty when they are."""


class _Kept(Struct, frozen=True):
    """What the writer's thread says of the history."""

    unkept: str
    """Why it does not have the session as it stands, in a sentence; empty when it has."""


class OnDisk:
    """The journal of one session, the history it goes into, and what the disk said of both."""

    def __init__(
        self,
        segment: Segment,
        *,
        writer: Writer,
        history: Keeper,
        saving: Callable[[Session], Callable[[], object]],
        lost: Callable[[str], object],
    ) -> None:
        """Begin with a journal that is open.

        Args:
            segment: The journal.
            writer: Its thread writes all that follows.
            history: Where the session goes in the end.
            saving: Called with a session that is left finished; returns what is to be done on
                the writer's thread before its journal goes.
            lost: Called on that thread when the session was left and not all of it is on disk,
                with a sentence about it.
        """
        self._segment = segment
        self._writer = writer
        self._history = history
        self._saving = saving
        self._lost = lost
        self._waiting = 0
        self._in_history = False
        self._said: SimpleQueue[_Written | _Kept] = SimpleQueue()
        self.unsaved = why(segment.trouble) if segment.pending else ""
        """Why something is not saved, in a sentence; empty while all of it is."""
        self.unkept = ""
        """Why the history does not have the finished session; its journal stays until it has."""
        self.heard: Callable[[], object] = _nobody
        """Called on the writer's thread when it has something to say; whoever owns this object
        should call `settle` soon. A call that gets lost is made up for by the next tick."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits for the writer."""
        return self._waiting == 0

    @property
    def at_risk(self) -> str:
        """Why leaving now would lose something, in a sentence; empty where it would not."""
        in_history = self._in_history and not self.unkept
        return "" if in_history else self.unsaved

    def write(self, given: Given, session: Session) -> None:
        """Have a command written, with which the session is as it is now."""
        record = record_of(*given)
        self._submit(lambda: self._segment.append(record), session)

    def retry(self, session: Session) -> None:
        """Try once more to save what the disk refused of a session as it is now."""
        if self.unsaved and self.is_settled:
            self._submit(self._segment.retry, session)

    def settle(self) -> Session | None:
        """Take in what the writer has said since.

        Returns:
            The session with the newest command of which it spoke; None where it spoke of none.
        """
        spoken_of = None
        while True:
            try:
                said = self._said.get_nowait()
            except Empty:
                return spoken_of
            if isinstance(said, _Kept):
                self.unkept = said.unkept
                continue
            self._waiting -= 1
            self.unsaved, spoken_of = said.unsaved, said.session

    def into_history(self, session: Session) -> None:
        """Put a finished session into the history, or take one out that is finished no more."""
        if is_over(session) and is_worth_keeping(session):
            row = document(session)
            self._in_history = True
            self._to_history(lambda: self._history.fold(row, again=True))
        elif self._in_history:
            id_, year = session.start.id, int(iso(session.began)[:4])
            self._in_history = False
            self._to_history(lambda: self._history.withdraw(id_, year))

    def _to_history(self, job: Callable[[], object]) -> None:
        self._writer.submit(job, lambda result: self._say(_Kept(why(result))))

    def close(
        self, session: Session, stamp: Stamp, done: Callable[[str], object] | None = None
    ) -> None:
        """Let go of a session; where it is finished, its journal goes for good.

        Args:
            session: As it is left.
            stamp: When that is.
            done: Called on the writer's thread with why it could not be closed as it should be,
                in a sentence; empty where it could.
        """
        if not is_over(session):
            given = Given(stamp, Left())
            self._writer.submit(lambda: self._close(given), reporting(done))
            return
        kept: list[Callable[[], object]] = []
        if is_worth_keeping(session):
            row = document(session)
            kept = [lambda: self._history.fold(row, again=True), self._saving(session)]
        self._writer.submit(lambda: self._close_finished(kept), reporting(done))

    def _close(self, given: Given) -> None:
        try:
            self._segment.append(record_of(*given))
        except Unwritable as error:
            # That it was left is no loss by itself.
            if self._segment.pending > 1:
                self._lost(_not_saved(error))
            raise
        finally:
            self._segment.close()

    def _close_finished(self, kept: Sequence[Callable[[], object]]) -> None:
        try:
            for keep in kept:
                keep()
            self._segment.remove()
        except (StoreError, OSError):
            try:
                self._segment.retry()
            except Unwritable as error:
                self._lost(_not_saved(error))
            raise
        finally:
            self._segment.close()

    def _submit(self, job: Callable[[], Any], session: Session) -> None:
        self._waiting += 1
        self._writer.submit(job, lambda result: self._say(_Written(session, why(result))))

    def _say(self, said: _Written | _Kept) -> None:
        self._said.put(said)
        self.heard()


def _not_saved(error: Unwritable) -> str:
    return (
        f"The newest entries of the session were not saved. {error.what} "
        "Everything before them is safe."
    )


def _nobody() -> None:
    """Hear nothing: whoever ticks takes in what was said."""
