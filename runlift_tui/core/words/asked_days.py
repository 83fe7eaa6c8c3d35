"""Days that are looked for among others: "27 nov", "november", "friday", "last sat", "nov 2025".

What is typed where one day is asked for is in `typed_days`; here a month is every day of it, a
weekday each of its name, and a date without its year that of every year.
"""

import re
from datetime import date
from typing import NamedTuple

from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.typed_days import (
    Toward,
    is_weekday,
    is_yearless,
    month_begun,
    typed_day,
)

_LEAD = re.compile(
    r"^(?:(?:the|my|a|what|i|did|do|sessions?|workouts?|training|was|on|in|of|from|at) )+",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?P<month>[a-z]+)\.?(?: (?P<year>[0-9]{4}))?", re.IGNORECASE)


class AskedDays(NamedTuple):
    """What has to be so of a day; None lets any through."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday."""

    def has(self, day: date) -> bool:
        """Whether a day is one of them."""
        known = (day.year, day.month, day.day, day.weekday())
        return all(want in (None, each) for want, each in zip(self, known, strict=True))


def asked_days(text: str, today: date) -> AskedDays | None:
    """Return the days that a search asks for; None where it asks for none.

    Args:
        text: As it was typed.
        today: The athlete's day.
    """
    plain = _LEAD.sub("", " ".join(text.split()))
    spelt = _MONTH.fullmatch(plain)
    month = None if spelt is None else month_begun(spelt["month"])
    if spelt is not None and month is not None:
        return AskedDays(int(spelt["year"]) if spelt["year"] else None, month)
    day = _day(plain, today, Toward.PAST)
    if is_yearless(plain):
        day = day or _day(plain, today, Toward.EITHER)
        return None if day is None else AskedDays(None, day.month, day.day)
    if day is None:
        return None
    if is_weekday(plain):
        return AskedDays(weekday=day.weekday())
    return AskedDays(day.year, day.month, day.day)


def _day(text: str, today: date, toward: Toward) -> date | None:
    try:
        return typed_day(text, today, toward)
    except Refused:
        return None
