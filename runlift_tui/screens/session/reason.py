"""How and why, for a rest, a gate or a rule."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.face.reasons import Reason
from runlift_tui.core.keys.in_force import named
from runlift_tui.screens.parts.reading import ReadingScreen


class ReasonScreen(ReadingScreen[None]):
    """One reason, in a page: what to do first, then why, then where that is from."""

    BINDINGS = [Binding("escape,space,w,q,enter", "dismiss", "Back")]

    def __init__(self, reason: Reason) -> None:
        super().__init__()
        self._reason = reason

    def compose(self) -> ComposeResult:
        """Yield how, why and the source."""
        reason = self._reason
        with VerticalScroll(classes="dialog"):
            yield _line(reason.title, "dialog-title")
            for line in reason.how:
                yield _line(f"·  {named(line)}")
            yield _line("Why", "dialog-heading")
            yield _line(reason.why)
            yield _line(reason.source or "Our own rule, not a finding.", "dialog-quiet")
            yield _line("space  back", "dialog-keys")


def _line(text: str, classes: str = "dialog-line") -> Static:
    return Static(Content(text), classes=classes)
