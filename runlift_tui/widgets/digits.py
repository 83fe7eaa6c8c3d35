"""The figure that fills the stage: a countdown or a target, as large as the space allows."""

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import var
from textual.widget import Widget

from runlift_tui.widgets.figure import Figure, draw
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, window


class BigDigits(Widget):
    """A figure in large digits, in the widget's own colour.

    Textual repaints a widget's row from its left edge on. So the last two glyphs, which change
    most, stand in slices of their own, and a new second paints one digit only.
    """

    DEFAULT_CSS = "BigDigits { height: 1fr; width: 1fr; }"

    figure: var[Figure] = var(Figure(), init=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._slices = (Slice(), Slice(), Slice())
        super().__init__(*self._slices, id=id, classes=classes)

    @property
    def layout(self) -> Layout:
        """Side by side, cut where the last two glyphs begin."""
        return _Slicing()

    def watch_figure(self, before: Figure, after: Figure) -> None:
        """Show the new figure; lay it out anew only if its glyphs have moved."""
        width, height = self.size
        if draw(before, width, height).cuts != draw(after, width, height).cuts:
            self.refresh(layout=True)
        for part in self._slices:
            part.redraw()

    def placed(self, size: Size) -> list[tuple["Slice", Region]]:
        """Return where the slices lie in a space of `size`."""
        tens, last = draw(self.figure, *size).cuts
        edges = (0, tens, last, size.width)
        return [
            (part, Region(left, 0, right - left, size.height))
            for part, left, right in zip(self._slices, edges, edges[1:], strict=False)
        ]


class Slice(Part):
    """Some columns of a figure, over its whole height."""

    def row(self, y: int, width: int, height: int) -> Pieces:
        """Return the slice's part of a row of the figure."""
        parent = self.parent
        if not isinstance(parent, BigDigits):
            return ()
        row = draw(parent.figure, *parent.size).row(y)
        left = self.region.x - parent.content_region.x
        return window(row, left, left + width) if row else (Piece(""),)


class _Slicing(Layout):
    name = "slicing"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place the slices of a `BigDigits`."""
        assert isinstance(parent, BigDigits)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child)
            for child, region in parent.placed(size)
            if child in children
        ]
