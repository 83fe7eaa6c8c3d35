"""Which screen stands in each of the places, and in a session; each is imported when shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.athlete import gear_of
from runlift_tui.core.home.ways import Place
from runlift_tui.store.store import Store

if TYPE_CHECKING:
    from runlift_tui.core.exercises.exercise import Exercise
    from runlift_tui.core.face.sounds import Speaker
    from runlift_tui.core.routines.routine import Slot
    from runlift_tui.core.session.commands import Started, Swap
    from runlift_tui.core.session.state import Session
    from runlift_tui.core.setup.choices import Choices
    from runlift_tui.screens.home.today import Today
    from runlift_tui.store.session.training import Training


class Places:
    """The screens around a session, and what they remember between two visits."""

    def __init__(
        self,
        store: Store,
        asked: Choices | None = None,
        speaker: Callable[[], Speaker] | None = None,
    ) -> None:
        self.store = store
        """The data folder."""
        self.speaker = speaker
        """Returns what a session is heard through; None for silence."""
        self.asked = asked
        """What to suggest in place of what was chosen last, until a session begins."""

    def screen(self, place: Place, at: str = "") -> Screen[None]:
        """Return the screen of a place, made anew.

        Args:
            place: Which one.
            at: Id of what is to be chosen there; empty for whatever comes first.
        """
        return _SCREENS[place](self, at)

    def home(
        self,
        notice: str = "",
        *,
        introduce: bool = False,
        then: Callable[[], Started] | None = None,
    ) -> Screen[None]:
        """Return the first screen.

        Args:
            notice: What the athlete should know there; empty for nothing.
            introduce: Whether the first three screens are shown again.
            then: Returns the session that begins behind the introduction; None for home.
        """
        from runlift_tui.screens.home.home import HomeScreen

        return HomeScreen(self.today(), notice, introduce=introduce, then=then)

    def today(self) -> Today:
        """Return this moment, read anew."""
        from runlift_tui.screens.home.today import Today

        found = Today(self.store)
        if self.asked is not None:
            found.choices, found.notice = self.asked, ""
        return found


def _setup(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.home.setup import SetupScreen

    return SetupScreen(places.today(), at)


def _plan(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.plan.plan import PlanScreen

    return PlanScreen(places.today())


def _runs(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.runs.runs import RunsScreen

    return RunsScreen(places.store)


def _history(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.history.history import HistoryScreen

    return HistoryScreen(places.store, at)


def _progress(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.progress.progress import ProgressScreen

    return ProgressScreen(places.store, places.store.today(), at)


def _routines(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.routines.routines import RoutinesScreen

    return RoutinesScreen(places.today(), at)


def _exercises(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.exercises.exercises import ExercisesScreen

    return ExercisesScreen(places.store, at)


def _settings(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.settings.settings import SettingsScreen

    return SettingsScreen(places.store, places.speaker, at)


def _bin(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.settings.bin import BinScreen

    return BinScreen(places.store)


def _import(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.importing.importing import ImportScreen

    return ImportScreen(places.store)


def _levels(places: Places, at: str) -> Screen[None]:
    from runlift_tui.screens.levels.levels import LevelsScreen

    return LevelsScreen(places.today())


_SCREENS: dict[Place, Callable[[Places, str], Screen[None]]] = {
    Place.SETUP: _setup,
    Place.PLAN: _plan,
    Place.RUNS: _runs,
    Place.HISTORY: _history,
    Place.PROGRESS: _progress,
    Place.ROUTINES: _routines,
    Place.EXERCISES: _exercises,
    Place.SETTINGS: _settings,
    Place.BIN: _bin,
    Place.IMPORT: _import,
    Place.LEVELS: _levels,
}
"""What makes the screen of each place, of what is remembered and what is to be chosen there."""


class SessionPlaces:
    """The screens of a session."""

    def __init__(
        self, store: Store, clock: Clock, speaker: Callable[[], Speaker] | None = None
    ) -> None:
        """Have none yet.

        Args:
            store: The data folder.
            clock: Its clock.
            speaker: Returns what a session is heard through; None for silence.
        """
        self._store = store
        self._clock = clock
        self._speaker = speaker

    def session(
        self, training: Training, *, pressed: bool = False, early: str = ""
    ) -> Screen[None]:
        """Return the screen of a session under way, or of one that is entered from its card.

        Args:
            training: The session.
            pressed: Whether a key led there, which may still be down.
            early: What speaks against it already today, where no page before it has said so.
        """
        from runlift_tui.screens.session.dialogs import Surroundings
        from runlift_tui.screens.session.session import SessionScreen

        desk = self._store.desk
        around = Surroundings(
            gear_of(desk.athlete()),
            desk.shelf,
            lambda: self._store.facts().last_times,
            partial(self._swapped_in, training.session.start),
            self._keep_note,
            desk.preferences().motion,
        )
        if training.session.is_entered:
            from runlift_tui.screens.session.card_entry import EntryScreen

            return EntryScreen(training, around, self._clock, asks=not pressed)
        return SessionScreen(training, around, pressed=pressed, speaker=self._speaker, early=early)

    def _keep_note(self, id_: str, text: str) -> None:
        """Keep a note on an exercise; see `Surroundings`."""
        from runlift_tui.core.exercises.shelf import noted

        desk = self._store.desk
        desk.edit(noted(desk.shelf(), id_, text))

    def summary(self, training: Training) -> Screen[None]:
        """Return the screen of the end of a session."""
        from runlift_tui.screens.session.summary import SummaryScreen
        from runlift_tui.store.advice import following_of

        gear = gear_of(self._store.desk.athlete())
        return SummaryScreen(
            training, gear, partial(following_of, self._store), partial(_way_forth, self._store)
        )

    def _swapped_in(
        self, start: Started, slot: Slot, exercise: Exercise, keep: bool, despite: str
    ) -> Swap:
        from runlift_tui.core.session.swaps import swapped_in
        from runlift_tui.core.sets.next_time import Coming

        gear, now = gear_of(self._store.desk.athlete()), self._clock.stamp().utc_ms
        coming = Coming(gear=gear, level=start.level, week=start.week, now=now)
        facts = self._store.facts()
        return swapped_in(slot, exercise, facts, coming, keep=keep, despite=despite)


def _way_forth(store: Store, session: Session) -> bool:
    from runlift_tui.store.undoing import keep_way_forth

    return keep_way_forth(store, session)
