"""One out of a few names, over a screen; or out of many, found by typing."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.browse import Count
from runlift_tui.screens.parts.dialog import Dialog
from runlift_tui.screens.parts.once import ResultT
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled, choosable

_ANY = "any"


def going(down: str, up: str, *, first: bool = False) -> tuple[Binding, ...]:
    """Return what goes through the list of a dialog: a row, or ten.

    Args:
        down: The keys of a row down.
        up: Those of a row up.
        first: Whether they come before what has the focus, as a line of typing.
    """
    ways = ((down, 1), (up, -1), ("pagedown", 10), ("pageup", -10))
    return tuple(Binding(keys, f"go({by})", show=False, priority=first) for keys, by in ways)


class ListDialog(Dialog[ResultT]):
    """A dialog with a list that the keys and the wheel go through."""

    def choose(self, place: int) -> None:
        """Choose a row."""
        self.query_one(Listing).chosen = place

    def go(self, by: int) -> None:
        """Choose the row so many further down, as far as there are any."""
        listing = self.query_one(Listing)
        self.choose(choosable(listing.rows, listing.chosen + by, by))

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.go(message.by)

    def action_go(self, by: int) -> None:
        """Choose the row so many further down."""
        self.go(by)

    def action_back(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


class ChoosingScreen(ListDialog[str | None]):
    """Choose a name; dismissed with it, with "" for any, or with None for none chosen."""

    BINDINGS = [
        *going("down,j", "up,k"),
        Binding("enter,space", "choose", "Choose"),
    ]

    def __init__(
        self,
        title: str,
        names: Sequence[Count],
        now: str,
        *,
        any_: str = _ANY,
        opened_by: str = "",
    ) -> None:
        """Offer names.

        Args:
            title: What is asked.
            names: What can be chosen, and how many exercises have it.
            now: What is chosen at first; empty for any.
            any_: What stands for any of them; empty where one is to be chosen.
            opened_by: The id of the action that asks, whose keys leave it too; empty for none.
        """
        super().__init__()
        self.close_by(opened_by, ("escape", "q"))
        self._title = title
        self._names = (*([""] if any_ else []), *(each.name for each in names))
        self._rows = (
            *([Row(any_)] if any_ else []),
            *(Row(each.name, f"{each.exercises or ''}") for each in names),
        )
        self._now = now

    def compose(self) -> ComposeResult:
        """Yield the question, the names and the keys."""
        with Vertical(classes="dialog -small"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Listing()
            yield Static(Content("enter  choose     escape  back"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the names."""
        listing = self.query_one(Listing)
        listing.rows = self._rows
        # The rest is the title, the keys and the space around them.
        listing.styles.height = max(3, min(len(self._rows), 24, self.app.size.height - 10))
        listing.chosen = self._names.index(self._now) if self._now in self._names else 0

    def on_row_clicked(self, message: RowClicked) -> None:
        """Take the name that was clicked."""
        self.dismiss(self._names[message.index])

    def action_choose(self) -> None:
        """Take the name."""
        self.dismiss(self._names[self.query_one(Listing).chosen])


class FindingScreen(ListDialog[ResultT]):
    """A line that finds over the list of what it finds: the arrows go through that meanwhile."""

    BINDINGS = [
        Binding("escape", "back", "Back"),
        *going("down", "up", first=True),
    ]
