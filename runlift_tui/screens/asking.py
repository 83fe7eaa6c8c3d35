"""A line of typing over a screen."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.text import safe_text
from runlift_tui.screens.once import Dialog


class NoteScreen(Dialog[str | None]):
    """Write a note; dismissed with its text, or with None where it was left as it is."""

    BINDINGS = [Binding("escape", "back", "Leave it as it is")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Yield the title, the line and its keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            yield Input(self._text, max_length=2000)
            yield Static(Content("enter  keep     escape  back"), classes="dialog-keys")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what is written."""
        self.dismiss(message.value.strip())

    def action_back(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)
