"""A year as squares: one a day, weeks as columns, the more was done the heavier."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.words.days import MONTHS

MOST = 3
"""The heaviest level; 0 is a day without a session."""


class YearOfSquares(NamedTuple):
    """What a year's squares show."""

    year: int
    levels: tuple[int, ...]
    """0 to `MOST`, for every day from 1 January on."""
    chosen: int | None = None
    """The place of the chosen day in `levels`."""

    def column(self, day: int) -> int:
        """Return the week of a day, from 0; weeks begin on Monday."""
        return (date(self.year, 1, 1).weekday() + day) // 7

    @property
    def weeks(self) -> int:
        """How many columns it has: 53, or 54 for a leap year that begins on a Sunday."""
        return self.column(len(self.levels) - 1) + 1

    def day(self, column: int, weekday: int) -> int | None:
        """Return the place of the day in a column, or None where it is in another year."""
        day = column * 7 + weekday - date(self.year, 1, 1).weekday()
        return day if 0 <= day < len(self.levels) else None

    def months(self) -> tuple[tuple[int, str], ...]:
        """Return every month's name with the column in which it begins."""
        first = date(self.year, 1, 1)
        days = ((date(self.year, month, 1) - first).days for month in range(1, 13))
        return tuple((self.column(day), name) for day, name in zip(days, MONTHS, strict=True))


def year_of_squares(year: int, sets: Mapping[date, int], chosen: date | None) -> YearOfSquares:
    """Return a year's squares.

    Args:
        year: Of the athlete's own calendar.
        sets: How many sets were done on a day.
        chosen: The day to be marked, if it is in the year.
    """
    first = date(year, 1, 1)
    days = [first + timedelta(days=each) for each in range(366)]
    own = [day for day in days if day.year == year]
    heaviest = max((sets.get(day, 0) for day in own), default=0)
    levels = tuple(_level(sets[day], heaviest) if day in sets else 0 for day in own)
    place = (chosen - first).days if chosen is not None and chosen.year == year else None
    return YearOfSquares(year, levels, place)


def _level(sets: int, heaviest: int) -> int:
    """Return a day's level: thirds of the year's heaviest day, at least 1 for any session."""
    if heaviest <= 0:
        return 1
    return max(1, -(-sets * MOST // heaviest))
