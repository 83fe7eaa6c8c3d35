"""When to stop altogether: it stands until a key is pressed."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import STOP_SIGNS
from runlift_tui.core.face.press import Guard
from runlift_tui.screens.parts.dialog import Dialog

_READING_ON = ("up", "down")


class StopSignsScreen(Dialog[None]):
    """The stop signs, under how much it hurts."""

    def __init__(self, title: str, now: Callable[[], int]) -> None:
        """Show them.

        Args:
            title: How much it hurts.
            now: Returns this moment in milliseconds; a key right after the first is a leftover.
        """
        super().__init__()
        self._title = title
        self._now = now
        self._guard = Guard(now())

    def compose(self) -> ComposeResult:
        """Yield them."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content(f"{self._title}: any of these?"), classes="dialog-title")
            yield Static(Content("\n\n".join(STOP_SIGNS)))
            yield Static("none of them: any key goes on", classes="dialog-keys")

    def on_key(self, event: events.Key) -> None:
        """Leave at any key; in a low window two of them read on."""
        if event.key in _READING_ON:
            return
        event.stop()
        event.prevent_default()
        self._leave()

    def on_click(self) -> None:
        """Leave at a tap, as at a key."""
        self._leave()

    def _leave(self) -> None:
        if self._guard.lets_pass(self._now()):
            self.dismiss()
