"""Days that are looked for among others: "27 nov", "november", "friday", "last sat", "last week".

What is typed where one day is asked for is in `typed_days`; here a month is every day of it, a
week all seven from Monday on, a weekday each of its name, and a date without its year that of
every year. Whatever a list shows of a day is read too: "24 nov tue", "2026-11-24 Tue".
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.typed_days import (
    COUNTS,
    Toward,
    is_weekday,
    is_yearless,
    month_begun,
    months_on,
    typed_day,
    weekday_begun,
    weekday_first,
)

_LEAD = re.compile(
    r"^(?:(?:the|my|a(?! (?:day|week|month|year))|what|i|did|do|sessions?|workouts?|training|was"
    r"|on|in|of|from|at) )+",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?P<month>[a-z]+)\.?(?: (?P<year>[0-9]{4}))?", re.IGNORECASE)
_SHORT = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")
"""A date as "27.11", where nothing else can be meant by it."""
_OF_A_MONTH = re.compile(
    r"(?P<weekday>[a-z]+)\.? (?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE
)
_SPAN = re.compile(
    rf"(?:(?P<which>this|last|past) |(?P<count>[0-9]{{1,2}}|{'|'.join(COUNTS)}) )?"
    r"(?P<unit>week|month|year)s?(?P<ago> ago)?",
    re.IGNORECASE,
)


class AskedDays(NamedTuple):
    """What has to be so of a day; None lets any through."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday."""
    first: date | None = None
    """The first day of a span."""
    last: date | None = None
    """The last one of it."""

    def has(self, day: date) -> bool:
        """Whether a day is one of them."""
        known = (day.year, day.month, day.day, day.weekday())
        in_span = (self.first or day) <= day <= (self.last or day)
        return in_span and all(
            want in (None, each) for want, each in zip(self, known, strict=False)
        )


def asked_days(text: str, today: date) -> AskedDays | None:
    """Return the days that a search asks for; None where it asks for none.

    Args:
        text: As it was typed.
        today: The athlete's day.
    """
    plain = _LEAD.sub("", " ".join(text.split()))
    span = _SPAN.fullmatch(plain)
    if span is not None:
        return _span(span, today)
    plain = weekday_first(plain)
    if _SHORT.fullmatch(plain):
        plain += "."
    of_month = _OF_A_MONTH.fullmatch(plain)
    weekday = None if of_month is None else weekday_begun(of_month["weekday"])
    if of_month is not None and weekday is not None:
        return AskedDays(day=int(of_month["day"]), weekday=weekday)
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


def _span(said: re.Match[str], today: date) -> AskedDays | None:
    """Return all days of a week from Monday on, a month or a year; None where none is meant."""
    which, count, unit = said["which"], said["count"] or "one", said["unit"].lower()
    if bool(which) == bool(said["ago"]):
        return None
    back = int(which.lower() != "this") if which else COUNTS.get(count.lower()) or int(count)
    if unit == "week":
        first = today - timedelta(days=today.weekday() + 7 * back)
        return AskedDays(first=first, last=first + timedelta(days=6))
    if unit == "year":
        return AskedDays(today.year - back)
    of = months_on(today.replace(day=1), -back)
    return AskedDays(of.year, of.month)


def _day(text: str, today: date, toward: Toward) -> date | None:
    try:
        return typed_day(text, today, toward)
    except Refused:
        return None
