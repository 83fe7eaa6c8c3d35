"""Distances and times as an athlete types them, read in one way wherever one is asked for.

"1h20", "1:21:00", "4:30 h", "80 min", "42 min 10", "90 s"; "km", "kilometres", "mi", "miles".
A line about a run finds the same among its other words.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from runlift_tui.core.words.decimals import pointed
from runlift_tui.core.words.faults import Refused

N = r"(?P<n>[0-9]{1,7}(?:\.[0-9]{1,5})?)"
KM = r"(?:km|kms|k|kilomet(?:er|re)s?)"
MI = r"(?:mi|miles?)"
M = r"(?:m|met(?:er|re)s?)"
S = r"(?:s|secs?|seconds?|\")"
MIN = r"(?:mins?|minutes?|')"
H = r"(?:h|hours?|hrs?)"
MIN_S = r"(?P<min>[0-9]{1,3}):(?P<s>[0-9]{2})"
TENTHS = r"(?:\.(?P<tenths>[0-9]))?"
PACE = rf"@? ?{MIN_S} ?(?:min ?)?(?:/|per ) ?(?P<unit>{KM}|{MI})"


class LengthForm(NamedTuple):
    """One way to type how long something takes."""

    pattern: str
    seconds: Callable[[re.Match[str]], float]
    """Of what the pattern has matched, in small letters; raises `Refused` where it cannot be."""


class NoLength(Refused):
    """Nothing of how long something takes stands there."""


def sexagesimal(first: int, second: int, text: str) -> int:
    """Return two figures with a colon between them in the smaller unit.

    Raises:
        Refused: the last ones are no minutes, or no seconds.
    """
    if second > 59:
        raise Refused(f"{text} is no time, its last figures go to 59")
    return first * 60 + second


def _three_figures(match: re.Match[str]) -> float:
    if int(match["min"]) > 59:
        raise Refused(f"{match[0]} is no time, write 1:21:00")
    under = sexagesimal(int(match["min"]), int(match["s"]), match[0])
    return int(match["h"]) * 3600 + under + int(match["tenths"] or 0) / 10


def _clock_hours(match: re.Match[str]) -> float:
    return 60 * sexagesimal(int(match["h"]), int(match["min"]), match[0])


def _hours(match: re.Match[str]) -> float:
    under = int(match["min"] or match["bare"] or 0) * 60 + int(match["s"] or 0)
    return float(match["n"]) * 3600 + under


def _minutes(match: re.Match[str]) -> float:
    return float(match["n"]) * 60 + int(match["s"] or 0)


THREE_FIGURES = LengthForm(
    rf"(?P<h>[0-9]{{1,2}}):(?P<min>[0-9]{{2}}):(?P<s>[0-9]{{2}}){TENTHS}", _three_figures
)
CLOCK_HOURS = LengthForm(rf"(?P<h>[0-9]{{1,2}}):(?P<min>[0-9]{{2}}) ?{H}", _clock_hours)
HOURS = LengthForm(
    rf"{N} ?{H}(?:(?P<bare>[0-9]{{1,2}})|"
    rf"(?: ?(?P<min>[0-9]{{1,2}}) ?(?:m|{MIN}))?(?: ?(?P<s>[0-9]{{1,2}}) ?{S})?)",
    _hours,
)
MINUTES = LengthForm(rf"{N} ?{MIN}(?: ?(?P<s>[0-9]{{1,2}}) ?{S}?)?", _minutes)
SHORT_MINUTES = LengthForm(rf"{N}m(?P<s>[0-9]{{1,2}})s?", _minutes)
SECONDS = LengthForm(rf"{N} ?{S}", lambda match: float(match["n"]))
_TWO_FIGURES = re.compile(r"([0-9]{1,3}):([0-9]{2})(?: ?min)?")


def typed_seconds(text: str, *, of_hours: bool) -> float:
    """Return the seconds of a text that is nothing but a length of time.

    Args:
        text: As it was typed.
        of_hours: Whether "1:20" has hours and minutes; else it has minutes and seconds.

    Raises:
        NoLength: it is none.
        Refused: it cannot be, as 1:75.
    """
    plain = plain_figures(text)
    for pattern, form in _patterns():
        if match := pattern.fullmatch(plain):
            return form.seconds(match)
    if match := _TWO_FIGURES.fullmatch(plain):
        return sexagesimal(int(match[1]), int(match[2]), plain) * (60 if of_hours else 1)
    raise NoLength(f"{text.strip() or 'nothing'} is no time, write 1h20, 1:20 h or 80 min")


def plain_figures(text: str) -> str:
    """Return what was typed in small letters, with points in its numbers and single spaces."""
    return " ".join(pointed(unicodedata.normalize("NFKC", text).lower()).split())


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], LengthForm], ...]:
    forms = (THREE_FIGURES, CLOCK_HOURS, HOURS, MINUTES, SHORT_MINUTES, SECONDS)
    return tuple((re.compile(form.pattern), form) for form in forms)
