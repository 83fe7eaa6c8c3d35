"""Sessions of a data folder: begun, left, taken up again, set aside, folded into the history.

What a session is made of is imported where there is one: home comes first, and mostly without.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from runlift_tui.clock import Clock
from runlift_tui.core.words.documents import iso
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import Writer, reporting
from runlift_tui.store.history.past import Past
from runlift_tui.store.journal.segment import SUFFIX, Segment
from runlift_tui.store.library.desk import Desk
from runlift_tui.store.session.discarded import Discarded

if TYPE_CHECKING:
    from runlift_tui.core.exercises.shelf import Edit
    from runlift_tui.core.session.commands import Started
    from runlift_tui.core.session.live import Live
    from runlift_tui.core.session.state import Session
    from runlift_tui.store.journal.records import Replayed
    from runlift_tui.store.session.on_disk import OnDisk
    from runlift_tui.store.session.training import Training


class Unfinished(Struct, frozen=True):
    """A session that was left before its end, as its journal has it."""

    live: Live
    path: str
    strange: bool = False
    """Whether the journal has lines that make no sense to this program."""

    @property
    def id(self) -> str:
        """The name of its journal, which is the session's id."""
        return os.path.basename(self.path).removesuffix(SUFFIX)


class Sessions:
    """The journals of sessions, from the first set to the history."""

    def __init__(
        self,
        past: Past,
        desk: Desk,
        clock: Clock,
        writer: Callable[[], Writer],
        lost: Callable[[str], object],
        swapped: Callable[[Edit], object],
    ) -> None:
        """Take a data folder's past.

        Args:
            past: Where the journals are, and the history.
            desk: Takes over what was swapped for good.
            clock: Tells the time.
            writer: Returns the thread that writes.
            lost: Called on that thread with a sentence about what was left and is not on disk.
            swapped: Called with what was swapped for good in a routine.
        """
        self._past = past
        self._desk = desk
        self._clock = clock
        self._writer = writer
        self._lost = lost
        self._swapped = swapped
        self.discarded = Discarded(past.folder.journal, writer)

    def begin(self, start: Started) -> Training:
        """Begin a session; its start is on disk when this returns, or known to be refused."""
        from runlift_tui.store.session.training import begun

        return begun(start, self._past.folder.journal, self._clock, self._on_disk)

    def _on_disk(self, segment: Segment) -> OnDisk:
        from runlift_tui.store.session.on_disk import OnDisk

        return OnDisk(
            segment,
            writer=self._writer(),
            history=self._past.history,
            saving=self._keep_swaps,
            lost=self._lost,
        )

    def unfinished(self) -> Unfinished | None:
        """Return the newest session that was left before its end, or None.

        Where the journals cannot be listed there is none, and the reports say so.
        """
        try:
            there = list(self._past.journals.sessions())
        except StoreError as error:
            self._past.report(error.what)
            return None
        if not there:
            return None
        from runlift_tui.core.session.live import Live
        from runlift_tui.core.session.state import is_over

        found = [each for each in there if not is_over(each[1].session)]
        if not found:
            return None
        path, read = max(found, key=lambda each: each[1].session.log[-1].at)
        return Unfinished(Live(read.session, read.timeline), path, bool(read.strange))

    def resume(self, unfinished: Unfinished, held: tuple[str, ...] = ()) -> Training:
        """Go on with an unfinished session.

        Args:
            unfinished: The session.
            held: What holds jumps back by now, in words.
        """
        from runlift_tui.store.session.training import resumed

        segment = self._opened(unfinished.path, aside=unfinished.strange)
        return resumed(unfinished.live, self._on_disk(segment), self._clock, held)

    def finish(self, unfinished: Unfinished) -> Training:
        """Finish an unfinished session as it stands."""
        from runlift_tui.core.session.commands import Finish

        training = self.resume(unfinished)
        training.tell(Finish())
        training.keep()
        return training

    def discard(self, unfinished: Unfinished, done: Callable[[str], object]) -> None:
        """Set the journal of an unfinished session aside, so that it can be brought back.

        Args:
            unfinished: The session.
            done: Called on the writer's thread with why it is not discarded, in a sentence; empty
                where it is.
        """
        path = unfinished.path

        def aside() -> None:
            self._take_back(unfinished.live.session)
            self.discarded.put(path)

        self._writer().submit(aside, reporting(done))

    def folding(self) -> Callable[[], None]:
        """Return what puts every finished session that only its journal has into the history.

        It is a job for the writer's thread, and raises a StoreError where one of them could not
        be: that one's journal stays. What the sessions change in the routines is taken over here
        and at once: the shelf belongs to the thread that this is called on.
        """
        found: list[tuple[str, Replayed, Callable[[], object]]] = []
        for path, read in self._past.journals.sessions():
            from runlift_tui.core.history.document import is_worth_keeping
            from runlift_tui.core.session.state import is_over

            counts = is_over(read.session) and is_worth_keeping(read.session)
            found.append((path, read, self._keep_swaps(read.session) if counts else _nothing))
        return lambda: self._fold(found)

    def _fold(self, found: list[tuple[str, Replayed, Callable[[], object]]]) -> None:
        refused: StoreError | None = None
        for path, read, keep_swaps in found:
            from runlift_tui.core.history.document import document, is_worth_keeping
            from runlift_tui.core.session.state import is_over

            try:
                if not is_over(read.session):
                    self._take_back(read.session)
                    continue
                if is_worth_keeping(read.session):
                    self._past.history.fold(document(read.session), again=True)
                    keep_swaps()
                with suppress(FileNotFoundError):  # an engine took it, or it was kept meanwhile
                    self._opened(path, aside=bool(read.strange)).remove()
            except StoreError as error:
                refused = error  # a year that cannot be written keeps no other one waiting
        if refused is not None:
            raise refused
        from runlift_tui.store.history.changes import fold_changes

        past = self._past
        fold_changes(past.folder.journal, past.history, past.report)

    def _take_back(self, session: Session) -> None:
        """Take a session out of the history whose end was undone when the disk refused that."""
        id_, year = session.start.id, int(iso(session.began)[:4])
        if self._past.history.mentions(id_, year):
            self._past.history.withdraw(id_, year)

    def _keep_swaps(self, session: Session) -> Callable[[], object]:
        """Put what was swapped for good into the routine, at once for everyone here.

        Returns:
            What writes it, for the writer's thread.
        """
        from runlift_tui.core.session.swaps import keep_swap, kept_swaps

        for slot, exercise in kept_swaps(session).items():
            edit = keep_swap(self._desk.shelf(), session.routine.id, slot, exercise)
            if edit.before != edit.after:
                self._desk.change(edit)
                self._swapped(edit)
        return self._desk.outbox.write

    def _opened(self, path: str, *, aside: bool) -> Segment:
        """Return a journal, mended; one that is to be kept aside is copied before it changes."""
        segment, damaged = Segment.open(path)
        if damaged is not None:
            self._past.report(damaged.what)
        if aside:
            segment.keep_aside()
        return segment


def _nothing() -> None:
    """Write nothing."""
