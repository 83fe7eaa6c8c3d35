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
    said_of,
    turned,
    typed,
    typing,
    unturned,
)
from runlift_tui.screens.home.today import Today
from runlift_tui.store.planner import sessions_of_levels


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
            self._page,
            athlete.level,
            athlete.unit,
            athlete.ask_first,
            athlete.weights,
            athlete.bar,
            sessions_of_levels(self._today) if self._page is IntroductionPage.LEVEL else {},
        )

    def types(self, screen: Screen[Any], event: events.Key, then: Callable[[], object]) -> bool:
        """Begin to type the answer to the open page; return whether the key does that.

        Args:
            screen: Over which it is typed.
            event: The key, perhaps of one letter more.
            then: Called when the answer was taken.
        """
        asked = typing(self._page, event.key, self._today.athlete)
        if asked is None or self._today.store.only_looking:
            return False
        from runlift_tui.screens.parts.typing_in import TypingScreen, opened

        def take(text: str) -> None:
            said = typed(f"{asked.before}{text}", self._today.athlete)
            self._today.keep(structs.replace(said, asked=True))
            then()

        def begin() -> None:
            page = TypingScreen(asked.title, asked.now, asked.hint, take, asked.begun)
            screen.app.push_screen(page)

        return opened(screen, event, {event.key: begin})

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
