"""The quiet lines of home, as many as the window has rows for."""

from collections.abc import Callable, Sequence

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from runlift_tui.core.home.home import LAST_TO_GO, HomeFace, gives_way, in_short
from runlift_tui.screens.parts.page import Page
from runlift_tui.widgets.lines.cards import Cards
from runlift_tui.widgets.lines.labelled import Labelled

Lines = tuple[tuple[str, str], ...]
_LAYOUTS = 3
"""So often the room is asked for again: cards and ways come to theirs one after the other."""


class RoomForToday(VerticalScroll):
    """Where today stands; it says when there is more room for it, or less."""

    def __init__(self, changed: Callable[[], object]) -> None:
        """Say nothing yet.

        Args:
            changed: Called once the room is another one.
        """
        super().__init__(id="stage", can_focus=False)
        self._changed = changed

    def on_resize(self) -> None:
        """Say that there is other room: what stands under it comes to its own later."""
        self._changed()


class Fitting:
    """Leaves lines out that another page says too, where all of them would have to be scrolled.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._newest: HomeFace | None = None

    def action_move(self, by: int) -> None:
        """Read on, or back, where there is more than the window holds."""
        self._page.query_one("#stage", VerticalScroll).scroll_relative(y=by, animate=False)

    def show(self, face: HomeFace) -> None:
        """Show the lines of home that there is room for."""
        self._newest = face
        self._fit(face, _LAYOUTS)

    def anew(self) -> None:
        """Fit the lines into the room that there is now."""
        if self._newest is not None:
            self._fit(self._newest, _LAYOUTS)

    def _fit(self, face: HomeFace, layouts: int) -> None:
        """Fit the lines in, and ask for the room again behind the next layouts."""
        page = self._page
        if not page.is_attached or face is not self._newest:
            return
        quiet = page.query_one("#quiet", Static)
        wanted = gives_way(face, has_cards=page.query_one(Cards).display)
        lines = _without(page, face.quiet, wanted)
        if _rows_over(page, Labelled(lines)) > 0:
            lines = _without(page, _in_short(page, face, lines), LAST_TO_GO)
        # Beside a scroll bar lines may break, and so keep it there.
        fits = _rows_over(page, Labelled(lines)) <= 0
        stage = page.query_one("#stage")
        stage.styles.overflow_y = "hidden" if fits else "auto"
        stage.set_class(not fits, "-scrolls")
        if lines != self._shown:
            self._shown = lines
            quiet.update(Labelled(lines))
        if layouts:
            page.call_after_refresh(self._fit, face, layouts - 1)


def _without(page: Page, lines: Lines, labels: Sequence[str]) -> Lines:
    """Return lines without as many of these as there is no room for, the first first.

    One after the other: a line that is broken leaves more than a row.
    """
    for label in labels:
        if _rows_over(page, Labelled(lines)) <= 0:
            break
        lines = tuple(line for line in lines if line[0] != label)
    return lines


def _in_short(page: Page, face: HomeFace, lines: Lines) -> Lines:
    """Return lines with the shorter ones where these leave a row, the first first."""
    for label in face.shorter:
        shorter = in_short(face, lines, label)
        if _rows_over(page, Labelled(shorter)) < _rows_over(page, Labelled(lines)):
            lines = shorter
    return lines


def _rows_over(page: Page, lines: Labelled) -> int:
    """Return how many rows more there are than room where no scroll bar takes any of it."""
    stage, column = page.query_one("#stage", VerticalScroll), page.query_one("#column", Vertical)
    bar = stage.scrollbar_size_vertical if stage.show_vertical_scrollbar else 0
    width, room = column.size.width + column.gutter.width + bar, stage.size.height
    if column.size.width <= 0 or room <= 0:
        return 0
    others = [each for each in column.children if each.display and each.id != "quiet"]
    rows = sum(each.outer_size.height + each.styles.margin.height for each in others)
    return rows + lines.get_height({}, width) + column.gutter.height - room
