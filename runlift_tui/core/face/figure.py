"""Which exercise a session's figure shows at one moment, which leg works, whether it moves."""

from typing import NamedTuple

from runlift_tui.core.exercises.figure import BEAT_MS
from runlift_tui.core.face.screen import anchor
from runlift_tui.core.session.phases import side_under_way
from runlift_tui.core.session.state import Holding, HoldOver, Session
from runlift_tui.core.session.targets import pending


class Demonstration(NamedTuple):
    """What a figure shows."""

    exercise: str = ""
    """Id; empty where there is nothing to show."""
    side: str = ""
    """The leg that works, `left` or `right`; empty where both do."""
    beat: int | None = None
    """Which beat it is, counted from anywhere; None while nothing moves."""


def demonstration(session: Session, at: int) -> Demonstration:
    """Return what the figure shows: the exercise under way, in a rest the next one.

    It stands still through a pause and while a position is held.
    """
    step = pending(session)
    if step is None:
        return Demonstration()
    holds = isinstance(session.phase, Holding | HoldOver)
    beat = (at - (anchor(session) or 0)) // BEAT_MS
    side = side_under_way(session, step)
    still = holds or session.paused is not None
    return Demonstration(step.exercise.id, side or "", None if still else beat)


def next_beat(session: Session, at: int, beats: int = 1) -> int:
    """Return the milliseconds from `at` to so many beats on."""
    return beats * BEAT_MS - (at - (anchor(session) or 0)) % BEAT_MS
