"""The athlete's days in words: "today", "sat", "20 nov", and how a day is told."""

import re
from datetime import UTC, date, datetime, timedelta

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WHOLE_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHOLE_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_ODD = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

WEEKDAY_OF = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name: number for number, name in enumerate(_WHOLE_WEEKDAYS)},
    **_ODD,
}
"""0 for Monday, by every name of a day that is understood."""
MONTH_OF = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate(_WHOLE_MONTHS, 1)},
    "sept": 9,
}
AGO = {"today": 0, "yesterday": 1, "tomorrow": -1}
"""How many days ago a word is."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def day_of(utc_ms: int, offset_min: int) -> date:
    """Return the athlete's calendar day at a moment.

    Args:
        utc_ms: Milliseconds since the epoch.
        offset_min: Minutes that their clock is ahead of UTC.
    """
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return (epoch + timedelta(milliseconds=utc_ms, minutes=offset_min)).date()


def day_text(day: date, today: date | None = None) -> str:
    """Return a day as a list shows it: "Tue 24 Nov"; with its year where that is not today's."""
    text = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return text if today is not None and day.year == today.year else f"{text} {day.year}"


def iso_day(text: str) -> date | None:
    """Return the day of "2026-11-20", or None where it has not that form.

    Raises:
        ValueError: it has, and there is no such day.
    """
    found = _ISO.fullmatch(text)
    return None if found is None else date(int(found[1]), int(found[2]), int(found[3]))


def newest_weekday(weekday: int, today: date) -> date:
    """Return the newest day of that name, today's own among them."""
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def newest_date(day: int, month: int, today: date) -> date:
    """Return the newest such date up to today.

    Raises:
        ValueError: no year has it.
    """
    for year in range(today.year, today.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    raise ValueError(f"no year has {day} {MONTHS[month - 1]}")


DAY_MS = 86_400_000


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
