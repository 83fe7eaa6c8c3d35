"""All that is known of an exercise, in a page that scrolls."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from runlift_tui.core.keys.in_force import in_force
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.screens.parts.once import is_led_here
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.widgets.lines.sheet import Sheet


class WholeScreen(ReadingScreen[None]):
    """A sheet, as long as it is."""

    BINDINGS = [Binding("escape,space,w,q,enter", "dismiss", "Back")]

    def __init__(self, lines: Sequence[SheetLine], *, opened_by: str = "") -> None:
        """Show a sheet.

        Args:
            lines: Its lines.
            opened_by: The id of the action that opened it, whose key closes it too; empty where
                that is one of those which close every sheet.
        """
        super().__init__()
        self._lines = lines
        self._opened_by = opened_by

    def compose(self) -> ComposeResult:
        """Yield the sheet, and the way back."""
        with VerticalScroll(classes="dialog", can_focus=False):
            sheet = Sheet()
            sheet.sheet = tuple(self._lines)
            yield sheet
            yield Static(Content("space  back"), classes="dialog-keys")

    def on_key(self, event: Key) -> None:
        """Leave by the key that opened it, once it was let go."""
        if self._opened_by and event.key in in_force().of(self._opened_by):
            event.stop()
            event.prevent_default()
            if not is_led_here(self):
                self.dismiss()
