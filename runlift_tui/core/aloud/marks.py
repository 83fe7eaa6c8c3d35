"""The moments of a rest or a hold that are told, so that nobody has to look at a clock."""

from collections.abc import Iterator, Sequence

from runlift_tui.core.face.voice import duration
from runlift_tui.core.session.advance import Cue, CueKind
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Holding, LeadIn, Rest, Session
from runlift_tui.core.words.text import capital

_REST_S = (*range(600, 0, -60), 30, 10)
_HOLD_S = (120, 60, 30, 10, 5)
_LEAD_IN_S = (3,)
_APART_S = 4
"""What was said when it began is not said again so soon."""
_OVER_S = 60
_MOST_OVER = 10
"""Minutes over a rest that are told."""


def told_between(session: Session, since: int, now: int) -> str:
    """Return what is told of the time between two moments of one phase; mostly nothing.

    Args:
        session: At the later one, its phase the same at both.
        since: Milliseconds on the session's line.
        now: The same.
    """
    found = [text for at, text in _marks(session) if since < at <= now]
    return found[-1] if found else ""


def passed_words(cues: Sequence[Cue], session: Session) -> str:
    """Return the word at which something begins or ends by itself; mostly none.

    Args:
        cues: The boundaries that time has passed, in order.
        session: As it stands after them.
    """
    newest = cues[-1].kind if cues else None
    if newest is CueKind.REST_OVER and not isinstance(session.phase, Rest):
        return "Go."
    return "Time." if newest is CueKind.HOLD_OVER else ""


def next_mark(session: Session) -> int | None:
    """Return when there is something to tell next, milliseconds; None where nothing comes."""
    return min((at for at, _ in _marks(session) if at > session.at), default=None)


def _marks(session: Session) -> Iterator[tuple[int, str]]:
    """Yield the moments, in order, each with what is told then."""
    phase = session.phase
    if session.paused is not None:
        return
    if isinstance(phase, Rest):
        due = deadline(session, phase)
        yield from _left(phase.began + phase.stood, due, _REST_S)
        for minute in range(1, _MOST_OVER + 1):
            at = due + minute * _OVER_S * 1000
            yield at, f"{capital(duration(minute * _OVER_S))} over the rest."
    elif isinstance(phase, Holding):
        yield from _left(phase.began, phase.due, _HOLD_S)
    elif isinstance(phase, LeadIn):
        yield from _left(phase.began, phase.due, _LEAD_IN_S)


def _left(began: int, due: int, seconds: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    for left in seconds:
        at = due - left * 1000
        if at - began >= _APART_S * 1000:
            yield at, f"{capital(duration(left))} left."
