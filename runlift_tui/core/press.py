"""What one key means, phase by phase."""

from runlift_tui.core.commands import (
    CancelLeadIn,
    Command,
    Continue,
    EndHold,
    Go,
    HoldNow,
    LogSet,
    Pause,
    StartHold,
    Undo,
)
from runlift_tui.core.prefill import prefill
from runlift_tui.core.session import Holding, HoldReady, LeadIn, Rest, Session, Work
from runlift_tui.core.targets import pending


def space(session: Session) -> Command | None:
    """Return what the big key does now, or None where it does nothing."""
    if session.paused is not None:
        return Continue()
    phase = session.phase
    if isinstance(phase, Work):
        step = pending(session)
        return LogSet(prefill(session, step)) if step is not None else None
    if isinstance(phase, Rest):
        return Go()
    if isinstance(phase, HoldReady):
        return StartHold()
    if isinstance(phase, LeadIn):
        return HoldNow()
    if isinstance(phase, Holding):
        return EndHold()
    return None


def undo(session: Session) -> Command:
    """Return what the undo key does now: it stops a hold that runs, else it undoes."""
    running = isinstance(session.phase, LeadIn | Holding) and session.paused is None
    return CancelLeadIn() if running else Undo()


def pause(session: Session) -> Command:
    """Return what the pause key does now."""
    return Pause() if session.paused is None else Continue()
