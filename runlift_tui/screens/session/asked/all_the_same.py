"""Whether something closed is taken all the same: no is any key but one."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.closed import question
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.action import NO, YES, yes_or_no
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.dialog import KeysOfItsOwn


class AllTheSameScreen(KeysOfItsOwn[bool]):
    """Ask before a movement that is closed for now; dismissed with whether it is taken."""

    def __init__(self, exercise: Exercise, why: str) -> None:
        """Ask.

        Args:
            exercise: What would be taken.
            why: Why it is closed, in words.
        """
        super().__init__()
        self._asked = tuple(map(safe_text, question(exercise, why)))

    def compose(self) -> ComposeResult:
        """Yield what is closed, why, the question and its keys."""
        title, why, asked = self._asked
        with VerticalScroll(classes="dialog"):
            yield Static(Content(title), classes="dialog-title")
            yield Static(Content(f"{why}\n\n{asked}"))
            yield Static(
                f"{YES}  take it     {NO}, or any other key, leaves it", classes="dialog-keys"
            )

    def pressed(self, key: str) -> None:
        """Take it at one key alone."""
        self.dismiss(yes_or_no(key) is True)

    def on_click(self) -> None:
        """Leave it at a tap."""
        self.dismiss(False)
