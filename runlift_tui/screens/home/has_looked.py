"""Whether somebody has looked at a stop sign: asked, and only y says so."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import STOP_SIGNS
from runlift_tui.core.home.stopped import ASKED, TITLE
from runlift_tui.core.keys.action import NO, YES, yes_or_no
from runlift_tui.screens.parts.dialog import KeysOfItsOwn

_KEYS = f"{YES}  yes, and it is allowed again   {NO}  not yet"


class HasLookedScreen(KeysOfItsOwn[bool]):
    """Ask whether somebody has looked; dismissed with whether it was said."""

    def compose(self) -> ComposeResult:
        """Yield the question over the stop signs that it is about."""
        with VerticalScroll(classes="dialog"):
            yield Static(Content(TITLE), classes="dialog-title")
            yield Static(Content("\n\n".join((ASKED, *STOP_SIGNS))))
            yield Static(_KEYS, classes="dialog-keys")

    def pressed(self, key: str) -> None:
        """Take a yes or a no, and no other key for either."""
        said = False if key == "escape" else yes_or_no(key)
        if said is not None:
            self.dismiss(said)
