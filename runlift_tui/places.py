"""Which screen stands in each of the places that home leads to; each is imported when shown."""

from textual.screen import Screen

from runlift_tui.clock import Clock
from runlift_tui.core.past_session import day_of
from runlift_tui.core.trail import Trail
from runlift_tui.core.ways import Place
from runlift_tui.screens.today import Today
from runlift_tui.store.store import Store


class Places:
    """The screens around a session, and what they remember between two visits."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._exercise_trail = Trail()
        self._routine_trail = Trail()

    def screen(self, place: Place) -> Screen[None]:
        """Return the screen of a place, made anew."""
        found: Screen[None] = getattr(self, f"_{place}")()
        return found

    def today(self) -> Today:
        """Return this moment, read anew."""
        return Today(self._store, self._clock)

    def _setup(self) -> Screen[None]:
        from runlift_tui.screens.setup import SetupScreen

        return SetupScreen(self.today())

    def _history(self) -> Screen[None]:
        from runlift_tui.screens.history import HistoryScreen

        return HistoryScreen(self._store)

    def _progress(self) -> Screen[None]:
        from runlift_tui.screens.progress import ProgressScreen

        now = self._clock.stamp().utc_ms
        return ProgressScreen(self._store, day_of(now, self._clock.utc_offset_min(now)))

    def _routines(self) -> Screen[None]:
        from runlift_tui.screens.routines import RoutinesScreen

        return RoutinesScreen(self.today(), self._routine_trail)

    def _exercises(self) -> Screen[None]:
        from runlift_tui.screens.exercises import ExercisesScreen

        return ExercisesScreen(self._store, self._exercise_trail)

    def _levels(self) -> Screen[None]:
        from runlift_tui.screens.levels import LevelsScreen

        return LevelsScreen(self.today())
