"""A long list of which only the rows in sight are ever drawn."""

import re
from collections.abc import Sequence
from itertools import chain
from math import ceil
from typing import NamedTuple

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.lists.tables import shortened
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, placed, width_of

_GAP = 2
_MOST_TEXT = 0.5
"""Of the width, what texts take at most before notes that begin in one column."""
_BEFORE, _BAR_GAP, _LEAST_BAR = 4, 3, 5
"""Columns in front of the text, between it and its bar, and of the longest bar at least."""
_BLANKS = re.compile(r"(?<=\S) {3,}(?=\S)")
"""A gap between two columns that can become narrower."""
_WHEEL = 3
"""Rows that one notch of the wheel goes."""


class Row(NamedTuple):
    """One row of a list."""

    text: str
    note: str = ""
    """At the right, quieter; the first to give way."""
    mark: str = " "
    """One cell in front of the text."""
    is_heading: bool = False
    """Whether it heads the rows under it, and is none of them."""
    bar: str = ""
    """After the text, in the list's own colour."""
    more: str = ""
    """In front of the note, where there is room for all of it."""
    key: str = ""
    """What it is by, where a list may change under a click."""
    holds: bool = False
    """Whether its note stands whole, and the text gives way to it."""


def choosable(rows: Sequence[Row], place: int, by: int = 1) -> int:
    """Return the row that is chosen for a place: a heading is gone over, it is none of the rows.

    Args:
        rows: Of the list.
        place: Where one would go; beyond an end it is that end.
        by: Below zero on a way up: the row before a heading comes first then, else the one after.
    """
    if not rows:
        return 0
    place = max(0, min(place, len(rows) - 1))
    down, up = range(place, len(rows)), range(place, -1, -1)
    there = chain(down, up) if by >= 0 else chain(up, down)
    return next((each for each in there if not rows[each].is_heading), place)


class RowClicked(Message):
    """A row was clicked."""

    def __init__(self, index: int, key: str = "") -> None:
        super().__init__()
        self.index = index
        """Its place in the list, from 0."""
        self.key = key
        """Its key, where it has one."""


class RowsScrolled(Message):
    """The wheel was turned over the list."""

    def __init__(self, by: int) -> None:
        super().__init__()
        self.by = by
        """Rows, downwards."""


class Listing(Part):
    """Rows one under the other, one of them chosen and always in sight."""

    DEFAULT_CSS = "Listing { height: 1fr; width: 1fr; }"

    rows: var[Sequence[Row]] = var(())
    chosen: var[int] = var(0)
    """The place of the chosen row, from 0."""
    is_now: var[bool] = var(True)
    """Whether the keys go through it; beside another list, one of both has them."""
    empty: var[str] = var("")
    """What stands there where no row does; it may be of several lines."""

    def __init__(
        self, *, aligned: bool = False, id: str | None = None, classes: str | None = None
    ) -> None:
        """Be empty.

        Args:
            aligned: Whether the notes begin in one column, and are read as a list of their own.
            id: The widget's own.
            classes: Of its styles.
        """
        super().__init__(id=id, classes=classes)
        self._aligned = aligned
        self._longest = self._bar = 0
        self._scale = 1.0
        self._first = 0

    @property
    def text_width(self) -> int:
        """Cells that a row's text may have; 0 before it is laid out."""
        return max(0, self.size.width - 2 - _BEFORE)

    def watch_rows(self) -> None:
        """Show the new rows.

        Those that are worked out as they come into sight have no bars: a lifetime of rows would be
        worked out to be measured.
        """
        known = self.rows if isinstance(self.rows, list | tuple) else ()
        self._bar = max((len(row.bar) for row in known), default=0)
        measured = self.rows if self._aligned or self._bar else ()
        self._longest = max((cell_len(safe_text(row.text)) for row in measured), default=0)
        self.redraw()

    def watch_chosen(self) -> None:
        """Bring the chosen row into sight."""
        self.redraw()

    def watch_is_now(self) -> None:
        """Mark the chosen row as that of the list that has the keys, or quieter."""
        self.set_class(self.is_now, "-now")
        self.redraw()

    def watch_empty(self) -> None:
        """Show the new words."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows in sight, and at the right where in the list they are."""
        if not self.rows:
            told = self.empty.split("\n")
            return [cut((Piece(f"  {safe_text(line)}", "quiet"),), width) for line in told]
        self._first = self._scrolled(height)
        seen = self.rows[self._first : self._first + height]
        self._scale = self._scale_for(max(0, width - 2))
        bar = _bar(len(self.rows), self._first, height)
        inner = max(0, width - 2)
        return [
            (*self._row(number, row, inner), Piece(" "), Piece(bar[place], "quiet"))
            for place, (number, row) in enumerate(enumerate(seen, self._first))
        ]

    def _scale_for(self, width: int) -> float:
        """Return how much of its length every bar has, so that the longest fits; 0 for none."""
        room = width - _BEFORE - self._longest - _BAR_GAP
        if room >= self._bar or not self._bar:
            return 1.0
        return room / self._bar if room >= _LEAST_BAR else 0.0

    def _scrolled(self, height: int) -> int:
        """Return the first row in sight: moved as little as the chosen one needs."""
        chosen = min(max(self.chosen, 0), len(self.rows) - 1)
        # Its heading is seen with it, on the way up too.
        top = chosen - 1 if chosen and height > 1 and self.rows[chosen - 1].is_heading else chosen
        first = min(max(self._first, chosen - height + 1), top)
        return max(0, min(first, len(self.rows) - height))

    def _row(self, number: int, row: Row, width: int) -> Pieces:
        now = number == self.chosen
        chosen = "▸" if self.is_now else "·"
        before = Piece(f"{chosen if now else ' '} {row.mark} ", "mark")
        bar = row.bar[: ceil(len(row.bar) * self._scale)]
        said, aside = safe_text(row.text), safe_text(row.note)
        if row.more:
            whole = f"{safe_text(row.more)}{' ' * _GAP}{aside}"
            room = width - _BEFORE - cell_len(said) - _GAP
            # Its blanks keep a column; they are the first to give way.
            fits = (each for each in (whole, aside) if cell_len(each) <= room)
            aside = next(fits, aside.rstrip())
        if not bar:
            said = _closed_up_for(said, aside, width - _BEFORE)
        if row.holds:
            said = shortened(said, max(1, width - _BEFORE - _GAP - cell_len(aside)), cell_len)
        text = Piece(said, "quiet" if row.is_heading else "strong" if now else "")
        left: Pieces = (before, text, Piece(" " * _BAR_GAP if bar else ""), Piece(bar, "figure"))
        if self._aligned:
            edge = width_of((before,)) + min(self._longest, round(width * _MOST_TEXT))
            # A note that would be cut begins further left, where its own row is empty.
            edge = min(edge, width - _GAP - cell_len(aside))
            left = (*left, Piece(" " * max(0, edge - width_of(left))))
        note = cut((Piece(aside, "quiet"),), width - width_of(left) - _GAP)
        if self._aligned:
            note = (*note, Piece(" " * (width - width_of(left) - _GAP - width_of(note))))
        return placed(left, (), note, width)

    def on_click(self, event: Click) -> None:
        """Say which row was clicked."""
        index = self._first + event.y
        if index < len(self.rows):
            self.post_message(RowClicked(index, self.rows[index].key))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go down the list."""
        event.stop()
        self.post_message(RowsScrolled(_WHEEL))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go up the list."""
        event.stop()
        self.post_message(RowsScrolled(-_WHEEL))


def _closed_up_for(text: str, note: str, width: int) -> str:
    """Return a text with fewer blanks where that makes room for all of its note, or of itself."""
    with_note = width - cell_len(note) - _GAP if note else width
    found = closed_up(text, with_note)
    return found if cell_len(found) <= with_note else closed_up(text, width)


def closed_up(text: str, width: int) -> str:
    """Return a text that has no room with fewer blanks between its columns: words go before shape.

    The widest gap gives first, and two cells stay of each; one that fits is as it is.

    Args:
        text: Columns with blanks between them.
        width: The cells that there are.
    """
    over = cell_len(text) - width
    if over <= 0:
        return text
    text, over = text.rstrip(), over - (len(text) - len(text.rstrip()))
    while over > 0:
        widest = max(_BLANKS.finditer(text), key=lambda gap: len(gap[0]), default=None)
        if widest is None:
            break
        gone = min(over, len(widest[0]) - _GAP)
        text = f"{text[: widest.start()]}{text[widest.start() + gone :]}"
        over -= gone
    return text


def _bar(count: int, first: int, height: int) -> str:
    """Return a column that shows which part of a list is in sight; blank where all of it is."""
    if count <= height or height < 1:
        return " " * max(height, 0)
    thumb = max(1, height * height // count)
    top = (height - thumb) * first // (count - height)
    return " " * top + "▐" * thumb + " " * (height - top - thumb)
