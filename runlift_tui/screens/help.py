"""The keys of a screen, and what they mean there."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.keymap import KeyLine
from runlift_tui.screens.once import Dialog


class HelpScreen(Dialog[None]):
    """A list of keys over the screen that they belong to."""

    BINDINGS = [Binding("escape,question_mark,space,q,enter", "dismiss", "Back")]

    def __init__(self, title: str, keys: Sequence[KeyLine]) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Yield the title, the keys and the way back."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content(f"Keys  {self._title}"), classes="dialog-title")
            for line in self._keys:
                yield Static(
                    Content.assemble((f"{line.keys:<9}", "bold"), "  ", line.meaning),
                    classes="dialog-line",
                )
            yield Static(Content("space  back"), classes="dialog-keys")
