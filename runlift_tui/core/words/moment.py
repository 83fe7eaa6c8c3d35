"""A day and a time as an athlete types them: "yesterday 18:30", "Sun 9:00", "2026-11-22".

Also when something ended that began at a known moment: "19:05", "7pm", "1h20", "45 min".
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from runlift_tui.core.words.days import WEEKDAYS
from runlift_tui.core.words.documents import utc
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import FIRST_CARD_YEAR
from runlift_tui.core.words.typed_days import Toward, is_weekday, typed_day
from runlift_tui.core.words.typed_figures import NoLength, typed_seconds

WHEN = "When was it trained?"
HINT = "today 18:30, yesterday 18:30, Sun 18:30 or 2026-11-22 18:30"
END_HINT = "a time after the begin, or how long it took: 19:05, 7pm, 45 min or 1h20"
_NOON = time(12)
_DAY = timedelta(days=1)
_HOURS = 6
"""Of an end fewer hours than these are how long it took: "1h20", but 18:30 is "18h30"."""
_LATEST = timedelta(hours=12)
"""An end that is later than that after the begin, by a time of day alone, lies before it."""
_TIME = re.compile(
    r"(?<!\S)(?:at )?(?:(?P<hour>[0-9]{1,2})(?:(?::|h)(?P<min>[0-9]{1,2})|(?=h| ?[ap]m))h?"
    r"(?: ?(?P<half>[ap]m))?)(?!\S)",
    re.IGNORECASE,
)
"""A time of day: "18:30", "18h30", "18h", "6:30 pm", "6pm"."""

_NAMED = re.compile(r"(?<!\S)(noon|midday|midnight)(?!\S)", re.IGNORECASE)
_NAMES = {"noon": "12:00", "midday": "12:00", "midnight": "0:00"}
_LATER = re.compile(r"(?:\+ ?)?(?P<length>.+?)(?: later)?", re.IGNORECASE)
"""How long something took, as an end that comes so much after the begin."""
_BARE = re.compile(r"(.+) ([0-9]|1[0-9]|2[0-3])")
"""A day, and a figure that may be an hour."""
_POINTED = re.compile(r"(?<!\S)([0-9]{1,2})\.([0-9]{2})(?!\S)")
"""Two figures with a point between: a time of day as some write it, or a date without its end."""

OffsetOf = Callable[[int], int]
"""Returns the minutes that the athlete's clock is ahead of UTC, at milliseconds since the epoch."""


def typed_when(text: str, now: int, offset_of: OffsetOf, stood: int | None = None) -> int:
    """Return the moment that was typed, milliseconds since the epoch.

    Without a day it is the day of what stood there, or today; without a time it has the time of
    what stood there, or is at noon. A weekday is the last one of its name.

    Args:
        text: What was typed.
        now: Milliseconds since the epoch.
        offset_of: The athlete's clock.
        stood: What it takes the place of, milliseconds since the epoch; None where nothing stood.

    Raises:
        Refused: it is no moment, or still to come.
    """
    today = _local(now, offset_of).date()
    before = None if stood is None else _local(stood, offset_of)
    plain = _in_figures(text)
    if not plain:
        raise Refused(HINT)
    said = _TIME.search(plain)
    at = None if said is None else _time(said)
    typed = plain if said is None else f"{plain[: said.start()]} {plain[said.end() :]}".strip()
    pointed = _POINTED.search(typed)
    if pointed is not None:
        raise Refused(_no_time(*pointed.groups()))
    own_day = today if before is None else before.date()
    day = _day(typed, today) if typed else own_day
    at = at or (_NOON if before is None else before.time())
    if day.year < FIRST_CARD_YEAR:
        raise Refused(f"{typed} is before {FIRST_CARD_YEAR}")
    found = _moment(datetime.combine(day, at), offset_of)
    if found > now and is_weekday(typed):
        found = _moment(datetime.combine(day - timedelta(weeks=1), at), offset_of)
    if stood is not None and found // 60_000 == stood // 60_000:
        return stood
    if found > now:
        raise Refused(f"{' '.join(text.split())} is still to come")
    return found


def typed_end(text: str, began: int, now: int, offset_of: OffsetOf) -> int:
    """Return when something ended, as a time, a day with one, or how long it took: ms as above.

    A time alone is the first one after the begin.

    Args:
        text: What was typed.
        began: When it began, milliseconds since the epoch.
        now: Milliseconds since the epoch.
        offset_of: The athlete's clock.

    Raises:
        Refused: it is none, before the begin, or still to come.
    """
    plain = _in_figures(text)
    pointed = _POINTED.fullmatch(plain)
    if pointed is not None and _length_ms(plain) is None:
        raise Refused(_no_time(*pointed.groups()))
    said, begin = _TIME.search(plain), _local(began, offset_of)
    is_alone = said is not None and said[0] == plain
    took = None if is_alone and not _is_length(said) else _length_ms(plain)
    if took is not None:
        found = began + took
    elif said is None:
        raise Refused(END_HINT)
    elif is_alone:
        local = datetime.combine(begin.date(), _time(said))
        if local < begin.replace(second=0):
            local += _DAY
        if local - begin > _LATEST:
            raise Refused(f"{plain} is before it began, {begin:%H:%M}")
        found = max(_moment(local, offset_of), began)
    else:
        found = typed_when(text, now, offset_of, began)
        if found < began:
            raise Refused(f"{plain} is before it began, {when_shown(began, now, offset_of)}")
    if found > now:
        raise Refused(f"{plain} is still to come")
    return found


def _is_length(said: re.Match[str] | None) -> bool:
    """Whether figures with an h are how long something took, and no time of day."""
    return (
        said is not None
        and "h" in said[0].lower()
        and ":" not in said[0]
        and int(said["hour"]) < _HOURS
    )


def _day(typed: str, today: date) -> date:
    """Return the day that was typed.

    Raises:
        Refused: it is none, or still to come; of a day and a bare figure, that the figure is what
            is not clear.
    """
    found = _BARE.fullmatch(typed)
    if found is not None:
        try:
            typed_day(found[1], today, Toward.EITHER)
            typed_day(typed, today, Toward.EITHER)
        except Refused as refused:
            if "is no day" in str(refused) and typed in str(refused):
                raise Refused(f"{found[2]} is no time: write {found[2]}:00") from None
    return typed_day(typed, today, Toward.PAST)


def _in_figures(text: str) -> str:
    """Return what was typed with its spaces single, and noon and midnight as times."""
    plain = " ".join(text.replace(",", " ").split())
    return _NAMED.sub(lambda found: _NAMES[found[1].lower()], plain)


def _length_ms(plain: str) -> int | None:
    """Return how long something took, as "+20 min" too; None where that was not typed."""
    found = _LATER.fullmatch(plain)
    try:
        return round(typed_seconds(found["length"] if found else plain, of_hours=True) * 1000)
    except NoLength:
        return None


def when_shown(at: int, now: int, offset_of: OffsetOf) -> str:
    """Return a moment as it can be typed: "today 18:30", "Sun 2026-11-22 18:30"."""
    local, today = _local(at, offset_of), _local(now, offset_of).date()
    names = {0: "today", 1: "yesterday"}
    weekday = WEEKDAYS[local.weekday()]
    day = names.get((today - local.date()).days, f"{weekday} {local:%Y-%m-%d}")
    return f"{day} {local:%H:%M}"


def _time(said: re.Match[str]) -> time:
    hours, half = int(said["hour"]), (said["half"] or "").lower()
    if half:
        hours = hours % 12 + 12 * (half == "pm") if 1 <= hours <= 12 else 24
    try:
        return time(hours, int(said["min"] or 0))
    except ValueError:
        raise Refused(f"{said[0]} is no time: {HINT}") from None


def _no_time(first: str, second: str) -> str:
    """Return how a time, or a day, of two figures with a point between them is to be typed."""
    may = [f"{first}:{second} for a time"] if int(first) < 24 and int(second) < 60 else []
    if 1 <= int(first) <= 31 and 1 <= int(second) <= 12:
        may.append(f"{first}.{second}. for a day")
    text = f"{first}.{second}"
    return f"{text} is not clear: write {' or '.join(may)}" if may else f"{text} is no time: {HINT}"


def _local(at: int, offset_of: OffsetOf) -> datetime:
    return utc(at).replace(microsecond=0) + timedelta(minutes=offset_of(at))


def _moment(local: datetime, offset_of: OffsetOf) -> int:
    """Return a local time in UTC; the clock's offset is asked for at that moment itself."""
    as_utc = round(local.replace(tzinfo=UTC).timestamp() * 1000)
    near = as_utc - offset_of(as_utc) * 60_000
    return as_utc - offset_of(near) * 60_000
