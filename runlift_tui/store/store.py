"""Everything on disk, for the screens: one data folder, opened once."""

import os
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.history.document import document, is_worth_keeping
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import Finish, Started
from runlift_tui.core.session.live import Live
from runlift_tui.core.session.state import Session, is_finished
from runlift_tui.core.session.swaps import keep_swap, kept_swaps
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.documents import iso
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import Writer
from runlift_tui.store.history.digest import Digest
from runlift_tui.store.history.facts import facts
from runlift_tui.store.history.past import Past
from runlift_tui.store.journal.segment import Segment
from runlift_tui.store.library import config_file
from runlift_tui.store.library.library import Library
from runlift_tui.store.library.needed import Needed, Tables
from runlift_tui.store.library.settings import (
    ATHLETE,
    KEY,
    SETTINGS,
    athlete_of,
    document_of,
    not_overruled,
    overruled,
    preferences_of,
)
from runlift_tui.store.session.training import Training, begun, resumed

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import Plan, PlanEdit
    from runlift_tui.core.runs.logbook import LoggedRun
    from runlift_tui.core.runs.run import Run, Trial
    from runlift_tui.store.history.changes import Amending
    from runlift_tui.store.journal.records import Replayed

DISCARDED = ".discarded"
"""What the name of a discarded session's journal ends in."""


class Unfinished(Struct, frozen=True):
    """A session that was left before its end, as its journal has it."""

    live: Live
    path: str
    strange: bool = False
    """Whether the journal has lines that make no sense to this program."""


class Store:
    """A data folder: its journal, history and library, and the thread that writes them.

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
        self.past = Past(path)
        self.config_path = config
        self.folder = self.past.folder
        self.history = self.past.history
        self.clock = clock
        self.library = Library(self.folder.library)
        self.only_looking = ""
        """Why nothing can be written here, in a sentence; empty while it can."""
        self.told: Callable[[], object] = lambda: None
        """Called on the writer's thread when the reports have a new one."""
        self._writer: Writer | None = None
        self._digest = Digest(self.folder.derived, self.history)
        self._shelf: Shelf | None = None
        self._athlete: Athlete | None = None
        """Who was kept last, which the disk may not have yet."""
        self._preferences: Preferences | None = None
        self._config: Config | None = None
        self.unkept = ""
        """Why an edit of the shelf is not on disk, in a sentence; empty while all of them are."""
        self._needed = Needed(self.folder.derived, self.library)
        self._edits: deque[Callable[[], object]] = deque()
        self._amending: Amending | None = None
        self.lost: list[str] = []
        """What was given up although it is not on disk, a sentence each."""
        self._plan_rows: Mapping[str, Any] | None = None
        self._plans: tuple[Plan, ...] | None = None

    def open(self) -> None:
        """Make the folder where it is missing, and lock it.

        Where that cannot be done, everything can still be looked at.
        """
        try:
            self.folder.create()
            self.folder.lock.acquire()
            self.folder.sweep()
        except StoreError as error:
            self.only_looking = error.what

    def close(self) -> None:
        """Finish what is being written, and let go of the folder; `lost` says what is not saved."""
        if self._writer is not None:
            # Where the terminal is gone, another thread may be closing it in the same moment.
            with suppress(RuntimeError):
                self._writer.submit(self._last_writes)
            self._writer.close()
            self._writer = None
        self.folder.lock.release()

    def _last_writes(self) -> None:
        """Try what the disk refused for the last time."""
        last = (
            [self._write_edits]
            if self._amending is None
            else [self._write_edits, self._amending.close]
        )
        for write in last:
            try:
                write()
            except Exception as error:  # whatever it is, the other one is tried too
                self.lost.append(f"What was changed last is not saved. {_why(error)}")

    @property
    def unsaved(self) -> str:
        """Why a change outside of a session is not on disk, in a sentence; empty while all are."""
        return self.unkept or ("" if self._amending is None else self._amending.unsaved)

    @property
    def writer(self) -> Writer:
        """The thread that writes; it is started when it is first needed."""
        if self._writer is None:
            self._writer = Writer()
        return self._writer

    def shelf(self) -> Shelf:
        """Return the athlete's shelf: what ships, and what they made of it."""
        if self._shelf is None:
            self._shelf = self._read_shelf(lambda _: self.library.snapshot())
        return self._shelf

    def starting_shelf(self) -> Shelf:
        """Return as much of the shelf as a session may start with: no exercise without a slot."""
        return self._shelf or self._read_shelf(self._needed.load)

    def _read_shelf(self, read: Callable[[Mapping[str, Exercise]], Tables]) -> Shelf:
        from runlift_tui.store.library import shipped
        from runlift_tui.store.library.rows import read_shelf

        exercises = shipped.exercises()
        try:
            tables = read(exercises)
        except StoreError as error:
            self.past.report(error.what)
            tables = {}
        self._report_damage()
        if self._athlete is None:
            self._athlete = athlete_of(tables.get(ATHLETE, {}).get(KEY))
        if self._preferences is None:
            self._preferences = preferences_of(tables.get(SETTINGS, {}).get(KEY))
        if self._plan_rows is None:
            self._plan_rows = tables.get("plans", {})
        found, faults = read_shelf(exercises, tables)
        for fault in faults:
            self.past.report(fault)
        return found

    def _report_damage(self) -> None:
        """Say once what is wrong with the library, of which an older generation may be shown."""
        damaged = self.library.damaged
        if damaged is not None and damaged.what not in self.past.reports:
            self.past.report(damaged.what)

    def exercises(self) -> dict[str, Exercise]:
        """Return every exercise that can stand in a slot, by id."""
        return self.shelf().exercises()

    def edit(self, edit: Edit) -> None:
        """Change the shelf, at once for everyone here, and on the writer's thread on disk.

        What could not be written is tried again before the next edit, so none slips past another.
        """
        self._keep(self._after(edit))

    def _after(self, edit: Edit) -> Callable[[], object]:
        """Change the shelf for everyone here; return what writes the edit."""
        self._shelf = self.shelf().after(edit)
        return self._writing(edit)

    def _writing(self, edit: "Edit | PlanEdit") -> Callable[[], object]:
        from runlift_tui.store.library.rows import write_edit

        return lambda: write_edit(self.library, edit)

    def _keep(self, write: Callable[[], object]) -> None:
        """Have the library changed, behind all changes that it refused before."""
        self._edits.append(write)
        self.retry()

    def retry(self) -> None:
        """Try once more to write what the library refused; `unkept` says what came of it."""

        def done(result: object) -> None:
            before, self.unkept = self.unkept, _why(result)
            if self.unkept != before:
                self.told()

        self.writer.submit(self._write_edits, done)

    def _write_edits(self) -> None:
        while self._edits:
            self._edits[0]()
            self._edits.popleft()

    def config(self) -> Config:
        """Return what the hand-written settings file says; the reports tell what is wrong in it."""
        if self._config is None:
            self._config, faults = config_file.read(self.config_path)
            for fault in config_file.in_brief(faults):
                self.past.report(fault)
        return self._config

    def plans(self) -> "tuple[Plan, ...]":
        """Return the athlete's plans, the oldest start first."""
        if self._plans is None:
            if self._plan_rows is None:
                self.starting_shelf()
            rows = self._plan_rows
            if not rows:
                return ()  # and nothing of plans needs to be imported
            from runlift_tui.store.library.rows import read_plans

            self._plans, faults = read_plans(rows)
            for fault in faults:
                self.past.report(fault)
        return self._plans

    def edit_plan(self, edit: "PlanEdit") -> None:
        """Change the plans, at once for everyone here; see `edit`."""
        others = [plan for plan in self.plans() if plan.id != edit.id]
        if edit.after is not None:
            others.append(edit.after)
        self._plans = tuple(sorted(others, key=lambda plan: (plan.answers.start, plan.id)))
        self._keep(self._writing(edit))

    def athlete(self) -> Athlete:
        """Return who trains here; the default where the library cannot be read."""
        return overruled(self._kept_athlete(), self.config().settings)

    def _kept_athlete(self) -> Athlete:
        if self._athlete is not None:
            return self._athlete
        try:
            return athlete_of(self.library.get(ATHLETE, KEY))
        except StoreError as error:
            self.past.report(error.what)
            return Athlete()
        finally:
            self._report_damage()

    def submit(self, job: Callable[[], object]) -> None:
        """Have something written; where that fails, the reports say so and `told` is called."""

        def done(result: object) -> None:
            what = _why(result)
            if what:
                self.past.report(what)
                self.told()

        self.writer.submit(job, done)

    def keep_athlete(self, athlete: Athlete) -> None:
        """Remember who trains here, at once for everyone here.

        What the settings file overrules stays in the library as it was.
        """
        athlete = not_overruled(athlete, self._kept_athlete(), self.config().settings)
        self._athlete = athlete
        row = document_of(athlete)
        self._keep(lambda: self.library.put(ATHLETE, KEY, row))

    def preferences(self) -> Preferences:
        """Return how the program is to behave; the default where the library cannot be read."""
        return overruled(self._kept_preferences(), self.config().settings)

    def _kept_preferences(self) -> Preferences:
        if self._preferences is None:
            try:
                self._preferences = preferences_of(self.library.get(SETTINGS, KEY))
            except StoreError as error:
                self.past.report(error.what)
                return Preferences()
            finally:
                self._report_damage()
        return self._preferences

    def keep_preferences(self, preferences: Preferences) -> None:
        """Remember how the program is to behave; see `keep_athlete`."""
        kept = self._kept_preferences()
        preferences = not_overruled(preferences, kept, self.config().settings)
        self._preferences = preferences
        row = document_of(preferences)
        self._keep(lambda: self.library.put(SETTINGS, KEY, row))

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

    def entries(self, since: date = date.min) -> "list[LoggedRun]":
        """Return runs and trials with their documents, oldest first.

        A year that cannot be read is left out, and the reports say so.
        """
        from runlift_tui.store.history.runs import Runs

        try:
            return Runs(self.past).entries(since, self.past.report)
        except StoreError as error:
            self.past.report(error.what)
            return []

    def runs(self, since: date = date.min) -> "tuple[Run, ...]":
        """Return the runs from a day on, oldest first; a trial is among them, as a race."""
        return tuple(entry.run for entry in self.entries(since))

    def trials(self, since: date = date.min) -> "tuple[Trial, ...]":
        """Return the races and time trials from a day on, oldest first."""
        from runlift_tui.core.runs.run import Trial

        return tuple(e.said for e in self.entries(since) if isinstance(e.said, Trial))

    def begin(self, start: Started) -> Training:
        """Begin a session; its start is on disk when this returns, or known to be refused."""
        training = begun(
            start,
            self.folder.journal,
            clock=self.clock,
            writer=self.writer,
            history=self.history,
        )
        return self._listened_to(training)

    def _listened_to(self, training: Training) -> Training:
        training.saving = self._keep_swaps
        training.lost = self.lost.append
        return training

    def unfinished(self) -> Unfinished | None:
        """Return the newest session that was left before its end, or None.

        Where the journals cannot be listed there is none, and the reports say so.
        """
        try:
            found = [each for each in self.past.journals() if not is_finished(each[1].session)]
        except StoreError as error:
            self.past.report(error.what)
            return None
        if not found:
            return None
        path, read = max(found, key=lambda each: each[1].session.log[-1].at)
        return Unfinished(Live(read.session, read.timeline), path, bool(read.strange))

    def resume(self, unfinished: Unfinished) -> Training:
        """Go on with an unfinished session."""
        segment = self._opened(unfinished.path, aside=unfinished.strange)
        training = resumed(
            unfinished.live,
            segment,
            clock=self.clock,
            writer=self.writer,
            history=self.history,
        )
        return self._listened_to(training)

    def finish(self, unfinished: Unfinished) -> Training:
        """Finish an unfinished session as it stands."""
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
            _move(path, path + DISCARDED, "The session could not be discarded")

        self.writer.submit(aside, _reporting(done))

    def bring_back(self, unfinished: Unfinished, done: Callable[[str], object]) -> None:
        """Undo a discard; `done` as for `discard`."""
        path = unfinished.path

        def back() -> None:
            if os.path.lexists(path + DISCARDED):
                _move(path + DISCARDED, path, "The session could not be brought back")

        self.writer.submit(back, _reporting(done))

    def fold_finished(self) -> None:
        """Put every finished session that only its journal has into the history.

        Raises:
            StoreError: one of them could not be; its journal stays.
        """
        self.folding()()

    def folding(self) -> Callable[[], None]:
        """Return the job of `fold_finished`, for the writer's thread.

        What the sessions change in the routines is taken over here and at once: the shelf belongs
        to the thread that this is called on.
        """
        found: list[tuple[str, Replayed, Callable[[], object]]] = []
        for path, read in self.past.journals():
            counts = is_finished(read.session) and is_worth_keeping(read.session)
            found.append((path, read, self._keep_swaps(read.session) if counts else _nothing))
        return lambda: self._fold_finished(found)

    def _fold_finished(self, found: "list[tuple[str, Replayed, Callable[[], object]]]") -> None:
        refused: StoreError | None = None
        for path, read, keep_swaps in found:
            try:
                if not is_finished(read.session):
                    self._take_back(read.session)
                    continue
                if is_worth_keeping(read.session):
                    self.history.fold(document(read.session))
                    keep_swaps()
                self._opened(path, aside=bool(read.strange)).remove()
            except StoreError as error:
                refused = error  # a year that cannot be written keeps no other one waiting
        if refused is not None:
            raise refused
        from runlift_tui.store.history.changes import fold_changes

        fold_changes(self.folder.journal, self.history, self.library, self.past.report)

    def _take_back(self, session: Session) -> None:
        """Take a session out of the history whose end was undone when the disk refused that."""
        id_, year = session.start.id, int(iso(session.began)[:4])
        if self.history.mentions(id_, year):
            self.history.withdraw(id_, year)

    def amending(self) -> "Amending":
        """Return the way in which changes of the past are written."""
        if self._amending is None:
            from runlift_tui.store.history.changes import Amending

            self._amending = Amending(
                self.folder.journal,
                self.history,
                self.library,
                lambda: self.writer,
                lambda: self.clock.stamp().utc_ms,
                self.past.report,
            )
        return self._amending

    def _keep_swaps(self, session: Session) -> Callable[[], object]:
        """Put what was swapped for good into the routine, at once for everyone here.

        Returns:
            What writes it, for the writer's thread.
        """
        for slot, exercise in kept_swaps(session).items():
            edit = keep_swap(self.shelf(), session.routine.id, slot, exercise)
            if edit.before != edit.after:
                self._edits.append(self._after(edit))
        return self._write_edits

    def _opened(self, path: str, *, aside: bool) -> Segment:
        """Return a journal, mended; one that is to be kept aside is copied before it changes."""
        segment, damaged = Segment.open(path)
        if damaged is not None:
            self.past.report(damaged.what)
        if aside:
            segment.keep_aside()
        return segment


def _move(source: str, target: str, refused: str) -> None:
    """Rename a journal; on return that is on disk.

    Raises:
        StoreError: it is not, and the journal has its old name.
    """
    try:
        files.rename(source, target)
        try:
            files.fsync_folder(os.path.dirname(target))
        except OSError:
            files.rename(target, source)
            raise
    except OSError as error:
        raise StoreError(f"{refused}: {error.strerror}. Nothing is changed.") from error


def _reporting(done: Callable[[str], object]) -> Callable[[object], None]:
    def report(result: object) -> None:
        done(_why(result))

    return report


def _nothing() -> None:
    """Write nothing."""


def _why(result: object) -> str:
    """Return why a job failed, in a sentence; empty where it did not."""
    if isinstance(result, BaseException):
        what = result.what if isinstance(result, StoreError) else ""
        return what or f"{type(result).__name__}: {result}"
    return ""
