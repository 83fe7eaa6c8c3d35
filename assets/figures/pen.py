"""The pen: rounded strokes on a fine grid, and the characters that come nearest to them."""

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from math import ceil, floor
from typing import NamedTuple

ACROSS, DOWN = 4, 8
"""Samples in a cell."""
_BRAILLE = 0x2800
_DOTS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
"""Bits of a braille character, row by row."""
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"


class Ink(IntEnum):
    """What is under the pen."""

    NONE = 0
    PROP = 1
    FAR = 2
    NEAR = 3


_FINE = (Ink.PROP, Ink.FAR)
_LEAST = 5
"""Samples of 32 that a cell needs before it has a block."""


class Stroke(NamedTuple):
    """A stroke with round ends, in samples; its ends may differ in thickness."""

    start: tuple[float, float]
    end: tuple[float, float]
    radii: tuple[float, float]

    def covers(self, x: float, y: float, more: float = 0.0) -> bool:
        """Whether a place lies on it, or not more than so far from it."""
        dx, dy = self.end[0] - self.start[0], self.end[1] - self.start[1]
        length = dx * dx + dy * dy
        px, py = x - self.start[0], y - self.start[1]
        share = min(1.0, max(0.0, (px * dx + py * dy) / length)) if length else 0.0
        radius = self.radii[0] + (self.radii[1] - self.radii[0]) * share + more
        px, py = px - share * dx, py - share * dy
        return px * px + py * py <= radius * radius

    def box(self, more: float) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of the samples that it can touch."""
        far = max(self.radii) + more
        xs, ys = (self.start[0], self.end[0]), (self.start[1], self.end[1])
        return (
            floor(min(xs) - far),
            floor(min(ys) - far),
            ceil(max(xs) + far) + 1,
            ceil(max(ys) + far) + 1,
        )


class Canvas:
    """Samples, and the cells that they make."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._samples = [[Ink.NONE] * (width * ACROSS) for _ in range(height * DOWN)]

    def clear(
        self, strokes: Iterable[Stroke], halo: float, root: tuple[float, float], spared: float
    ) -> None:
        """Take away the body that lies around strokes, but not near where they are joined on.

        Dots stay: they are told from a limb before them as they are.
        """
        for stroke in strokes:
            for x, y in self._touched(stroke, halo):
                if self._samples[y][x] is not Ink.NEAR:
                    continue
                near = (x - root[0]) ** 2 + (y - root[1]) ** 2 <= spared * spared
                if not near and stroke.covers(x + 0.5, y + 0.5, halo):
                    self._samples[y][x] = Ink.NONE

    def draw(self, strokes: Iterable[Stroke], ink: Ink) -> None:
        """Draw strokes."""
        for stroke in strokes:
            for x, y in self._touched(stroke, 0.0):
                if stroke.covers(x + 0.5, y + 0.5):
                    self._samples[y][x] = ink

    def lay_floor(self, top: int) -> None:
        """Draw a line from edge to edge, and take away what lies under it."""
        for y in range(top, self.height * DOWN):
            ink = Ink.PROP if y < top + 2 else Ink.NONE
            self._samples[y] = [ink] * (self.width * ACROSS)

    def _touched(self, stroke: Stroke, more: float) -> Iterable[tuple[int, int]]:
        left, top, right, bottom = stroke.box(more)
        for y in range(max(0, top), min(self.height * DOWN, bottom)):
            for x in range(max(0, left), min(self.width * ACROSS, right)):
                yield x, y

    def rows(self) -> list[str]:
        """Return the rows of characters: blocks where the body is, dots for the rest."""
        return ["".join(self._cell(x, y) for x in range(self.width)) for y in range(self.height)]

    def _cell(self, column: int, row: int) -> str:
        cell = [
            self._samples[row * DOWN + y][column * ACROSS + x]
            for y in range(DOWN)
            for x in range(ACROSS)
        ]
        solid = sum(1 << place for place, ink in enumerate(cell) if ink is Ink.NEAR)
        found = _nearest(solid) if solid.bit_count() >= _LEAST else " "
        return found if found != " " else _dotted(cell)


def _dotted(cell: list[Ink]) -> str:
    """Return the braille character of a cell, or a space."""
    bits = 0
    for place, bit in enumerate(_DOTS):
        x, y = place % 2 * 2, place // 2 * 2
        inked = sum(cell[(y + dy) * ACROSS + x + dx] in _FINE for dy in (0, 1) for dx in (0, 1))
        if inked >= 2:
            bits |= bit
    return chr(_BRAILLE + bits) if bits else " "


def _shapes() -> dict[str, int]:
    """Return the samples that each block covers.

    Only blocks whose mirror image is a block too: a figure is shown from both sides.
    """
    found = {}
    for bits, char in enumerate(_QUADRANTS):
        found[char] = sum(
            1 << y * ACROSS + x
            for y in range(DOWN)
            for x in range(ACROSS)
            if bits >> (y // 4 * 2 + x // 2) & 1
        )
    for high, char in enumerate("▁▂▃▄▅▆▇", 1):
        found[char] = sum(
            1 << y * ACROSS + x for y in range(DOWN - high, DOWN) for x in range(ACROSS)
        )
    return found


_SHAPES = _shapes()


@cache
def _nearest(samples: int) -> str:
    """Return the block that differs least from what is drawn."""
    return min(_SHAPES.items(), key=lambda item: (item[1] ^ samples).bit_count())[0]
