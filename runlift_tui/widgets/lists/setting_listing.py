"""Settings one under the other: a name, what it is now, and what it does."""

from rich.cells import cell_len

from runlift_tui.core.settings.lines import SettingLine
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.pieces import Piece, Pieces, placed, shortened, width_of
from runlift_tui.widgets.lists.listing import Listing, Row

_VALUES = 26
"""Cells of the column of values, where what a setting does stands beside it."""
_GAP = 2
_LEAST = 12
"""Cells below which what a setting does is left out."""
_BESIDE = 92
"""Cells from which on there is room for that."""


class SettingListing(Listing):
    """A list in three columns; a narrow window leaves the third one out."""

    def __init__(self) -> None:
        super().__init__()
        self._lines_of: tuple[SettingLine, ...] = ()

    def show(self, lines: tuple[SettingLine, ...]) -> None:
        """Show these settings."""
        self._lines_of = lines
        self.rows = tuple(Row(line.name, f"{line.shown} {line.by_hand}") for line in lines)
        self.redraw()

    def tells_whole(self, number: int) -> bool:
        """Whether all that a setting does stands beside it."""
        width = self.size.width - 2
        left, told = self._left(number, width), _told(self._lines_of[number])
        return width >= _BESIDE and width_of(left) + _GAP + cell_len(told) <= width

    def _row(self, number: int, row: Row, width: int) -> Pieces:
        left, told = self._left(number, width), _told(self._lines_of[number])
        # What has no room in its column begins further left, where its own row is empty.
        column = self._names + 5 + _VALUES
        gap = max(_GAP, min(column, width - cell_len(told)) - width_of(left))
        rest = width - width_of(left) - gap if width >= _BESIDE else 0
        return placed(left, (), (), width) if rest < _LEAST else _beside(left, gap, told, rest)

    @property
    def _names(self) -> int:
        return max(len(each.name) for each in self._lines_of)

    def _left(self, number: int, width: int) -> Pieces:
        """Return a setting's name and what it is now."""
        line, now, names = self._lines_of[number], number == self.chosen, self._names
        before = Piece("▸ " if now else "  ", "mark")
        name = Piece(f"{line.name:<{names}}   ", "strong" if now else "quiet")
        return (before, name, *self._value(line, now, width - names - 5))

    def _value(self, line: SettingLine, now: bool, width: int) -> Pieces:
        """Return what it is now, between arrows where they change it."""
        text = shortened(safe_text(line.shown), max(1, width - 4))
        if line.by_hand:
            return (Piece("  "), Piece(text), Piece("  by hand", "quiet"))
        if now and line.turns:
            return (Piece("‹ ", "mark"), Piece(text, "strong"), Piece(" ›", "mark"))
        return (Piece("  "), Piece(text, "strong" if now else ""))


def _told(line: SettingLine) -> str:
    return safe_text("config.toml decides it" if line.by_hand else line.what)


def _beside(left: Pieces, gap: int, told: str, rest: int) -> Pieces:
    """Return a row with a quiet text beside it, filled up to its width."""
    quiet = placed((Piece(shortened(safe_text(told), rest), "quiet"),), (), (), rest)
    return (*left, Piece(" " * gap), *quiet)
