"""The days in a line about a run: "today", "last sat", "3 days ago", "20 nov", "2026-11-20"."""

import re
from datetime import date, timedelta

from runlift_tui.core.runs.line_values import Reader, Said, reader
from runlift_tui.core.words.days import (
    AGO,
    MONTH_OF,
    WEEKDAY_OF,
    iso_day,
    newest_date,
    newest_weekday,
)
from runlift_tui.core.words.faults import Refused

EARLIEST = date(1950, 1, 1)
_SOON = timedelta(days=61)
"""A date without its year that comes so soon was hardly meant of the year before."""


def _put(found: Said, day: date, text: str) -> None:
    if day > found.today:
        raise Refused(f"{text} is still to come")
    if day < EARLIEST:
        raise Refused(f"{text} is before {EARLIEST.year}")
    found.put("day", day, text)


def _iso(found: Said, match: re.Match[str]) -> None:
    try:
        day = iso_day(re.sub("[/.]", "-", match[0]))
    except ValueError:
        day = None
    if day is None:
        raise Refused(f"there is no day {match[0]}")
    _put(found, day, match[0])


def _days_ago(found: Said, match: re.Match[str]) -> None:
    _put(found, found.today - timedelta(days=int(match["days"])), match[0])


def _by_word(found: Said, match: re.Match[str]) -> None:
    days = AGO[match["word"]] + (1 if match["before"] else 0)
    _put(found, found.today - timedelta(days=days), match[0])


def _weekday(found: Said, match: re.Match[str]) -> None:
    day = newest_weekday(WEEKDAY_OF[match["weekday"]], found.today)
    if match["last"] and day == found.today:
        day -= timedelta(weeks=1)
    _put(found, day, match[0])


def _date(found: Said, match: re.Match[str]) -> None:
    number, month = int(match["day"]), MONTH_OF[match["month"]]
    try:
        if match["year"] is None:
            day = newest_date(number, month, found.today)
            _check_not_soon(found, day, match[0])
        else:
            day = date(int(match["year"]), month, number)
    except ValueError:
        raise Refused(f"there is no day {match[0]}") from None
    _put(found, day, match[0])


def _check_not_soon(found: Said, newest: date, text: str) -> None:
    """Refuse a date that the athlete can hardly have meant of the year that it was in last.

    Raises:
        Refused: the next one is only weeks away.
    """
    for year in range(newest.year + 1, found.today.year + 2):
        try:
            coming = newest.replace(year=year)
        except ValueError:
            continue
        if found.today < coming <= found.today + _SOON:
            raise Refused(f"{text} is still to come; if you mean it, write {text} {newest.year}")


def _two_ways(found: Said, match: re.Match[str]) -> None:
    raise Refused(f"{match[0]} can be two days, write 20 nov or 2026-11-20")


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = rf"(?P<month>{_any(MONTH_OF)})\.?"
_YEAR = r"(?: (?P<year>[0-9]{4}))?"

DAYS: tuple[Reader, ...] = (
    reader(r"[0-9]{4}(?P<sign>[-/.])[0-9]{1,2}(?P=sign)[0-9]{1,2}", _iso),
    reader(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2,4})?", _two_ways),
    reader(r"(?P<days>[0-9]{1,3}) ?d(?:ays?)? ago", _days_ago),
    reader(rf"(?P<before>day before (?=yesterday))?(?P<word>{_any(AGO)})", _by_word),
    reader(rf"(?P<last>last )?(?P<weekday>{_any(WEEKDAY_OF)})", _weekday),
    reader(rf"{_DAY}(?:st|nd|rd|th|\.)? ?{_MONTH}{_YEAR}", _date),
    reader(rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?{_YEAR}", _date),
)
"""What reads a day, in the order in which it is tried."""
ONE_OR_THE_OTHER = reader(r"[0-9]{1,2}/[0-9]{1,2}", _two_ways)
"""A date without its year, where it is no effort out of ten."""
