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
        return introduction(self._page, self._today.athlete.level, self._today.athlete.unit)

    def press(self, key: str) -> bool:
        """Turn the page, or take an answer; return whether the key does either."""
        turn = turned(self._page, key) if self._page is not None else None
        if turn is None:
            return False
        athlete = self._today.athlete
        said = structs.replace(
            athlete,
            level=turn.level or athlete.level,
            unit=turn.unit or athlete.unit,
            asked=athlete.asked or turn.page is None,
        )
        self._page = turn.page
        if said != athlete and not self._today.store.only_looking:
            self._today.keep(said)
        return True
