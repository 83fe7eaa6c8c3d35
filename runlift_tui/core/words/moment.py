"""A day and a time as an athlete types them: "yesterday 18:30", "Sun 9:00", "2026-11-22"."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from runlift_tui.core.words.days import WEEKDAYS
from runlift_tui.core.words.documents import utc
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import FIRST_CARD_YEAR
from runlift_tui.core.words.typed_days import Toward, is_weekday, typed_day

WHEN = "When was it trained?"
HINT = "today 18:30, yesterday 18:30, Sun 18:30 or 2026-11-22 18:30"
_NOON = time(12)
_TIME = re.compile(
    r"(?<!\S)(?:at )?(?:(?P<hour>[0-9]{1,2})(?:(?::|h)(?P<min>[0-9]{1,2})|(?=h| ?[ap]m))h?"
    r"(?: ?(?P<half>[ap]m))?)(?!\S)",
    re.IGNORECASE,
)
"""A time of day: "18:30", "18h30", "18h", "6:30 pm", "6pm"."""

OffsetOf = Callable[[int], int]
"""Returns the minutes that the athlete's clock is ahead of UTC, at milliseconds since the epoch."""


def typed_when(text: str, now: int, offset_of: OffsetOf) -> int:
    """Return the moment that was typed, milliseconds since the epoch.

    Without a day it is today, without a time noon; a weekday is the last one of its name.

    Args:
        text: What was typed.
        now: Milliseconds since the epoch.
        offset_of: The athlete's clock.

    Raises:
        Refused: it is no moment, or still to come.
    """
    today = _local(now, offset_of).date()
    plain = " ".join(text.replace(",", " ").split())
    if not plain:
        raise Refused(HINT)
    said = _TIME.search(plain)
    at = None if said is None else _time(said)
    typed = plain if said is None else f"{plain[: said.start()]} {plain[said.end() :]}".strip()
    day = typed_day(typed, today, Toward.PAST) if typed else today
    if day.year < FIRST_CARD_YEAR:
        raise Refused(f"{typed} is before {FIRST_CARD_YEAR}")
    found = _moment(datetime.combine(day, at or _NOON), offset_of)
    if found > now and is_weekday(typed):
        found = _moment(datetime.combine(day - timedelta(weeks=1), at or _NOON), offset_of)
    if found > now:
        raise Refused(f"{' '.join(text.split())} is still to come")
    return found


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


def _local(at: int, offset_of: OffsetOf) -> datetime:
    return utc(at).replace(microsecond=0) + timedelta(minutes=offset_of(at))


def _moment(local: datetime, offset_of: OffsetOf) -> int:
    """Return a local time in UTC; the clock's offset is asked for at that moment itself."""
    as_utc = round(local.replace(tzinfo=UTC).timestamp() * 1000)
    near = as_utc - offset_of(as_utc) * 60_000
    return as_utc - offset_of(near) * 60_000
