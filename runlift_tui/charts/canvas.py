"""A canvas that has a style in every cell, which Textual asks for where NO_COLOR is set."""

from collections.abc import Iterable, Iterator

from textual.strip import Strip
from textual.widget import Widget
from textual_hires_canvas import Canvas


class StyledCanvas(Canvas):
    """A canvas whose lines are never without a style, not even before it has its size."""

    def render_line(self, y: int) -> Strip:
        """Paint row `y`."""
        strip = super().render_line(y)
        return strip if strip.cell_length else Strip.blank(self.size.width, self.rich_style)


def styled(parts: Iterable[Widget]) -> Iterator[Widget]:
    """Yield what a plot is composed of, with canvases of ours in the place of its own."""
    for part in parts:
        yield StyledCanvas(1, 1, id=part.id) if type(part) is Canvas else part
