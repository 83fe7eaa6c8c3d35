"""One line of text: something left, something in the middle, something right."""

from typing import NamedTuple

from textual.reactive import var

from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Pieces, placed


class Spread(NamedTuple):
    """What stands in a line, as pieces whose texts are safe already."""

    left: Pieces = ()
    middle: Pieces = ()
    right: Pieces = ()


class TextLine(Part):
    """One line that never wraps: what does not fit is shortened, the middle first to go."""

    DEFAULT_CSS = "TextLine { height: 1; width: 1fr; }"

    line: var[Spread] = var(Spread())

    def watch_line(self) -> None:
        """Show the new line."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the line."""
        return [placed(*self.line, width)]
