"""A session that is being trained: its clocks, its journal, and its way into the history.

Everything that is decided happens at once and in memory; everything that is written happens on
the writer's thread, in order. The screen shows `shown`, which never runs ahead of the disk.
"""

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from msgspec import Struct

from runlift_tui.clock import Clock
from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.session.advance import Cue, advance
from runlift_tui.core.session.commands import Command, Left, Resumed, Started
from runlift_tui.core.session.live import Given, Live, started
from runlift_tui.core.session.state import Session, is_finished
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.disk.errors import StoreError, Unwritable
from runlift_tui.store.disk.writer import Writer, reporting, why
from runlift_tui.store.journal.records import record_of
from runlift_tui.store.journal.segment import Segment


class Keeper(Protocol):
    """The part of the history that a session needs."""

    def fold(self, document: Document) -> object:
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


class Training:
    """One session under way, from its first key until its summary is left."""

    def __init__(
        self,
        live: Live,
        segment: Segment,
        *,
        clock: Clock,
        writer: Writer,
        history: Keeper,
    ) -> None:
        self._live = live
        self._segment = segment
        self._clock = clock
        self._writer = writer
        self._history = history
        self._waiting = 0
        self._in_history = False
        self.shown = live.session
        """The session as it stands on disk, or in memory where the disk refuses."""
        self.unsaved = "" if segment.saved else why(segment.trouble)
        """Why something is not saved, in a sentence; empty while all of it is."""
        self.unkept = ""
        """Why the history does not have the finished session; its journal stays until it has."""
        self.heard: Callable[[], object] = _nobody
        """Called on the writer's thread when it has something to say; whoever owns this object
        should call `settle` soon. A call that gets lost is made up for by the next tick."""
        self.lost: Callable[[str], object] = _nobody_hears
        """Called on the writer's thread when the session was left and not all of it is on disk,
        with a sentence about it."""
        self.saving: Callable[[Session], Callable[[], object]] = _nobody_saves
        """Called with a session that is left finished; returns what is to be done on the writer's
        thread before its journal goes."""
        self._said: SimpleQueue[_Written | _Kept] = SimpleQueue()
        self._left = False

    @property
    def session(self) -> Session:
        """The session with everything that was said, saved or not."""
        return self._live.session

    @property
    def is_worth_keeping(self) -> bool:
        """Whether any set was done."""
        return is_worth_keeping(self._live.session)

    @property
    def is_settled(self) -> bool:
        """Whether nothing waits for the writer."""
        return self._waiting == 0

    @property
    def at_risk(self) -> str:
        """Why leaving now would lose something, in a sentence; empty where it would not."""
        in_history = self._in_history and not self.unkept
        return "" if in_history else self.unsaved

    def now(self) -> int:
        """Return this moment on the session's line of time, milliseconds."""
        return self._live.at(self._clock.stamp())

    def wall_ms(self) -> int:
        """Return what to add to the session's line of time for the athlete's wall clock."""
        stamp = self._clock.stamp()
        offset = self._clock.utc_offset_min(stamp.utc_ms) * 60_000
        return stamp.utc_ms - self._live.at(stamp) + offset

    def tick(self) -> list[Cue]:
        """Walk time on to this moment; log the holds that were watched to their end."""
        self.settle()
        if self._left:
            return []
        live, cues, given = self._live.walked(self._clock.stamp())
        self._live = live
        for each in given:
            self._write(each)
        if not self._waiting:
            self.shown = live.session
        else:
            self.shown, _ = advance(self.shown, live.session.at)
        return cues

    def tell(self, command: Command) -> None:
        """Give the session a command, and see that it is written.

        Raises:
            Refused: it cannot be done now, or the session was left; nothing is written.
        """
        if self._left:
            raise Refused("the session was left")
        self.tick()
        self._live, given = self._live.told(self._clock.stamp(), command)
        self._write(given)

    def retry(self) -> None:
        """Try once more to save what the disk refused."""
        if self.unsaved and not self._waiting and not self._left:
            self._submit(self._segment.retry)

    def settle(self) -> None:
        """Take in what the writer has said since."""
        while True:
            try:
                said = self._said.get_nowait()
            except Empty:
                return
            if isinstance(said, _Kept):
                self.unkept = said.unkept
                continue
            self._waiting -= 1
            self.unsaved = said.unsaved
            self.shown = self._live.session if not self._waiting else said.session

    def keep(self) -> None:
        """Put the finished session into the history, or take one out that is finished no more."""
        session = self._live.session
        if self._left:
            return
        if is_finished(session) and is_worth_keeping(session):
            row = document(session)
            self._in_history = True
            self._to_history(lambda: self._history.fold(row))
        elif self._in_history:
            id_, year = session.start.id, int(iso(session.began)[:4])
            self._in_history = False
            self._to_history(lambda: self._history.withdraw(id_, year))

    def _to_history(self, job: Callable[[], object]) -> None:
        self._writer.submit(job, lambda result: self._say(_Kept(why(result))))

    def leave(self, done: Callable[[str], object] | None = None) -> None:
        """Close the session for now; where it is finished, its journal goes for good.

        The journal of a session that could not be put into the history stays. A session that was
        left takes no more commands, and is not left again.

        Args:
            done: Called on the writer's thread with why it could not be closed as it should be,
                in a sentence; empty where it could.
        """
        if self._left:
            return
        self._left = True
        session = self._live.session
        if not is_finished(session):
            given = Given(self._clock.stamp(), Left())
            self._writer.submit(lambda: self._close(given), reporting(done))
            return
        kept: list[Callable[[], object]] = []
        if is_worth_keeping(session):
            row = document(session)
            kept = [lambda: self._history.fold(row), self.saving(session)]
        self._writer.submit(lambda: self._close_finished(kept), reporting(done))

    def _close(self, given: Given) -> None:
        try:
            self._segment.append(record_of(*given))
        except Unwritable as error:
            # That it was left is no loss by itself.
            if self._segment.pending > 1:
                self.lost(_lost(error))
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
                self.lost(_lost(error))
            raise
        finally:
            self._segment.close()

    def _write(self, given: Given) -> None:
        record = record_of(*given)
        self._submit(lambda: self._segment.append(record))

    def _submit(self, job: Callable[[], Any]) -> None:
        self._waiting += 1
        session = self._live.session
        self._writer.submit(job, lambda result: self._say(_Written(session, why(result))))

    def _say(self, said: _Written | _Kept) -> None:
        self._said.put(said)
        self.heard()


def _lost(error: Unwritable) -> str:
    return (
        f"The newest entries of the session were not saved. {error.what} "
        "Everything before them is safe."
    )


def _nobody_hears(what: str) -> None:
    """Tell nobody of what is lost."""


def _nobody_saves(session: Session) -> Callable[[], object]:
    """Keep nothing of a finished session but its history."""
    return _nobody


def _nobody() -> None:
    """Hear nothing: whoever ticks takes in what was said."""


def begun(
    command: Started, folder: str, *, clock: Clock, writer: Writer, history: Keeper
) -> Training:
    """Begin a session, its first line on disk before this returns (or known to be refused).

    Args:
        command: The start, with its snapshot.
        folder: The journal's.
        clock: The machine's.
        writer: Its thread writes all that follows.
        history: Where it goes in the end.
    """
    live, given = started(command, clock.stamp())
    segment = Segment.create(folder, command.id, "session", first=[record_of(*given)])
    return Training(live, segment, clock=clock, writer=writer, history=history)


def resumed(
    live: Live, segment: Segment, *, clock: Clock, writer: Writer, history: Keeper
) -> Training:
    """Go on with a session that was read back from its journal."""
    live, _, given = live.walked(clock.stamp())
    training = Training(live, segment, clock=clock, writer=writer, history=history)
    for each in given:
        training._write(each)
    training.tell(Resumed())
    return training
