"""Single lines of the session screen: the cue, the chips, what comes next, what was before."""

from msgspec import structs
from rich.cells import cell_len

from runlift_tui.core.exercises.call import capitals, ending, fitting
from runlift_tui.core.face.shapes import LineFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, joined, placed, width_of
from runlift_tui.widgets.base.wrapping import ended, wrapped
from runlift_tui.widgets.large.lettering import (
    can_letter,
    heading_lines,
    letter_lines,
    lettered_width,
)
from runlift_tui.widgets.session.words import SIDES

_GAP, _TIGHT = 3, 2
_LETTERS = 3
_APARTS = (6, 4, 3)
"""Columns between two texts in letters, the airier first."""


def shortened_to(text: str, width: int) -> list[str]:
    """Return a text in one line that ends with an ellipsis, cut between two words."""
    return ended([*wrapped(text, max(1, width - 1))[:1], ""], max(1, width), 1)


class TextLine(Part):
    """A text at the left and one at the right, which gives way; what is long may be wrapped."""

    left: Pieces = ()
    right: Pieces = ()
    more: Pieces = ()

    def show(self, left: Pieces, right: Pieces = (), more: Pieces = ()) -> None:
        """Show pieces whose texts are safe already.

        Args:
            left: The text.
            right: What gives way to it.
            more: What ends it where it has no room: which key shows all of it.
        """
        if (left, right, more) != (self.left, self.right, self.more):
            self.left, self.right, self.more = left, right, more
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the row, or more of them where the left text needs them."""
        rows: list[Pieces]
        if len(self.left) == 1 and width_of(self.left) > width and (height > 1 or self.more):
            text, tone = self.left[0]
            found = wrapped(text, width)
            rows = [(Piece(row, tone),) for row in found[:height]]
            if len(found) > height and self.more:
                last = " ".join(found[height - 1 :])
                (short,) = shortened_to(last, width - width_of(self.more) - _TIGHT)
                rows[-1] = joined(((Piece(short, tone),), self.more), _TIGHT)
        else:
            rows = [cut(self.left, width)]
        taken = width_of(rows[-1])
        if self.right and width_of(self.right) + (taken + _GAP if taken else 0) <= width:
            rows[-1] = placed(rows[-1], (), self.right, width)
        return rows


class Called(Part):
    """What comes next in letters, where it has a row of its own, or two of them."""

    call: str = ""
    ramp: str = ""

    def show(self, call: str, ramp: str) -> None:
        """Show a call, and that it is a ramp if there is room."""
        if (call, ramp) != (self.call, self.ramp):
            self.call, self.ramp = call, ramp
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows."""
        # Its place may still be that of the name before it.
        if height >= 2 * _LETTERS and " " in self.call:
            broken = in_two(self.call)
            return [row for text in broken for row in letter_lines(text, _LETTERS)]
        for gap in _APARTS if self.ramp else ():
            texts = (Piece(self.call), Piece(self.ramp, "figure"))
            if _wide(texts, gap) <= width:
                return _abreast(texts, gap)
        return heading_lines(self.call, width, _LETTERS)


def in_two(call: str) -> tuple[str, str]:
    """Return a call of several words in two rows, the wider one as narrow as can be."""
    words = call.split()
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(halves, key=lambda two: max(lettered_width(each, _LETTERS) for each in two))


def call_widths(call: str) -> tuple[int, int]:
    """Return the columns of a call in one row of letters and in two; 0 where it has none."""
    if not call or not can_letter(call):
        return 0, 0
    two = in_two(call) if " " in call else ()
    broken = max((lettered_width(each, _LETTERS) for each in two), default=0)
    return lettered_width(call, _LETTERS), broken


def needed_width(count: str, load: str, side: str) -> int:
    """Return the columns in letters of what belongs to a set, as tight as it may stand."""
    brief = side.partition(" ")[0]
    said = (count, load, brief if brief in SIDES else "")
    return _wide(tuple(Piece(each) for each in said if each and can_letter(each)), _APARTS[-1])


def _wide(texts: tuple[Piece, ...], gap: int) -> int:
    return sum(lettered_width(text, _LETTERS) for text, _ in texts) + gap * max(0, len(texts) - 1)


def _abreast(texts: tuple[Piece, ...], gap: int) -> list[Pieces]:
    drawn = [letter_lines(text, _LETTERS, tone) for text, tone in texts]
    return [joined(row, gap) for row in zip(*drawn, strict=True)]


class ComingNext(Part):
    """What comes next: its call in letters, its count, load and side, and what it asks for."""

    call: str = ""
    """Empty where it stands elsewhere."""
    load: str = ""
    units: tuple[str, ...] = ()
    side: str = ""
    ramp: str = ""
    count: str = ""
    label: str = ""
    title: str = ""
    made: str = ""
    """Which of what it asks for is what makes its load up."""
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
        made: str = "",
    ) -> None:
        """Show an exercise, its count and its load if there is room, the leg that starts.

        A title, its whole name, stands in front of what it asks for where the letters have less.
        """
        shown = (call, load, units, side, ramp, first, right, count, label, title, made)
        if shown != self._shown:
            self._shown = shown
            self.call, self.load, self.units, self.side, self.ramp, self.first, self.right = shown[
                :7
            ]
            self.count, self.label, self.title, self.made = count, label, title, made
            self.redraw()

    def called(self, width: int) -> str:
        """Return what is called out in letters: as much of it as has room."""
        return self._called(width)[0]

    def says_ramp(self, width: int) -> bool:
        """Whether it says in letters that a ramp comes."""
        return any(text == self.ramp for text, _ in self._called(width)[1][0])

    def _called(self, width: int) -> tuple[str, tuple[tuple[Piece, ...], int]]:
        """Return what stands in letters: the call, and what is beside it, so far apart."""
        if not self.call:
            return "", self._beside(width)
        call = fitting(self.call, width)
        beside = self._beside(width - width_of(heading_lines(call, width, _LETTERS)[0]) - _GAP)
        shorter = self._shorter(call, width)
        if shorter and not beside[0]:
            # The leg that starts says more than all of a long name, which stands whole in cells.
            return shorter, ((Piece(self.side.partition(" ")[0], "figure"),), 0)
        return call, beside

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return three rows of letters and one of cells."""
        call, (beside, gap) = self._called(width)
        letters = heading_lines(call, width, _LETTERS) if call else [()] * _LETTERS
        if beside and len(letters) == _LETTERS:
            rows = _abreast(beside, gap)
            letters = [
                placed(left, (), right, width) if call else right
                for left, right in zip(letters, rows, strict=True)
            ]
        side = "" if any(text == self.side for text, _ in beside) else self.side
        longer = self.title and capitals(self.title) != call
        name = (Piece(safe_text(self.title), "strong"),) if longer else ()
        return [*letters, *[()] * (_LETTERS - len(letters)), self._facts(width, side, name)]

    def _beside(self, free: int) -> tuple[tuple[Piece, ...], int]:
        """Return what has room in letters beside the call, or alone, and how far apart.

        It is the count, the load and the side behind it. A ramp stands behind the count: in front
        of it "RAMP 2" would be the second ramp. A side that has no room whole is said in a word, a
        load without its unit; the whole of it stays in cells.
        """
        ramp, load, count = Piece(self.ramp, "figure"), Piece(self.load), Piece(self.count)
        bare = Piece(self.load.rpartition(" ")[0])
        side, brief = (Piece(each, "figure") for each in (self.side, self.side.partition(" ")[0]))
        sided = brief.text in SIDES
        tries = (
            (count, ramp, load, side),
            (count, ramp, load, brief),
            (count, load, side),
            (count, load, brief),
            (count, bare, brief),
            *(() if sided else ((count, load), (count, bare))),
            (count, side),
            (count, brief),
            (load, side),
            (load, brief),
            (load,) if self.load else (count,),
            (brief,),
            (ramp,),
        )
        for texts in tries:
            shown = tuple(each for each in texts if each.text and can_letter(each.text))
            for gap in _APARTS if shown else ():
                if _wide(shown, gap) <= free:
                    return shown, gap
        return (), 0

    def _shorter(self, call: str, width: int) -> str:
        """Return the end of a long name behind its slot, so that a side has room beside it.

        Returns:
            Empty where no side starts, or fewer than two words of the name would be left.
        """
        side = self.side.partition(" ")[0]
        if side not in SIDES or not self.label or not can_letter(self.label):
            return ""
        label = "" if call.startswith(f"{self.label} ") else f"{self.label} "
        room = width - _GAP - lettered_width(side, _LETTERS) - lettered_width(label, _LETTERS)
        short = ending(call, room)
        is_whole = " " in short and lettered_width(short, _LETTERS) <= room
        return f"{label}{short}" if is_whole else ""

    def _facts(self, width: int, side_word: str, name: Pieces) -> Pieces:
        """Return what it asks for; the leg that starts stays, the rest goes from its end.

        Its whole name is there where it takes the place of nothing but what was last time.

        The load, which has to be fetched now, stays longer than what is left in reserve with it.
        """
        side = (Piece(safe_text(side_word), "mark"),) if side_word else ()
        units: list[Pieces] = [
            # What is fetched or put on now stands out, as what is asked for does.
            (Piece(safe_text(unit), "" if n and unit != self.made else "strong"),)
            for n, unit in enumerate(self.units)
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
            text, whole = safe_text(line.text), safe_text(line.whole)
            if whole and wide + cell_len(whole) <= width:
                text = whole
            if wide + cell_len(text) > width and ", " in text:
                text = text.rpartition(", ")[0]
            rows.append(
                cut((Piece(safe_text(line.label).ljust(wide), "quiet"), Piece(text)), width)
            )
        return rows
