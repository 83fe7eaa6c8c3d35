"""One exercise out of those that can stand in a place, found by typing."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.exercise import Exercise
from runlift_tui.core.text import safe_text
from runlift_tui.screens.line_screen import LineScreen
from runlift_tui.screens.search import Finder, Hit
from runlift_tui.widgets.listing import Listing, Row, RowClicked, RowsScrolled


class ExerciseChoosing(LineScreen[Exercise | None]):
    """Choose an exercise; dismissed with it, or with None."""

    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[Exercise]) -> None:
        super().__init__()
        self._title = title
        self._finder = Finder(choices)
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """Yield what is asked, a line to search with, and what can be chosen."""
        with Vertical(classes="dialog -list"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            yield Input(placeholder="type to search")
            yield Listing()
            yield Static(
                Content("enter  choose     ↑↓  through the list     escape  back"),
                classes="dialog-keys",
            )

    def on_mount(self) -> None:
        """Show everything, the likest first."""
        self.query_one(Listing).empty = "nothing by that name"
        self._find("")

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self._find(message.value)

    def _find(self, query: str) -> None:
        self._hits = self._finder.find(query)
        listing = self.query_one(Listing)
        listing.chosen = 0
        listing.rows = tuple(
            Row(hit.exercise.name, hit.alias or hit.exercise.trains) for hit in self._hits
        )

    @on(Input.Submitted)
    def _submit(self) -> None:
        self._choose(self.query_one(Listing).chosen)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the exercise that was clicked."""
        self._choose(message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    def action_move(self, by: int) -> None:
        """Go through the list while the search line keeps the typing."""
        listing = self.query_one(Listing)
        listing.chosen = max(0, min(listing.chosen + by, len(self._hits) - 1))

    def _choose(self, place: int) -> None:
        if place < len(self._hits):
            self.dismiss(self._hits[place].exercise)

    def action_back(self) -> None:
        """Choose none."""
        self.dismiss(None)
