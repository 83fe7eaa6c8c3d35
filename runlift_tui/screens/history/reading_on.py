"""Reading the past on behind what is looked at, while the page stays alive."""

from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.parts.once import once_painted


class ReadingOn:
    """Reads a stretch, lets the keys in, and reads the next one, as far as the chosen row needs."""

    def __init__(self, page: ListPage, listed: PastList) -> None:
        self._page = page
        self._list = listed
        self._reads = False

    def begin(self) -> None:
        """Read on once the page is painted, unless that is under way."""
        if not self._reads:
            self._reads = True
            once_painted(self._page, self._turn)

    def _turn(self) -> None:
        """Read a stretch, and show what it has."""
        page, listed = self._page, self._list
        before = len(listed.shown)
        more = listed.read_on(page.listing.chosen)
        if len(listed.shown) != before:
            page.listing.rows = listed.rows()
            page.offer()
            if not more or before <= page.listing.chosen:
                page.paint()
        if listed.trouble:
            page.offer()
            page.tell(listed.trouble)
        self._reads = False
        if more:
            self.begin()
