"""The quiet lines of home, as many as the window has rows for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

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
        quiet, cards, room = page.query_one("#quiet", Static), page.query_one(Cards), _room(page)
        # What holds for today comes before the cards, which other pages have too.
        cards.display = bool(cards.cards) and _is_room_for_cards(cards, room, face)
        lines = _fitted(room, face, has_cards=cards.display)
        # Beside a scroll bar lines may break, and so keep it there.
        fits = room.over(lines) <= 0
        stage = page.query_one("#stage")
        stage.styles.overflow_y = "hidden" if fits else "auto"
        stage.set_class(not fits, "-scrolls")
        if lines != self._shown:
            self._shown = lines
            quiet.update(Labelled(lines))
        if layouts:
            page.call_after_refresh(self._fit, face, layouts - 1)


class _Room(NamedTuple):
    """The room that there is for the quiet lines, in cells, where no scroll bar takes any of it."""

    width: int
    rows: int
    """What the other lines leave, less than none where they leave none."""
    stands: bool = True
    """Whether it is known: before the first layout everything has room."""

    def less(self, rows: int) -> "_Room":
        """Return what is left once something else takes some rows of it."""
        return self._replace(rows=self.rows - rows)

    def over(self, lines: Lines) -> int:
        """Return how many rows of these lines there are more than room."""
        return Labelled(lines).get_height({}, self.width) - self.rows if self.stands else 0


def _room(page: Page) -> _Room:
    """Measure the room of home as it stands."""
    stage, column = page.query_one("#stage", VerticalScroll), page.query_one("#column", Vertical)
    size, height, gutter = column.size, stage.size.height, column.gutter
    if size.width <= 0 or height <= 0:
        return _Room(0, 0, stands=False)
    bar = stage.scrollbar_size_vertical if stage.show_vertical_scrollbar else 0
    others = [each for each in column.children if each.display and each.id != "quiet"]
    rows = sum(each.outer_size.height + each.styles.margin.height for each in others)
    return _Room(size.width + gutter.width + bar, height - gutter.height - rows)


def _is_room_for_cards(cards: Cards, room: _Room, face: HomeFace) -> bool:
    """Whether the lines of today fit over the cards, without those that can be done without."""
    left = room if cards.display else room.less(_height_of(cards))
    return left.over(_fitted(left, face, has_cards=True)) <= 0


def _fitted(room: _Room, face: HomeFace, *, has_cards: bool) -> Lines:
    """Return as many of the lines as there is room for, and each as long as there is.

    Args:
        room: What there is.
        face: What home shows.
        has_cards: Whether the cards stand below.
    """

    def without(lines: Lines, labels: Sequence[str]) -> Lines:
        # One after the other: a line that is broken leaves more than a row.
        for label in labels:
            if room.over(lines) <= 0:
                break
            lines = tuple(line for line in lines if line[0] != label)
        return lines

    lines = without(face.quiet, gives_way(face, has_cards=has_cards))
    lines = without(_in_short(room, face, lines), LAST_TO_GO)
    return _in_full(room, face, lines)


def _in_short(room: _Room, face: HomeFace, lines: Lines) -> Lines:
    """Return lines with as many of the shorter ones as leave the rows that are missing."""
    for label in face.shorter:
        over, shorter = room.over(lines), in_short(face, lines, label)
        if over > 0 and room.over(shorter) < over:
            lines = shorter
    return lines


def _in_full(room: _Room, face: HomeFace, lines: Lines) -> Lines:
    """Return lines with those whole again that there is room for, the last shortened first."""
    for label in reversed(tuple(face.shorter)):
        whole = dict(face.quiet).get(label)
        longer = tuple((each, whole if each == label and whole else said) for each, said in lines)
        if room.over(longer) <= max(0, room.over(lines)):
            lines = longer
    return lines


def _height_of(cards: Cards) -> int:
    """Return how many rows the cards take where they stand."""
    height, margin = cards.styles.height, cards.styles.margin
    return (0 if height is None else int(height.value)) + margin.top
