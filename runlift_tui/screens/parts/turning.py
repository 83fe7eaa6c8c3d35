"""A figure on a page that has no session: it turns frame by frame, from its first one on."""

from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from runlift_tui.core.exercises.figure import BEAT_MS, FigureFrames
from runlift_tui.store.library import shipped
from runlift_tui.widgets.session.moving_figure import MovingFigure


class Turning:
    """Lets a figure move while its screen is on top."""

    def __init__(self, screen: Screen[Any], figure: MovingFigure, *, motion: bool) -> None:
        self._screen = screen
        self._figure = figure
        self._motion = motion
        self._exercise = ""
        self._frames: FigureFrames | None = None
        self._beat = 0
        self._timer: Timer | None = None

    def show(self, exercise: str) -> None:
        """Show an exercise, given by its id; where none is drawn, the figure takes no place."""
        if exercise == self._exercise:
            return
        self._exercise = exercise
        self._frames = frames = shipped.figure(exercise)
        self._figure.set_class(frames is None, "-absent")
        if frames is not None:
            self._figure.styles.height = len(frames.small[0])
            self._figure.show(frames, frames.still, arrows=not self._motion)
            # The frame that says most stands first, and for as long as it does in a round.
            self._beat = frames.shown.index(frames.still)
        self._wait()

    def turn(self) -> None:
        """Show the next frame."""
        frames = self._frames
        if frames is not None and self._screen.is_active:
            self._beat += frames.beats(self._beat)
            self._figure.show(frames, frames.number(self._beat), arrows=False)
        self._wait()

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._frames is not None and self._motion:
            wait = self._frames.beats(self._beat) * BEAT_MS / 1000
            self._timer = self._screen.set_timer(wait, self.turn)
