"""The figure that fills the stage: a countdown or a target, as large as the space allows."""

from itertools import pairwise

from msgspec.structs import replace
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import var
from textual.widget import Widget

from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, window
from runlift_tui.widgets.large.figure import Drawing, Figure, draw


class BigDigits(Widget):
    """A figure in large digits, in the widget's own colour.

    Textual repaints a widget's row from its left edge on. So the last two glyphs, which change
    most, stand in slices of their own, and a new second paints one digit only.
    """

    BLANK = True
    DEFAULT_CSS = "BigDigits { height: 1fr; width: 1fr; }"

    figure: var[Figure] = var(Figure(), init=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._slices = (Slice(), Slice(), Slice())
        self._fresh = (True, True, True)
        """Which slices the newest figure has changed."""
        super().__init__(*self._slices, id=id, classes=classes)

    @property
    def layout(self) -> Layout:
        """Side by side, cut where the last two glyphs begin."""
        return _Slicing()

    def watch_figure(self, before: Figure, after: Figure) -> None:
        """Show the new figure; lay it out anew only if its glyphs have moved."""
        drawing = draw(after, *self.size)
        self._fresh = _changed(before, after)
        if drawing.cuts != self._slices[0].drawing.cuts:
            # A widget's layout is kept until one of its children asks for a new one.
            self._slices[0].refresh(layout=True)
            self._fresh = (True, True, True)
            return
        for part, changed in zip(self._slices, self._fresh, strict=True):
            part.drawing = drawing
            if changed:
                part.redraw()

    def light(self, *, lit: bool) -> None:
        """Light up the glyphs that the newest figure has changed, or leave all of them dark.

        A flash of the whole screen would be many times as much to write, and no easier to see.
        """
        if lit == any(part.lit for part in self._slices):
            return
        for part, changed in zip(self._slices, self._fresh, strict=True):
            part.lit = lit and changed
            part.redraw()

    def placed(self, size: Size) -> list[tuple["Slice", Region]]:
        """Hand the slices their share of a space of `size`; return where they lie in it."""
        drawing = draw(self.figure, *size)
        edges = (0, *drawing.cuts, size.width)
        found = []
        for part, columns in zip(self._slices, pairwise(edges), strict=True):
            if part.columns != columns:
                # What lies elsewhere now is painted by the new layout.
                part.forget()
            elif part.drawing != drawing:
                part.refresh()
            part.drawing, part.columns = drawing, columns
            found.append((part, Region(columns[0], 0, columns[1] - columns[0], size.height)))
        return found


def _changed(before: Figure, after: Figure) -> tuple[bool, bool, bool]:
    """Return which slices look different where their edges have stayed."""
    if replace(before, big="") != replace(after, big=""):
        return True, True, True
    old, new = before.big, after.big
    return old[:-2] != new[:-2], old[-2:-1] != new[-2:-1], old[-1:] != new[-1:]


class Slice(Part):
    """Some columns of a figure, over its whole height."""

    DEFAULT_CSS = ""

    drawing: Drawing = Drawing()
    columns: tuple[int, int] = (0, 0)
    """From which to which (exclusive) of the drawing's columns."""
    lit: bool = False
    """Whether it flashes: its glyphs and the ground between their edges."""

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the slice's part of the figure's rows."""
        rows = [window(row, *self.columns) for row in self.drawing.lines]
        return [(Piece(""),)] * self.drawing.top + (_lit(rows) if self.lit else rows)


def _lit(rows: list[Pieces]) -> list[Pieces]:
    """Return rows lit up from the leftmost ink of all of them to the rightmost."""
    texts = ["".join(text for text, _ in row) for row in rows]
    inked = [text for text in texts if text.strip()]
    left = min((len(text) - len(text.lstrip()) for text in inked), default=0)
    right = max((len(text.rstrip()) for text in inked), default=0)
    return [
        (
            *window(row, 0, left),
            Piece(text[left:right].ljust(right - left), "lit"),
            *window(row, right, len(text)),
        )
        for row, text in zip(rows, texts, strict=True)
    ]


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
