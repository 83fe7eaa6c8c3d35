"""Days and weekdays as one types them, and as a plan's page says them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from runlift_tui.core.words.days import MONTHS, WEEKDAYS
from runlift_tui.core.words.faults import Refused

_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NONE = ("", "none", "no", "-", "–")
"""What says that there is none."""


def day_words(day: date) -> str:
    """Return a day as a page says it: "Tue 8 Dec"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def weekdays_words(days: Iterable[int]) -> str:
    """Return weekdays as one types them: "tue thu sun", "none"."""
    return " ".join(WEEKDAYS[day].lower() for day in sorted(days)) or "none"


def weekdays_of(text: str) -> tuple[int, ...]:
    """Return the weekdays of a text: "tue, thu", "Tuesday Sun"; none of them for "none".

    Raises:
        Refused: something in it is no weekday.
    """
    if text.strip().lower() in NONE:
        return ()
    words = [word for word in re.split(r"[\s,;/+]+", text.strip().lower()) if word]
    return tuple(sorted({_weekday(word) for word in words}))


def _weekday(word: str) -> int:
    found = [number for number, name in enumerate(_FULL) if name.startswith(word)]
    if len(found) != 1:
        raise Refused(f"{word} is no weekday: mon tue wed thu fri sat sun")
    return found[0]


def date_of(text: str, today: date) -> date:
    """Return the day of a text: "2027-01-31", "31 jan", "today", "tomorrow".

    Raises:
        Refused: it is none.
    """
    word = text.strip().lower()
    if word in ("today", "tomorrow"):
        return today + timedelta(days=word == "tomorrow")
    try:
        return date.fromisoformat(word)
    except ValueError:
        found = _spelt(word, today)
    if found is None:
        raise Refused(f"{text.strip() or 'nothing'} is no day: write 2027-01-31, or 31 jan")
    return found


def _spelt(word: str, today: date) -> date | None:
    """Return a day without its year: the next one of that name."""
    found = re.fullmatch(r"([0-9]{1,2})\.?\s*([a-z]{3})[a-z]*(?:\s+([0-9]{4}))?", word)
    if found is None or found[2].capitalize() not in MONTHS:
        return None
    month = MONTHS.index(found[2].capitalize()) + 1
    years = (int(found[3]),) if found[3] else (today.year, today.year + 1)
    for year in years:
        try:
            day = date(year, month, int(found[1]))
        except ValueError:
            continue
        if found[3] or day >= today:
            return day
    return None


def next_monday(today: date) -> date:
    """Return today if it is a Monday, else the next one."""
    return today + timedelta(days=-today.weekday() % 7)
