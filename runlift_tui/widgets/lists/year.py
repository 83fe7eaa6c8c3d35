"""A year of squares: weeks as columns, days as rows, months named above."""

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.history.year_of_squares import WEEKS, YearOfSquares
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone

WHOLE = 8
"""Rows with a day in each; with fewer of them two days share a row."""

_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_PAIR_NAMES = ("Mo Tu", "We Th", "Fr Sa", "Su")
_MARGIN = 6
_SQUARES: tuple[Piece, ...] = (
    Piece("·", "quiet"),
    Piece("▪", "figure"),
    Piece("■", "figure"),
    Piece("■", "mark"),
)


class DayClicked(Message):
    """A day of the year was clicked."""

    def __init__(self, year: int, day: int) -> None:
        super().__init__()
        self.year = year
        self.day = day
        """Its place in the year, from 0."""


class Year(Part):
    """The squares of one year."""

    DEFAULT_CSS = "Year { height: 8; width: 1fr; }"

    squares: var[YearOfSquares | None] = var(None)

    def watch_squares(self) -> None:
        """Show the new squares."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the months and the days, each day a square, or half of one where it is low."""
        shown = self.squares
        if shown is None:
            return []
        rows = [_row(shown, weekday) for weekday in range(7)]
        if height < WHOLE:
            rows = [_pair(shown, number) for number in range(4)]
        return [_months(shown), *rows]

    def on_click(self, event: Click) -> None:
        """Say which day was clicked."""
        squares = self.squares
        if squares is None or event.y < 1:
            return
        days = [event.y - 1]
        if self.size.height < WHOLE:
            days = [(event.y - 1) * 2, (event.y - 1) * 2 + 1]
        found = [
            day
            for weekday in days
            if weekday < 7 and (day := squares.day(event.x - _MARGIN, weekday)) is not None
        ]
        if found:
            # Of two that share a cell the one with a session.
            day = max(found, key=lambda each: squares.levels[each] > 0)
            self.post_message(DayClicked(squares.year, day))


def _months(shown: YearOfSquares) -> Pieces:
    line = [" "] * (_MARGIN + WEEKS + 2)
    for column, name in shown.months():
        line[_MARGIN + column : _MARGIN + column + 3] = name
    return (Piece("".join(line).rstrip(), "quiet"),)


def _row(shown: YearOfSquares, weekday: int) -> Pieces:
    found = [Piece(f"{_NAMES[weekday]:<{_MARGIN}}", "quiet")]
    for column in range(WEEKS):
        day = shown.day(column, weekday)
        if day is None:
            found.append(Piece(" "))
        elif day == shown.chosen:
            found.append(Piece(_SQUARES[shown.levels[day]].text, "chip"))
        else:
            found.append(_SQUARES[shown.levels[day]])
    return tuple(found)


def _pair(shown: YearOfSquares, number: int) -> Pieces:
    """Return two days in one row, the later one in the lower half."""
    found = [Piece(f"{_PAIR_NAMES[number]:<{_MARGIN}}", "quiet")]
    for column in range(WEEKS):
        days = [shown.day(column, number * 2)]
        days.append(shown.day(column, number * 2 + 1) if number < 3 else None)
        there = [day for day in days if day is not None]
        upper, lower = (day is not None and shown.levels[day] > 0 for day in days)
        text = ("█" if lower else "▀") if upper else ("▄" if lower else "·")
        tone: Tone = "figure" if upper or lower else "quiet"
        if shown.chosen is not None and shown.chosen in there:
            tone = "strong"
        found.append(Piece(text if there else " ", tone))
    return tuple(found)
