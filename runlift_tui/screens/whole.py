"""All that is known of an exercise, in a page that scrolls."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from runlift_tui.core.sheet import SheetLine
from runlift_tui.core.text import safe_text


class WholeScreen(ModalScreen[None]):
    """A sheet, label by label."""

    BINDINGS = [
        Binding("escape,space,w,q,enter", "dismiss", "Back"),
        Binding("down,j", "scroll(2)", show=False),
        Binding("up,k", "scroll(-2)", show=False),
        Binding("pagedown", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]

    def __init__(self, lines: Sequence[SheetLine]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield each line, and the way back."""
        styles = {"strong": "bold", "quiet": "$quiet", "mark": "$primary", "": ""}
        with VerticalScroll(classes="dialog", can_focus=False):
            for line in self._lines:
                heading = [(f"{line.label}  ", "$quiet")] if line.label else []
                text = (safe_text(line.text), styles[line.tone])
                yield Static(Content.assemble(*heading, text))
            yield Static(Content("space  back"), classes="dialog-keys")

    def action_scroll(self, by: int) -> None:
        """Go on reading, or back."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
