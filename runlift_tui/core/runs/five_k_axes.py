"""What the chart of the 5K spans, and where its axes have their words."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.runs.five_k import FiveK, group_time
from runlift_tui.core.words.days import MONTHS
from runlift_tui.core.words.units import time_text

_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600)
_STEPS_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
_EDGE_SHARE, _EDGE_DAYS, _EDGE_S = 0.04, 10, 5
"""Space round the points, so that none stands on an axis."""
_SHORT_DAYS = 75
"""Up to so many days the weeks have the words, not the months."""

Tick = tuple[float, str]


class Span(NamedTuple):
    """What a chart shows."""

    first: float
    """Day, as its ordinal."""
    last: float
    fast: float
    """Seconds."""
    slow: float


def span(fives: Sequence[FiveK]) -> Span:
    """Return what holds every race, and what groups did from the first one."""
    days = [each.day.toordinal() for each in fives]
    times = [each.seconds for each in fives] + [group_time(fives[0])]
    edge_x = max(_EDGE_DAYS, _EDGE_SHARE * (days[-1] - days[0]))
    edge_y = max(_EDGE_S, _EDGE_SHARE * 2 * (max(times) - min(times)))
    return Span(days[0] - edge_x, days[-1] + edge_x, min(times) - edge_y, max(times) + edge_y)


def time_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return round times between two, at most so many."""
    for step in _STEPS_S:
        first = -int(-low // step) * step
        found = range(first, int(high) + 1, step)
        if len(found) <= max(1, most):
            return [(float(each), time_text(each)) for each in found]
    return []


def day_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return beginnings of weeks, months or years between two days, at most so many."""
    first, last = date.fromordinal(int(low) + 1), date.fromordinal(int(high))
    if (last - first).days <= _SHORT_DAYS:
        return _weeks(first, last, most)
    for step in _STEPS_MONTHS:
        found = [day for day in _months(first, last) if (day.year * 12 + day.month - 1) % step == 0]
        if len(found) <= max(1, most):
            return [(float(day.toordinal()), _month(day, step)) for day in found]
    return []


def _month(day: date, step: int) -> str:
    return f"{day.year}" if step >= 12 else f"{MONTHS[day.month - 1]} {day.year}"


def _months(first: date, last: date) -> list[date]:
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month
    days = (date(number // 12, number % 12 + 1, 1) for number in range(start, end))
    return [day for day in days if first <= day <= last]


def _weeks(first: date, last: date, most: int) -> list[Tick]:
    monday = first + timedelta(days=-first.weekday() % 7)
    every = range(monday.toordinal(), last.toordinal() + 1, 7)
    step = max(1, -(-len(every) // max(1, most)))
    days = [date.fromordinal(each) for each in every[::step]]
    return [(float(day.toordinal()), f"{day.day} {MONTHS[day.month - 1]}") for day in days]
