"""The gentle flash of the number: in the last three seconds, and when the state changes.

Flashes are rare by rule, whoever holds which key down: more than three a second can harm people
with photosensitive epilepsy (WCAG 2.3.1), and one a second is all that anybody needs.
"""

from msgspec import Struct, structs

from runlift_tui.core.face.shapes import ScreenState, SessionFace
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Holding, LeadIn, Rest, Session

SHOWN_MS = 300
"""How long one flash lasts."""
GAP_MS = 900
"""From the beginning of one flash to that of the next at least: a second, and a late tick."""
_COUNTED_MS = 3_000


class Pulse(Struct, frozen=True):
    """What was seen last, and when the number flashed."""

    state: ScreenState | None = None
    """The state that was shown last; the first one is no change."""
    began: int | None = None
    """When the newest flash began, milliseconds on the session's line of time."""

    def seen(self, state: ScreenState, session: Session, at: int) -> "Pulse":
        """Return the pulse when a state is about to be shown, at a moment on the session's line."""
        fresh = self.state not in (None, state) or _is_counted(session, at)
        rested = self.began is None or at - self.began >= GAP_MS
        return Pulse(state, at if fresh and rested else self.began)

    def left(self, at: int) -> int:
        """Return for how many milliseconds the flash still lasts; 0 where there is none."""
        if self.began is None or at < self.began:
            return 0
        return max(0, self.began + SHOWN_MS - at)

    def over(self, face: SessionFace, at: int) -> SessionFace:
        """Return the face as it looks at a moment."""
        return structs.replace(face, pulse=True) if self.left(at) else face


def _is_counted(session: Session, at: int) -> bool:
    """Whether one of the last three seconds of a rest, a lead-in or a hold has just begun."""
    phase = session.phase
    if session.paused is not None:
        return False
    if isinstance(phase, Rest):
        left = 0 if phase.over else deadline(session, phase) - at
    else:
        left = phase.due - at if isinstance(phase, LeadIn | Holding) else 0
    return 0 < left <= _COUNTED_MS and -left % 1000 < SHOWN_MS
