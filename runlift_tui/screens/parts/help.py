"""The keys of a screen, and what they mean there: first what the most needed one does now."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.keys.actions import EVERYWHERE, ROWS, help_lines, on_it, screen_keys
from runlift_tui.core.keys.in_force import in_force, named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.screens.parts.reading import ReadingScreen
from runlift_tui.widgets.lines.key_table import KeyTable
from runlift_tui.widgets.lines.keys import KeysLine


class HelpScreen(ReadingScreen[None]):
    """A list of keys over the screen that they belong to."""

    def __init__(
        self,
        screen: str,
        title: str = "",
        keys: Sequence[KeyFace] = (),
        *,
        of_another: bool = False,
    ) -> None:
        """Show keys.

        Args:
            screen: Whose they are, by what the ids of its actions begin with.
            title: What they are the keys of; empty for all of the screen.
            keys: These; empty for all of the screen.
            of_another: Whether it is another screen than the one below.
        """
        super().__init__()
        there = on_it(screen_keys(screen))
        self.close_by(next((id_ for id_ in there if ROWS[id_].method == "help"), ""))
        self._of_another = of_another
        self._title = title or screen_keys(screen).title
        self._keys = keys or tuple(help_lines(screen))
        codes = () if keys else screen_keys(screen).codes
        self._codes = tuple(KeyFace(code, named(meaning)) for code, meaning in codes)

    def compose(self) -> ComposeResult:
        """Yield the title with the way back, and the keys."""
        with VerticalScroll(classes="dialog", can_focus=False):
            title = Content.assemble(
                f"Keys  {self._title}", ("     space  back   ↓  on", "$quiet not bold")
            )
            yield Static(title, classes="dialog-title")
            yield KeyTable(tuple(self._lines()), now=self._now())
            if self._codes:
                yield Static(Content("What stands there"), classes="dialog-heading")
                yield KeyTable(self._codes)

    def _now(self) -> KeyFace | None:
        """Return what the first key of the last line does at this moment."""
        under = self.app.screen_stack[-2:-1]
        if self._of_another or not under:
            return None  # it was left before it stood
        for line in under[0].query(KeysLine):
            for face in line.keys[:1]:
                return KeyFace(face.key, f"now: {face.word}")
        return None

    def _lines(self) -> Iterator[KeyFace]:
        """Yield the keys with the athlete's own in their place."""
        return in_force().lines((*self._keys, *help_lines(EVERYWHERE)))
