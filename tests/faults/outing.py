"""Everything that an athlete does to a data folder, headless, under a clock of the test's own."""

import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.face import press
from runlift_tui.core.face.screen import open_set
from runlift_tui.core.history.amend import amended_session
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.history.archive import FORMAT, MARK, read_archive
from runlift_tui.core.history.believed import SESSIONS
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.logbook import written
from runlift_tui.core.runs.run import Run, Trial
from runlift_tui.core.session.commands import (
    Command,
    Correct,
    Finish,
    Lengthen,
    Note,
    Pause,
    RateEffort,
    Redo,
    Skip,
    Undo,
)
from runlift_tui.core.session.state import is_finished
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from runlift_tui.store.archive import add_archive
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.disk.writer import Done, Job, Writer
from runlift_tui.store.history.past import Past
from runlift_tui.store.journal.records import record_of
from runlift_tui.store.journal.segment import Segment, read_segment
from runlift_tui.store.library.library import document_of
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from runlift_tui.store.tables.text import SCHEMA
from tests.core.past import view
from tests.faults.ledger import Document, Ledger, MayBe, Told
from tests.store.examples import done, session

_DAY, _LAST_YEAR = date(2026, 11, 20), date(2025, 12, 31)
_MONTH_MS = 30 * 86_400_000
Watcher = Callable[[Ledger], None]


class Instant(Writer):
    """Does what it is handed at once, on this thread, so that every run is the same."""

    def __init__(self) -> None:
        pass

    def submit(self, job: Job, done: Done | None = None) -> None:
        """Do it now."""
        result: Any
        try:
            result = job()
        except Exception as error:
            result = error
        if done is not None:
            done(result)

    def close(self, *, wait: bool = True) -> None:
        """Nothing waits."""


class Outing:
    """Sessions, the past put right, an import and settings; the ledger says what was promised.

    The same seed does the same, whatever the disk says to it.
    """

    def __init__(
        self,
        path: str,
        seed: int,
        *,
        presses: int = 60,
        watcher: Watcher | None = None,
        clock_jumps: bool = False,
    ) -> None:
        """Prepare it.

        Args:
            path: The data folder.
            seed: Of what is left to chance.
            presses: How many keys each session gets at most.
            watcher: Called with a copy of the ledger before and after every step that is to
                reach the disk.
            clock_jumps: Whether the wall clock is set forth and back, and the machine rebooted
                between two runs of the program.
        """
        self.path = path
        self.clock = ManualClock()
        self.ledger = Ledger()
        self.before_a_start: Callable[[], object] = lambda: None
        """Called whenever the program is about to be started."""
        self._chance = random.Random(seed)
        self._presses = presses
        self._clock_jumps = clock_jumps
        self._watcher = watcher
        self._open: tuple[str, Training] | None = None
        self.store = self._new_store()

    def run(self) -> None:
        """Do everything, going on after whatever the disk refuses."""
        for step in self._steps():
            try:
                step()
            except StoreError:
                continue

    def train_on(self, id_: str) -> None:
        """Open the folder once, and train in one session without end."""
        self._start_the_program()
        self._train(id_, finish=False)

    def save_what_waits(self) -> None:
        """Have the journal of the open session write what it was refused, and note that it did."""
        if self._open is not None:
            id_, training = self._open
            training.retry()
            self._acknowledge(id_, training)

    def close(self) -> None:
        """Let go of every handle, as the end of a process does."""
        if self._open is not None:
            self._open[1].on_disk._segment.close()
        self.store.close()

    # What is done

    def _steps(self) -> Iterator[Callable[[], object]]:
        yield self._start_the_program
        yield self._settings
        yield lambda: self._train("a", finish=True)
        yield lambda: self._amend("a", lambda row: amended_session(view(row), "notes", "heavy"))
        yield lambda: self._amend("a", lambda row: amended_session(view(row), "effort", "7"))
        yield lambda: self._note_run("r", Run(id="r", day=_DAY, metres=8000.0, seconds=2530))
        yield self._import
        yield lambda: self._train("b", finish=False)
        yield self._start_the_program
        yield lambda: self._go_on("b")
        yield lambda: self._amend("old", lambda _: None)
        yield lambda: self._note_run("r", Run(id="r", day=_LAST_YEAR, metres=8000.0, seconds=2500))
        yield lambda: self._note_run("r", Trial(id="r", day=_DAY, metres=5000.0, seconds=1198.5))
        yield lambda: self._note_run("r", None)
        yield lambda: self._note_run("t", Trial(id="t", day=_DAY, metres=5000.0, seconds=1201.0))
        yield self._settings
        yield lambda: self._train("c", finish=False)

    def _new_store(self) -> Store:
        store = Store(self.path, self.clock)
        store._writer = Instant()
        return store

    def _start_the_program(self) -> None:
        """Close the program where it is open, and start it."""
        self.before_a_start()
        self.close()
        self._open = None
        if self._clock_jumps:
            self.clock.reboot()
            self._jump()
        self.store = self._new_store()
        self.store.open()
        if self.store.only_looking:
            return
        for told in self.ledger.sessions.values():
            told.gone.add(True)
        self._watch()
        self.store.submit(self.store.sessions.folding())
        self._watch()

    def _settings(self) -> None:
        if self.store.only_looking:
            return
        unit = self._chance.choice(list(Unit))
        athlete = Athlete(level=Level.ADVANCED, unit=unit, asked=True)
        row = json.loads(json.dumps({**document_of(athlete), "id": "me"}))
        may = self.ledger.library.setdefault(("athlete", "me"), [None])
        if row in may and len(may) == 1:
            return
        may.append(row)
        self._watch()
        self.store.desk.keep_athlete(athlete)
        if not self.store.desk.outbox.unkept:
            may[:] = [row]
        self._watch()

    def _train(self, id_: str, *, finish: bool) -> None:
        if self.store.only_looking:
            return
        now = self.clock.stamp().utc_ms
        choices = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)
        found = Situation(facts=self.store.facts(), shelf=self.store.desk.shelf(), now=now)
        start = planned_session(choices, found, id_)
        told = self.ledger.sessions[id_] = Told()
        told.records.append(record_of(self.clock.stamp(), start))
        self._watch()
        training = self.store.sessions.begin(start)
        self._note_lines(id_, training.on_disk._segment)
        self._open = (id_, training)
        self._acknowledge(id_, training)
        self._press(id_, training, finish=finish)

    def _go_on(self, id_: str) -> None:
        """Resume a session that was left; what was not saved then is gone, as was said."""
        found = None if self.store.only_looking else self.store.sessions.unfinished()
        if found is None or found.live.session.start.id != id_:
            return
        opened, told = self.store.sessions._opened, self.ledger.sessions[id_]
        told.records = read_segment(found.path).records
        told.acknowledged = len(told.records)
        self.store.sessions._opened = lambda path, *, aside: self._note_lines(  # type: ignore[method-assign]
            id_, opened(path, aside=aside)
        )
        self.clock.advance(5_000)
        training = self.store.sessions.resume(found)
        self._open = (id_, training)
        self._acknowledge(id_, training)
        self._press(id_, training, finish=True)

    def _press(self, id_: str, training: Training, *, finish: bool) -> None:
        for _ in range(self._presses):
            self.clock.advance(self._chance.randrange(800, 120_000))
            if self._clock_jumps and self._chance.random() < 0.1:
                self._jump()
            self._tell(id_, training, self._command(training))
            if is_finished(training.session):
                break
        if not finish:
            return
        if not is_finished(training.session):
            self._tell(id_, training, Finish())
        self._keep(training)
        self._tell(id_, training, Undo())
        self._keep(training)
        self._tell(id_, training, Redo())
        self._tell(id_, training, RateEffort(6))
        self._keep(training)
        told = self.ledger.sessions[id_]
        told.gone = {False, True}
        self._watch()
        said: list[str] = []
        training.leave(said.append)
        if said == [""]:
            told.gone = {True}
            self._open = None
        self._watch()

    def _jump(self) -> None:
        """Set the wall clock wrong by up to a month."""
        far = self._chance.randrange(-_MONTH_MS, _MONTH_MS)
        self.clock.set_utc(self.clock.stamp().utc_ms + far)

    def _keep(self, training: Training) -> None:
        self._watch()
        training.keep()
        self._watch()

    def _command(self, training: Training) -> Command:
        """Return mostly what the big key does, and now and then something else."""
        session, chance = training.session, self._chance
        newest = next(reversed(session.done), None)
        others: list[Command] = [Undo(), Redo(), Note("é 💪"), Lengthen(15), Pause(), Skip()]
        if newest is not None:
            others.append(Correct(newest, dict.fromkeys(open_set(session, newest).values, 4.0)))
        if chance.random() < 0.3:
            return chance.choice(others)
        return press.space(session) or Note("nothing to do")

    def _tell(self, id_: str, training: Training, command: Command) -> None:
        with suppress(Refused):
            training.tell(command)
        self._acknowledge(id_, training)
        self._watch()

    def _note_lines(self, id_: str, segment: Segment) -> Segment:
        """Note every line that is handed to a session's journal before it is written."""
        told, append = self.ledger.sessions[id_], segment.append

        def noted(record: Document) -> None:
            told.records.append(record)
            self._watch()
            append(record)

        segment.append = noted  # type: ignore[method-assign]
        return segment

    def _acknowledge(self, id_: str, training: Training) -> None:
        training.settle()
        told = self.ledger.sessions[id_]
        if not training.on_disk.unsaved and not training.on_disk._segment.pending:
            told.acknowledged = len(told.records)

    def _amend(self, id_: str, new: Callable[[Document], Document | None]) -> None:
        row = next((each for each in self.store.past.documents() if each["id"] == id_), None)
        if row is None or self.store.only_looking:
            return
        after = new(row)
        may = self.ledger.documents.setdefault(id_, [row])
        may.append(after)
        self._watch()
        self._change(Amendment(row, after), may)

    def _change(self, change: Amendment, may: MayBe) -> None:
        """Journal a change of the past, fold it, and note what was said to be kept."""
        said: list[str] = []
        amending = self.store.amending()
        amending.keep(change, said.append)
        if said == [""]:
            may[:] = [change.after]
        self._watch()
        amending.fold(said.append)
        if amending._segment is not None:
            amending._segment.close()
        if said[-1] == "":
            may[:] = [change.after]
        self._watch()

    def _note_run(self, id_: str, said: Run | Trial | None) -> None:
        """Note a run down, put it right, make a race of it, or delete it."""
        if self.store.only_looking:
            return
        before = next((each for each in self.store.runs.entries() if each.said.id == id_), None)
        after = None if said is None else written(said)
        if before is None and (after is None or self.ledger.runs.get(id_, [None]) != [None]):
            return  # a year that cannot be read shows no run of it, so none can be put right
        may = self.ledger.runs.setdefault(id_, [None])
        may.append(None if after is None else after.document)
        self._watch()
        old = None if before is None else before.document
        table = (after or before).table  # type: ignore[union-attr]
        left = before.table if before is not None and before.table != table else ""
        change = Amendment(old, None if after is None else after.document, table, left)
        self._change(change, may)

    def _import(self) -> None:
        """Bring a session in from another machine."""
        if self.store.only_looking:
            return
        row = session("old", "2024-05-05", done("B1", "step-up", 6))
        value = {"kind": MARK, "format": FORMAT, "schema": SCHEMA, "library": {}}
        archive, faults = read_archive({**value, "history": {"2024": {SESSIONS: [row]}}}, SCHEMA)
        assert not faults, faults
        may = self.ledger.documents.setdefault("old", [None])
        may.append(row)
        self._watch()
        add_archive(Past(self.store.folder.path), archive)
        may[:] = [row]
        self._watch()

    def _watch(self) -> None:
        if self._watcher is not None:
            self._watcher(self.ledger.copied())
