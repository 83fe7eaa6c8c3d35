"""The grammar of a quiet screen: a strip, a stage, lines below, the keys that matter."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Static

from runlift_tui.core.face import KeyFace
from runlift_tui.core.text import safe_text
from runlift_tui.screens.once import Once
from runlift_tui.widgets.keys import KeyClicked, KeysLine

PAGE_CSS: list[str | PurePath] = [Path(__file__).with_name("pages.tcss")]
"""The look of every page."""
LIST_CSS: list[str | PurePath] = [*PAGE_CSS, Path(__file__).with_name("lists.tcss")]
"""The look of a page with a list on it, or with the form of one of its rows."""

_LEAST_ROWS = 13
"""Rows below which a page keeps its list, or its text, and drops what stands beside it."""


class Page(Once[None]):
    """A screen of text with its keys in the last line; a click on a key is as good as the key."""

    CSS_PATH = PAGE_CSS

    _wanted = False

    def compose(self) -> ComposeResult:
        """Yield the strip, the stage in the middle, the lines below and the keys."""
        yield Static(id="strip", markup=False)
        with VerticalScroll(id="stage", can_focus=False), Vertical(id="column"):
            yield from self.stage()
        yield KeysLine()

    def on_resize(self, event: Resize) -> None:
        """Give up what a window as low as this one cannot hold."""
        self.set_class(event.size.height < _LEAST_ROWS, "-tiny")

    def stage(self) -> ComposeResult:
        """Yield what stands in the middle."""
        raise NotImplementedError

    def want(self, message: Message) -> None:
        """Ask to be taken elsewhere; a screen is left once, however often the key is pressed."""
        if not self._wanted:
            self._wanted = True
            self.post_message(message)

    def show_keys(self, keys: Iterable[KeyFace]) -> None:
        """Show these keys in the last line."""
        self.query_one(KeysLine).keys = tuple(keys)

    def show_strip(self, text: str) -> None:
        """Say where the athlete is."""
        self.query_one("#strip", Static).update(Content(safe_text(text)))

    def show_text(self, selector: str, text: str) -> None:
        """Show one plain line; an empty one takes no space."""
        line = self.query_one(selector, Static)
        line.update(Content(safe_text(text)))
        line.display = bool(text)

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Press the key that was clicked."""
        named = {"?": "question_mark", "+": "plus", "-": "minus"}
        if message.key in named or message.key.isalnum():
            self.app.simulate_key(named.get(message.key, message.key))


def labelled(lines: Sequence[tuple[str, str]]) -> Content:
    """Return lines of a quiet label and what it says, one under the other."""
    width = max((len(label) for label, _ in lines), default=0)
    gap = "   " if width else ""
    shown = [((f"{label:>{width}}{gap}", "$quiet"), safe_text(text)) for label, text in lines]
    return Content("\n").join(Content.assemble(*parts) for parts in shown)
