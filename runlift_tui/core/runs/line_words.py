"""The days in a line about a run: "today", "last sat", "3 days ago", "20 nov", "2026-11-20"."""

import re
from datetime import date, timedelta

from runlift_tui.core.runs.line_values import Reader, Said, Times, TwoFigures, reader
from runlift_tui.core.words.days import (
    AGO,
    MONTH_OF,
    WEEKDAY_OF,
    iso_day,
    newest_date,
    newest_weekday,
)
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import METRES, Distance, to_metres

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


_N = r"(?P<n>[0-9]{1,7}(?:\.[0-9]{1,5})?)"


_KM = r"(?:km|kms|k|kilomet(?:er|re)s?)"


_MI = r"(?:mi|miles?)"


_M = r"(?:m|met(?:er|re)s?)"


_S = r"(?:s|secs?|seconds?|\")"


_MIN = r"(?:mins?|minutes?|')"


_H = r"(?:h|hours?|hrs?)"


_SHORTEST_M = 100
"""Fewer metres than that, with no more than an m behind them, may be minutes."""


def _times(found: Said, match: re.Match[str]) -> None:
    seconds = 0.0
    if match["min"] is not None:
        seconds = float(_sexagesimal(int(match["min"]), int(match["s"]), match[0]))
    elif match["timed"]:
        minutes = re.fullmatch(_MIN, match["timed"])
        seconds = float(match["n"]) * (60 if minutes else 1)
    found.times.append(Times(int(match["often"]), seconds, match[0]))


def _pace(found: Said, match: re.Match[str]) -> None:
    text = match[0]
    seconds = _sexagesimal(int(match["min"]), int(match["s"]), text)
    if not seconds:
        raise Refused(f"{text} is no pace")
    said = match["unit"]
    unit = found.unit if not said else Distance.MI if said.startswith("m") else Distance.KM
    found.put("pace", seconds / METRES[unit], text)


def _three_figures(found: Said, match: re.Match[str]) -> None:
    if int(match["min"]) > 59:
        raise Refused(f"{match[0]} is no time, write 1:21:00")
    under = _sexagesimal(int(match["min"]), int(match["s"]), match[0])
    _seconds(found, int(match["h"]) * 3600 + under + int(match["tenths"] or 0) / 10, match[0])


def _two_figures(found: Said, match: re.Match[str]) -> None:
    _sexagesimal(int(match["min"]), int(match["s"]), match[0])
    figures = TwoFigures(int(match["min"]), int(match["s"]), int(match["tenths"] or 0))
    found.put("figures", figures, match[0])


def _clock_hours(found: Said, match: re.Match[str]) -> None:
    _seconds(found, 60 * _sexagesimal(int(match["h"]), int(match["min"]), match[0]), match[0])


def _hours(found: Said, match: re.Match[str]) -> None:
    minutes, seconds = match["min"] or match["bare"], match["s"]
    under = int(minutes or 0) * 60 + int(seconds or 0)
    _seconds(found, float(match["n"]) * 3600 + under, match[0])


def _minutes(found: Said, match: re.Match[str]) -> None:
    _seconds(found, float(match["n"]) * 60 + int(match["s"] or 0), match[0])


def _plain_seconds(found: Said, match: re.Match[str]) -> None:
    found.put("bare_s", float(match["n"]), match[0])


def _seconds(found: Said, seconds: float, text: str) -> None:
    found.put("seconds", round(seconds, 1), text)


def _sexagesimal(first: int, second: int, text: str) -> int:
    if second > 59:
        raise Refused(f"{text} is no time, its last figures go to 59")
    return first * 60 + second


def _effort(found: Said, match: re.Match[str]) -> None:
    value = float(match["n"])
    if value > 10 or value != int(value):
        raise Refused("effort goes from 0 to 10, whole numbers only")
    found.put("effort", int(value), match[0])


def _kilometres(found: Said, match: re.Match[str]) -> None:
    found.put("metres", to_metres(float(match["n"]), Distance.KM), match[0])


def _miles(found: Said, match: re.Match[str]) -> None:
    found.put("metres", to_metres(float(match["n"]), Distance.MI), match[0])


def _metres(found: Said, match: re.Match[str]) -> None:
    value, number = float(match["n"]), match["n"]
    if match["unit"] == "m" and value < _SHORTEST_M:
        raise Refused(f"{match[0]} can be two things, write {number} min or {number} metres")
    found.put("metres", round(value, 2), match[0])


def _bare(found: Said, match: re.Match[str]) -> None:
    found.put("bare", float(match["n"]), match[0])


_MIN_S = r"(?P<min>[0-9]{1,3}):(?P<s>[0-9]{2})"


_TENTHS = r"(?:\.(?P<tenths>[0-9]))?"


FIGURES: tuple[Reader, ...] = (
    reader(
        rf"(?P<often>[0-9]{{1,3}}) ?x ?"
        rf"(?:{_MIN_S}|{_N} ?(?:(?P<timed>{_S}|{_MIN})|{_M}|{_KM}|{_MI})?)",
        _times,
    ),
    reader(rf"@? ?{_MIN_S} ?(?:min ?)?(?:/|per ) ?(?P<unit>{_KM}|{_MI})", _pace),
    reader(rf"@ ?{_MIN_S}(?P<unit>)", _pace),
    reader(
        rf"(?P<h>[0-9]{{1,2}}):(?P<min>[0-9]{{1,2}}):(?P<s>[0-9]{{2}}){_TENTHS}", _three_figures
    ),
    reader(rf"(?P<h>[0-9]{{1,2}}):(?P<min>[0-9]{{2}}) ?{_H}", _clock_hours),
    reader(rf"{_MIN_S}{_TENTHS}", _two_figures),
    reader(
        rf"{_N} ?{_H}(?:(?P<bare>[0-9]{{1,2}})|"
        rf"(?: ?(?P<min>[0-9]{{1,2}}) ?(?:m|{_MIN}))?(?: ?(?P<s>[0-9]{{1,2}}) ?{_S})?)",
        _hours,
    ),
    reader(rf"{_N} ?{_MIN}(?: ?(?P<s>[0-9]{{1,2}}) ?{_S}?)?", _minutes),
    reader(rf"{_N}m(?P<s>[0-9]{{1,2}})s?", _minutes),
    reader(rf"(?:effort|rpe) ?{_N}(?: ?/ ?10)?", _effort),
    reader(rf"{_N} ?/ ?10", _effort),
    reader(rf"{_N} ?{_KM}", _kilometres),
    reader(rf"{_N} ?{_MI}", _miles),
    reader(rf"{_N} ?(?P<unit>{_M})", _metres),
    reader(rf"{_N} ?{_S}", _plain_seconds),
)
"""What reads a figure, in the order in which it is tried."""


BARE = reader(_N, _bare)
"""A number without a word, where nothing else is meant by it."""
