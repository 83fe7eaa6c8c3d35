"""Some drawings beside each other, each with a title, in the rows that a page has left."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.reactive import var

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, width_of

_GAP = 3


class Card(NamedTuple):
    """One of them."""

    titles: tuple[str, ...]
    """The same said shorter and shorter; the first that has room stands there whole."""
    drawn: Callable[[int, int], Sequence[str | Pieces]]
    """Returns its rows for so many columns and rows; none where it has no room."""
    rows: int = 0
    """As many as it ever has; 0 where it draws as many as there are."""


class Cards(Part):
    """Cards, as wide as each other."""

    DEFAULT_CSS = "Cards { height: 1fr; width: 1fr; }"

    cards: var[tuple[Card, ...]] = var((), init=False)

    def watch_cards(self) -> None:
        """Show the new cards, in no more rows than they can fill."""
        known = bool(self.cards) and all(card.rows for card in self.cards)
        self.styles.max_height = 1 + max(card.rows for card in self.cards) if known else None
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return titles and drawings, side by side."""
        count = len(self.cards)
        if not count:
            return []
        each = (width - _GAP * (count - 1)) // count
        drawn = [_rows(card, each, height) for card in self.cards]
        rows = max(map(len, drawn))
        return [
            _row([column[y] if y < len(column) else () for column in drawn], each)
            for y in range(rows)
        ]


def _rows(card: Card, width: int, height: int) -> list[Pieces]:
    found = list(card.drawn(width, height - 1))[: height - 1]
    if not found:
        return []
    titles = map(safe_text, card.titles)
    said = next((each for each in titles if cell_len(each) <= width), "")
    title = (Piece(said, "strong"),)
    rows = ((Piece(safe_text(row)),) if isinstance(row, str) else row for row in found)
    return [title, *(cut(row, width) for row in rows)]


def _row(cells: Sequence[Pieces], width: int) -> Pieces:
    """Return cells in columns of one width."""
    found: list[Piece] = []
    for number, cell in enumerate(cells):
        at = number * (width + _GAP)
        found += [Piece(" " * (at - width_of(found))), *cell]
    return tuple(found)
