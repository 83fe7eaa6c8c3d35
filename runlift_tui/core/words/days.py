"""The athlete's days, and how they are told: "Tue 24 Nov", "tue thu sun", "5 days ago"."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=1024)
def day_of(utc_ms: int, offset_min: int) -> date:
    """Return the athlete's calendar day at a moment.

    Args:
        utc_ms: Milliseconds since the epoch.
        offset_min: Minutes that their clock is ahead of UTC.
    """
    return (_EPOCH + timedelta(milliseconds=utc_ms, minutes=offset_min)).date()


def day_text(day: date, today: date | None = None) -> str:
    """Return a day as a list shows it: "Tue 24 Nov"; with its year where that is not today's."""
    text = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return text if today is not None and day.year == today.year else f"{text} {day.year}"


def day_words(day: date) -> str:
    """Return a day as a page says it whose year is plain: "Tue 8 Dec"."""
    return day_text(day, day)


def day_and_year(day: date) -> str:
    """Return a day in few cells, its year with it: "8 Dec 26"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year % 100:02}"


def weekdays_words(days: Iterable[int]) -> str:
    """Return weekdays as one types them: "tue thu sun", "none"."""
    return " ".join(WEEKDAYS[day].lower() for day in sorted(days)) or "none"


DAY_MS = 86_400_000


def midnight(day: date, offset_min: int) -> int:
    """Return the moment in which a calendar day of the athlete's begins, ms since the epoch.

    Args:
        day: Which one.
        offset_min: Minutes that their clock is ahead of UTC.
    """
    return (day - date(1970, 1, 1)).days * DAY_MS - offset_min * 60_000


def days_since(then: int | None, now: int) -> int | None:
    """Return whole days between two moments, or None where there is no first one."""
    return None if then is None else max(0, now - then) // DAY_MS


def ago(then: int, now: int, utc_offset_min: int) -> str:
    """Return how long ago a moment was, in words: "3 hours ago", "yesterday", "5 days ago".

    Args:
        then: Milliseconds since the epoch.
        now: Milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC; days end at its midnight.
    """
    minutes = max(0, now - then) // 60_000
    if minutes < 60:
        return "just now" if minutes < 2 else f"{minutes} minutes ago"
    offset = utc_offset_min * 60_000
    days = (now + offset) // DAY_MS - (then + offset) // DAY_MS
    if days:
        return "yesterday" if days == 1 else f"{days} days ago"
    hours = minutes // 60
    return "an hour ago" if hours == 1 else f"{hours} hours ago"


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def next_monday(today: date) -> date:
    """Return today if it is a Monday, else the next one."""
    return today + timedelta(days=-today.weekday() % 7)
