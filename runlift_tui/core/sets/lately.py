"""When exercises were done last, as a list of them says it."""

from collections.abc import Iterable
from datetime import date, timedelta

from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.words.days import MONTHS, day_and_year, day_of

LATELY = timedelta(days=28)
"""How long what was done counts as trained lately: our own rule, the four weeks of progress."""

DAY_CELLS = 9
"""Cells of a day in a list, at most."""


def days_done(last: Iterable[LastTime], utc_offset_min: int) -> dict[str, date]:
    """Return the ids of exercises that were begun, with the athlete's day of the last time.

    Args:
        last: What was done last time.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC.
    """
    found: dict[str, date] = {}
    for time in last:
        if time.tried_at is not None:
            day = day_of(time.tried_at, utc_offset_min)
            found[time.exercise] = max(day, found.get(time.exercise, day))
    return found


def done_lately(days: dict[str, date], today: date) -> frozenset[str]:
    """Return the ids of those that were done in the last four weeks."""
    return frozenset(id_ for id_, day in days.items() if today - day < LATELY)


def day_in_a_list(day: date | None, today: date) -> str:
    """Return a day in at most `DAY_CELLS`: "today", "24 Nov", "31 Jan 25"; "–" for none."""
    if day is None:
        return "–"
    if day == today:
        return "today"
    if today - day == timedelta(days=1):
        return "yesterday"
    return f"{day.day} {MONTHS[day.month - 1]}" if day.year == today.year else day_and_year(day)
