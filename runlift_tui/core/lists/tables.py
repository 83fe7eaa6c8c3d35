"""The layout of a table, on a screen and in print: rows of cells under heads, aligned.

A table that has no room spares columns and shortens words; a figure is whole or not there.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from runlift_tui.core.words.text import safe_text

GAP, WIDE_GAP = 2, 3
"""Cells between two columns."""
_LEAST_TEXT = 24
"""Cells under which a text stands below its label instead of beside it."""

CellsOf = Callable[[str], int]
"""Returns how many cells of a terminal a text takes."""


class Column(NamedTuple):
    """One column."""

    head: str
    number: bool = False
    """Whether it is aligned at its right."""
    width: int = 0
    """The least cells that it takes."""
    least: int = 0
    """To how few cells its words may be shortened where there is no room; 0: they stay whole."""
    spare: int = 0
    """Where there is still no room, the column with the highest goes first; 0 stays."""


def width_of(columns: Sequence[Column], gap: int = GAP) -> int:
    """Return the cells that a line of them takes, at least."""
    widths = [width for each in columns if (width := max(each.width, len(each.head)))]
    return sum(widths) + gap * (len(widths) - 1)


def head_line(columns: Sequence[Column], gap: int = GAP) -> str:
    """Return the heads as one line."""
    return line(columns, [column.head for column in columns], gap)


def line(
    columns: Sequence[Column], cells: Iterable[str], gap: int = GAP, cells_of: CellsOf = len
) -> str:
    """Return cells as one line; one that is wider than its column pushes the rest along.

    A column without head and width is left out.
    """
    placed = []
    for column, cell in zip(columns, cells, strict=True):
        width = max(column.width, cells_of(column.head))
        space = " " * (width - cells_of(cell))
        if width:
            placed.append(f"{space}{cell}" if column.number else f"{cell}{space}")
    return (" " * gap).join(placed).rstrip()


def fitted(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], cells_of: CellsOf = len
) -> tuple[Column, ...]:
    """Return the columns, each as wide as its widest cell or its head."""
    widths = [max(column.width, cells_of(column.head)) for column in columns]
    for row in rows:
        widths = [max(width, cells_of(cell)) for width, cell in zip(widths, row, strict=True)]
    return tuple(
        column._replace(width=width) for column, width in zip(columns, widths, strict=True)
    )


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines without heads; a column in which nothing stands is left out.

    All are of one length, so that what follows them is aligned as well.
    """
    columns = fitted([Column("")] * len(rows[0]), rows) if rows else ()
    lines = [line(columns, row) for row in rows]
    return [each.ljust(width_of(columns)) for each in lines]


def laid_out(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    width: int | None = None,
    cells_of: CellsOf = len,
    mark: str = "…",
) -> list[str]:
    """Return a table as lines, its heads first, one row a line.

    Args:
        columns: Its columns.
        rows: Their cells, each harmless to print.
        width: How many cells a line may have; None for as many as it takes.
        cells_of: Measures a text.
        mark: Stands where words were left out.
    """
    fits = fitted(columns, rows, cells_of)
    kept = list(range(len(fits)))
    if width is not None:
        kept = _kept(fits, rows, width)
        fits = _narrowed(fits, kept, width)
    heads = [each.head for each in columns]
    # The width tells how wide each is; its head is a cell as any other.
    shown = [fits[number]._replace(head="") for number in kept]

    def cells(row: Sequence[str]) -> list[str]:
        return [shortened(row[number], fits[number].width, cells_of, mark) for number in kept]

    return [line(shown, cells(row), cells_of=cells_of) for row in (heads, *rows)]


def _kept(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return which columns there is room for; one that is empty goes before any other."""
    empty = [not any(row[number] for row in rows) for number in range(len(columns))]
    kept = list(range(len(columns)))
    while _least([columns[number] for number in kept]) > width:
        spare = [number for number in kept if columns[number].spare]
        if not spare:
            break
        kept.remove(max(spare, key=lambda number: (empty[number], columns[number].spare)))
    return kept


def _least(columns: Sequence[Column]) -> int:
    """Return the cells that a line takes whose words are as short as they may be."""
    return sum(min(each.width, each.least or each.width) for each in columns) + _gaps(columns)


def _gaps(columns: Sequence[Column]) -> int:
    return GAP * (len(columns) - 1)


def _narrowed(columns: Sequence[Column], kept: Sequence[int], width: int) -> tuple[Column, ...]:
    """Return the columns as wide as they can be: words share what the figures leave.

    Where no column could be spared any more, they become shorter than they may.
    """
    found = list(columns)
    stay = [columns[number] for number in kept]
    is_tight = _least(stay) > width
    words = sorted((n for n in kept if columns[n].least), key=lambda n: columns[n].width)
    room = width - _gaps(stay)
    room -= sum(columns[number].width for number in kept if number not in words)
    for place, number in enumerate(words):
        one = columns[number]
        # Those that come leave no less than they need themselves.
        others = 0 if is_tight else sum(columns[other].least for other in words[place + 1 :])
        share = min(room // (len(words) - place), room - others)
        share = min(one.width, max(1 if is_tight else one.least, share))
        found[number] = one._replace(width=share)
        room -= share
    return tuple(found)


def shortened(text: str, width: int, cells_of: CellsOf = len, mark: str = "…") -> str:
    """Return a text of at most so many cells, with a mark where it ends early.

    It ends behind a whole word, unless that leaves little. A word with a figure in it is never
    cut: 2:0… would be another time than 2:04.
    """
    if cells_of(text) <= width:
        return text
    room = width - cells_of(mark)
    cut = text
    while cut and cells_of(cut) > room:
        cut = cut[:-1]
    whole, _, last = cut.rpartition(" ")
    word = last + text[len(cut) :].split(" ", 1)[0]
    figure = any(char.isdigit() for char in word)
    if word != last and (figure or cells_of(whole) * 2 >= room):
        cut = whole
    cut = cut.rstrip(" ,;")
    # "at 2…" would look like a number that goes on.
    if cut[-1:].isdigit() and cells_of(cut) >= room:
        cut = cut.rpartition(" ")[0].rstrip(" ,;")
    if cut[-1:].isdigit():
        cut += " "
    return f"{cut}{mark}" if room >= 0 else ""


def hanging(lines: Iterable[tuple[str, str]], width: int | None) -> Iterator[str]:
    """Yield texts behind their labels; a long one goes on under its own beginning.

    Args:
        lines: Labels, any of them empty, and texts.
        width: How many columns there are; None for one line a text.
    """
    found = list(lines)
    wide = max((len(label) for label, _ in found), default=0)
    beside = wide + GAP if wide else 0
    below = width is not None and wide > 0 and width - beside < _LEAST_TEXT
    for label, text in found:
        if below:
            if label:
                yield label
            yield from _wrapped(text, width)
            continue
        first, *rest = _wrapped(text, None if width is None else width - beside)
        yield f"{label:>{wide}}{' ' * (beside - wide)}{first}".rstrip()
        yield from (f"{' ' * beside}{each}" for each in rest)


def _wrapped(text: str, width: int | None) -> list[str]:
    from textwrap import wrap

    if width is None or len(text) <= width:
        return [text]
    return wrap(text, max(1, width), break_long_words=False, break_on_hyphens=False) or [""]


_FORMULA = tuple("=+-@＝＋－＠")
"""How a formula begins; in some languages it may be typed in wide letters."""
_AFTER = re.compile(rf"""([;|]\s*["']*\s*)(?=[{re.escape("".join(_FORMULA))}])""")
"""What another program parts cells by, in front of such a sign."""


def cell(value: object, decimal: str = ".") -> str:
    """Return a value as a spreadsheet may open it, a number with its decimals behind that sign.

    A text that it would take for a formula gets an apostrophe in front, also behind a semicolon,
    by which many of them part the cells of this file; line ends become spaces, and nothing in it
    can steer a terminal.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value}".replace(".", decimal)  # also one below zero: a number is no formula
    text = "" if value is None else safe_text(f"{value}")
    text = _AFTER.sub(r"\1'", text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
