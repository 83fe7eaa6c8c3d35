"""The stage: the place of the exercise that a session is about, drawn, where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import var
from textual.widget import Widget

from runlift_tui.widgets.session.frame import SMALL_FIGURE

if TYPE_CHECKING:
    from runlift_tui.core.exercises.figure import FigureFrames
    from runlift_tui.widgets.session.moving_figure import MovingFigure


class Stage(Widget):
    """Takes a figure when there is one to show.

    The figure's own widget is not made before there is a figure: the first paint has none.
    """

    BLANK = True
    DEFAULT_CSS = "Stage > MovingFigure { width: 1fr; height: 1fr; }"

    _figure: MovingFigure | None = None

    rows: var[int] = var(0, init=False)
    """How many of them the small figure takes that is there, or about to be; 0 for none."""

    @property
    def has_room(self) -> bool:
        """Whether a figure is seen, or would be."""
        return bool(self.rows and self.size.width >= SMALL_FIGURE[0])

    def keep_room(self, *, kept: bool) -> None:
        """Keep room for a figure that is about to be, or for none."""
        self.rows = SMALL_FIGURE[1] if kept else 0

    def show(self, frames: FigureFrames | None, number: int, *, arrows: bool = True) -> None:
        """Show a frame of a figure, with or without its arrows, or none."""
        self.rows = len(frames.small[0]) if frames is not None else 0
        if self._figure is None:
            if frames is None:
                return
            from runlift_tui.widgets.session.moving_figure import MovingFigure

            self._figure = MovingFigure()
            self.mount(self._figure)
        self._figure.show(frames, number, arrows=arrows)
