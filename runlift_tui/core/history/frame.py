"""The frame of a session of the past put right: when it was, what its routine was called."""

from datetime import UTC, date, datetime, timedelta

from runlift_tui.core.history.amend import Value
from runlift_tui.core.history.past import LONGEST_UNTIMED_MIN, PastSession
from runlift_tui.core.history.told import minutes_shown
from runlift_tui.core.sets.far import Far
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.moment import (
    END_HINT,
    HINT,
    OffsetOf,
    typed_end,
    typed_when,
    when_shown,
)
from runlift_tui.core.words.possible import ROUTINE_NAME

BEGAN, ENDED, ROUTINE = "began", "ended", "routine_name"
KEYS = (BEGAN, ENDED, ROUTINE)
_MINUTE_MS, _DAY_MIN = 60_000, 1440


def frame_values(session: PastSession, now: int, offset_of: OffsetOf) -> tuple[Value, ...]:
    """Return what can be put right of a session's frame, as it can be typed.

    Args:
        session: The session.
        now: This moment, milliseconds since the epoch.
        offset_of: The athlete's clock.
    """
    offset_of = _clock_of(session, offset_of)
    ended = "–" if session.finished is None else f"{_local(session, session.finished):%H:%M}"
    return (
        Value(BEGAN, "began", when_shown(session.at, now, offset_of), HINT, is_worded=True),
        Value(ENDED, "ended", ended, END_HINT, is_worded=True),
        Value(ROUTINE, "routine", session.routine_name, "what it was called", is_worded=True),
    )


def _clock_of(session: PastSession, offset_of: OffsetOf) -> OffsetOf:
    """Return the clock that a session's times are told by: its own, where that was another one."""
    own = session.utc_offset_min
    return offset_of if own in (None, offset_of(session.at)) else lambda _: own or 0


def _local(session: PastSession, at: datetime) -> datetime:
    """Return a moment on the athlete's clock of the session's day."""
    offset = timedelta(minutes=session.utc_offset_min or 0)
    return at.astimezone(UTC).replace(tzinfo=None) + offset


def amended_frame(
    session: PastSession,
    key: str,
    text: str,
    now: int,
    offset_of: OffsetOf,
    *,
    confirmed: bool = True,
) -> Document:
    """Return the document of a session with its begin, end or routine's name as typed.

    Another begin moves every moment of the session with it; another end says how long it took.

    Args:
        session: The session.
        key: `BEGAN`, `ENDED` or `ROUTINE`.
        text: What was typed.
        now: This moment, milliseconds since the epoch.
        offset_of: The athlete's clock.
        confirmed: Whether a session that long was asked about.

    Raises:
        Far: it took longer than sessions do, and was not asked about.
        Refused: it cannot be; the text says why.
    """
    if key == ROUTINE:
        name = " ".join(text.split())
        if not 0 < len(name) <= ROUTINE_NAME:
            raise Refused(f"a name has 1 to {ROUTINE_NAME} characters")
        return {**session.document, ROUTINE: name}
    offset_of = _clock_of(session, offset_of)
    if key == ENDED:
        return _ended(session, typed_end(text, session.at, now, offset_of), confirmed=confirmed)
    at = typed_when(text, now, offset_of, session.at)
    if at == session.at:
        return session.document
    moved = _moved(session.document, timedelta(milliseconds=at - session.at))
    last = moved.get("finished") or moved["started"]
    if datetime.fromisoformat(last) > datetime.fromtimestamp(now / 1000, UTC):
        raise Refused("then it would not be over yet")
    return {**moved, "started": iso(at), "utc_offset_min": offset_of(at)}


def frame_told(session: PastSession, key: str, today: date) -> str:
    """Return what was put right of a session's frame: "began 18:47, Sat 21 Nov".

    Args:
        session: As it is now.
        key: `BEGAN`, `ENDED` or `ROUTINE`.
        today: The athlete's day.
    """
    if key == ROUTINE:
        return f"routine {session.routine_name}"
    ended = "" if session.finished is None else f"ended {_local(session, session.finished):%H:%M}"
    if key == BEGAN:
        began = f"began {session.local:%H:%M}, {day_text(session.day, today)}"
        return f"{began}, {ended}" if ended else began
    return ", ".join(filter(None, (ended, minutes_shown(session))))


def _ended(session: PastSession, at: int, *, confirmed: bool) -> Document:
    """Return the document of a session that ended at a moment."""
    before = session.finished
    if before is not None and round(before.timestamp() * 1000) // _MINUTE_MS == at // _MINUTE_MS:
        return session.document
    minutes = round((at - session.at) / _MINUTE_MS)
    if minutes >= _DAY_MIN:
        raise Refused("no session takes a whole day")
    if minutes > LONGEST_UNTIMED_MIN and not confirmed:
        raise Far(f"that is {minutes // 60} h {minutes % 60:02} min after it began. Is it right?")
    return {**session.document, "finished": iso(at), "length_min": minutes}


def _moved(document: Document, by: timedelta) -> Document:
    """Return a document with every moment of it so much later."""

    def later(row: Document, *keys: str) -> Document:
        said = {key: row[key] for key in keys if isinstance(row.get(key), str)}
        return row | {key: _later(text, by) for key, text in said.items()}

    sets = [later(row, "started", "ended") for row in document.get("sets", [])]
    return later(document, "started", "finished") | {"sets": sets}


def _later(text: str, by: timedelta) -> str:
    found = datetime.fromisoformat(text)
    at = found if found.tzinfo else found.replace(tzinfo=UTC)
    return iso(round((at + by).timestamp() * 1000))
