"""The athlete's own things, as they stand here and now; the disk may have them a moment later."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import Same
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.library import config_file
from runlift_tui.store.library.library import ATHLETE, PLANS, SETTINGS, Library
from runlift_tui.store.library.needed import Needed, Tables
from runlift_tui.store.library.outbox import Outbox
from runlift_tui.store.library.settings import Own

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import Plan, PlanEdit


class Desk:
    """The shelf, the plans, who trains here and how."""

    def __init__(
        self,
        library: Library,
        *,
        derived: str,
        config: str | os.PathLike[str] | None,
        outbox: Outbox,
        report: Callable[[str], object],
        today: Callable[[], date],
    ) -> None:
        """Take a library; nothing is read before it is asked for.

        Args:
            library: What the disk has of all this.
            derived: The folder of the derived files.
            config: The athlete's hand-written settings file, which need not exist.
            outbox: Takes the edits that are to be written.
            report: Called with a sentence about what is damaged or makes no sense.
            today: Returns the athlete's calendar day.
        """
        self.library = library
        self._today = today
        self.config_path = config
        self.outbox = outbox
        """The edits that wait for the disk."""
        self._needed = Needed(derived, library)
        self._report = report
        self._shelf: Shelf | None = None
        self._starting_shelf: Shelf | None = None
        self._plans: tuple[Plan, ...] | None = None
        self._plan_rows: Mapping[str, Any] | None = None
        self._athlete = Own(Athlete, ATHLETE)
        self._preferences = Own(Preferences, SETTINGS)
        self._config: Config | None = None

    def shelf(self) -> Shelf:
        """Return the athlete's shelf: what ships, and what they made of it."""
        if self._shelf is None:
            self._shelf = self._read_shelf(lambda _: self.library.snapshot())
        return self._shelf

    def starting_shelf(self) -> Shelf:
        """Return as much of the shelf as a session may start with: no exercise without a slot."""
        if self._shelf is not None:
            return self._shelf
        if self._starting_shelf is None:
            self._starting_shelf = self._read_shelf(self._needed.load)
        return self._starting_shelf

    def same(self) -> Same:
        """Return which ids of exercises mean another one by now."""
        shelf = self._shelf or self._starting_shelf
        return self.library.same() if shelf is None else shelf.same

    def _read_shelf(self, read: Callable[[Mapping[str, Exercise]], Tables]) -> Shelf:
        from runlift_tui.store.library import shipped
        from runlift_tui.store.library.rows import read_shelf

        exercises = shipped.exercises()
        tables = _tables(self.library, lambda: read(exercises), self._report) or {}
        _take((self._athlete, self._preferences), tables, self._report)
        if self._plan_rows is None:
            self._plan_rows = tables.get(PLANS, {})
        found, faults = read_shelf(exercises, tables)
        for fault in faults:
            self._report(fault)
        return found

    def edit(self, edit: Edit) -> None:
        """Change the shelf, at once for everyone here, and on the writer's thread on disk.

        What could not be written is tried again before the next edit, so none slips past another.
        """
        self.change(edit)
        self.outbox.retry()

    def change(self, edit: Edit) -> None:
        """Change the shelf at once for everyone here; on disk it is once the outbox is."""
        self._shelf = self.shelf().after(edit)
        self.outbox.add(_writing(self.library, edit))

    def config(self) -> Config:
        """Return what the hand-written settings file says; what is wrong in it is reported."""
        if self._config is None:
            self._config, faults = config_file.read(self.config_path)
            for fault in config_file.in_brief(faults):
                self._report(fault)
        return self._config

    def plans(self) -> "tuple[Plan, ...]":
        """Return the athlete's plans, the oldest start first."""
        if self._plans is None:
            if self._plan_rows is None:
                self.starting_shelf()
            rows = self._plan_rows
            if not rows:
                return ()  # and nothing of plans needs to be imported
            from runlift_tui.core.plan.plan import opened
            from runlift_tui.store.library.rows import read_plans

            found, faults = read_plans(rows)
            self._plans = opened(found, self._today())
            for fault in faults:
                self._report(fault)
        return self._plans

    def edit_plan(self, edit: "PlanEdit") -> None:
        """Change the plans, at once for everyone here; see `edit`."""
        others = [plan for plan in self.plans() if plan.id != edit.id]
        if edit.after is not None:
            others.append(edit.after)
        self._plans = tuple(sorted(others, key=lambda plan: (plan.answers.start, plan.id)))
        self.outbox.send(_writing(self.library, edit))

    def athlete(self) -> Athlete:
        """Return who trains here; the default where the library cannot be read."""
        self._look_for(self._athlete)
        return self._athlete.as_set(self.config())

    def keep_athlete(self, athlete: Athlete) -> None:
        """Remember who trains here, at once for everyone here.

        What the settings file overrules stays in the library as it was.
        """
        self._look_for(self._athlete)
        self.outbox.send(self._athlete.keep(athlete, self.config(), self.library))

    def preferences(self) -> Preferences:
        """Return how the program is to behave; the default where the library cannot be read."""
        self._look_for(self._preferences)
        return self._preferences.as_set(self.config())

    def keep_preferences(self, preferences: Preferences) -> None:
        """Remember how the program is to behave; see `keep_athlete`."""
        self._look_for(self._preferences)
        self.outbox.send(self._preferences.keep(preferences, self.config(), self.library))

    def _look_for(self, own: "Own[Athlete] | Own[Preferences]") -> None:
        """Read a document where that was not done yet."""
        if not own.is_known:
            tables = _tables(self.library, self.library.snapshot, self._report)
            _take((self._athlete, self._preferences), tables, self._report)


def _tables(
    library: Library, read: Callable[[], Tables], report: Callable[[str], object]
) -> Tables | None:
    """Return tables of a library, or None where they cannot be read: that is reported."""
    try:
        return read()
    except StoreError as error:
        report(error.what)
        return None
    finally:
        if library.damaged is not None:
            report(library.damaged.what)


def _take(
    owns: "tuple[Own[Athlete], Own[Preferences]]",
    tables: Tables | None,
    report: Callable[[str], object],
) -> None:
    for own in owns:
        for told in own.take(tables):
            report(told)


def _writing(library: Library, edit: "Edit | PlanEdit") -> Callable[[], object]:
    """Return what writes an edit."""
    from runlift_tui.store.library.rows import write_edit

    return lambda: write_edit(library, edit)


def read_anew(desk: Desk) -> None:
    """Have everything read again when it is asked for: another machine changed some of it.

    What is on its way to the disk comes first, so it must have got there.
    """
    desk._shelf = desk._starting_shelf = desk._plans = desk._plan_rows = None
    desk._athlete = Own(Athlete, ATHLETE)
    desk._preferences = Own(Preferences, SETTINGS)
