"""Everything by name over a screen: its actions, the places, and what they hold."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.screens.exercises.finder import LONGEST
from runlift_tui.screens.palette.entries import Entries
from runlift_tui.screens.palette.offers import Offer
from runlift_tui.screens.parts.choosing import FindingScreen
from runlift_tui.widgets.lines.one_line import OneLine
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked

_WHAT = "what you are after: ill last week, new routine, 5k, export"
_HERE = "what this screen does, an exercise, a help; the rest once it is left"
_NOTHING = "nothing by that name"
_NOT_HERE = "nothing by that name here; places and sessions are found once this screen is left"
_NOTHING_KEYS = "escape  back"
_KEYS = f"enter  do it     ↑↓  through the list     {_NOTHING_KEYS}"


class PaletteScreen(FindingScreen[Offer | None]):
    """Type what you are after; dismissed with it, or with None."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self._entries = entries
        self._found: list[Offer | str] = []
        self._reading = False

    def compose(self) -> ComposeResult:
        """Yield the line of typing, what it finds, and the keys."""
        with Vertical(classes="dialog -list"):
            yield OneLine(
                placeholder=_WHAT if self._entries.leads_on else _HERE,
                max_length=LONGEST,
            )
            yield Listing()
            yield Static(classes="dialog-keys")

    def on_mount(self) -> None:
        """Show what is near at hand."""
        self.query_one(Listing).empty = _NOTHING if self._entries.leads_on else _NOT_HERE
        self._find()

    @property
    def _query(self) -> str:
        return self.query_one(Input).value

    @on(Input.Changed)
    def _search(self) -> None:
        self.query_one(Listing).chosen = 0
        self._find()

    def _find(self) -> None:
        self._show()
        self._look_further()

    def _show(self) -> None:
        self._found = list(_headed(self._entries.find(self._query)))
        self.query_one(Listing).rows = tuple(
            Row(each.text, each.note) if isinstance(each, Offer) else Row(each, is_heading=True)
            for each in self._found
        )
        self.go(0)
        keys = _KEYS if self._found else _NOTHING_KEYS
        self.query_one(".dialog-keys", Static).update(Content(keys))

    def _look_further(self) -> None:
        if not self._reading:
            self._reading = True
            self.call_after_refresh(self._read_on)

    def _read_on(self) -> None:
        """Look at a stretch of the past, and let the keys in before the next one."""
        self._reading = False
        more = self._entries.read_on(self._query)
        self._show()
        if more:
            self._look_further()

    @on(Input.Submitted)
    def _submit(self) -> None:
        self._take(self.query_one(Listing).chosen)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Take what was clicked."""
        self._take(message.index)

    def _take(self, place: int) -> None:
        offer = self._found[place] if place < len(self._found) else None
        if isinstance(offer, Offer):
            self.dismiss(offer)


def _headed(found: Iterable[Offer]) -> Iterator[Offer | str]:
    """Yield what was found under what it is: the group of the best hit first."""
    groups: dict[str, list[Offer]] = {}
    for each in found:
        groups.setdefault(each.group.value, []).append(each)
    for heading, offers in groups.items():
        yield heading
        yield from offers
