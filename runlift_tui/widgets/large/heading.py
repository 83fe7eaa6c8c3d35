"""What a page is about: a word in letters at the left, a figure as large at the right."""

from collections.abc import Sequence

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, placed, width_of
from runlift_tui.widgets.large.lettering import ROWS, can_letter, letter_lines, lettered_width

_GAP = 4
"""Columns between the two, at least."""


class Heading(Part):
    """A word in the widget's own colour, and a figure; in cells where letters have no room."""

    DEFAULT_CSS = "Heading { height: 3; width: 1fr; }"

    word: str = ""
    figure: str = ""

    def show(self, word: str, figure: str) -> None:
        """Show a word and a figure."""
        if (word, figure) != (self.word, self.figure):
            self.word, self.figure = word, figure
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows of both, in the largest letters in which they fit beside each other.

        The word is what a page is about: before it becomes smaller its figure does.
        """
        word, figure = self.word.upper(), self.figure.upper()
        sizes = ((rows, small) for rows in ROWS for small in ROWS if small <= rows <= height)
        for rows, small in sizes:
            wide = lettered_width(word, rows) + lettered_width(figure, small)
            fits = wide + (_GAP if word and figure else 0) <= width
            if fits and can_letter(word + figure):
                left = letter_lines(word, rows, "figure")
                right = _in_the_middle(letter_lines(figure, small), rows)
                pairs = zip(left, right, strict=True)
                return [placed(one, (), other, width) for one, other in pairs]
        ends = (Piece(safe_text(figure), "strong"),) if figure else ()
        # It stays large, and the figure gives way.
        beside = width - width_of(ends) - _GAP
        for rows in ROWS:
            if rows <= height and lettered_width(word, rows) <= beside and can_letter(word):
                *over, last = letter_lines(word, rows, "figure")
                under = placed(last, (), ends, width)
                return [*(placed(one, (), (), width) for one in over), under]
        return [placed((Piece(safe_text(word), "mark"),), (), ends, width)]


def _in_the_middle(lines: Sequence[Pieces], rows: int) -> list[Pieces]:
    """Return lines with as many empty ones over them as under them, so many in all."""
    over = (rows - len(lines)) // 2
    return [*[()] * over, *lines, *[()] * (rows - len(lines) - over)]
