"""The places that home leads to: a quiet block of keys and words in columns."""

from textual.events import Click
from textual.geometry import Size
from textual.reactive import var

from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, width_of
from runlift_tui.widgets.lines.keys import KeyClicked

_GAP = 4
_PAIR = 2
_MOST, _ALL = 4, 8
"""Columns; two belong together, so there are two or four, and one row where it is wide enough."""
_WIDTH_FOR_ALL = 100
_ROWS_FOR_PAIRS = 26
"""Rows of the terminal from which on there is room for a row to every pair."""


class Ways(Part):
    """Keys and where they lead, in two columns, in four where rows are scarce."""

    DEFAULT_CSS = "Ways { height: auto; width: 1fr; }"

    ways: var[tuple[KeyFace, ...]] = var((), init=False)

    def watch_ways(self) -> None:
        """Show the new ways."""
        self.display = bool(self.ways)
        self.refresh(layout=True)

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows, the columns as wide as their widest word."""
        columns = self._columns()
        cells = [_told(way) for way in self.ways]
        ends = self._ends(width)
        return [
            cut(_row(cells[at : at + columns], ends), width) for at in range(0, len(cells), columns)
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are."""
        return -(-len(self.ways) // self._columns())

    def _columns(self) -> int:
        if self.app.size.width >= _WIDTH_FOR_ALL:
            return _ALL
        return _PAIR if self.app.size.height >= _ROWS_FOR_PAIRS else _MOST

    def _ends(self, width: int) -> list[int]:
        """Return where each column ends, its gap included."""
        columns = self._columns()
        wide = [
            max((width_of(_told(way)) for way in self.ways[place::columns]), default=0)
            for place in range(columns)
        ]
        gap = max(1, min(_GAP, (width - sum(wide)) // max(1, columns - 1)))
        return [sum(wide[: place + 1]) + gap * (place + 1) for place in range(columns)]

    def on_click(self, event: Click) -> None:
        """Say which key was clicked."""
        columns = self._columns()
        place = next((n for n, end in enumerate(self._ends(self.size.width)) if event.x < end), -1)
        column = self.ways[place::columns] if place >= 0 else ()
        if event.y < len(column):
            self.post_message(KeyClicked(column[event.y].key))


def _told(way: KeyFace) -> Pieces:
    return Piece(safe_text(way.key), "strong"), Piece(f"  {safe_text(way.word)}", "quiet")


def _row(cells: list[Pieces], ends: list[int]) -> Pieces:
    found: list[Piece] = []
    for cell, end in zip(cells, (0, *ends), strict=False):
        found += [Piece(" " * (end - width_of(found))), *cell]
    return tuple(found)
