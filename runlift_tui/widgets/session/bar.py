"""A bar, of another shape in every state: solid, blocks or dots that go out, a filling outline."""

from textual.reactive import var

from runlift_tui.core.face.shapes import BarFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, joined, width_of
from runlift_tui.widgets.base.wrapping import wrapped

_LEAST = 8
"""Cells below which a bar says nothing."""
_LONGEST = ((140, 96), (100, 72), (0, 44))
"""From so many columns of the window on, so many cells of a bar."""
_APART = 2
"""Cells from one dot to the next at most."""


class Bar(Part):
    """A horizontal bar at the left, its label at its end; without a bar, the label alone."""

    DEFAULT_CSS = ""

    bar: var[BarFace] = var(BarFace(), init=False)

    def watch_bar(self) -> None:
        """Show the new fraction."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the bar and its texts; in a second row what has no room beside it."""
        label = (Piece(safe_text(self.bar.label), "strong"),)
        if self.bar.mode == "none":
            rows = wrapped(label[0].text, width) if height > 1 else [label[0].text]
            return [(Piece(row, "strong"),) for row in rows]
        note = (Piece(safe_text(self.bar.note), "quiet"),)
        most = longest(self.app.size.width)
        for tail in (joined((label, note), 3), label):
            room = min(most, width - 1 - width_of(tail))
            if room >= _LEAST:
                bar = drawn(self.bar, room)
                # The label of dots stands behind the last one and its gap, else where a bar ends.
                apart = 2 if self.bar.mode == "dots" else 1 + room - width_of(bar)
                below = [note] if tail is label and self.bar.note and height > 1 else []
                return [(*bar, Piece(" " * apart), *tail), *below]
        return [drawn(self.bar, width)]


def longest(columns: int) -> int:
    """Return the cells of a bar in a window of so many columns."""
    return next(most for least, most in _LONGEST if columns >= least)


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
