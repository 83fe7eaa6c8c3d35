"""A sheet of cells to draw on: letters in tones, and finer dots where no letter stands."""

from collections.abc import Mapping
from itertools import groupby

from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone

ACROSS, DOWN = 2, 4
"""Dots in a cell of Braille."""
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""What each dot adds to the empty pattern: by column, by row."""
_CELL = (1 << DOWN) - 1
_PATTERNS = tuple(
    tuple(sum(bit for row, bit in enumerate(bits) if dots >> row & 1) for dots in range(_CELL + 1))
    for bits in _BITS
)
"""What the dots of one column of a cell add, as a mask, to the empty pattern."""
_EMPTY = 0x2800
EIGHTHS = " ▁▂▃▄▅▆▇█"
"""A cell filled from its foot."""


class Canvas:
    """Cells counted from the top left corner; what falls outside is not drawn."""

    def __init__(self, width: int, height: int, *, fine: bool = True) -> None:
        """Be empty.

        Args:
            width: Columns.
            height: Rows.
            fine: Whether there are dots finer than a cell; else one dot fills a cell.
        """
        self.width = width
        self.height = height
        self._fine = fine
        self._letters = [[" "] * width for _ in range(height)]
        self._tones: list[list[Tone]] = [[""] * width for _ in range(height)]
        self._dots: dict[tuple[int, int], int] = {}

    def put(self, x: int, y: int, text: str, tone: Tone = "") -> None:
        """Write a text, each character one cell wide."""
        if not 0 <= y < self.height:
            return
        for column, letter in enumerate(text, x):
            if 0 <= column < self.width:
                self._letters[y][column] = letter
                self._tones[y][column] = tone

    def dot(self, x: float, y: float, tone: Tone) -> None:
        """Set a dot, at a place in cells."""
        column, row = int(x), int(y)
        if not (0 <= column < self.width and 0 <= row < self.height) or x < 0 or y < 0:
            return
        bit = _BITS[int((x - column) * ACROSS)][int((y - row) * DOWN)]
        self._dots[column, row] = self._dots.get((column, row), 0) | bit
        if self._letters[row][column] == " ":
            self._tones[row][column] = tone

    def columns(self, masks: Mapping[int, int], tone: Tone) -> None:
        """Set dots one under the other, many at once.

        Args:
            masks: By the column of dots, which dots are set: the lowest bit is the one on top.
            tone: Of all of them.
        """
        every = (1 << (self.height * DOWN)) - 1
        for x, mask in masks.items():
            column, patterns = x // ACROSS, _PATTERNS[x % ACROSS]
            left, row = mask & every if 0 <= column < self.width else 0, 0
            while left:
                bits = patterns[left & _CELL]
                if bits:
                    self._dots[column, row] = self._dots.get((column, row), 0) | bits
                    self._tones[row][column] = tone
                left >>= DOWN
                row += 1

    def line(self, start: tuple[float, float], end: tuple[float, float], tone: Tone) -> None:
        """Draw a line of dots between two places in cells."""
        (x1, y1), (x2, y2) = start, end
        steps = max(1, round(max(abs(x2 - x1) * ACROSS, abs(y2 - y1) * DOWN)))
        for step in range(steps + 1):
            share = step / steps
            self.dot(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, tone)

    def is_free(self, x: int, y: int, width: int) -> bool:
        """Whether nothing stands in some cells of a row, all of them on the sheet."""
        if not (0 <= y < self.height and x >= 0 and x + width <= self.width):
            return False
        return all(
            self._letters[y][column] == " " and (column, y) not in self._dots
            for column in range(x, x + width)
        )

    def has_letter(self, x: int, y: int) -> bool:
        """Whether a character stands in a cell."""
        return self._letters[y][x] != " "

    def rows(self) -> list[Pieces]:
        """Return what was drawn, from the top."""
        for (column, row), bits in self._dots.items():
            if self._letters[row][column] == " ":
                self._letters[row][column] = chr(_EMPTY + bits) if self._fine else "·"
        return [
            _pieces("".join(letters), tones)
            for letters, tones in zip(self._letters, self._tones, strict=True)
        ]


def _pieces(letters: str, tones: list[Tone]) -> Pieces:
    """Return a row as runs of one tone."""
    found: list[Piece] = []
    at = 0
    for tone, cells in groupby(tones):
        width = len(list(cells))
        found.append(Piece(letters[at : at + width], tone))
        at += width
    return tuple(found)


def placed_free(canvas: Canvas, words: str, rows: tuple[int, ...], left: int, tone: Tone) -> bool:
    """Write words where the first of some rows has room for them, as far at the right as it goes.

    Returns:
        Whether there was any.
    """
    width = len(words)
    for y in rows:
        for x in range(canvas.width - width, left - 1, -1):
            begins, ends = max(left, x - 1), min(canvas.width, x + width + 1)
            if canvas.is_free(begins, y, ends - begins):
                canvas.put(x, y, words, tone)
                return True
    return False
