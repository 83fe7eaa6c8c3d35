"""What else can stand in a slot: the likest first, the rest by typing."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from runlift_tui.core.exercise import Exercise
from runlift_tui.core.text import safe_text
from runlift_tui.screens.once import Dialog
from runlift_tui.screens.search import MOST, Finder

_TODAY = "enter  swap for today     tab  from now on instead     ↑↓  choose     escape  back"
_FOR_GOOD = "enter  swap from now on     tab  for today instead     ↑↓  choose     escape  back"


class SwapScreen(Dialog[tuple[Exercise, bool] | None]):
    """Choose an exercise; dismissed with it and whether it is from now on, or with None."""

    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("tab", "for_good", show=False, priority=True),
        Binding("up", "cursor(-1)", show=False, priority=True),
        Binding("down", "cursor(1)", show=False, priority=True),
    ]

    def __init__(self, slot: str, now: Exercise, choices: Sequence[Exercise]) -> None:
        super().__init__()
        self._slot = slot
        self._now = now
        self._finder = Finder(choices)
        self._by_id = {each.id: each for each in choices}
        self._shown: list[Exercise] = []
        self._keep = False

    def compose(self) -> ComposeResult:
        """Yield what stands there, a line to search with, and what could stand there."""
        with Vertical(classes="dialog"):
            yield Static(
                Content(safe_text(f"Swap {self._slot}  {self._now.name}")), classes="dialog-title"
            )
            yield Input(placeholder="type to search")
            yield OptionList(markup=False)
            yield Static(Content(_TODAY), id="swap-keys", classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the likest."""
        self._fill("")

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self._fill(message.value)

    @on(Input.Submitted)
    def _submit(self) -> None:
        chosen = self.query_one(OptionList).highlighted
        if chosen is not None and chosen < len(self._shown):
            self.dismiss((self._shown[chosen], self._keep))

    @on(OptionList.OptionSelected)
    def _select(self, message: OptionList.OptionSelected) -> None:
        # By its id: another letter may have changed the list since the row was clicked.
        self.dismiss((self._by_id[message.option_id or ""], self._keep))

    def action_for_good(self) -> None:
        """Swap for today, or from now on; that reaches the routine when the session is saved."""
        self._keep = not self._keep
        told = _FOR_GOOD if self._keep else _TODAY
        self.query_one("#swap-keys", Static).update(Content(told))

    def action_back(self) -> None:
        """Leave the slot as it is."""
        self.dismiss(None)

    def action_cursor(self, by: int) -> None:
        """Move through the list while the search line keeps the typing."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def _fill(self, query: str) -> None:
        self._shown = [hit.exercise for hit in self._finder.find(query)[:MOST]]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content(safe_text(_told(each))), id=each.id) for each in self._shown
        )
        options.highlighted = 0 if self._shown else None


def _told(exercise: Exercise) -> str:
    return f"{exercise.name}   {exercise.trains}" if exercise.trains else exercise.name
