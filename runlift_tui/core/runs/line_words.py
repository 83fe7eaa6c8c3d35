"""The words of a line about a run: the days of `words/typed_days`, and figures with their units."""

import re

from runlift_tui.core.runs.line_values import Reader, Said, Times, TwoFigures, reader
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import EFFORT_LIMITS
from runlift_tui.core.words.typed_days import FORMS, SHORT_FORM, DayForm, Toward
from runlift_tui.core.words.typed_figures import (
    CLOCK_HOURS,
    HOURS,
    KM,
    MI,
    MIN,
    MIN_S,
    MINUTES,
    PACE,
    SECONDS,
    SHORT_MINUTES,
    TENTHS,
    THREE_FIGURES,
    LengthForm,
    M,
    N,
    S,
    sexagesimal,
)
from runlift_tui.core.words.units import METRES, Distance, to_metres


def _day(form: DayForm) -> Reader:
    def take(found: Said, match: re.Match[str]) -> None:
        found.put("day", form.day(match, found.today, Toward.PAST), match[0])

    return reader(form.pattern, take)


DAYS: tuple[Reader, ...] = tuple(_day(form) for form in FORMS)
"""What reads a day, in the order in which it is tried."""
SHORT_DAY = _day(SHORT_FORM)
"""A date without its year, where it is no effort out of ten."""


_SHORTEST_M = 100
"""Fewer metres than that, with no more than an m behind them, may be minutes."""


def _times(found: Said, match: re.Match[str]) -> None:
    seconds = 0.0
    if match["min"] is not None:
        seconds = float(sexagesimal(int(match["min"]), int(match["s"]), match[0]))
    elif match["timed"]:
        minutes = re.fullmatch(MIN, match["timed"])
        seconds = float(match["n"]) * (60 if minutes else 1)
    found.times.append(Times(int(match["often"]), seconds, match[0]))


def _pace(found: Said, match: re.Match[str]) -> None:
    text = match[0]
    seconds = sexagesimal(int(match["min"]), int(match["s"]), text)
    if not seconds:
        raise Refused(f"{text} is no pace")
    said = match["unit"]
    unit = found.unit if not said else Distance.MI if said.startswith("m") else Distance.KM
    found.put("pace", seconds / METRES[unit], text)


def _two_figures(found: Said, match: re.Match[str]) -> None:
    sexagesimal(int(match["min"]), int(match["s"]), match[0])
    figures = TwoFigures(int(match["min"]), int(match["s"]), int(match["tenths"] or 0))
    found.put("figures", figures, match[0])


def _length(form: LengthForm) -> Reader:
    def take(found: Said, match: re.Match[str]) -> None:
        found.put("seconds", round(form.seconds(match), 1), match[0])

    return reader(form.pattern, take)


def _plain_seconds(found: Said, match: re.Match[str]) -> None:
    found.put("bare_s", float(match["n"]), match[0])


def _effort(found: Said, match: re.Match[str]) -> None:
    value = float(match["n"])
    if value > 10 or value != int(value):
        raise Refused(f"{EFFORT_LIMITS}, whole numbers only")
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


FIGURES: tuple[Reader, ...] = (
    reader(
        rf"(?P<often>[0-9]{{1,3}}) ?x ?"
        rf"(?:{MIN_S}|{N} ?(?:(?P<timed>{S}|{MIN})|{M}|{KM}|{MI})?)",
        _times,
    ),
    reader(PACE, _pace),
    reader(rf"@ ?{MIN_S}(?P<unit>)", _pace),
    _length(THREE_FIGURES),
    _length(CLOCK_HOURS),
    reader(rf"{MIN_S}{TENTHS}", _two_figures),
    _length(HOURS),
    _length(MINUTES),
    _length(SHORT_MINUTES),
    reader(rf"(?:effort|rpe) ?{N}(?: ?/ ?10)?", _effort),
    reader(rf"{N} ?/ ?10", _effort),
    reader(rf"{N} ?{KM}", _kilometres),
    reader(rf"{N} ?{MI}", _miles),
    reader(rf"{N} ?(?P<unit>{M})", _metres),
    reader(SECONDS.pattern, _plain_seconds),
)
"""What reads a figure, in the order in which it is tried."""


BARE = reader(N, _bare)
"""A number without a word, where nothing else is meant by it."""
