"""A face of big digits, drawn as strokes and cut to any size.

Every glyph is a few centre lines, given in a box of the size wanted, and drawn with a round pen.
Box, pen and bars lie on whole pixels, so stems have one weight everywhere. A pixel is a quarter
of a cell: half as wide as it is high. All lengths here are in pixel heights, so a cell is 1 wide
and 2 high. All digits are equally wide: nothing moves when one of them changes.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

Point = tuple[float, float]
Stroke = list[Point]
Glyph = tuple[str, ...]

_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the bits of a cell: 1 top left, 2 top right, 4 bottom left, 8 bottom right."""


class Box(NamedTuple):
    """Where the pen goes: the centre lines of the outermost strokes, and the pen's width."""

    width: int
    height: int
    pen: int

    @property
    def left(self) -> float:
        """Centre of a stem at the left edge."""
        return self.pen / 2

    @property
    def right(self) -> float:
        """Centre of a stem at the right edge."""
        return self.width - self.pen / 2

    @property
    def top(self) -> float:
        """Centre of a bar at the top."""
        return self.pen / 2

    @property
    def bottom(self) -> float:
        """Centre of a bar at the bottom."""
        return self.height - self.pen / 2

    @property
    def middle(self) -> float:
        """Centre of the bar between two bowls, the upper one never the larger."""
        return (self.height - self.pen) // 2 + self.pen / 2

    @property
    def round(self) -> float:
        """Radius of a bowl's corners."""
        return 0.92 * min(self.right - self.left, self.middle - self.top) / 2

    @property
    def stem(self) -> float:
        """Centre of a stem in the middle, on whole pixels."""
        return self.at((self.width - self.pen) / 2)

    def at(self, edge: float) -> float:
        """Return the centre of a stem whose left edge lies near `edge`, on whole pixels."""
        return round(edge) + self.pen / 2


def _arc(centre: Point, radius: float, start: float, end: float) -> Stroke:
    """Draw an arc from `start` to `end`, in quarter turns clockwise from the right."""
    steps = max(3, round(abs(end - start) * (3 + radius)))
    angles = (start + (end - start) * step / steps for step in range(steps + 1))
    return [
        (centre[0] + radius * cos(angle * pi / 2), centre[1] + radius * sin(angle * pi / 2))
        for angle in angles
    ]


def _loop(box: Box, top: float, bottom: float) -> Stroke:
    left, right, r = box.left, box.right, box.round
    return [
        *_arc((right - r, top + r), r, -1, 0),
        *_arc((right - r, bottom - r), r, 0, 1),
        *_arc((left + r, bottom - r), r, 1, 2),
        *_arc((left + r, top + r), r, 2, 3),
        (right - r, top),
    ]


def _zero(box: Box) -> list[Stroke]:
    return [_loop(box, box.top, box.bottom)]


def _one(box: Box) -> list[Stroke]:
    stem = box.at((box.width - box.pen) / 2 + box.width / 12)
    flag = 0.3 * box.width + box.pen / 6
    return [[(stem - flag, box.top + 0.72 * flag), (stem, box.top), (stem, box.bottom)]]


def _two(box: Box) -> list[Stroke]:
    left, right, r, top = box.left, box.right, box.round, box.top
    return [
        [
            *_arc((left + r, top + r), r, 2.05, 3),
            *_arc((right - r, top + r), r, -1, 0.5),
            (left, box.bottom),
            (right, box.bottom),
        ]
    ]


def _three(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    top, middle, bottom = box.top, box.middle, box.bottom
    waist = (left + right) / 2 - box.pen / 4
    return [
        [
            *_arc((left + r, top + r), r, 2.1, 3),
            *_arc((right - r, top + r), r, -1, 0),
            *_arc((right - r, middle - r), r, 0, 1),
            (waist, middle),
        ],
        [
            (waist, middle),
            *_arc((right - r, middle + r), r, -1, 0),
            *_arc((right - r, bottom - r), r, 0, 1),
            *_arc((left + r, bottom - r), r, 1, 1.9),
        ],
    ]


def _four(box: Box) -> list[Stroke]:
    stem = box.at(box.width - box.pen - box.width / 6)
    bar = box.at(0.72 * box.height - box.pen / 2)
    return [
        [(stem, box.top), (box.left, bar), (box.right, bar)],
        [(stem, box.top), (stem, box.bottom)],
    ]


def _five(box: Box) -> list[Stroke]:
    left, right, r, bottom = box.left, box.right, box.round, box.bottom
    waist = box.middle
    return [
        [(right - box.pen / 4, box.top), (left, box.top), (left, waist)],
        [
            (left, waist),
            *_arc((right - r, waist + r), r, -1, 0),
            *_arc((right - r, bottom - r), r, 0, 1),
            *_arc((left + r, bottom - r), r, 1, 1.9),
        ],
    ]


def _six(box: Box) -> list[Stroke]:
    left, right, r, top = box.left, box.right, box.round, box.top
    return [
        _loop(box, box.middle, box.bottom),
        [
            *reversed(_arc((right - r, top + r), r, -1, -0.1)),
            *reversed(_arc((left + r, top + r), r, 2, 3)),
            (left, box.bottom - r),
        ],
    ]


def _seven(box: Box) -> list[Stroke]:
    foot = box.left + 0.3 * (box.right - box.left)
    return [[(box.left, box.top), (box.right, box.top), (foot, box.bottom)]]


def _eight(box: Box) -> list[Stroke]:
    return [_loop(box, box.top, box.middle), _loop(box, box.middle, box.bottom)]


def _nine(box: Box) -> list[Stroke]:
    left, right, r, bottom = box.left, box.right, box.round, box.bottom
    waist = box.height - box.middle
    return [
        _loop(box, box.top, waist),
        [
            (right, box.top + r),
            *_arc((right - r, bottom - r), r, 0, 1),
            *_arc((left + r, bottom - r), r, 1, 1.9),
        ],
    ]


def _colon(box: Box) -> list[Stroke]:
    lift = round(box.height * 0.22)
    x = box.stem
    return [[(x, y), (x, y)] for y in (box.top + lift, box.bottom - lift)]


def _dot(box: Box) -> list[Stroke]:
    return [[(box.stem, box.bottom), (box.stem, box.bottom)]]


def _minus(box: Box) -> list[Stroke]:
    return [[(box.left, box.middle), (box.right, box.middle)]]


def _plus(box: Box) -> list[Stroke]:
    arm = (box.right - box.left) / 2
    x, y = (box.left + box.right) / 2, box.middle
    return [*_minus(box), [(x, y - arm), (x, y + arm)]]


def _c(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    return [
        [
            *reversed(_arc((right - r, box.top + r), r, -1, -0.1)),
            *reversed(_arc((left + r, box.top + r), r, 2, 3)),
            *reversed(_arc((left + r, box.bottom - r), r, 1, 2)),
            *reversed(_arc((right - r, box.bottom - r), r, 0.1, 1)),
        ]
    ]


def _e(box: Box) -> list[Stroke]:
    arm = box.right - (box.right - box.left) / 6
    bars = [[(box.left, y), (box.right, y)] for y in (box.top, box.bottom)]
    return [*bars, [(box.left, box.top), (box.left, box.bottom)], _bar(box.left, arm, box.middle)]


def _f(box: Box) -> list[Stroke]:
    arm = box.right - (box.right - box.left) / 6
    return [
        [(box.right, box.top), (box.left, box.top), (box.left, box.bottom)],
        _bar(box.left, arm, box.middle),
    ]


def _g(box: Box) -> list[Stroke]:
    x, y = (box.width + box.pen) / 2, box.height - box.middle
    return [*_c(box), [(x, y), (box.right, y), (box.right, box.bottom - box.round)]]


def _h(box: Box) -> list[Stroke]:
    stems = [[(x, box.top), (x, box.bottom)] for x in (box.left, box.right)]
    return [*stems, _bar(box.left, box.right, box.middle)]


def _i(box: Box) -> list[Stroke]:
    return [[(box.stem, box.top), (box.stem, box.bottom)]]


def _l(box: Box) -> list[Stroke]:
    return [[(box.left, box.top), (box.left, box.bottom), (box.right, box.bottom)]]


def _r(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    return [
        [
            (left, box.bottom),
            (left, box.top),
            *_arc((right - r, box.top + r), r, -1, 0),
            *_arc((right - r, box.middle - r), r, 0, 1),
            (left, box.middle),
        ],
        [(right - r, box.middle), (right, box.bottom)],
    ]


def _s(box: Box) -> list[Stroke]:
    left, right, r = box.left, box.right, box.round
    top, middle, bottom = box.top, box.middle, box.bottom
    return [
        [
            *reversed(_arc((right - r, top + r), r, -1, -0.1)),
            *reversed(_arc((left + r, top + r), r, 2, 3)),
            *reversed(_arc((left + r, middle - r), r, 1, 2)),
            *_arc((right - r, middle + r), r, -1, 0),
            *_arc((right - r, bottom - r), r, 0, 1),
            *_arc((left + r, bottom - r), r, 1, 1.9),
        ]
    ]


def _t(box: Box) -> list[Stroke]:
    return [_bar(box.left, box.right, box.top), [(box.stem, box.top), (box.stem, box.bottom)]]


def _w(box: Box) -> list[Stroke]:
    feet = box.left + (box.right - box.left) / 4, box.right - (box.right - box.left) / 4
    peak = (box.stem, box.top + 0.35 * box.height)
    return [
        [
            (box.left, box.top),
            (feet[0], box.bottom),
            peak,
            (feet[1], box.bottom),
            (box.right, box.top),
        ]
    ]


def _bar(left: float, right: float, y: float) -> Stroke:
    return [(left, y), (right, y)]


_DRAWN: dict[str, Callable[[Box], list[Stroke]]] = {
    "0": _zero,
    "1": _one,
    "2": _two,
    "3": _three,
    "4": _four,
    "5": _five,
    "6": _six,
    "7": _seven,
    "8": _eight,
    "9": _nine,
    ":": _colon,
    ".": _dot,
    "-": _minus,
    "–": _minus,
    "+": _plus,
    "C": _c,
    "E": _e,
    "F": _f,
    "G": _g,
    "H": _h,
    "I": _i,
    "L": _l,
    "O": _zero,
    "R": _r,
    "S": _s,
    "T": _t,
    "W": _w,
    " ": lambda _box: [],
}
_WIDTHS = {":": 0.0, ".": 0.0, "I": 0.0, "+": 0.66, "-": 0.66, "–": 0.66, "W": 1.5}
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
def glyph(char: str, rows: int) -> Glyph:
    """Return one glyph as `rows` strings, each `width_of(char, rows)` cells long.

    Raises:
        KeyError: there is no such glyph.
    """
    pen = max(1, round(0.6 * pen_for(rows))) if char in _THIN else pen_for(rows)
    box = Box(width_of(char, rows), 2 * rows, pen)
    lines = _pixels(_DRAWN[char](box), box)
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
