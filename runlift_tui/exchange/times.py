"""Days and times as other programs write them, months in the phone's language."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from runlift_tui.core.words.possible import is_day

_MONTHS = (
    "january jan januar jän jänner janvier janv enero ene gennaio gen januari janeiro tammikuuta "
    "tammi tammik styczeń stycznia sty leden ledna led január janúar ianuarie ian ocak oca "
    "январь января янв січня січ",
    "february feb februar février févr fév febrero febbraio febbr februari fevereiro fev "
    "helmikuuta helmi helmik luty lutego lut únor února úno február ianfeb februarie şubat şub "
    "февраль февраля февр фев лютого лют",
    "march mar märz mär mrz mars marzo maart mrt março maaliskuuta maalis maalisk marzec marca "
    "březen března bře březn március márc martie mart март марта мар березня бер marts",
    "april apr avril avr abril abr aprile huhtikuuta huhti huhtik kwiecień kwietnia kwi duben "
    "dubna dub április ápr aprilie nisan nis апрель апреля апр квітня квіт kwie",
    "may mai mayo maggio mag mei maio maj toukokuuta touko toukok maja květen května kvě květ "
    "május máj mayıs май мая травня трав mayis",
    "june jun juni juin junio giugno giu junho kesäkuuta kesä kesäk czerwiec czerwca cze červen "
    "června čer čvn június jún iunie iun haziran haz июнь июня июн червня черв",
    "july jul juli juillet juil julio luglio lug julho heinäkuuta heinä heinäk lipiec lipca lip "
    "červenec července čvc července július júl iulie iul temmuz tem июль июля июл липня лип",
    "august aug août aoû agosto ago augustus agosto elokuuta elo elok sierpień sierpnia sie srpen "
    "srpna srp augusztus ağustos ağu август августа авг серпня серп augusti aout",
    "september sep sept septembre septiembre settembre set setembro syyskuuta syys syysk wrzesień "
    "września wrz září zář szeptember szept septembrie eylül eyl сентябрь сентября сент сен "
    "вересня вер",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta loka lokak "
    "październik października paź říjen října říj október octombrie ekim eki октябрь октября окт "
    "жовтня жовт",
    "november nov novembre noviembre novembro marraskuuta marras marrask listopada listopad lis "
    "lispd noiembrie noi kasım kas ноябрь ноября нояб ноя листопада лист",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro joulukuuta joulu "
    "jouluk grudzień grudnia gru prosinec prosince pro desember des decembrie aralık ara декабрь "
    "декабря дек грудня груд",
)
MONTHS = {name: at + 1 for at, names in enumerate(_MONTHS) for name in names.split()}
"""Month names, folded and without a full stop, in the languages that phones have."""

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_TIME = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*"
    r"(am|pm|a\.\s?m\.?|p\.\s?m\.?|vorm\.?|nachm\.?|上午|下午|午前|午後|오전|오후)?",
    re.IGNORECASE,
)
_LAST_DOTTED = re.compile(r"(?<=\d{4})[, ]+(\d{1,2})\.(\d{2})(?:\.(\d{2}))?$")
_BEFORE = re.compile(r"(上午|下午|午前|午後|오전|오후)\s*(\d{1,2}:\d{2}(?::\d{2})?)")
_AFTERNOON = ("p", "n", "下", "午後", "오후")
_EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")


class Unclear(Exception):
    """A day of which nobody can say which number is the month."""


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether days like 3/4/2026 have the day first; None where no cell of the column says so."""
    for cell in cells:
        found = re.match(r"\s*(\d{1,2})([/-])(\d{1,2})\2\d{4}", cell)
        if found is not None:
            one, two = int(found[1]), int(found[3])
            if one > 12 >= two:
                return True
            if two > 12 >= one:
                return False
    return None


def day_leads(cells: Iterable[str], head: str, said: str) -> bool | None:
    """Return whether days of a column have the day first: its cells, its header, the athlete say.

    Args:
        cells: Of the column.
        head: Its folded header, which may be "date (mm/dd/yyyy)".
        said: "day" or "month"; empty where nobody said.
    """
    found = day_first(cells)
    if found is None and ("mm/dd" in head or "dd/mm" in head):
        found = "dd/mm" in head
    return {"day": True, "month": False}.get(said) if found is None else found


@lru_cache(maxsize=4096)
def moment(text: str, day_leads: bool | None = None) -> tuple[datetime, bool] | None:
    """Return when something was, and whether only its day is known; None where the text is none.

    It is aware where the text has an offset. Of a day alone it is noon.

    Args:
        text: "2026-03-02 18:05:00", "2 Mar 2026, 18:05", "02.03.2026", "Mar 2, 2026, 6:05:00 PM".
        day_leads: Of days like 3/4/2026, whether the day comes first.

    Raises:
        Unclear: it is such a day, and nobody said.
    """
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[\u00a0\u202f\u2009\s]+", " ", text).strip(" \u200e\u200f")
    try:
        found = _iso(text) or _spelled(text, day_leads)
    except (ValueError, OverflowError):
        return None
    return found if found is not None and is_day(found[0].date()) else None


def _iso(text: str) -> tuple[datetime, bool] | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, part, offset = found.groups()
    if hour is None:
        return datetime(int(year), int(month), int(day), 12), True
    micro = int(f"{part:0<6}"[:6]) if part else 0
    at = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro)
    return at.replace(tzinfo=_offset(offset)) if offset else at, False


def _offset(text: str) -> timezone:
    if text in ("Z", "UTC"):
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _spelled(text: str, day_leads: bool | None) -> tuple[datetime, bool] | None:
    text = _BEFORE.sub(r"\2 \1", text)
    clock, rest = _clock_of(text)
    day = _day(rest, day_leads)
    if day is None:
        return None
    if clock is None:
        return datetime(*day, 12), True
    return datetime(*day, *clock), False


def _clock_of(text: str) -> tuple[tuple[int, int, int] | None, str]:
    """Return the time of the day in a text, and the rest of it."""
    found = None
    for found in _TIME.finditer(text):
        if ":" in found[0] or found[4]:
            break
    else:
        found = None
    if found is None:
        found = _LAST_DOTTED.search(text)
        if found is None:
            return None, text
        at = (int(found[1]), int(found[2]), int(found[3] or 0))
        return at, text[: found.start()]
    hour, half = int(found[1]), (found[4] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith(_AFTERNOON) else 0)
    clock = (hour, int(found[2]), int(found[3] or 0))
    return clock, f"{text[: found.start()]} {text[found.end() :]}"


def _day(text: str, day_leads: bool | None) -> tuple[int, int, int] | None:
    east = _EAST.search(text)
    if east is not None:
        return int(east[1]), int(east[2]), int(east[3])
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    month = _month(text)
    if month is not None and len(numbers) == 2:
        day, year = sorted(numbers)
        return (year, month, day) if year >= 1000 else None
    if month is None and len(numbers) == 3 and numbers[0] > 999:
        return numbers[0], numbers[1], numbers[2]
    if month is None and len(numbers) == 3 and numbers[2] > 999:
        return _by_order(numbers, "." in text, day_leads)
    return None


def _by_order(numbers: list[int], dotted: bool, day_leads: bool | None) -> tuple[int, int, int]:
    one, two, year = numbers
    if dotted or one > 12:
        return year, two, one
    if two > 12:
        return year, one, two
    if day_leads is None:
        if one == two:
            return year, one, two
        raise Unclear
    return (year, two, one) if day_leads else (year, one, two)


def _month(text: str) -> int | None:
    # A day of the week stands before the month, and may have its name: mar, 3 févr.
    words = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in MONTHS]
    return MONTHS[words[-1]] if words else None
