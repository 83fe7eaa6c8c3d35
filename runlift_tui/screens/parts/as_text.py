"""A session as text: on the clipboard, and on the screen for a terminal that takes none."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.once import is_one_of_many
from runlift_tui.screens.parts.page import Page

_TOLD = (
    "Handed to the terminal's clipboard. If it does not paste, the terminal takes none (OSC 52): "
    "select it above with shift held down, or print it with runlift history --text."
)
_READ = "As text   to be read: nothing can be typed here, {text.back} goes back"


class AsTextScreen(Page):
    """The lines, and how they get elsewhere."""

    BINDINGS = bindings("text")

    def __init__(self, lines: Sequence[str]) -> None:
        """Show lines.

        Args:
            lines: Safe to print.
        """
        super().__init__()
        self._text = "\n".join(lines)
        self._is_typed = self._is_copied = False
        self.nothing_on = self._typed

    def stage(self) -> ComposeResult:
        """Yield the text and what became of it."""
        yield Static(Content(self._text), id="text")
        yield Static(Content(_TOLD), id="copied")

    def on_mount(self) -> None:
        """Copy it."""
        self.show_keys(faces("text", "back; again"))
        self.action_copy()

    def action_copy(self) -> None:
        """Hand the text to the terminal's clipboard; said in the strip from the second time on."""
        self.app.copy_to_clipboard(self._text)
        self.show_strip("As text   copied again" if self._is_copied else "As text")
        self._is_copied = True

    def action_back(self) -> None:
        """Back to where it was asked for."""
        if not (self._is_typed and is_one_of_many(self)):
            self.dismiss()

    def _typed(self, _: str) -> None:
        """Say to whoever types that this is no line; a space or a `q` of a word closes nothing."""
        self._is_typed = True
        self.show_strip(named(_READ))
