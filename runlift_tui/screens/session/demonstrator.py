"""The figure of a session: it follows the exercise that is under way, or the one that is next."""

from runlift_tui.core.exercises.figure import FigureFrames
from runlift_tui.core.face.figure import demonstration, next_beat
from runlift_tui.core.session.state import Session
from runlift_tui.store.library import shipped
from runlift_tui.widgets.session.stage import Stage


class Demonstrator:
    """Keeps the figure on a stage to what a session is in the middle of."""

    def __init__(self, stage: Stage, *, motion: bool) -> None:
        self._stage = stage
        self._motion = motion
        self._drawn: tuple[str, str] = ("", "")
        self._frames: FigureFrames | None = None

    def show(self, session: Session, now: int, *, seen: bool) -> int:
        """Show the frame of this moment.

        Args:
            session: Walked on to `now`.
            now: Milliseconds on its line of time.
            seen: Whether nothing lies over the stage.

        Returns:
            The milliseconds to the next frame; 0 where none comes by itself.
        """
        found = demonstration(session, now)
        changed = self._drawn != (found.exercise, found.side)
        if not changed and not seen:
            return 0
        if changed:
            self._drawn = found.exercise, found.side
            frames = shipped.figure(found.exercise)
            self._frames = None if frames is None else frames.working(found.side)
        frames = self._frames
        if frames is None:
            self._stage.show(None, 0)
            return 0
        beat = found.beat if self._motion else None
        number = frames.still if beat is None else frames.number(beat)
        self._stage.show(frames, number, arrows=beat is None)
        if beat is None or not seen or not self._stage.has_room:
            return 0
        return next_beat(session, now, frames.beats(beat))
