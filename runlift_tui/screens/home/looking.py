"""The answer that somebody has looked at a stop sign, on its way into the session."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from runlift_tui.core.athlete.pain import stop_sign
from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.keys.in_force import named
from runlift_tui.screens.home.today import Today
from runlift_tui.store.disk.errors import StoreError


class Looking:
    """Asks whether somebody has looked, as long as a stop sign stands.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(
        self,
        screen: Screen[None],
        today: Today,
        tell: Callable[[str], object],
        later: Callable[..., object],
    ) -> None:
        """Ask nothing yet.

        Args:
            screen: Home.
            today: This moment.
            tell: Shows what was done, in a sentence.
            later: Calls, from any thread, what is to be done on the screen's.
        """
        self._screen, self._today, self._tell, self._later = screen, today, tell, later
        self._answered = ""
        """Id of the session whose stop sign was answered here; empty for none."""

    @property
    def is_asked(self) -> bool:
        """Whether a stop sign stands that can be answered here."""
        today = self._today
        return not today.store.only_looking and stop_sign(today.facts.outings) is not None

    @property
    def may_undo(self) -> bool:
        """Whether an answer was given here."""
        return bool(self._answered)

    def over(self, face: HomeFace) -> HomeFace:
        """Return home with what a stop sign holds back, where one stands."""
        from runlift_tui.core.home.stopped import unfinished_with_stop_sign, with_stop_sign

        today = self._today
        if today.unfinished is not None:
            stop = today.unfinished.live.session.stop
            return unfinished_with_stop_sign(face, stop, may_answer=self.is_asked)
        return with_stop_sign(face, today.facts, may_answer=self.is_asked)

    def action_looked(self) -> None:
        """Ask; only a yes is taken down."""
        if not self.is_asked:
            return
        from runlift_tui.core.home.stopped import looked_words
        from runlift_tui.screens.home.has_looked import HasLookedScreen

        def answered(yes: bool | None) -> None:
            if yes:
                self._say(looked=True)
            else:
                self._tell(looked_words(None))

        self._screen.app.push_screen(HasLookedScreen(), answered)

    def undo(self) -> bool:
        """Take the answer back that was given here; return whether there was one."""
        found, self._answered = self._answered, ""
        return bool(found) and self._say(looked=False, of=found)

    def _say(self, *, looked: bool, of: str = "") -> bool:
        """Write it into the session; return whether it was found."""
        from runlift_tui.core.home.stopped import looked_words
        from runlift_tui.store.looked import say_looked

        def kept(why: str) -> None:
            self._later(self._kept, why, looked_words(looked))

        try:
            change = say_looked(self._today.store, looked, kept, of=of)
        except StoreError as error:
            self._tell(error.what)
            return False
        if change is None:
            return False
        self._answered = change.id if looked else ""
        return True

    def _kept(self, why_not: str, told: str) -> None:
        """Go by the answer from now on."""
        self._today.facts = self._today.store.facts()
        self._tell(why_not or named(told))
