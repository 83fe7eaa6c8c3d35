"""How a figure lies in its space: the size of its digits, its word, its units. No widgets here."""

from functools import lru_cache

from msgspec import Struct

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.pieces import Piece, Pieces, joined, placed, shortened, width_of
from runlift_tui.widgets.large.glyphs import can_draw, gap_for, glyph, text_width

MOST_ROWS = 30
"""Higher than this a figure is no easier to read."""
LEAST_ROWS = 3
_SHARE = 0.8
"""How much of the width a figure takes at most, so that it has air on both sides."""
_WORD_SHARE = 0.9
"""The same for a word and a figure in one row, which are nearly always as wide as that."""
_AIRY = (7, 10, 20)
"""From each of these heights on, one more row stays empty above or below the figure."""
_LONGEST_WORD = "RIGHT"
"""Sides are drawn in one size, whichever comes first."""
_WORD_GAPS = 3
"""So many of the gaps between two glyphs stand between a word and a figure."""
_UNITS_GAP = 3


class Figure(Struct, frozen=True):
    """What is drawn."""

    big: str = ""
    """Digits, colon, plus, minus; a space is as wide as a digit."""
    word: str = ""
    """In front of it, or above it where that makes both much larger."""
    units: tuple[str, ...] = ()
    """Plain lines to the right of it, or under it where there is no room."""
    hollow: bool = False
    """Whether only the outline is drawn: the clock stands still."""
    left: bool = False
    """Whether it stands at the left edge and fills its space, without word and units."""


class Layout(Struct, frozen=True):
    """How a figure is laid out in its space."""

    rows: int = 0
    """Height of the glyphs in cells; 0 for plain text."""
    stacked: bool = False
    """Whether the word stands above the figure."""
    beside: bool = False
    """Whether the units stand beside the figure."""


class Drawing(Struct, frozen=True):
    """A figure, drawn."""

    top: int = 0
    """Empty rows above it."""
    lines: tuple[Pieces, ...] = ()
    cuts: tuple[int, int] = (0, 0)
    """Cells at which the last two glyphs begin."""


def plan(figure: Figure, width: int, height: int) -> Layout:
    """Choose the layout in which the glyphs are highest; in one row unless two gain a lot."""
    if not can_draw(figure.big + figure.word):
        return Layout()
    if figure.left:
        rows = range(min(MOST_ROWS, height), LEAST_ROWS - 1, -1)
        return Layout(next((each for each in rows if text_width(figure.big, each) <= width), 0))
    abreast = _highest(figure, width, height, stacked=False)
    if not figure.word or not figure.big:
        return abreast
    stacked = _highest(figure, width, height, stacked=True)
    if stacked.rows > 1.3 * abreast.rows:
        return stacked
    # They stay abreast, and may then be nearly as wide as the space.
    return _highest(figure, width, height, stacked=False, share=_WORD_SHARE)


def _highest(
    figure: Figure, width: int, height: int, *, stacked: bool, share: float = _SHARE
) -> Layout:
    units = max(map(width_of, _unit_lines(figure.units)), default=0)
    most = height - sum(height >= enough for enough in _AIRY)
    for rows in range(min(MOST_ROWS, most), LEAST_ROWS - 1, -1):
        wide = _width(figure, rows, stacked=stacked)
        hang = _hang(figure, rows)
        # In two rows the units belong to the lower one, which is the narrower.
        last = text_width(figure.big.strip(), rows) if stacked else wide
        after = width - last - max((width - last) // 2, hang)
        tall = 2 * rows + 1 if stacked else rows
        # Behind a word and a figure in one row they would be far from what they count.
        under = bool(figure.word and figure.big) and not stacked and tall + 2 <= most
        beside = bool(units) and not under and after >= units + _UNITS_GAP
        tall += 2 if units and not beside else 0
        if wide <= width * share and wide + hang <= width and tall <= most:
            return Layout(rows, stacked, beside)
    return Layout()


def _width(figure: Figure, rows: int, *, stacked: bool) -> int:
    """Return the width of word and figure, without the plus that hangs in front of it."""
    word = text_width(max(figure.word, _LONGEST_WORD, key=len), rows) if figure.word else 0
    big = text_width(figure.big.lstrip("+"), rows)
    if stacked:
        return max(word, big)
    return word + big + (_WORD_GAPS * gap_for(rows) if word and big else 0)


def _hang(figure: Figure, rows: int) -> int:
    """Return the cells that a plus in front of the figure takes, its gap included."""
    return text_width("+", rows) + gap_for(rows) if figure.big[:1] == "+" else 0


@lru_cache(maxsize=4)
def draw(figure: Figure, width: int, height: int) -> Drawing:
    """Draw a figure in a space of `width` by `height` cells, in its middle or at its left."""
    found = plan(figure, width, height)
    if figure.left:
        return _at_the_left(figure, found.rows, width)
    units = _unit_lines(figure.units)
    if not found.rows:
        text = " ".join(part for part in (figure.word, figure.big.strip()) if part)
        middle: Pieces = (Piece(shortened(safe_text(text), width), "mark"),)
        if height <= len(units):
            middle, units = joined((middle, *units), 2), []
        rows = [placed((), row, (), width) for row in (middle, *units)][:height]
        return Drawing((height - len(rows)) // 2, tuple(rows))
    lines, cuts = _figure_lines(figure, found, width)
    if units and found.beside:
        own = found.rows if found.stacked else len(lines)
        lines = lines[:-own] + _with_units(lines[-own:], units)
    elif units:
        lines += [(), _units_below(figure.units, width)]
    return Drawing((height - len(lines) + 1) // 2, tuple(lines), cuts)


def _at_the_left(figure: Figure, rows: int, width: int) -> Drawing:
    if not rows:
        return Drawing(0, ((Piece(shortened(safe_text(figure.big), width), "mark"),),))
    wide = text_width(figure.big, rows)
    last = text_width(figure.big[-1:], rows)
    tens = last + gap_for(rows) + text_width(figure.big[-2:-1], rows)
    cuts = (max(0, wide - tens), wide - last)
    return Drawing(0, tuple(text_lines(figure.big, rows, hollow=figure.hollow)), cuts)


def _figure_lines(
    figure: Figure, found: Layout, width: int
) -> tuple[list[Pieces], tuple[int, int]]:
    """Return the rows of word and figure, and where the figure's last two glyphs begin."""
    rows, big = found.rows, figure.big.strip() if found.stacked else figure.big
    lines = text_lines(big, rows, hollow=figure.hollow)
    if figure.word and not found.stacked:
        between = Piece(" " * (_WORD_GAPS * gap_for(rows) if big else 0))
        word = text_lines(figure.word, rows, hollow=figure.hollow)
        lines = [(*left, between, *right) for left, right in zip(word, lines, strict=True)]
    wide, hang = width_of(lines[0]), _hang(figure, rows)
    start = max((width - wide + hang) // 2 - hang, 0)
    lines = [(Piece(" " * start), *line) for line in lines]
    last = text_width(big[-1:], rows)
    tens = last + gap_for(rows) + text_width(big[-2:-1], rows) if len(big) > 1 else last
    cuts = (start + wide - tens, start + wide - last)
    if figure.word and found.stacked:
        above = text_lines(figure.word, rows, hollow=figure.hollow)
        start = (width - width_of(above[0])) // 2
        lines = [*((Piece(" " * start), *line) for line in above), (), *lines]
    return lines, cuts


def text_lines(text: str, rows: int, *, hollow: bool = False) -> list[Pieces]:
    """Return a text as rows of large glyphs."""
    glyphs = [glyph(char, rows, hollow=hollow) for char in text]
    gap = " " * gap_for(rows)
    drawn = zip(*glyphs, strict=True) if glyphs else [()] * rows
    return [(Piece(gap.join(line), "figure"),) for line in drawn]


def _unit_lines(units: tuple[str, ...]) -> list[Pieces]:
    """Return the units as rows, the first one strong."""
    return [
        (Piece(safe_text(unit), "quiet" if number else "strong"),)
        for number, unit in enumerate(unit for unit in units if unit)
    ]


def _units_below(units: tuple[str, ...], width: int) -> Pieces:
    shown = [safe_text(unit) for unit in units if unit]
    text = " · ".join(shown)
    text = text if len(text) <= width else shown[0]
    return placed((), (Piece(text, "strong"),), (), width)


def _with_units(lines: list[Pieces], units: list[Pieces]) -> list[Pieces]:
    """Return the rows with the units beside them, in the middle of their height."""
    edge = max(width_of(line) for line in lines) + _UNITS_GAP
    top = (len(lines) - len(units) + 1) // 2
    found = list(lines)
    for number, unit in enumerate(units):
        line = lines[top + number]
        found[top + number] = (*line, Piece(" " * (edge - width_of(line))), *unit)
    return found
