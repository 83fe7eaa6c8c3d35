"""The introduction on the first screen: which page is open, and what its answers change."""

from msgspec import structs

from runlift_tui.core.home.home import HomeFace
from runlift_tui.core.home.introduction import IntroductionPage, introduction, turned
from runlift_tui.screens.home.today import Today


class Introducing:
    """The pages of the introduction, one after the other."""

    def __init__(self, today: Today) -> None:
        """Begin on the first page."""
        self._today = today
        self._page: IntroductionPage | None = IntroductionPage.WHAT

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
        return introduction(self._page, athlete.level, athlete.unit, athlete.ask_first)

    def press(self, key: str) -> bool:
        """Turn the page, or take an answer; return whether the key does either."""
        athlete = self._today.athlete
        answered = athlete.ask_first is not None or bool(self._today.store.only_looking)
        turn = None if self._page is None else turned(self._page, key, answered=answered)
        if turn is None:
            return False
        said = structs.replace(
            athlete,
            level=turn.level or athlete.level,
            unit=turn.unit or athlete.unit,
            ask_first=athlete.ask_first if turn.ask_first is None else turn.ask_first,
            asked=athlete.asked or turn.page is None,
        )
        self._page = turn.page
        if said != athlete and not self._today.store.only_looking:
            self._today.keep(said)
        return True
