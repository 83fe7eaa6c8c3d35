"""The frame of a session of the past put right: when it was, what its routine was called."""

from datetime import UTC, datetime, timedelta

from runlift_tui.core.history.amend import Value
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.moment import HINT, OffsetOf, typed_when, when_shown
from runlift_tui.core.words.possible import ROUTINE_NAME

BEGAN, ENDED, ROUTINE = "began", "ended", "routine_name"
KEYS = (BEGAN, ENDED, ROUTINE)
_DAY = timedelta(days=1)
_ENDED = "a time of day after the begin, as 19:05"


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
        Value(BEGAN, "began", when_shown(session.at, now, offset_of), HINT),
        Value(ENDED, "ended", ended, _ENDED),
        Value(ROUTINE, "routine", session.routine_name, "what it was called"),
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
    session: PastSession, key: str, text: str, now: int, offset_of: OffsetOf
) -> Document:
    """Return the document of a session with its begin, end or routine's name as typed.

    Another begin moves every moment of the session with it.

    Args:
        session: The session.
        key: `BEGAN`, `ENDED` or `ROUTINE`.
        text: What was typed.
        now: This moment, milliseconds since the epoch.
        offset_of: The athlete's clock.

    Raises:
        Refused: it cannot be; the text says why.
    """
    if key == ROUTINE:
        name = " ".join(text.split())
        if not 0 < len(name) <= ROUTINE_NAME:
            raise Refused(f"a name has 1 to {ROUTINE_NAME} characters")
        return {**session.document, ROUTINE: name}
    if key == ENDED:
        return {**session.document, "finished": _ended(session, text, now)}
    offset_of = _clock_of(session, offset_of)
    if text.strip() == when_shown(session.at, now, offset_of):
        return session.document
    at = typed_when(text, now, offset_of)
    moved = _moved(session.document, timedelta(milliseconds=at - session.at))
    last = moved.get("finished") or moved["started"]
    if datetime.fromisoformat(last) > datetime.fromtimestamp(now / 1000, UTC):
        raise Refused("then it would not be over yet")
    return {**moved, "started": iso(at), "utc_offset_min": offset_of(at)}


def _ended(session: PastSession, text: str, now: int) -> str:
    """Return the end that was typed as a time of day, in UTC: the first one after the begin."""
    try:
        clock = datetime.strptime(text.strip(), "%H:%M").time()
    except ValueError:
        raise Refused(_ENDED) from None
    local = datetime.combine(session.day, clock)
    if local < session.local.replace(second=0, microsecond=0):
        local += _DAY
    at = local - timedelta(minutes=session.utc_offset_min or 0)
    found = max(round(at.replace(tzinfo=UTC).timestamp() * 1000), session.at)
    if found > now:
        raise Refused("that is still to come")
    return iso(found)


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
