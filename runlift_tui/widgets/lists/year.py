"""A year of squares: weeks as columns, days as rows, months named above."""

from itertools import pairwise
from typing import NamedTuple

from textual.events import Click
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.history.year_of_squares import YearOfSquares
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import ELLIPSIS, Piece, Pieces, Tone

WHOLE = 8
"""Rows with a day in each; with fewer of them two days share a row."""

_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_PAIR_NAMES = ("Mo Tu", "We Th", "Fr Sa", "Su")
_MARGIN = 6
_LOW_MARGIN = 4
"""Where the year has no room beside the other."""
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
    """The squares of one year; where they have no room, those weeks of it that hold the day."""

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
        seen = _seen(shown, width)
        rows = [_row(shown, weekday, seen) for weekday in range(7)]
        if height < WHOLE:
            rows = [_pair(shown, number, seen) for number in range(4)]
        return [_months(shown, seen), *rows]

    def on_click(self, event: Click) -> None:
        """Say which day was clicked."""
        squares = self.squares
        if squares is None or event.y < 1:
            return
        seen = _seen(squares, self.size.width)
        column = event.x - seen.margin + seen.first
        if column not in range(seen.first, seen.end):
            return
        days = [event.y - 1]
        if self.size.height < WHOLE:
            days = [(event.y - 1) * 2, (event.y - 1) * 2 + 1]
        found = [
            day
            for weekday in days
            if weekday < 7 and (day := squares.day(column, weekday)) is not None
        ]
        if found:
            # Of two that share a cell the one with a session.
            day = max(found, key=lambda each: squares.levels[each] > 0)
            self.post_message(DayClicked(squares.year, day))


class _Seen(NamedTuple):
    """What of a year is in sight."""

    margin: int
    """Cells before the first week."""
    first: int
    end: int
    """Weeks, from the first to before this one."""
    weeks: int
    """Weeks that the year has."""


def _seen(shown: YearOfSquares, width: int) -> _Seen:
    """Return what of a year is in sight in so many cells: its end, or pages back from there."""
    weeks = shown.weeks
    margin = _MARGIN if weeks + _MARGIN <= width else _LOW_MARGIN
    room = max(1, width - margin)
    end, chosen = weeks, weeks if shown.chosen is None else shown.column(shown.chosen)
    while end > room and chosen < end - room:
        end -= room
    end = max(end, min(room, weeks))
    return _Seen(margin, max(0, end - room), end, weeks)


def _months(shown: YearOfSquares, seen: _Seen) -> Pieces:
    goes_on = seen.end < seen.weeks
    line = [" "] * (seen.margin + seen.end - seen.first)
    months = (*shown.months(), (seen.weeks, ""))
    for (column, name), (after, _) in pairwise(months):
        # Of a month that has begun out of sight the name stands where there is room for it.
        begins = max(column, seen.first)
        if begins + len(name) <= min(after, seen.end - goes_on):
            at = seen.margin + begins - seen.first
            line[at : at + len(name)] = name
    if seen.first:
        line[seen.margin - 1] = ELLIPSIS
    if goes_on:
        line[-1] = ELLIPSIS
    return (Piece("".join(line).rstrip(), "quiet"),)


def _row(shown: YearOfSquares, weekday: int, seen: _Seen) -> Pieces:
    found = [Piece(f"{_NAMES[weekday]:<{seen.margin}}", "quiet")]
    for column in range(seen.first, seen.end):
        day = shown.day(column, weekday)
        if day is None:
            found.append(Piece(" "))
        elif day == shown.chosen:
            found.append(Piece(_SQUARES[shown.levels[day]].text, "chip"))
        else:
            found.append(_SQUARES[shown.levels[day]])
    return tuple(found)


def _pair(shown: YearOfSquares, number: int, seen: _Seen) -> Pieces:
    """Return two days in one row, the later one in the lower half."""
    name = _PAIR_NAMES[number] if seen.margin == _MARGIN else _PAIR_NAMES[number][:2]
    found = [Piece(f"{name:<{seen.margin}}", "quiet")]
    for column in range(seen.first, seen.end):
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
