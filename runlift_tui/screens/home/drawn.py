"""An exercise, drawn beside today: for whoever has nothing else there yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Horizontal

from runlift_tui.widgets.lines.cards import Card

if TYPE_CHECKING:
    from runlift_tui.screens.home.today import Today
    from runlift_tui.screens.parts.page import Page
    from runlift_tui.screens.parts.turning import Turning

_FROM = (80, 24)
"""Columns and rows from which on the text leaves room for it."""


def drawn_cards(figures: Sequence[tuple[str, str]]) -> tuple[Card, ...]:
    """Return exercises as cards, each in the frame that says most by itself.

    Args:
        figures: A title and the id of an exercise each; what is not drawn has no card.
    """
    from runlift_tui.store.library import shipped
    from runlift_tui.widgets.session.moving_figure import still

    found = ((title, shipped.figure(exercise)) for title, exercise in figures)
    return tuple(
        Card((title,), partial(still, frames), len(frames.small[0]))
        for title, frames in found
        if frames is not None
    )


class DrawnBeside:
    """The figure; nothing of it is there before it is wanted, as most starts have none."""

    def __init__(self, page: Page, today: Today) -> None:
        self._page = page
        self._today = today
        self._turning: Turning | None = None

    def show(self, exercise: str) -> None:
        """Show an exercise, given by its id; nothing for none, and in a window too small."""
        size = self._page.app.size
        wanted = exercise if size.width >= _FROM[0] and size.height >= _FROM[1] else ""
        if self._turning is None and wanted:
            from runlift_tui.screens.parts.turning import Turning
            from runlift_tui.widgets.session.moving_figure import MovingFigure

            figure = MovingFigure(classes="-absent")
            self._page.query_one("#today", Horizontal).mount(figure)
            motion = self._today.store.desk.preferences().motion
            moves = motion and self._page.app.animation_level != "none"
            self._turning = Turning(self._page, figure, motion=moves)
        if self._turning is not None:
            self._turning.show(wanted)
