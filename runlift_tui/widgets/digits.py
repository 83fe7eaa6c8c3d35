"""The figure that fills the stage: a countdown or a target, as large as the space allows."""

from functools import lru_cache
from typing import NamedTuple

from textual.reactive import var

from runlift_tui.core.text import safe_text
from runlift_tui.widgets.glyphs import can_draw, gap_for, glyph, text_width
from runlift_tui.widgets.part import Part
from runlift_tui.widgets.pieces import Piece, Pieces, placed, shortened, width_of

MOST_ROWS = 30
"""Higher than this a figure is no easier to read."""
LEAST_ROWS = 3
_SHARE = 0.8
"""How much of the width a figure takes at most, so that it has air on both sides."""
_AIRY = (7, 10, 20)
"""From each of these heights on, one more row stays empty above or below the figure."""
_LONGEST_WORD = "RIGHT"
"""Sides are drawn in one size, whichever comes first."""


class Figure(NamedTuple):
    """What is drawn."""

    big: str = ""
    """Digits, colon, plus, minus; a space is as wide as a digit."""
    word: str = ""
    """In front of it, or above it where that makes both larger."""
    units: tuple[str, ...] = ()
    """Plain lines to the right of it, or under it where there is no room."""


class _Plan(NamedTuple):
    """How a figure is laid out in its space."""

    rows: int
    """Height of the glyphs in cells; 0 for plain text."""
    stacked: bool = False
    """Whether the word stands above the figure."""
    beside: bool = False
    """Whether the units stand beside the figure."""


class BigDigits(Part):
    """A figure in large digits. Only the cells of a digit that changes are painted again."""

    DEFAULT_CSS = "BigDigits { height: 1fr; width: 1fr; }"

    figure: var[Figure] = var(Figure())

    def watch_figure(self) -> None:
        """Show the new figure."""
        self.redraw()

    def row(self, y: int, width: int, height: int) -> Pieces:
        """Return one row of the figure, centred both ways."""
        lines = _drawn(self.figure, width, height)
        y -= (height - len(lines) + 1) // 2
        return lines[y] if 0 <= y < len(lines) else ()


def plan(figure: Figure, width: int, height: int) -> _Plan:
    """Choose the layout in which the glyphs are highest; in one row unless two gain a lot."""
    if not can_draw(figure.big + figure.word):
        return _Plan(0)
    abreast = _highest(figure, width, height, stacked=False)
    if not figure.word or not figure.big:
        return abreast
    stacked = _highest(figure, width, height, stacked=True)
    return stacked if stacked.rows > 1.3 * abreast.rows else abreast


def _highest(figure: Figure, width: int, height: int, *, stacked: bool) -> _Plan:
    units = max(map(width_of, _unit_lines(figure.units)), default=0)
    most = height - sum(height >= enough for enough in _AIRY)
    for rows in range(min(MOST_ROWS, most), LEAST_ROWS - 1, -1):
        wide = _width(figure, rows, stacked=stacked)
        plus = text_width("+", rows) + gap_for(rows) if figure.big[:1] == "+" else 0
        beside = bool(units) and (width - wide) // 2 >= units + 3
        tall = (2 * rows + 1 if stacked else rows) + (2 if units and not beside else 0)
        if wide <= width * _SHARE and wide + plus <= width and tall <= most:
            return _Plan(rows, stacked, beside)
    return _Plan(0)


def _width(figure: Figure, rows: int, *, stacked: bool) -> int:
    """Return the width of word and figure, without the plus that hangs in front of it."""
    word = text_width(max(figure.word, _LONGEST_WORD, key=len), rows) if figure.word else 0
    big = text_width(figure.big.lstrip("+"), rows)
    if stacked:
        return max(word, big)
    return word + big + (2 * gap_for(rows) if word and big else 0)


@lru_cache(maxsize=4)
def _drawn(figure: Figure, width: int, height: int) -> tuple[Pieces, ...]:
    """Return the rows of the figure, units included."""
    found = plan(figure, width, height)
    units = _unit_lines(figure.units)
    if not found.rows:
        text = " ".join(part for part in (figure.word, figure.big) if part)
        middle = (Piece(shortened(safe_text(text), width), "strong"),)
        return tuple(placed((), row, (), width) for row in (middle, *units)[:height])
    lines = _figure_lines(figure, found, width)
    if units and found.beside:
        return _with_units(lines, units, width)
    if units:
        joined = " · ".join(safe_text(unit) for unit in figure.units if unit)
        if len(joined) > width:
            joined = shortened(safe_text(figure.units[0]), width)
        return (*lines, (), placed((), (Piece(joined, "strong"),), (), width))
    return lines


def _figure_lines(figure: Figure, found: _Plan, width: int) -> tuple[Pieces, ...]:
    rows = found.rows
    blank: Pieces = ()
    big = _text_lines(figure.big.lstrip("+"), rows)
    if figure.big[:1] == "+":
        hanging = _text_lines("+", rows)
        gap = " " * gap_for(rows)
        wide = text_width(figure.big.lstrip("+"), rows)
        start = max((width - wide) // 2 - text_width("+", rows) - len(gap), 0)
        return tuple(
            (Piece(" " * start), *plus, Piece(gap), *line)
            for plus, line in zip(hanging, big, strict=True)
        )
    if not figure.word:
        return tuple(_centred(line, width) for line in big)
    word = _text_lines(figure.word, rows)
    if not figure.big:
        return tuple(_centred(line, width) for line in word)
    if found.stacked:
        return (
            *(_centred(line, width) for line in word),
            blank,
            *(_centred(line, width) for line in big),
        )
    gap = " " * 2 * gap_for(rows)
    return tuple(
        _centred((*left, Piece(gap), *right), width) for left, right in zip(word, big, strict=True)
    )


def _text_lines(text: str, rows: int) -> list[Pieces]:
    """Return a text as rows in which every glyph is a piece of its own."""
    glyphs = [glyph(char, rows) for char in text]
    gap = Piece(" " * gap_for(rows))
    lines: list[Pieces] = []
    for y in range(rows):
        line: list[Piece] = []
        for number, drawn in enumerate(glyphs):
            line += [gap, Piece(drawn[y])] if number else [Piece(drawn[y])]
        lines.append(tuple(line))
    return lines


def _centred(line: Pieces, width: int) -> Pieces:
    return (Piece(" " * ((width - width_of(line)) // 2)), *line)


def _unit_lines(units: tuple[str, ...]) -> list[Pieces]:
    """Return the units as rows, the first one strong."""
    return [
        (Piece(safe_text(unit), "quiet" if number else "strong"),)
        for number, unit in enumerate(unit for unit in units if unit)
    ]


def _with_units(lines: tuple[Pieces, ...], units: list[Pieces], width: int) -> tuple[Pieces, ...]:
    """Return the rows with the units beside them, in the middle of their height."""
    edge = max(width_of(line) for line in lines) + 3
    top = (len(lines) - len(units) + 1) // 2
    found = list(lines)
    for number, unit in enumerate(units):
        line = lines[top + number]
        found[top + number] = (*line, Piece(" " * (edge - width_of(line))), *unit)
    return tuple(found)
