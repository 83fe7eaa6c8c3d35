"""All that is known of an exercise, in a page that scrolls."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.widgets.lines.sheet import Sheet


class WholeScreen(ReadingScreen[None]):
    """A sheet, as long as it is."""

    BINDINGS = [Binding("escape,space,w,q,enter", "dismiss", "Back")]

    def __init__(self, lines: Sequence[SheetLine]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield the sheet, and the way back."""
        with VerticalScroll(classes="dialog", can_focus=False):
            sheet = Sheet()
            sheet.sheet = tuple(self._lines)
            yield sheet
            yield Static(Content("space  back"), classes="dialog-keys")
