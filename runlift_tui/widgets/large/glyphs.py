"""Glyphs of big digits and of two sides, cut to any size.

Every glyph is a few centre lines, given in a box of the size wanted, and drawn with a round pen.
Box, pen and bars lie on whole pixels, so stems have one weight everywhere. A pixel is a quarter
of a cell: half as wide as it is high. All lengths here are in pixel heights, so a cell is 1 wide
and 2 high. All digits are equally wide: nothing moves when one of them changes.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from math import hypot, sqrt

from runlift_tui.widgets.large.letters import LETTERS
from runlift_tui.widgets.large.strokes import DIGITS, Box, Point, Stroke

Glyph = tuple[str, ...]

_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the bits of a cell: 1 top left, 2 top right, 4 bottom left, 8 bottom right."""
_DRAWN = DIGITS | LETTERS
_OUTLINED = 3
"""Width of the pen in pixels from which the inside of a stroke can be seen."""
_WIDTHS = {":": 0.0, ".": 0.0, "I": 0.0, "+": 0.66, "-": 0.66, "–": 0.66}
"""Widths in digits; 0 is as narrow as the pen."""
_THIN = "+-–"
"""Drawn with a finer pen: they are signs beside the figure, not part of it."""


def can_draw(text: str) -> bool:
    """Whether there is a glyph for every character of `text`."""
    return all(char in _DRAWN for char in text)


def pen_for(rows: int) -> int:
    """Return the pen's width in pixels for glyphs that are `rows` cells high."""
    return max(1, round(0.33 * rows))


def gap_for(rows: int) -> int:
    """Return the cells between two glyphs that are `rows` cells high."""
    return max(1, round(0.28 * rows))


def width_of(char: str, rows: int) -> int:
    """Return the width in cells of a glyph that is `rows` cells high."""
    digit = max(3, round(1.2 * rows))
    share = _WIDTHS.get(char, 1.0)
    if not share:
        return pen_for(rows)
    return max(3, round(share * digit))


def text_width(text: str, rows: int) -> int:
    """Return the width in cells of a whole text, gaps between its glyphs included."""
    if not text:
        return 0
    return sum(width_of(char, rows) for char in text) + gap_for(rows) * (len(text) - 1)


@lru_cache(maxsize=256)
def glyph(char: str, rows: int, *, hollow: bool = False) -> Glyph:
    """Return one glyph as `rows` strings, each `width_of(char, rows)` cells long.

    Args:
        char: What is drawn.
        rows: Its height in cells.
        hollow: Whether its outline is drawn instead, or a line where the pen is too fine for that.

    Raises:
        KeyError: there is no such glyph.
    """
    pen = max(1, round(0.6 * pen_for(rows))) if char in _THIN else pen_for(rows)
    outlined = hollow and pen >= _OUTLINED
    if hollow and not outlined:
        pen = 1
    box = Box(width_of(char, rows), 2 * rows, pen)
    lines = _pixels(_DRAWN[char](box), box)
    if outlined:
        lines = _outline(lines, max(1, pen // 5))
    return tuple(_cells(lines[y], lines[y + 1], box.width) for y in range(0, 2 * rows, 2))


def _pixels(strokes: list[Stroke], box: Box) -> list[int]:
    """Return the pixels that the pen covers, row by row, leftmost in the lowest bit."""
    lines = [0] * box.height
    radius = box.pen / 2
    for stroke in strokes:
        for start, end in pairwise(stroke):
            first = max(0, int(min(start[1], end[1]) - radius))
            last = min(box.height, int(max(start[1], end[1]) + radius) + 1)
            for line in range(first, last):
                lines[line] |= _run(_covered(start, end, radius, line + 0.5), 2 * box.width)
    return lines


def _outline(lines: list[int], thick: int) -> list[int]:
    """Return the pixels of a shape that lie at most `thick` pixels from its edge."""
    inside = lines
    for _ in range(thick):
        around = [0, *inside, 0]
        inside = [
            line & line << 1 & line >> 1 & line << 2 & line >> 2 & above & below
            for above, line, below in zip(around, inside, around[2:], strict=False)
        ]
    return [line & ~inner for line, inner in zip(lines, inside, strict=True)]


def _run(span: tuple[float, float] | None, width: int) -> int:
    """Return the bits of a span of pixels."""
    if span is None:
        return 0
    first, last = max(0, _pixel(span[0])), min(width, _pixel(span[1]))
    return (1 << last) - (1 << first) if last > first else 0


def _pixel(x: float) -> int:
    """Return the number of pixels whose centre lies to the left of `x`."""
    return int(2 * x + 0.5 - 1e-9) if x > 0 else 0


def _covered(start: Point, end: Point, radius: float, y: float) -> tuple[float, float] | None:
    """Return from where to where a round pen drawn from `start` to `end` covers the line `y`."""
    spans = [*_discs((start, end), radius, y), *_edge(start, end, radius, y)]
    if not spans:
        return None
    return min(spans), max(spans)


def _discs(centres: Iterable[Point], radius: float, y: float) -> Iterable[float]:
    for x, centre in centres:
        under = radius * radius - (y - centre) ** 2
        if under > 0:
            half = sqrt(under)
            yield x - half
            yield x + half


def _edge(start: Point, end: Point, radius: float, y: float) -> Iterable[float]:
    """Yield where the two long sides of a stroke cross the line `y`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if not dy or not length:
        return
    across = (-dy / length * radius, dx / length * radius)
    for sign in (1, -1):
        x, top = start[0] + sign * across[0], start[1] + sign * across[1]
        share = (y - top) / dy
        if 0 <= share <= 1:
            yield x + share * dx


def _cells(upper: int, lower: int, width: int) -> str:
    return "".join(
        _QUADRANTS[(upper >> 2 * x & 3) | (lower >> 2 * x & 3) << 2] for x in range(width)
    )
