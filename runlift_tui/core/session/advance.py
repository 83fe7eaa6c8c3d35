"""Time walks through a session: every boundary that it passed, at the moment when it was due."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, structs

from runlift_tui.core.session.phases import begin_holding, enter, rest_ended, side_ready
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Holding, HoldOver, LeadIn, Rest, Session
from runlift_tui.core.session.targets import pending

LATE_MS = 5_000
"""A hold whose end is reported later than this was not watched, and is not logged."""
STAND_UP_MS = 20_000
"""Before the end of a long rest, the cue to stand up."""
LONG_REST_MS = 60_000
"""From here on a rest has that cue."""
_LONG_HOLD_MS = 10_000
"""From here on a hold has a half worth telling, well before its last three seconds."""


class CueKind(StrEnum):
    """What happened, for eyes and ears."""

    STAND_UP = "stand up"
    THREE = "three"
    TWO = "two"
    ONE = "one"
    REST_OVER = "rest over"
    HOLD_BEGINS = "hold begins"
    HALF_WAY = "half-way"
    HOLD_OVER = "hold over"


class Cue(Struct, frozen=True):
    """A boundary that time has passed."""

    kind: CueKind
    due: int
    """When it was due, milliseconds on the session's line of time."""


_COUNTDOWN = ((3_000, CueKind.THREE), (2_000, CueKind.TWO), (1_000, CueKind.ONE))


def advance(session: Session, now: int) -> tuple[Session, list[Cue]]:
    """Walk time on to `now`, and return the session there with every boundary on the way.

    The size of the steps makes no difference: neither to where it arrives nor to the cues.
    Nothing is ever logged here; a hold that is over says so, and waits for `HoldEnded`. Nothing
    begins by itself while a stop sign stops the session.
    """
    cues: list[Cue] = []
    stopped = session.stop_sign and session.is_stopped
    while session.paused is None and not stopped:
        boundary = _next(session)
        if boundary is None or boundary.due > now:
            break
        session = structs.replace(session, at=max(boundary.due, session.at))
        if boundary.kind is not None:
            cues.append(Cue(boundary.kind, session.at))
        session = _passed(session, boundary)
    return structs.replace(session, at=max(now, session.at)), cues


def worth_logging(cue: Cue, now: int) -> bool:
    """Whether a hold's end was watched: reported no later than five seconds after it was due."""
    return cue.kind is CueKind.HOLD_OVER and now - cue.due <= LATE_MS


def next_boundary(session: Session) -> int | None:
    """Return when the next cue or change of phase is due, or None when nothing is."""
    if session.paused is not None:
        return None
    boundary = _next(session)
    return None if boundary is None else max(boundary.due, session.at)


class _Boundary(Struct, frozen=True):
    due: int
    kind: CueKind | None
    ends: bool = False
    """Whether the phase ends here."""


def _next(session: Session) -> _Boundary | None:
    for boundary in _boundaries(session):
        if boundary.due > session.at or boundary.ends:
            return boundary
    return None


def stands_up(session: Session, rest: Rest) -> bool:
    """Whether a rest as it runs, lengthened or shortened, is one that has the cue to stand up."""
    return deadline(session, rest) - rest.began - rest.stood >= LONG_REST_MS


def _boundaries(session: Session) -> Iterator[_Boundary]:
    """Yield the boundaries of the phase under way, in order, the one that ends it last."""
    phase = session.phase
    if isinstance(phase, Rest) and not phase.over:
        due, began = deadline(session, phase), phase.began + phase.stood
        if stands_up(session, phase):
            yield _Boundary(due - STAND_UP_MS, CueKind.STAND_UP)
        yield from _counted_down(due, began)
        yield _Boundary(due, CueKind.REST_OVER, ends=True)
    elif isinstance(phase, LeadIn):
        yield from _counted_down(phase.due, phase.began)
        yield _Boundary(phase.due, CueKind.HOLD_BEGINS, ends=True)
    elif isinstance(phase, Holding):
        if phase.due - phase.began >= _LONG_HOLD_MS:
            yield _Boundary((phase.began + phase.due) // 2, CueKind.HALF_WAY)
        yield from _counted_down(phase.due, phase.began)
        yield _Boundary(phase.due, CueKind.HOLD_OVER, ends=True)
    elif isinstance(phase, HoldOver):
        yield _Boundary(phase.due + LATE_MS + 1, None, ends=True)


def _counted_down(due: int, began: int) -> Iterator[_Boundary]:
    for before, kind in _COUNTDOWN:
        if due - before > began:
            yield _Boundary(due - before, kind)


def _passed(session: Session, boundary: _Boundary) -> Session:
    if not boundary.ends:
        return session
    phase, at = session.phase, session.at
    if isinstance(phase, Rest):
        step = pending(session)
        if step is not None and step.block.zero_is_go:
            return enter(rest_ended(session, phase, at), at)
        return structs.replace(session, phase=structs.replace(phase, over=True))
    if isinstance(phase, LeadIn):
        return begin_holding(session, at)
    if isinstance(phase, Holding):
        return structs.replace(session, phase=HoldOver(phase.due))
    return side_ready(session, at)
