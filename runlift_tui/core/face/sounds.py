"""Which of the cues that time has passed is heard, and through what."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from runlift_tui.core.session.advance import Cue, CueKind
from runlift_tui.core.session.state import Session, is_finished

MISSED_MS = 1_000
"""A cue that is noticed later than this came while nobody could hear it, and is not made up for."""


class Sound(StrEnum):
    """A sound of its own; the value is the name of its file."""

    STAND_UP = "stand-up"
    COUNT = "count"
    """One of three, two, one."""
    REST_OVER = "rest-over"
    HOLD_BEGINS = "hold-begins"
    HALF_WAY = "half-way"
    SWITCH_SIDES = "switch-sides"
    HOLD_OVER = "hold-over"
    DONE = "done"
    """The session is done."""


BELLS = frozenset(Sound) - {Sound.COUNT, Sound.HALF_WAY}
"""What the terminal's bell rings for: it has one sound, so that more of them would say less."""


class Speaker(Protocol):
    """What a session is heard through, and what keeps the laptop awake for it.

    None of it waits for anything, and none of it fails.
    """

    def cue(self, sound: Sound) -> None:
        """Play a sound."""

    def say(self, text: str) -> None:
        """Speak a sentence, in the place of the one that is being spoken; an empty one is peace."""

    def awake(self, wanted: bool) -> None:
        """Keep the laptop awake, or let it sleep again."""

    def close(self) -> None:
        """Stop speaking and let the laptop sleep; a sound that plays is let end."""


_SOUNDS = {
    CueKind.STAND_UP: Sound.STAND_UP,
    CueKind.THREE: Sound.COUNT,
    CueKind.TWO: Sound.COUNT,
    CueKind.ONE: Sound.COUNT,
    CueKind.REST_OVER: Sound.REST_OVER,
    CueKind.HOLD_BEGINS: Sound.HOLD_BEGINS,
    CueKind.HALF_WAY: Sound.HALF_WAY,
    CueKind.HOLD_OVER: Sound.HOLD_OVER,
}


def heard(cues: Sequence[Cue], session: Session, now: int) -> Sound | None:
    """Return the one sound for what time has passed in one step, or None for silence.

    Args:
        cues: The boundaries on the way, in order.
        session: As it stands after them.
        now: Milliseconds on the session's line. The newest cue counts if it is not long ago; of
            all that was missed, only the end of a rest is still worth a sound.
    """
    if is_finished(session) or not cues:
        return None
    newest = cues[-1]
    if now - newest.due > MISSED_MS:
        ended = any(cue.kind is CueKind.REST_OVER for cue in cues)
        return Sound.REST_OVER if ended else None
    if newest.kind is CueKind.HOLD_OVER and session.held:
        return Sound.SWITCH_SIDES
    return _SOUNDS[newest.kind]
