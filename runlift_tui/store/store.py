"""Everything on disk, for the screens: one data folder, opened once."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.store.disk.errors import Locked, StoreError
from runlift_tui.store.disk.writer import Writer, why
from runlift_tui.store.history.digest import Digest
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.year_summary import facts
from runlift_tui.store.library.desk import Desk, read_anew
from runlift_tui.store.library.library import Library
from runlift_tui.store.library.outbox import Outbox
from runlift_tui.store.session.sessions import Sessions

if TYPE_CHECKING:
    from runlift_tui.store.history.changes import Amending
    from runlift_tui.store.history.runs import Runs
    from runlift_tui.store.journal.acts import Acts


class Store:
    """A data folder: its sessions, its past, the athlete's own things, and the thread that writes.

    Only one program at a time may write; any other can look, and `only_looking` says why.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        clock: Clock,
        config: str | os.PathLike[str] | None = None,
    ) -> None:
        """Look at a data folder.

        Args:
            path: The folder; it need not exist.
            clock: Tells the time.
            config: The athlete's hand-written settings file, which need not exist either.
        """
        self.clock = clock
        self.only_looking = ""
        """Why nothing can be written here, in a sentence; empty while it can."""
        self.is_taken = False
        """Whether that is because another program writes here."""
        self.told: Callable[[], object] = lambda: None
        """Called on the writer's thread when the reports have a new one."""
        self.came = ""
        """What came in from other machines, in a sentence, until it was seen; empty for nothing."""
        self.lost: list[str] = []
        """What was given up although it is not on disk, a sentence each."""
        self.past = Past(path, lambda: self.clock.stamp().utc_ms)
        self.folder = self.past.folder
        self.history = self.past.history
        self.library = Library(self.folder.library, self.past.stamping)
        self.desk = Desk(
            self.library,
            derived=self.folder.derived,
            config=config,
            outbox=Outbox(lambda: self.writer, lambda: self.told()),
            report=self.past.report,
            today=self.today,
        )
        self.past.same = self.desk.same
        self.sessions = Sessions(
            self.past,
            self.desk,
            clock,
            lambda: self.writer,
            self.lost.append,
            lambda edit: self.acts.changed("routines", edit),
        )
        self._digest = Digest(self.folder.derived, self.history, self.desk.same)
        self._writer: Writer | None = None
        self._amending: Amending | None = None
        self._acts: Acts | None = None

    def open(self, wait_s: float = 0.0) -> None:
        """Make the folder where it is missing, and lock it.

        Where that cannot be done, everything can still be looked at, and it may be tried again.

        Args:
            wait_s: For how many seconds the lock is tried again: whoever has it may be ending.
        """
        self.only_looking, self.is_taken = "", False
        try:
            self.folder.create()
            self.folder.lock.acquire(wait_s)
            self.folder.sweep()
        except StoreError as error:
            self.only_looking, self.is_taken = error.what, isinstance(error, Locked)

    def forget(self) -> None:
        """Have everything read again when it is asked for: another program had the folder.

        Nothing of this one may be on its way to the disk.
        """
        read_anew(self.desk)
        self.past.device.forget()
        self._acts = None

    def close(self) -> None:
        """Finish what is being written, and let go of the folder; `lost` says what is not saved."""
        if self._writer is not None:
            # Where the terminal is gone, another thread may be closing it in the same moment.
            with suppress(RuntimeError):
                self._writer.submit(self._last_writes)
            self._writer.close()
            self._writer = None
        self._part()
        self.folder.lock.release()

    def _part(self) -> None:
        """Give out what was changed last: on this machine nobody may come by for days."""
        from runlift_tui.store.sync.at_hand import is_wanted

        if self.folder.lock.is_held and is_wanted(self.folder):
            from runlift_tui.store.sync.exchange import Exchange

            with suppress(StoreError):  # the next exchange makes up for it
                Exchange(self.past, self.clock.stamp().utc_ms).part()

    def _last_writes(self) -> None:
        """Try what the disk refused for the last time."""
        last = [self.desk.outbox.write]
        last += [each.close for each in (self._amending, self._acts) if each is not None]
        for write in last:
            try:
                write()
            except Exception as error:  # whatever it is, the other one is tried too
                self.lost.append(f"What was changed last is not saved. {why(error)}")

    @property
    def unsaved(self) -> str:
        """Why a change outside of a session is not on disk, in a sentence; empty while all are."""
        return self.desk.outbox.unkept or ("" if self._amending is None else self._amending.unsaved)

    @property
    def writer(self) -> Writer:
        """The thread that writes; it is started when it is first needed."""
        if self._writer is None:
            self._writer = Writer()
        return self._writer

    def submit(self, job: Callable[[], object]) -> None:
        """Have something written; where that fails, the reports say so and `told` is called."""

        def done(result: object) -> None:
            what = why(result)
            if what:
                self.past.report(what)
                self.told()

        self.writer.submit(job, done)

    @property
    def runs(self) -> "Runs":
        """Runs, races and time trials; a year that cannot be read is left out, and reported."""
        # Whoever only trains needs nothing of them, and the start is quicker without.
        from runlift_tui.store.history.runs import Runs

        return Runs(self.past, self.past.report)

    def facts(self) -> Facts:
        """Return the history in brief, with what is not folded into it yet.

        It is an empty one where that cannot be read.
        """
        try:
            return facts(self._digest.load(self.past.waiting_years()))
        except StoreError as error:
            self.past.report(error.what)
            return Facts()

    def today(self) -> date:
        """Return the athlete's calendar day."""
        from runlift_tui.core.words.days import day_of

        now = self.clock.stamp().utc_ms
        return day_of(now, self.clock.utc_offset_min(now))

    @property
    def acts(self) -> "Acts":
        """What was changed, today and on other days, and the way back."""
        if self._acts is None:
            from runlift_tui.store.journal.acts import Acts
            from runlift_tui.store.session.discarded import JOURNAL

            self._acts = Acts(
                self.folder.path,
                lambda: self.writer,
                lambda: self.clock.stamp().utc_ms,
                lambda act: (
                    self.sessions.discarded.let_go(act.of) if act.table == JOURNAL else None
                ),
            )
        return self._acts

    def leads(self, place: str, *, undone: bool = False, of: str = "") -> bool:
        """Whether there is a way back in a place; arguments, and what is known, as `Acts.leads`."""
        return self._acts is not None and self._acts.leads(place, undone=undone, of=of)

    def amending(self) -> "Amending":
        """Return the way in which changes of the past are written."""
        if self._amending is None:
            from runlift_tui.store.history.changes import Amending

            self._amending = Amending(
                self.folder.journal,
                self.history,
                lambda: self.writer,
                lambda: self.clock.stamp().utc_ms,
                self.past.report,
            )
        return self._amending
