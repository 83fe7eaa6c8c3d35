"""What stands beside the number and under it, in letters and in cells, and how it is done."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, structs

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, cut, joined, width_of
from runlift_tui.widgets.base.wrapping import wrapped
from runlift_tui.widgets.large.lettering import letter_lines, lettered_width, rows_for

_LETTERS = 3
_APART = 3
"""Columns between a ramp's word and its load."""
_LARGE_FROM = (180, 50)
"""Columns and rows of the window from which letters beside a number are the larger ones."""
_USUAL = 3
"""So many words in letters stand beside a number as a rule: what it counts, the load, the side."""
SIDES = ("LEFT", "RIGHT")
_BLOCKS = 15
"""Rows of three words in letters with air between them, and of a line of cells."""


class Letter(NamedTuple):
    """A text in large letters."""

    text: str
    tone: Tone = ""


class Words(Struct, frozen=True):
    """What is said beside a number, the weightiest first in each."""

    letters: tuple[Letter, ...] = ()
    """In letters where there is room, else in cells."""
    roomy: tuple[Letter, ...] = ()
    """The same with what is said besides, where all of it has room; empty for no more."""
    cells: tuple[str, ...] = ()
    """The first ones stand out."""
    after: tuple[str, ...] = ()
    """The first to give way."""
    large: bool = False
    """Whether the letters may be the larger ones."""


class Beside(Part):
    """The words beside the number."""

    words: Words = Words()
    in_letters: bool = True

    def show(self, words: Words, *, in_letters: bool) -> None:
        """Show words; without letters, everything is in cells."""
        if (words, in_letters) != (self.words, self.in_letters):
            self.words, self.in_letters = words, in_letters
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows, as many of them as there is room for."""
        if not self.in_letters:
            rows = _cells(self.words, width)
            for text, tone in self.words.letters:
                if rows_for(text, width, _LETTERS):
                    rows = [*letter_lines(text, _LETTERS, tone), *rows]
            air = int(len(rows) < height)
            shown = [*[()] * air, *rows]
            if len(shown) > height:
                # What has no room is said to be there.
                last = shown[height - 1]
                more = (*last, Piece("…")) if width_of(last) < width else cut(last, width - 1)
                shown = [*shown[: height - 1], more]
            return shown
        large = self.words.large or self.app.size >= _LARGE_FROM
        words = with_more(self.words, width, height)
        return lettered(words, width, height, 5 if large else _LETTERS)


def with_more(words: Words, width: int, height: int) -> Words:
    """Return words with what is said besides, where that takes the place of nothing."""
    told = sum(len(_rows(text, width)) for text in words.cells)
    fits = all(rows_for(each.text, width, _LETTERS) for each in words.roomy)
    if not words.roomy or not fits or _height(words.roomy, _LETTERS, 1) + 1 + told > height:
        return words
    return structs.replace(words, letters=words.roomy)


def lettered(words: Words, width: int, height: int, most: int) -> list[Pieces]:
    """Return words in letters, in cells below them what has none, in as loose rows as fit."""
    told = [row for text in words.cells for row in _rows(text, width)]
    room = height - len(told) - 1
    broken = (_broken(each, width, room, most) for each in words.letters if words.large)
    letters = tuple(word for of in broken for word in of) if words.large else words.letters
    said = letters if words.large else tuple(_fitting(each, width) for each in letters)
    shown = [each for each in said if rows_for(each.text, width, _LETTERS)]
    rows = min((rows_for(text, width, most) for text, _ in shown), default=0)
    if rows * len(shown) + 2 * len(shown) > height:
        rows = _LETTERS
    while rows * len(shown) > height:
        # The load and the side say more than what the target is for.
        del shown[0]
    small = [text for text, _ in letters if text not in dict(shown)]
    if words.large:
        # Where a side is, if only the side has room.
        drawn = " ".join(text for text, _ in shown)
        small += [
            more for text, _ in words.letters if (more := text.partition(" ")[2]) not in drawn
        ]
    cells = [*small, *told]
    airs = (int(rows > _LETTERS),) if words.large else (2, 1) if len(shown) <= _USUAL else (1,)
    air = next((n for n in airs if _height(shown, rows, n) + len(cells) <= height), 0)
    left = height - _height(shown, rows, air) - len(cells) - 1
    found: list[Pieces] = [()] * max(0, min(left, (height - _BLOCKS) // 2) * (not words.large))
    for number, (text, tone) in enumerate(shown):
        found += [*[()] * (air if number else 0), *letter_lines(text, rows, tone)]
    apart = int(bool(shown) and height - len(found) > len(cells))
    below: list[Pieces] = [(Piece(safe_text(text), "strong"),) for text in cells]
    if words.large and len(found) + 2 * len(below) <= height:
        # In a hold there is room, and each line is read by itself.
        below = [row for each in below for row in ((), each)]
    found += [*[()] * apart, *below]
    return [cut(row, width) for row in found[:height]]


def _fitting(letter: Letter, width: int) -> Letter:
    """Return a side alone, where there is no room for how it works; anything else as it is."""
    side = letter.text.partition(" ")[0]
    fits = side not in SIDES or rows_for(letter.text, width, _LETTERS)
    return letter if fits else letter._replace(text=side)


def _broken(letter: Letter, width: int, height: int, most: int) -> tuple[Letter, ...]:
    """Return words in a row, or in two, the first alone, where they are larger so.

    Returns:
        The first word alone where no other way fits.
    """
    words = tuple(letter._replace(text=text) for text in letter.text.split(" ", 1))
    for rows in (most, _LETTERS):
        if rows_for(letter.text, width, most) == rows:
            return (letter,)
        fits = all(rows_for(word.text, width, most) >= rows for word in words)
        if fits and _height(words, rows, int(rows > _LETTERS)) <= height:
            return words
    return words[:1]


def _height(shown: Sequence[object], rows: int, air: int) -> int:
    return rows * len(shown) + air * max(0, len(shown) - 1)


def _cells(words: Words, width: int) -> list[Pieces]:
    """Return all words in cells, wrapped."""
    first = [(Piece(row, "strong"),) for each in words.cells for row in _rows(each, width)]
    return [*first, *((Piece(row, "quiet"),) for each in words.after for row in _rows(each, width))]


def _rows(text: str, width: int) -> list[str]:
    return wrapped(safe_text(text), max(1, width))


class Under(Part):
    """Two lines of letters under the number: the load, and the leg that starts, or that alone."""

    load: str = ""
    side: str = ""
    ramp: str = ""

    def show(self, load: str, side: str, ramp: str = "") -> None:
        """Show a load and a side, or either, or none; in front of the load, that it is a ramp."""
        if (load, side, ramp) != (self.load, self.side, self.ramp):
            self.load, self.side, self.ramp = load, side, ramp
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows; what has no letters stands in cells."""
        load = self._first(width) if height > _LETTERS else []
        return [*load, *self._second(width)]

    def _second(self, width: int) -> list[Pieces]:
        """Return the side; where how it works has no room, that in cells behind it."""
        side, _, how = self.side.partition(" ")
        if side not in SIDES or rows_for(self.side, width, _LETTERS):
            return _line(self.side, "figure", width)
        *above, last = _line(side, "figure", width)
        return [*above, joined((last, (Piece(safe_text(how), "mark"),)), _APART)]

    def _first(self, width: int) -> list[Pieces]:
        """Return the load behind the ramp's word; without its unit where only that fits."""
        if not self.ramp:
            return _line(self.load, "", width)
        if not self.load:
            return _line(self.ramp, "figure", width)
        for load in (self.load, self.load.rpartition(" ")[0]):
            wide = lettered_width(self.ramp, _LETTERS) + _APART + lettered_width(load, _LETTERS)
            if load and wide <= width:
                front = letter_lines(self.ramp, _LETTERS, "figure")
                behind = letter_lines(load, _LETTERS)
                return [joined(row, _APART) for row in zip(front, behind, strict=True)]
        return _line(self.load, "", width)


def _line(text: str, tone: Tone, width: int) -> list[Pieces]:
    if rows_for(text, width, _LETTERS):
        return letter_lines(text, _LETTERS, tone)
    bold: Tone = "mark" if tone else "strong"
    return [(), (Piece(safe_text(text), bold),), ()]


class How(Part):
    """How an exercise is done, in words: where it is not drawn."""

    texts: tuple[str, ...] = ()

    def show(self, texts: tuple[str, ...]) -> None:
        """Show a set-up and cues."""
        if texts != self.texts:
            self.texts = texts
            self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows; a cue that does not fit whole goes, with those behind it."""
        if not self.texts:
            return []
        setup, *cues = self.texts
        found: list[Pieces] = [(Piece("HOW", "quiet"),)]
        found += [(Piece(row),) for row in _rows(setup, width)]
        found.append(())
        for cue in cues:
            rows = [
                (Piece(f"{'  ' if n else '· '}{row}"),)
                for n, row in enumerate(_rows(cue, width - 2))
            ]
            if len(found) + len(rows) > height:
                break
            found += rows
        return found
