"""The stretch of time that a chart shows: all of it, closer, along it; and the values beside it."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from runlift_tui.core.progress.curves import Point

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


def _within(window: Window, most: Window) -> Window:
    by = max(0.0, most.first - window.first) + min(0.0, most.last - window.last)
    return Window(window.first + by, window.last + by)
