"""Days as an athlete types them, read in one way wherever one is asked for.

"today", "last sat", "3 days ago", "in 2 weeks", "+14", "20 nov", "20.11.2026", "2026-11-20", or
"31/12/2025".
What tells days is in `days`; this stands apart because the first screen reads none.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import NamedTuple

from runlift_tui.core.words.days import MONTHS, WEEKDAYS, day_text
from runlift_tui.core.words.decimals import with_digits
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import FIRST_DAY, LAST_DAY

NONE = ("", "none", "no", "-", "–")
"""What says that there is none."""

_SOON = timedelta(days=61)
"""A date without its year that comes so soon was hardly meant of the year before."""
_WHOLE_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHOLE_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)


def _begun(names: tuple[str, ...], first: int) -> dict[str, int]:
    """Return the numbers of names by the name and by its first letters, three at least."""
    return {
        name[:letters]: number
        for number, name in enumerate(names, first)
        for letters in range(3, len(name) + 1)
    }


_WEEKDAY_OF = {**_begun(_WHOLE_WEEKDAYS, 0), "weds": 2}
"""0 for Monday."""
_MONTH_OF = _begun(_WHOLE_MONTHS, 1)
COUNTS = {
    "an": 1,
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
"""How many a word says; what is more is written in figures."""
_LEAD = re.compile(r"^(?:(?:on|at|for|the) )+")
_LAST_WORD = re.compile(r"(?P<date>.*[0-9].*) (?P<weekday>[a-z]+)\.?", re.IGNORECASE)
_SPAN = re.compile(r"(?<=[a-z.]) ?(?:[-–]|\bto\b) ?(?=[a-z])")
"""What stands between the first and the last weekday of several."""
_DAYS_AT_ONCE = {
    **dict.fromkeys(("day", "days", "daily", "everyday", "all"), tuple(range(7))),
    **dict.fromkeys(("weekday", "weekdays"), tuple(range(5))),
    **dict.fromkeys(("weekend", "weekends"), (5, 6)),
}
_DAYS_OFF = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}

WORDS = (
    *("today", "yesterday", "tomorrow", "last", "ago"),
    *(*(name.lower() for name in WEEKDAYS), *_WHOLE_WEEKDAYS, "tues", "weds", "thur", "thurs"),
    *(*(name.lower() for name in MONTHS), *_WHOLE_MONTHS, "sept"),
)
"""The words that days are mostly typed in, for finding the one that was meant."""


class Toward(Enum):
    """Where the day lies that is asked for: of "sat" and "20 nov" there is one on either side."""

    PAST = "past"
    """The newest one; what is still to come is refused."""
    FUTURE = "future"
    """The next one; what lies in the past is refused."""
    EITHER = "either"
    """The next one; nothing is refused."""


class DayForm(NamedTuple):
    """One way to type a day."""

    pattern: str
    find: Callable[[re.Match[str], date, Toward], date]

    def day(self, match: re.Match[str], today: date, toward: Toward) -> date:
        """Return the day of what the pattern has matched, in small letters.

        Args:
            match: Of the pattern.
            today: The athlete's day.
            toward: Where the day lies.

        Raises:
            Refused: there is no such day, it can be two, or it lies on the wrong side.
        """
        day = self.find(match, today, toward)
        if toward is Toward.PAST and day > today:
            raise Refused(f"{match[0]} is still to come")
        if toward is Toward.FUTURE and day < today:
            raise Refused(f"{match[0]} lies in the past")
        if day < FIRST_DAY:
            raise Refused(f"{match[0]} is before {FIRST_DAY.year}")
        if day > LAST_DAY:
            raise Refused(f"{match[0]} is after {LAST_DAY.year}")
        return day


def typed_day(text: str, today: date, toward: Toward) -> date:
    """Return the day of a text that is nothing but a day.

    Args:
        text: As it was typed.
        today: The athlete's day.
        toward: Where the day lies.

    Raises:
        Refused: it is none, can be two, or lies on the wrong side.
    """
    plain = _plain(text)
    for pattern, form in _patterns():
        match = pattern.fullmatch(plain)
        if match is not None:
            return form.day(match, today, toward)
    raise Refused(f"{text.strip() or 'nothing'} is no day: write sat, 20 nov or 2026-11-20")


def _plain(text: str) -> str:
    """Return what was typed as the patterns have it.

    What leads to a day is left out, and a weekday behind its date stands before it: so lists show
    it.
    """
    folded = with_digits(unicodedata.normalize("NFKC", text)).lower().replace(",", " ")
    plain = _LEAD.sub("", " ".join(folded.split()))
    if plain.endswith(".") and plain[-2:-1].isalpha():
        plain = plain[:-1]
    return weekday_first(plain)


def weekday_first(text: str) -> str:
    """Return a date with its weekday before it, where it was typed behind: "24 nov tue"."""
    behind = _LAST_WORD.fullmatch(text)
    if behind is None or weekday_begun(behind["weekday"]) is None:
        return text
    return f"{behind['weekday']} {behind['date'].rstrip(',')}"


def is_yearless(text: str) -> bool:
    """Whether a text is a date of which the year is left out: "20 nov", "20.11."."""
    matches = (pattern.fullmatch(_plain(text)) for pattern, _ in _patterns())
    said = next((match.groupdict() for match in matches if match), {})
    return "date" in said and not said.get("year")


def month_begun(word: str) -> int | None:
    """Return the month that a word is, or begins with three letters of it; None for no month."""
    return _MONTH_OF.get(word.lower())


def weekday_begun(word: str) -> int | None:
    """Return the weekday that a word is, or begins with three letters of it; None for none."""
    return _WEEKDAY_OF.get(word.lower())


def is_weekday(text: str) -> bool:
    """Whether a text is the name of a weekday and nothing more: "Sat", "saturday"."""
    return text.strip().lower().removesuffix(".") in _WEEKDAY_OF


def weekdays_of(text: str) -> tuple[int, ...]:
    """Return the weekdays of a text: "tue, thu", "mon-fri", "daily"; none of them for "none".

    Raises:
        Refused: something in it is no weekday.
    """
    if text.strip().lower() in NONE:
        return ()
    plain = _SPAN.sub("-", " ".join(text.lower().split()))
    plain = plain.removeprefix("every ")
    words = [word for word in re.split(r"[\s,;/+&]+|\band\b", plain) if word]
    return tuple(sorted({day for word in words for day in _days_of(word)}))


def _days_of(word: str) -> tuple[int, ...]:
    """Return the weekdays of a word: of one, of several at once, or from one to another."""
    if word in _DAYS_AT_ONCE:
        return _DAYS_AT_ONCE[word]
    first, between, last = word.partition("-")
    if not between:
        return (_weekday_of(word),)
    began = _weekday_of(first)
    return tuple((began + n) % 7 for n in range((_weekday_of(last) - began) % 7 + 1))


def _weekday_of(word: str) -> int:
    """Return the weekday that a word begins; in a list of nothing else, "tu" is enough."""
    found: set[int] = set()
    for tried in filter(None, (word.removesuffix("."), word.removesuffix("s"))):
        found = found or {n for name, n in _WEEKDAY_OF.items() if name.startswith(tried)}
    if len(found) != 1:
        raise Refused(f"{word} is no weekday: mon tue wed thu fri sat sun")
    return found.pop()


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], DayForm], ...]:
    forms = (*FORMS, SIGNED_FORM, BARE_FORM, SHORT_FORM)
    return tuple((re.compile(form.pattern), form) for form in forms)


def _by_word(match: re.Match[str], today: date, _: Toward) -> date:
    return today + timedelta(days=_DAYS_OFF[match["word"]])


def _counted(match: re.Match[str], today: date, _: Toward) -> date:
    said, unit = match["count"].strip(), match["unit"] or "days"
    count = COUNTS.get(said) or int(said)
    count = -count if match["ago"] else count
    if unit.startswith("m"):
        return months_on(today, count)
    return today + timedelta(days=count * (7 if unit.startswith("w") else 1))


def _bare(match: re.Match[str], today: date, toward: Toward) -> date:
    """Read "10 weeks", which lie ahead where only what is to come is asked for.

    Raises:
        Refused: they can lie on either side.
    """
    if toward is not Toward.FUTURE:
        raise Refused(f"{match[0]} can be two days, write in {match[0]} or {match[0]} ago")
    return _counted(match, today, toward)


def months_on(day: date, months: int) -> date:
    """Return the same day so many months on; the last of its month where there is none."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _weekday(match: re.Match[str], today: date, toward: Toward) -> date:
    """Read "sat" and "this sat", which may be today, and "last" and "next sat", which never are."""
    ahead = (_WEEKDAY_OF[match["weekday"]] - today.weekday()) % 7
    if match["which"] in ("last", "next"):
        days = ahead - 7 if match["which"] == "last" else ahead or 7
    else:
        # Of "this sun" the one before this week is not meant.
        far = match["which"] and ahead - 7 < -today.weekday()
        days = (ahead or 7) - 7 if toward is Toward.PAST and not far else ahead
    return today + timedelta(days=days)


def _spelt(match: re.Match[str], today: date, toward: Toward) -> date:
    return _dated(match, _MONTH_OF[match["month"]], int(match["day"]), today, toward)


def _in_figures(match: re.Match[str], today: date, toward: Toward) -> date:
    return _dated(match, int(match["month"]), int(match["day"]), today, toward)


def _either_way(match: re.Match[str], today: date, toward: Toward) -> date:
    """Read "31/12/2025": some write the day first and some the month, and 31 is no month.

    Raises:
        Refused: both make sense, or neither.
    """
    one, other = int(match["one"]), int(match["other"])
    found = [(month, day) for month, day in ((other, one), (one, other)) if 1 <= month <= 12]
    if len(set(found)) == 2:
        year = f" {match['year']}" if match.groupdict().get("year") else ""
        first, second = (f"{day} {MONTHS[month - 1].lower()}{year}" for month, day in found)
        raise Refused(f"{match['date']} can be two days, write {first} or {second}")
    month, day = found[0] if found else (0, 0)
    return _dated(match, month, day, today, toward)


def _dated(match: re.Match[str], month: int, day: int, today: date, toward: Toward) -> date:
    """Return a date with the year that was typed, or with the nearest on the side asked for.

    Raises:
        Refused: there is no such day, or it is another weekday than the one before it.
    """
    text, year = match["date"], match.groupdict().get("year")
    if year and len(year) != 4:
        raise Refused(f"write the year of {text} with four figures")
    try:
        found = date(int(year), month, day) if year else _nearest(month, day, today, toward, text)
    except ValueError:
        raise Refused(f"there is no day {text}") from None
    named = match["named"]
    if named and _WEEKDAY_OF[named] != found.weekday():
        raise Refused(f"{text} is {day_text(found)}, no {named}")
    return found


def _nearest(month: int, day: int, today: date, toward: Toward, text: str) -> date:
    """Return the newest such date up to today, or the next one from today on.

    Raises:
        ValueError: no year has it.
        Refused: the newest is asked for, and the next one is only weeks away.
    """
    past = toward is Toward.PAST
    newest = next(_years(month, day, today, -1 if past else 1), None)
    if newest is None:
        raise ValueError(f"no year has {text}")
    coming = next(_years(month, day, today + timedelta(days=1), 1), today)
    if past and today < coming <= today + _SOON:
        raise Refused(f"{text} is still to come; if you mean it, write {text} {newest.year}")
    return newest


def _years(month: int, day: int, today: date, step: int) -> Iterator[date]:
    """Yield a date of the years from today's on, as far as leap years are apart."""
    for year in range(today.year, today.year + 9 * step, step):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found - today).days * step >= 0:
            yield found


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _date(pattern: str) -> str:
    """Return a date's pattern, before which its weekday may stand."""
    return rf"(?:(?P<named>{_any(_WEEKDAY_OF)})\.? )?(?P<date>{pattern})"


_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = rf"(?P<month>{_any(_MONTH_OF)})\.?"
_YEAR = r"(?: (?P<year>[0-9]{4}))?"
_UNIT = "(?P<unit>d|days?|w|weeks?|months?)"
_COUNT = rf"(?P<count>[0-9]{{1,3}} ?|(?:{'|'.join(COUNTS)}) ){_UNIT}"
_SURE = r"(?=(?:1[3-9]|[23][0-9])/(?:0?[1-9]|1[0-2])\b|(?:0?[1-9]|1[0-2])/(?:1[3-9]|[23][0-9]))"
"""Two figures of which only one can be a month."""
_TWO = r"(?P<one>[0-9]{1,2})/(?P<other>[0-9]{1,2})"

FORMS: tuple[DayForm, ...] = (
    DayForm(
        _date(
            r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"
        ),
        _in_figures,
    ),
    DayForm(_date(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"), _in_figures),
    DayForm(_date(rf"{_DAY}\.(?P<month>[0-9]{{1,2}})\.(?P<year>[0-9]{{2,4}})?"), _in_figures),
    DayForm(_date(rf"{_TWO}/(?P<year>[0-9]{{2,4}})"), _either_way),
    DayForm(_date(_SURE + _TWO), _either_way),
    DayForm(_date(rf"{_DAY}(?:st|nd|rd|th|\.)? ?{_MONTH}{_YEAR}"), _spelt),
    DayForm(_date(rf"{_MONTH} {_DAY}(?:st|nd|rd|th)?{_YEAR}"), _spelt),
    DayForm(rf"{_COUNT} (?P<ago>ago)", _counted),
    DayForm(rf"in {_COUNT}(?P<ago>)", _counted),
    DayForm(rf"{_COUNT} from (?:now|today)(?P<ago>)", _counted),
    DayForm(rf"(?P<word>{_any(_DAYS_OFF)})", _by_word),
    DayForm(rf"(?:(?P<which>last|next|this) )?(?P<weekday>{_any(_WEEKDAY_OF)})\.?", _weekday),
)
"""What reads a day, in the order in which it is tried."""
SIGNED_FORM = DayForm(
    rf"(?:\+|(?P<ago>[-−–])(?=.*[a-z])) ?(?P<count>[0-9]{{1,3}}) ?{_UNIT}?",
    _counted,
)
"""Days ahead or ago, where a figure with a sign is nothing else: "+14", "+2 weeks", "-3 days".

A bare negative number is none: who types one may mean anything.
"""
BARE_FORM = DayForm(rf"{_COUNT}(?P<ago>)", _bare)
"""Days, weeks or months with no word of which side they lie on."""
SHORT_FORM = DayForm(_date(_TWO), _either_way)
"""A date without its year that can be two, where it is no effort out of ten."""
