"""Keys and what they mean, one under the other, each meaning wrapped under itself.

Where there is room for two columns the second half stands beside the first.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from textual.geometry import Size

from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, width_of
from runlift_tui.widgets.base.wrapping import wrapped

_GAP = 3
_COLUMN = 48
"""Columns that a half needs beside the other for its meanings to be read in a line or two."""


class KeyTable(Part):
    """A table as high as it needs to be; its first line can stand out."""

    DEFAULT_CSS = "KeyTable { height: auto; width: 1fr; }"

    def __init__(self, keys: Sequence[KeyFace], *, now: KeyFace | None = None) -> None:
        """Show keys.

        Args:
            keys: In their order.
            now: What stands above them, set off: what the most needed one does at this moment.
        """
        super().__init__()
        self.faces = tuple(keys)
        """The keys, without the one that stands above them."""
        self._now = now

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return all rows."""
        half = (width - 2 * _GAP) // 2
        if half < _COLUMN:
            return [*self._first(width), *_joined(self._each(width))]
        each = list(self._each(half))
        rows, middle = len(_joined(each)), 0
        while 2 * len(_joined(each[:middle])) < rows:
            middle += 1
        beside = zip_longest(_joined(each[:middle]), _joined(each[middle:]), fillvalue=())
        return [*self._first(width), *(_beside(left, right, half) for left, right in beside)]

    def _first(self, width: int) -> list[Pieces]:
        """Return the line that stands out, set off."""
        return [] if self._now is None else [*self._told(self._now, width, "mark"), ()]

    def _each(self, width: int) -> Iterator[list[Pieces]]:
        for line in self.faces:
            yield self._told(line, width, "")

    def _told(self, line: KeyFace, width: int, tone: Tone) -> list[Pieces]:
        """Return the rows of one key."""
        lines = self.faces if self._now is None else (self._now, *self.faces)
        wide = max(width_of((Piece(safe_text(each.key)),)) for each in lines)
        key, rows = safe_text(line.key), list[Pieces]()
        for text in wrapped(safe_text(line.word), max(1, width - wide - _GAP)):
            pad = " " * (wide - width_of((Piece(key),)) + _GAP)
            rows.append((Piece(key, tone or "strong"), Piece(f"{pad}{text}", tone)))
            key = ""
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are."""
        return len(self.lines(width, 0))


def _joined(each: Iterable[list[Pieces]]) -> list[Pieces]:
    return [row for rows in each for row in rows]


def _beside(left: Pieces, right: Pieces, half: int) -> Pieces:
    """Return a row of the one column with a row of the other behind it."""
    if not right:
        return left
    return (*left, Piece(" " * (half + 2 * _GAP - width_of(left))), *right)
