"""How and why, for a rest, a gate or a rule, or for several of them."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.sheet import OWN_RULE
from runlift_tui.core.face.reasons import Reason
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.words.text import sentence
from runlift_tui.screens.parts.reading import ReadingScreen


class ReasonScreen(ReadingScreen[None]):
    """Reasons in a page: of each what to do first, then why, then where that is from."""

    def __init__(self, *reasons: Reason, opened_by: str) -> None:
        """Show reasons.

        Args:
            reasons: In their order.
            opened_by: The id of the action that opens them.
        """
        super().__init__()
        self.close_by(opened_by)
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """Yield how, why and the source."""
        first, *others = self._reasons
        with VerticalScroll(classes="dialog", can_focus=False):
            keys = "     ↓  on" if others else ""
            title = Content.assemble(first.title, (keys, "$quiet not bold"))
            yield Static(title, classes="dialog-title")
            yield from _told(first)
            for each in others:
                yield _line("")
                yield _line(each.title, "dialog-title")
                yield from _told(each)
            yield _line("space  back", "dialog-keys")


def _told(reason: Reason) -> ComposeResult:
    for line in reason.how:
        yield _line(f"·  {named(line)}")
    if reason.how:
        yield _line("Why", "dialog-heading")
    yield _line(reason.why)
    yield _line(reason.source or sentence(OWN_RULE), "dialog-quiet")


def _line(text: str, classes: str = "dialog-line") -> Static:
    return Static(Content(text), classes=classes)
