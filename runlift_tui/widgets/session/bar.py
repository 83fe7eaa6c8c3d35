"""A bar, of another shape in every state: solid, blocks or dots that go out, a filling outline."""

from textual.reactive import var

from runlift_tui.core.face.shapes import BarFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, joined, placed, shortened, width_of
from runlift_tui.widgets.base.wrapping import wrapped

_LEAST = 8
"""Cells below which a bar says nothing."""
_SHARE = 0.72
"""How much of a window's width bar and texts take, once there is room for air."""
_AIRY = 70
_APART = 6
"""Cells from one dot to the next at most."""


class Bar(Part):
    """A horizontal bar with a label at its end, centred; a line of text over it."""

    DEFAULT_CSS = "Bar { height: 2; width: 1fr; }"

    bar: var[BarFace] = var(BarFace(), init=False)
    over: var[Pieces] = var((), init=False)
    """The line over it, as pieces whose texts are safe already."""

    def watch_bar(self) -> None:
        """Show the new fraction."""
        self.redraw()

    def watch_over(self) -> None:
        """Show the new line."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the line in the first row and the bar in the last one, or the bar alone.

        A line that is too long goes on in the rows between them.
        """
        texts: list[Pieces] = [self.over]
        if height > 2 and width_of(self.over) > width:
            tone = self.over[0].tone
            rows = wrapped("".join(piece.text for piece in self.over), width)
            texts = [(Piece(row, tone),) for row in rows]
        over = [placed((), text, (), width) for text in texts][: height - 1]
        return [*over, *[()] * (height - 1 - len(over)), self._row(width)]

    def _row(self, width: int) -> Pieces:
        """Return the bar and its texts; without a bar, the label alone in the middle."""
        label = (Piece(safe_text(self.bar.label), "strong"),)
        note = (Piece(safe_text(self.bar.note), "quiet"),)
        if self.bar.mode == "none":
            both = joined(((Piece(label[0].text, "quiet"),), note), 3)
            return placed((), both if width_of(both) <= width else label, (), width)
        return placed((), self._bar_and_texts(label, note, width), (), width)

    def _bar_and_texts(self, label: Pieces, note: Pieces, width: int) -> Pieces:
        width = int(width * _SHARE) if width >= _AIRY else width
        for tail in (joined((label, note), 3), label, ()):
            room = width - (2 + width_of(tail) if tail else 0)
            if room >= _LEAST or not tail:
                bar = drawn(self.bar, room)
                return (*bar, Piece("  "), *tail) if tail else bar
        return (Piece(shortened(label[0].text, width), "strong"),)


def drawn(bar: BarFace, width: int) -> Pieces:
    """Return a bar that is at most `width` cells long."""
    match bar.mode:
        case "fill":
            return fill(bar.filled, width)
        case "blocks":
            steps = bar.steps
            while 2 * steps > width:
                steps = (steps + 1) // 2
            return blocks(bar.filled, steps, width)
        case "dots" if 2 * bar.steps <= width:
            return dots(bar.filled, bar.steps, width)
    return drain(bar.filled, width)


def blocks(filled: int, steps: int, width: int) -> Pieces:
    """Return blocks with gaps between them, solid as far as they are left, to half a cell."""
    wide = width // steps
    solid = _solid(-(-filled * wide * steps * 2 // 1000), wide * steps)
    shown = [solid[x : x + wide].ljust(wide, "─") for x in range(0, wide * steps, wide)]
    row = "".join(block[:-1] + " " for block in shown)
    lit = len(solid) - len(solid) % wide + min(len(solid) % wide, wide - 1)
    return (Piece(row[:lit], "figure"), Piece(row[lit:], "quiet"))


def dots(filled: int, steps: int, width: int) -> Pieces:
    """Return dots at equal distances; those that are left are full."""
    lit = -(-filled * steps // 1000)
    apart = " " * (min(width // steps, _APART) - 1)
    return (
        Piece(f"●{apart}" * lit, "figure"),
        Piece(f"○{apart}" * (steps - lit), "quiet"),
    )


def drain(filled: int, width: int) -> Pieces:
    """Return a full bar of which `filled` thousandths are left, to half a cell."""
    solid = _solid(-(-filled * width * 2 // 1000), width)
    return (Piece(solid, "figure"), Piece("─" * (width - len(solid)), "quiet"))


def fill(filled: int, width: int) -> Pieces:
    """Return an outline of which `filled` thousandths are full, to half a cell."""
    inside = width - 2
    solid = _solid(filled * inside * 2 // 1000, inside)
    return (
        Piece(f"▕{solid}", "figure"),
        Piece("┄" * (inside - len(solid)), "quiet"),
        Piece("▏", "figure"),
    )


def _solid(halves: int, width: int) -> str:
    halves = min(halves, 2 * width)
    return "█" * (halves // 2) + "▌" * (halves % 2)
