"""The pen's box, and the centre lines of the digits and of the signs beside them.

Every glyph is a few centre lines, given in a box of the size wanted. All lengths are in pixel
heights; `glyphs` draws along them with a round pen.
"""

from collections.abc import Callable
from math import cos, pi, sin

from msgspec import Struct

Point = tuple[float, float]
Stroke = list[Point]


class Box(Struct, frozen=True):
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


def arc(centre: Point, radius: float, start: float, end: float) -> Stroke:
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
        *arc((right - r, top + r), r, -1, 0),
        *arc((right - r, bottom - r), r, 0, 1),
        *arc((left + r, bottom - r), r, 1, 2),
        *arc((left + r, top + r), r, 2, 3),
        (right - r, top),
    ]


def zero(box: Box) -> list[Stroke]:
    """Draw a zero, or the letter."""
    return [_loop(box, box.top, box.bottom)]


def _one(box: Box) -> list[Stroke]:
    stem = box.at((box.width - box.pen) / 2 + box.width / 12)
    flag = 0.3 * box.width + box.pen / 6
    return [[(stem - flag, box.top + 0.72 * flag), (stem, box.top), (stem, box.bottom)]]


def _two(box: Box) -> list[Stroke]:
    left, right, r, top = box.left, box.right, box.round, box.top
    return [
        [
            *arc((left + r, top + r), r, 2.05, 3),
            *arc((right - r, top + r), r, -1, 0.5),
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
            *arc((left + r, top + r), r, 2.1, 3),
            *arc((right - r, top + r), r, -1, 0),
            *arc((right - r, middle - r), r, 0, 1),
            (waist, middle),
        ],
        [
            (waist, middle),
            *arc((right - r, middle + r), r, -1, 0),
            *arc((right - r, bottom - r), r, 0, 1),
            *arc((left + r, bottom - r), r, 1, 1.9),
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
            *arc((right - r, waist + r), r, -1, 0),
            *arc((right - r, bottom - r), r, 0, 1),
            *arc((left + r, bottom - r), r, 1, 1.9),
        ],
    ]


def _six(box: Box) -> list[Stroke]:
    left, right, r, top = box.left, box.right, box.round, box.top
    return [
        _loop(box, box.middle, box.bottom),
        [
            *reversed(arc((right - r, top + r), r, -1, -0.1)),
            *reversed(arc((left + r, top + r), r, 2, 3)),
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
            *arc((right - r, bottom - r), r, 0, 1),
            *arc((left + r, bottom - r), r, 1, 1.9),
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


def bar(left: float, right: float, y: float) -> Stroke:
    """Draw a level bar."""
    return [(left, y), (right, y)]


DIGITS: dict[str, Callable[[Box], list[Stroke]]] = {
    "0": zero,
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
    " ": lambda _box: [],
}
