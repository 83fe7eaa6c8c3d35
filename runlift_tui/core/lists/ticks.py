"""Where the axes of a chart have their words: even values, times, and dates as dates."""

from datetime import date
from math import ceil, floor, log10

from runlift_tui.core.words.days import MONTHS
from runlift_tui.core.words.units import time_text

Tick = tuple[float, str]
"""Where it stands, and what it says."""
_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600)
_DAYS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100)
_DATED = 1.25
"""Room for so many labels that a month with its year takes: else a later year says it."""
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
            return _month_ticks(first, last, step, room)
    step = next((n for n in _YEAR_STEPS if days / (n * _YEAR_DAYS) <= room), _YEAR_STEPS[-1])
    return _month_ticks(first, last, 12 * step, room)


def value_ticks(low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Return round values along an axis, two of them and at most about so many."""
    if not high > low:
        return ()
    least = (high - low) / max(most, 1)
    power = floor(log10(least))
    steps = [(n, p) for p in range(power + 1, power - 3, -1) for n in (5, 2, 1)]
    fine = sum(n * 10.0**p >= least * (1 - 1e-9) for n, p in steps) - 1
    tried = (_even_values(low, high, *step) for step in steps[max(0, fine) :])
    # One value alone says nothing of the others: then finer ones.
    return next((found for found in tried if len(found) > 1), ())


def _even_values(low: float, high: float, times: int, power: int) -> tuple[Tick, ...]:
    step = times * 10.0**power
    places = range(ceil(low / step), floor(high / step) + 1)
    return tuple((place * step, f"{place * step:.{max(0, -power)}f}") for place in places)


def _day_ticks(first: float, last: float, step: int) -> tuple[Tick, ...]:
    # Steps of a week stand on Mondays: the first day of the calendar was one.
    start = ceil(first)
    start += -(start - 1) % step
    days = (day for day in range(start, floor(last) + 1, step) if _is_day(day))
    return tuple((float(day), _day_label(date.fromordinal(day))) for day in days)


def _month_ticks(first: float, last: float, step: int, room: int) -> tuple[Tick, ...]:
    start = date.fromordinal(min(max(floor(first), 1), date.max.toordinal()))
    months = start.year * 12 + start.month - 1
    months += -months % step
    found: list[Tick] = []
    while months < 12 * (date.max.year + 1):
        day = date(months // 12, months % 12 + 1, 1)
        if day.toordinal() > last:
            break
        if day.toordinal() >= first:
            found.append((float(day.toordinal()), _month_label(day, step)))
        months += step
    has_year = any(words.isdigit() for _, words in found)
    if found and (not has_year or len(found) * _DATED <= room) and not found[0][1].isdigit():
        at, words = found[0]
        found[0] = at, f"{words} {date.fromordinal(int(at)).year}"
    return tuple(found)


def _is_day(day: int) -> bool:
    return 1 <= day <= date.max.toordinal()


def _day_label(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _month_label(day: date, step: int) -> str:
    """Return a month's name; the year where one begins."""
    return f"{day.year}" if step % 12 == 0 or day.month == 1 else MONTHS[day.month - 1]


def time_ticks(low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Return even times between two, in seconds, at most so many."""
    for step in _STEPS_S:
        first = -int(-low // step) * step
        found = range(first, int(high) + 1, step)
        if len(found) <= max(1, most):
            return tuple((float(each), time_text(each)) for each in found)
    return ()


def top_of(most: float) -> int:
    """Return the even number at which an axis from zero ends: the least above a value."""
    power = 10 ** max(0, floor(log10(max(most, 1))) - 1)
    steps = (2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 30, 36, 40, 50, 60, 70, 80, 90, 100)
    return int(next(step * power for step in steps if step * power >= most))
