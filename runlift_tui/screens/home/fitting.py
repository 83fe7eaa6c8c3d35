"""The quiet lines of home, as many as the window has rows for."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from runlift_tui.core.home.home import LAST_TO_GO, HomeFace, gives_way, in_short, on_cards
from runlift_tui.screens.parts.page import Page
from runlift_tui.widgets.lines.cards import Cards
from runlift_tui.widgets.lines.labelled import Labelled
from runlift_tui.widgets.lines.ways import Ways

Lines = tuple[tuple[str, str], ...]
_LINES = ("quiet", "below")
"""Where the lines stand: those that there is room for, and the others under them."""
_ABOVE = "↑  more"
_LEAST_COLUMNS = 12
_LAYOUTS = 3
"""So often the room is asked for again: cards and ways come to theirs one after the other."""


class RoomForToday(VerticalScroll):
    """Where today stands; it says when there is more room for it, or less."""

    def __init__(self, changed: Callable[[], object], moved: Callable[[], object]) -> None:
        """Say nothing yet.

        Args:
            changed: Called once the room is another one.
            moved: Called once another part of what stands there is in sight.
        """
        super().__init__(id="stage", can_focus=False)
        self._changed = changed
        self._moved = moved

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that another part is in sight."""
        super().watch_scroll_y(old_value, new_value)
        self._moved()

    def on_resize(self) -> None:
        """Say that there is other room: what stands under it comes to its own later."""
        self._changed()


class Fitting:
    """Puts lines below all others that another page says too, where there is no room for all.

    A mark says how many, and which: `↓  2 more: level, last time`.

    Its action is the screen's: see `Living.take_actions`.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._shown: tuple[Lines, Lines] | None = None
        self._newest: HomeFace | None = None
        self._below: tuple[str, ...] = ()
        """The labels of the lines that are below those in sight."""

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

    def mark(self) -> None:
        """Say what there is below, or that there is more above."""
        page = self._page
        mark, stage = page.query_one("#more", Static), page.query_one("#stage", VerticalScroll)
        more = f"↓  {len(self._below)} more: {', '.join(self._below)}"
        shown = "" if not self._below else more if stage.scroll_y < stage.max_scroll_y else _ABOVE
        if bool(shown) != mark.display or str(mark.content) != shown:
            mark.update(shown)
            mark.display = bool(shown)
        cards, ways = page.query_one(Cards), page.query_one(Ways)
        # The mark stands in the row that is left empty over them.
        cards.set_class(mark.display and cards.display, "-marked")
        ways.set_class(mark.display and not cards.display, "-marked")

    def _fit(self, face: HomeFace, layouts: int) -> None:
        """Fit the lines in, and ask for the room again behind the next layouts."""
        page = self._page
        if not page.is_attached or face is not self._newest:
            return
        if page.size.width < _LEAST_COLUMNS:
            return  # what breaks behind every letter would be fitted without an end
        quiet, cards, room = page.query_one("#quiet", Static), page.query_one(Cards), _room(page)
        # What holds for today comes before the cards, which other pages have too.
        cards.display = bool(cards.cards) and _is_room_for_cards(cards, room, face)
        lines = _fitted(room, face, has_cards=cards.display)
        below = _left_out(face, lines, has_cards=cards.display)
        # Beside a scroll bar lines may break, and so keep it there; a mark is enough without one.
        fits = room.over(lines) <= 0
        stage = page.query_one("#stage")
        stage.styles.overflow_y = "hidden" if fits and not below else "auto"
        stage.set_class(not fits, "-scrolls")
        if (lines, below) != self._shown:
            self._shown = lines, below
            quiet.update(Labelled(lines))
            under = page.query_one("#below", Static)
            under.update(Labelled(below))
            under.display = bool(below)
        self._below = tuple(label for label, _ in below) if fits else ()
        self.mark()
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
    others = [each for each in column.children if each.display and each.id not in _LINES]
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


def _left_out(face: HomeFace, lines: Lines, *, has_cards: bool) -> Lines:
    """Return the lines that had no room; what the cards say is left out nowhere."""
    stand = {label for label, _ in lines} | set(on_cards(face) if has_cards else ())
    return tuple(line for line in face.quiet if line[0] not in stand)


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
