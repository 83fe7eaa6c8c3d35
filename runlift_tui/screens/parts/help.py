"""The keys of a screen, and what they mean there: first what the most needed one does now."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.keys.keymap import EVERYWHERE, KeyLine
from runlift_tui.core.keys.own_keys import OwnKeys, shipped_keys
from runlift_tui.screens.parts.page import screen_name
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.widgets.lines.key_table import KeyTable
from runlift_tui.widgets.lines.keys import KeysLine


class HelpScreen(ReadingScreen[None]):
    """A list of keys over the screen that they belong to."""

    BINDINGS = [
        Binding("escape,question_mark,f1,space,q,enter", "dismiss", "Back"),
        Binding("down,j", "scroll(2)", show=False),
        Binding("up,k", "scroll(-2)", show=False),
    ]

    def __init__(self, title: str, keys: Sequence[KeyLine]) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Yield the title with the way back, and the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            title = Content.assemble(
                f"Keys  {self._title}", ("     space  back", "$quiet not bold")
            )
            yield Static(title, classes="dialog-title")
            yield KeyTable(tuple(self._lines()), now=self._now())

    def _now(self) -> KeyLine | None:
        """Return what the first key of the last line does at this moment."""
        for line in self.app.screen_stack[-2].query(KeysLine):
            for key, word in line.keys[:1]:
                return KeyLine(key, f"now: {word}")
        return None

    def _lines(self) -> Iterator[KeyLine]:
        """Yield the keys with the athlete's own in their place."""
        own: OwnKeys = getattr(self.app, "own_keys", None) or shipped_keys()
        screen = screen_name(self.app.screen_stack[-2])
        for line in self._keys:
            yield KeyLine(own.told(screen, line.keys), line.meaning)
        for line in EVERYWHERE:
            yield KeyLine(own.told("app", line.keys), line.meaning)

    def action_scroll(self, by: int) -> None:
        """Go on reading, or back."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
