"""Which screen comes when: where the screens ask to be taken, and what leads there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from runlift_tui.core.session.state import is_over
from runlift_tui.core.setup.opening import Opening
from runlift_tui.places import Places, SessionPlaces
from runlift_tui.screens.parts import wanted
from runlift_tui.store.disk.errors import StoreError

if TYPE_CHECKING:
    from runlift_tui.store.session.sessions import Unfinished
    from runlift_tui.store.session.training import Training
    from runlift_tui.store.store import Store

_COMES_FIRST = "The unfinished session comes first; what you asked for is suggested after it."


class Leading:
    """Leads from screen to screen, and knows the session that is under way."""

    def __init__(
        self,
        store: Store,
        places: Places,
        sessions: SessionPlaces,
        *,
        go: Callable[[Callable[[], Screen[None]]], object],
        later: Callable[[Callable[[], object]], Any],
    ) -> None:
        """Lead nowhere yet.

        Args:
            store: The data folder.
            places: The screens around a session.
            sessions: Those of a session.
            go: Shows a screen, made by what it is given, in the place of the one that is there.
            later: Has something done on the screens' thread; called from any other.
        """
        self._store = store
        self._places = places
        self._sessions = sessions
        self._go = go
        self._later = later
        self._told_of_lost = 0
        self.left_unfinished = False
        """Whether the program was left in the middle of a session."""
        self.training: Training | None = None
        """The session that is under way, or whose summary is shown."""

    @property
    def at_risk(self) -> bool:
        """Whether something would be lost if the program ended now."""
        return bool(self._store.unsaved or (self.training and self.training.on_disk.at_risk))

    def close(self) -> None:
        """Leave the session that is under way as it stands."""
        training, self.training = self.training, None
        if training is not None:
            self.left_unfinished = not is_over(training.session)
            training.leave()

    def first(self, opening: Opening, notice: str) -> Screen[None]:
        """Return the first screen: home, or the session itself.

        Args:
            opening: What the program was started for.
            notice: What the athlete should know at home; empty for nothing.
        """
        if opening.introduced is not None:
            return self._places.home(notice, introduce=True, then=opening.introduced)
        if opening.start is not None:
            return self._session(self._store.sessions.begin(opening.start), early=opening.early)
        found = self._store.sessions.unfinished() if opening.resume else None
        if found is not None:
            return self._session(self._resumed(found))
        first = "" if opening.asked is None else _COMES_FIRST
        return self._places.home("  ".join(filter(None, (notice, first))))

    def lead(self, message: wanted.Wanted) -> None:
        """Take the athlete where a screen asks to be taken."""
        match message:
            case wanted.HomeWanted():
                self._home(message)
            case wanted.PlaceWanted():
                self._go(lambda: self._there(message))
            case wanted.SessionWanted():
                self._places.asked = None
                self._train(self._store.sessions.begin(message.start), pressed=True)
            case wanted.ResumeWanted():
                self._with_unfinished(self._resume)
            case wanted.FinishWanted():
                self._with_unfinished(self._finish)
            case wanted.SummaryWanted():
                self._summary()
            case wanted.SessionAgainWanted() if self.training is not None:
                self._train(self.training, pressed=True)

    def _there(self, message: wanted.PlaceWanted) -> Screen[None]:
        """Return the screen of a place, which does what it is asked to when it stands."""
        screen = self._places.screen(message.place, message.at)
        if message.then:
            screen.call_later(screen.call_after_refresh, screen.run_action, message.then)
        return screen

    def _home(self, message: wanted.HomeWanted) -> None:
        """Show home, once the writer has finished what was handed to it."""
        self.training = None

        def home() -> Screen[None]:
            lost = self._store.lost[self._told_of_lost :]
            self._told_of_lost += len(lost)
            notice = "  ".join(filter(None, (*lost, message.notice)))
            return self._places.home(notice, introduce=message.introduce)

        self._after_writing(lambda: self._go(home))

    def _session(
        self, training: Training, *, pressed: bool = False, early: str = ""
    ) -> Screen[None]:
        self.training = training
        return self._sessions.session(training, pressed=pressed, early=early)

    def _train(self, training: Training, *, pressed: bool = False) -> None:
        self._go(lambda: self._session(training, pressed=pressed))

    def _resumed(self, found: Unfinished) -> Training:
        from runlift_tui.store.advice import resumed

        return resumed(self._store, found)

    def _resume(self, found: Unfinished) -> None:
        self._train(self._resumed(found), pressed=True)

    def _finish(self, found: Unfinished) -> None:
        """Finish the unfinished session as it stands."""
        self.training = self._store.sessions.finish(found)
        self._summary()

    def _with_unfinished(self, do: Callable[[Unfinished], object]) -> None:
        """Do something with the unfinished session, as the disk has it once all is written."""

        def found() -> None:
            unfinished = self._store.sessions.unfinished()
            if unfinished is None:
                self._go(self._places.home)
                return
            try:
                do(unfinished)
            except (StoreError, OSError) as error:
                why = error.what if isinstance(error, StoreError) else str(error)
                self._go(lambda: self._places.home(why))

        self._after_writing(found)

    def _summary(self) -> None:
        """Show the end of the session; one without a set goes home instead."""
        training = self.training
        if training is None:
            return
        if training.is_worth_keeping:
            self._go(lambda: self._sessions.summary(training))
            return
        training.leave()
        self._home(wanted.HomeWanted("No set was done, so nothing was kept."))

    def _after_writing(self, then: Callable[[], object]) -> None:
        """Do something on this thread when everything handed to the writer so far is done."""
        self._store.writer.submit(lambda: None, lambda _: self._later(then))
