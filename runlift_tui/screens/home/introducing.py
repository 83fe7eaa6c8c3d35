"""The introduction on the first screen: which page is open, and what its answers change."""

from collections.abc import Callable
from typing import Any

from msgspec import structs
from textual import events
from textual.screen import Screen

from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.introduction import (
    IntroductionPage,
    introduction,
    is_typed,
    said_of,
    turned,
    unturned,
)
from runlift_tui.core.keys.action import DIGITS
from runlift_tui.core.keys.key_names import names
from runlift_tui.core.sets.weights_text import weights_text, weights_typed
from runlift_tui.screens.home.today import Today


class Introducing:
    """The pages of the introduction, one after the other."""

    def __init__(self, today: Today) -> None:
        """Begin on the first page."""
        self._today = today
        self._page: IntroductionPage | None = IntroductionPage.WHAT
        self.said = ""
        """Why the key before did not turn the page; empty where it did, or turns none."""

    @property
    def is_over(self) -> bool:
        """Whether the last page was left."""
        return self._page is None

    def face(self) -> HomeFace:
        """Return the open page as home shows it.

        Raises:
            ValueError: it is over.
        """
        if self._page is None:
            raise ValueError("the introduction is over")
        athlete = self._today.athlete
        return introduction(
            self._page, athlete.level, athlete.unit, athlete.ask_first, athlete.weights
        )

    def types(self, screen: Screen[Any], event: events.Key, then: Callable[[], object]) -> bool:
        """Begin to type the answer to the open page; return whether the key does that.

        Args:
            screen: Over which it is typed.
            event: The key, perhaps of one letter more.
            then: Called when the answer was taken.
        """
        if not is_typed(self._page) or self._today.store.only_looking:
            return False
        from runlift_tui.screens.parts.typing_in import opened

        def begin() -> None:
            screen.app.push_screen(self._asking(event.key, then))

        return opened(screen, event, dict.fromkeys(names(DIGITS), begin))

    def _asking(self, begun: str, then: Callable[[], object]) -> Screen[None]:
        """Return what asks for the weights, which is the last of the questions."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        athlete = self._today.athlete

        def take(text: str) -> None:
            weights = weights_typed(text, athlete.unit)
            self._page = None
            self._today.keep(structs.replace(athlete, weights=weights, asked=True))
            then()

        now = weights_text(athlete.weights, athlete.unit)
        hint = "A step, as 2.5, or a list, as 8 12 16"
        return TypingScreen("Your weights", now, hint, take, begun)

    def press(self, key: str) -> bool:
        """Turn the page, or take an answer; or say why not; return whether it does either."""
        athlete = self._today.athlete
        answered = athlete.ask_first is not None or bool(self._today.store.only_looking)
        turn = None if self._page is None else turned(self._page, key, answered=answered)
        self.said = unturned(self._page, key) if turn is None else ""
        if turn is None:
            return self.said != ""
        said = said_of(athlete, turn)
        self._page = turn.page
        if said != athlete and not self._today.store.only_looking:
            self._today.keep(said)
        return True
