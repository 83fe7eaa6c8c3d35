"""Single lines of the session screen: the cue, the chips, what comes next, what was before."""

from msgspec import structs
from rich.cells import cell_len

from runlift_tui.core.exercises.call import capitals, fitting
from runlift_tui.core.face.shapes import LineFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, joined, placed, width_of
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.large.lettering import (
    can_letter,
    heading_lines,
    letter_lines,
    lettered_width,
)

_GAP, _TIGHT = 3, 2
_LETTERS = 3
_SIDES = ("LEFT", "RIGHT")
_APART = 6
"""Columns between two texts in letters."""


class TextLine(Part):
    """A text at the left and one at the right, which gives way; what is long may be wrapped."""

    left: Pieces = ()
    right: Pieces = ()

    def show(self, left: Pieces, right: Pieces = ()) -> None:
        """Show pieces whose texts are safe already."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the row, or more of them where the left text needs them."""
        if len(self.left) == 1 and width_of(self.left) > width and height > 1:
            text, tone = self.left[0]
            rows: list[Pieces] = [(Piece(row, tone),) for row in wrapped(text, width)[:height]]
        else:
            rows = [cut(self.left, width)]
        taken = width_of(rows[-1])
        if self.right and width_of(self.right) + (taken + _GAP if taken else 0) <= width:
            rows[-1] = placed(rows[-1], (), self.right, width)
        return rows


class ComingNext(Part):
    """What comes next: its call in letters, with its load and its side, and what it asks for."""

    call: str = ""
    load: str = ""
    units: tuple[str, ...] = ()
    side: str = ""
    ramp: str = ""
    count: str = ""
    label: str = ""
    title: str = ""
    first: Pieces = ()
    """What stands in front of what it asks for."""
    right: Pieces = ()
    _shown: tuple[object, ...] = ()

    def show(
        self,
        call: str,
        load: str,
        units: tuple[str, ...],
        side: str,
        ramp: str = "",
        first: Pieces = (),
        right: Pieces = (),
        *,
        count: str = "",
        label: str = "",
        title: str = "",
    ) -> None:
        """Show an exercise, its count and its load if there is room, the leg that starts.

        A title, its whole name, stands in front of what it asks for where the letters have less.
        """
        shown = (call, load, units, side, ramp, first, right, count, label, title)
        if shown != self._shown:
            self._shown = shown
            self.call, self.load, self.units, self.side, self.ramp, self.first, self.right = shown[
                :7
            ]
            self.count, self.label, self.title = count, label, title
            self.redraw()

    def called(self, width: int) -> str:
        """Return what is called out in letters: as much of it as has room."""
        return self._called(width)[0]

    def _called(self, width: int) -> tuple[str, tuple[Piece, ...]]:
        """Return what stands in letters: the call, and what is beside it."""
        call = fitting(self.call, width)
        beside = self._beside(width - width_of(heading_lines(call, width, _LETTERS)[0]) - _GAP)
        shorter = self._shorter(call, width)
        if shorter and not any(each.text for each in beside):
            # The leg that starts says more than all of a long name, which stands whole in cells.
            return shorter, (Piece(self.side.partition(" ")[0], "figure"),)
        return call, beside

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return three rows of letters and one of cells."""
        call, beside = self._called(width)
        letters = heading_lines(call, width, _LETTERS)
        if beside and len(letters) == _LETTERS:
            drawn = [letter_lines(text, _LETTERS, tone) for text, tone in beside]
            rows = (joined(row, _APART) for row in zip(*drawn, strict=True))
            letters = [
                placed(left, (), right, width) for left, right in zip(letters, rows, strict=True)
            ]
        side = "" if any(text == self.side for text, _ in beside) else self.side
        longer = self.title and capitals(self.title) != call
        name = (Piece(safe_text(self.title), "strong"),) if longer else ()
        return [*letters, *[()] * (_LETTERS - len(letters)), self._facts(width, side, name)]

    def _beside(self, free: int) -> tuple[Piece, ...]:
        """Return what has room in letters beside the call: a ramp, the load, the side behind it.

        A side that has no room whole is said in a word; the whole of it stays in cells.
        """
        ramp, load, count = Piece(self.ramp, "figure"), Piece(self.load), Piece(self.count)
        side, brief = (Piece(each, "figure") for each in (self.side, self.side.partition(" ")[0]))
        tries = (
            (ramp, count, load, side),
            (ramp, count, load, brief),
            (ramp, load, side),
            (ramp, load, brief),
            (ramp, load),
            (load, side),
            (load, brief),
            (count, side),
            (count, brief),
            (load,) if self.load else (count,),
            (brief,),
            (ramp,),
        )
        for texts in tries:
            shown = tuple(each for each in texts if each.text and can_letter(each.text))
            wide = sum(lettered_width(text, _LETTERS) for text, _ in shown)
            if shown and wide + _APART * (len(shown) - 1) <= free:
                return shown
        return ()

    def _shorter(self, call: str, width: int) -> str:
        """Return the end of a long name behind its slot, so that a side has room beside it.

        Returns:
            Empty where no side starts, or fewer than two words of the name would be left.
        """
        side = self.side.partition(" ")[0]
        if side not in _SIDES or not self.label or not can_letter(self.label):
            return ""
        label = "" if call.startswith(f"{self.label} ") else f"{self.label} "
        room = width - _GAP - lettered_width(side, _LETTERS) - lettered_width(label, _LETTERS)
        short = fitting(call, room)
        is_whole = " " in short and lettered_width(short, _LETTERS) <= room
        return f"{label}{short}" if is_whole else ""

    def _facts(self, width: int, side_word: str, name: Pieces) -> Pieces:
        """Return what it asks for; the leg that starts stays, the rest goes from its end.

        Its whole name is there where it takes the place of nothing but what was last time.

        The load, which has to be fetched now, stays longer than what is left in reserve with it.
        """
        side = (Piece(safe_text(side_word), "mark"),) if side_word else ()
        units: list[Pieces] = [
            (Piece(safe_text(unit), "" if n else "strong"),) for n, unit in enumerate(self.units)
        ]
        whole = joined((self.first, name, *units, side), _GAP)
        if name and width_of(whole) <= width:
            return whole
        for right in (self.right, ()):
            for count in range(len(units), 0, -1):
                if right and count < len(units):
                    break
                brief = _briefer(units[:count])
                for shown, gap in ((units[:count], _GAP), (brief, _GAP), (brief, _TIGHT)):
                    left = joined((self.first, *shown, side), gap)
                    if width_of(left) + (_GAP + width_of(right) if right else 0) <= width:
                        return placed(left, (), right, width)
                    if right:
                        break
        return cut(joined((side, *units), _GAP), width)


def _briefer(units: list[Pieces]) -> list[Pieces]:
    """Return what it asks for with the last of it up to its comma: "40 kg, could do 2 more"."""
    ((text, tone),) = units[-1]
    return [*units[:-1], (Piece(text.partition(", ")[0], tone),)]


def before_width(lines: tuple[LineFace, ...]) -> int:
    """Return the columns that all of what was before takes, labels aligned."""
    labels = max((len(line.label) for line in lines), default=0) + 2
    return max((labels + cell_len(safe_text(line.text)) for line in lines), default=0)


class Before(Part):
    """What was done before, a row each, under its label."""

    before: tuple[LineFace, ...] = ()

    def show(self, before: tuple[LineFace, ...]) -> None:
        """Show lines."""
        if before != self.before:
            self.before = before
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows; where one has no room, the rounds go first, then its last part."""
        before = self.before[:height]
        if before_width(before) > width:
            before = tuple(
                structs.replace(line, label=line.label.partition(",")[0]) for line in before
            )
        wide = max((len(line.label) for line in before), default=0) + 2
        rows = []
        for line in before:
            text = safe_text(line.text)
            if wide + cell_len(text) > width and ", " in text:
                text = text.rpartition(", ")[0]
            rows.append(
                cut((Piece(safe_text(line.label).ljust(wide), "quiet"), Piece(text)), width)
            )
        return rows
