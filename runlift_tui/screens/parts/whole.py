"""All that is known of an exercise, in a page that scrolls."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.widgets.lines.sheet import Sheet


class WholeScreen(ReadingScreen[None]):
    """A sheet, as long as it is."""

    def __init__(self, lines: Sequence[SheetLine], *, opened_by: str = "") -> None:
        """Show a sheet.

        Args:
            lines: Of it.
            opened_by: The id of the action that opens it; empty where none does.
        """
        super().__init__()
        self.close_by(opened_by)
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield the sheet, and the way back."""
        with VerticalScroll(classes="dialog", can_focus=False):
            sheet = Sheet()
            sheet.sheet = tuple(self._lines)
            yield sheet
            yield Static(Content("space  back"), classes="dialog-keys")
