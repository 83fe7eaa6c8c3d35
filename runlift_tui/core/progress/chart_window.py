"""The stretch of time that a chart shows: all of it, closer, along it; and the values beside it."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10
from typing import NamedTuple

from runlift_tui.core.progress.curves import Point
from runlift_tui.core.words.days import MONTHS

LEAST_DAYS = 7.0
"""The closest look that there is."""
GAP_DAYS = 28
"""Sessions further apart are not joined by a line: nobody knows what was in between."""
_ROOM = 0.03
"""Left free at either end, of the width."""


class Window(NamedTuple):
    """From one moment to another, in days as `date.toordinal` counts them."""

    first: float
    last: float

    @property
    def days(self) -> float:
        """How wide it is."""
        return self.last - self.first

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day.toordinal() <= self.last


def whole(days: Collection[date]) -> Window:
    """Return the window that shows all of some days, with room at the ends.

    Raises:
        ValueError: there is no day.
    """
    first, last = min(days).toordinal(), max(days).toordinal()
    room = max(_ROOM * (last - first), (LEAST_DAYS - (last - first)) / 2, 1.0)
    return Window(first - room, last + room)


def zoomed(window: Window, times: float, around: date, most: Window) -> Window:
    """Return a window so many times as wide, with a day where it was before.

    Args:
        window: The one so far.
        times: Below 1 is closer.
        around: What stays in its place.
        most: The widest one there is.
    """
    days = min(max(window.days * times, LEAST_DAYS), most.days)
    centre = min(max(float(around.toordinal()), window.first), window.last)
    share = (centre - window.first) / window.days
    return _within(Window(centre - share * days, centre + (1 - share) * days), most)


def moved(window: Window, share: float, most: Window) -> Window:
    """Return a window moved by a share of its width: later, or earlier below zero."""
    by = share * window.days
    return _within(Window(window.first + by, window.last + by), most)


def with_day(window: Window, day: date, most: Window) -> Window:
    """Return a window moved as little as a day needs to be well in sight."""
    room = _ROOM * window.days
    at = float(day.toordinal())
    by = min(0.0, at - room - window.first) + max(0.0, at + room - window.last)
    return _within(Window(window.first + by, window.last + by), most)


def values(points: Iterable[Point], window: Window) -> tuple[float, float]:
    """Return the lowest and the highest value to be shown beside a window, with some room."""
    seen = [each for each in points if window.holds(each.day)]
    low = min((each.low for each in seen), default=0.0)
    high = max((each.high for each in seen), default=1.0)
    room = 0.08 * (high - low) or max(2.0, 0.1 * abs(high))
    return low - room, high + room


def stretches(points: Iterable[Point], window: Window) -> list[list[Point]]:
    """Return the points in a window, apart where they are too far from each other to be joined."""
    seen = [each for each in points if window.holds(each.day)]
    found = [seen[:1]] if seen else []
    for before, after in pairwise(seen):
        if (after.day - before.day).days > GAP_DAYS:
            found.append([])
        found[-1].append(after)
    return found


def _within(window: Window, most: Window) -> Window:
    by = max(0.0, most.first - window.first) + min(0.0, most.last - window.last)
    return Window(window.first + by, window.last + by)


Tick = tuple[float, str]
"""Where it stands, and what it says."""


_DAYS = (1, 2, 7, 14)


_MONTH_STEPS = (1, 2, 3, 6)


_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)


_MONTH_DAYS, _YEAR_DAYS = 30.44, 365.25


def date_ticks(first: float, last: float, most: int) -> tuple[Tick, ...]:
    """Return the dates along an axis, at most about so many.

    Args:
        first, last: The ends, in days as `date.toordinal` counts them.
        most: How many there is room for.
    """
    days = max(last - first, 1.0)
    room = max(most, 1)
    for step in _DAYS:
        if days / step <= room:
            return _day_ticks(first, last, step)
    for step in _MONTH_STEPS:
        if days / (step * _MONTH_DAYS) <= room:
            return _month_ticks(first, last, step)
    step = next((n for n in _YEAR_STEPS if days / (n * _YEAR_DAYS) <= room), _YEAR_STEPS[-1])
    return _month_ticks(first, last, 12 * step)


def value_ticks(low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Return round values along an axis, two of them and at most about so many."""
    if not high > low:
        return ()
    least = (high - low) / max(most, 1)
    power = floor(log10(least))
    steps = [(n, p) for p in range(power + 1, power - 3, -1) for n in (5, 2, 1)]
    fine = sum(n * 10.0**p >= least * (1 - 1e-9) for n, p in steps) - 1
    tried = (_round_values(low, high, *step) for step in steps[max(0, fine) :])
    # One value alone says nothing of the others: then finer ones.
    return next((found for found in tried if len(found) > 1), ())


def _round_values(low: float, high: float, times: int, power: int) -> tuple[Tick, ...]:
    step = times * 10.0**power
    places = range(ceil(low / step), floor(high / step) + 1)
    return tuple((place * step, f"{place * step:.{max(0, -power)}f}") for place in places)


def _day_ticks(first: float, last: float, step: int) -> tuple[Tick, ...]:
    # Steps of a week stand on Mondays: the first day of the calendar was one.
    start = ceil(first)
    start += -(start - 1) % step
    days = (day for day in range(start, floor(last) + 1, step) if _is_day(day))
    return tuple((float(day), _day_label(date.fromordinal(day))) for day in days)


def _month_ticks(first: float, last: float, step: int) -> tuple[Tick, ...]:
    start = date.fromordinal(min(max(floor(first), 1), date.max.toordinal()))
    months = start.year * 12 + start.month - 1
    months += -months % step
    found: list[Tick] = []
    while months < 12 * (date.max.year + 1):
        day = date(months // 12, months % 12 + 1, 1)
        if day.toordinal() > last:
            break
        if day.toordinal() >= first:
            found.append((float(day.toordinal()), _month_label(day, step, first=not found)))
        months += step
    return tuple(found)


def _is_day(day: int) -> bool:
    return 1 <= day <= date.max.toordinal()


def _day_label(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _month_label(day: date, step: int, *, first: bool) -> str:
    """Return a month's name; the year where one begins, and with the first of them."""
    if step % 12 == 0 or day.month == 1:
        return f"{day.year}"
    name = MONTHS[day.month - 1]
    return f"{name} {day.year}" if first else name
