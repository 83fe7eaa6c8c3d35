"""The stage: the big figure, and beside it, where there is room, the exercise that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import var
from textual.widget import Widget

if TYPE_CHECKING:
    from runlift_tui.core.exercises.figure import FigureFrames
    from runlift_tui.widgets.session.moving_figure import MovingFigure


class Room(Struct, frozen=True):
    """From which size of the stage on so much of its width is the figure's."""

    stage: tuple[int, int]
    width: int


ROOMS = (Room((136, 24), 48), Room((106, 16), 32))
"""The larger first."""


def room_for(width: int, height: int) -> int:
    """Return the columns of a figure on a stage of so many cells; 0 where there is no room."""
    for room in ROOMS:
        if width >= room.stage[0] and height >= room.stage[1]:
            return room.width
    return 0


class Stage(Widget):
    """Takes one widget, and a figure when there is one to show.

    The figure's own widget is not made before there is a figure: the first paint has none.
    """

    BLANK = True
    DEFAULT_CSS = "Stage { width: 1fr; height: 1fr; }"

    _figure: MovingFigure | None = None

    keeps_room: var[bool] = var(False, init=False)
    """Whether a figure is there, or about to be."""

    @property
    def layout(self) -> Layout:
        """The figure at the right."""
        return _Beside()

    def watch_keeps_room(self) -> None:
        """Give the room to the figure, or back."""
        # A widget's layout is kept until one of its children asks for a new one.
        if self.children:
            self.children[0].refresh(layout=True)

    @property
    def has_room(self) -> bool:
        """Whether a figure is seen, or would be."""
        return self.keeps_room and room_for(*self.size) > 0

    def show(self, frames: FigureFrames | None, number: int, *, arrows: bool = True) -> None:
        """Show a frame of a figure, with or without its arrows, or none."""
        self.keeps_room = frames is not None
        if self._figure is None:
            if frames is None:
                return
            from runlift_tui.widgets.session.moving_figure import MovingFigure

            self._figure = MovingFigure()
            self.mount(self._figure)
        self._figure.show(frames, number, arrows=arrows)


class _Beside(Layout):
    name = "beside"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Place what stands on a `Stage`; a figure without room has no cell."""
        assert isinstance(parent, Stage)
        wide = room_for(*size) if parent.keeps_room else 0
        rest = Region(0, 0, size.width - wide, size.height)
        aside = Region(size.width - wide, 0, wide, size.height)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child)
            for child, region in zip(children, (rest, aside), strict=False)
            if region.width
        ]
