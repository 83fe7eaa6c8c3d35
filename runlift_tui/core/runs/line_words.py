"""The words of a line about a run: the days of `words/typed_days`, and figures with their units."""

import re

from runlift_tui.core.runs.line_values import Reader, Said, Times, TwoFigures, reader
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.typed_days import FORMS, SHORT_FORM, DayForm, Toward
from runlift_tui.core.words.units import METRES, Distance, to_metres


def _day(form: DayForm) -> Reader:
    def take(found: Said, match: re.Match[str]) -> None:
        found.put("day", form.day(match, found.today, Toward.PAST), match[0])

    return reader(form.pattern, take)


DAYS: tuple[Reader, ...] = tuple(_day(form) for form in FORMS)
"""What reads a day, in the order in which it is tried."""
SHORT_DAY = _day(SHORT_FORM)
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
