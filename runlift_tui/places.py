"""Which screen stands in each of the places that home leads to; each is imported when shown."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from runlift_tui.clock import Clock
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.home.ways import Place
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.today import Today
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.plan.plan import PlanEdit


class Places:
    """The screens around a session, and what they remember between two visits."""

    def __init__(self, store: Store, clock: Clock, asked: Choices | None = None) -> None:
        self._store = store
        self._clock = clock
        self.asked = asked
        """What to suggest in place of what was chosen last, until a session begins."""
        self._exercise_trail = Trail[Edit]()
        self._routine_trail = Trail[Edit]()
        self._plan_trail: Trail[PlanEdit] = Trail()

    def screen(self, place: Place, at: str = "") -> Screen[None]:
        """Return the screen of a place, made anew.

        Args:
            place: Which one.
            at: Id of what is to be chosen there; empty for whatever comes first.
        """
        make = getattr(self, f"_{place}")
        found: Screen[None] = make(at) if at else make()
        return found

    def today(self) -> Today:
        """Return this moment, read anew."""
        found = Today(self._store)
        if self.asked is not None:
            found.choices, found.notice = self.asked, ""
        return found

    def _setup(self) -> Screen[None]:
        from runlift_tui.screens.home.setup import SetupScreen

        return SetupScreen(self.today())

    def _plan(self, at: str = "") -> Screen[None]:
        from runlift_tui.screens.plan.plan import PlanScreen

        return PlanScreen(self.today(), self._plan_trail)

    def _runs(self, at: str = "") -> Screen[None]:
        from runlift_tui.screens.runs.runs import RunsScreen

        return RunsScreen(self._store)

    def _history(self, at: str = "") -> Screen[None]:
        from runlift_tui.screens.history.history import HistoryScreen

        return HistoryScreen(self._store, at)

    def _progress(self, at: str = "") -> Screen[None]:
        from runlift_tui.screens.progress.progress import ProgressScreen

        return ProgressScreen(self._store, self._store.today())

    def _routines(self, at: str = "") -> Screen[None]:
        from runlift_tui.screens.routines.routines import RoutinesScreen

        return RoutinesScreen(self.today(), self._routine_trail, at)

    def _exercises(self, at: str = "") -> Screen[None]:
        from runlift_tui.screens.exercises.exercises import ExercisesScreen

        return ExercisesScreen(self._store, self._exercise_trail, at)

    def _settings(self) -> Screen[None]:
        from runlift_tui.screens.settings.settings import SettingsScreen

        return SettingsScreen(self._store)

    def _levels(self) -> Screen[None]:
        from runlift_tui.screens.levels.levels import LevelsScreen

        return LevelsScreen(self.today())
