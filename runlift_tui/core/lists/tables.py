"""Rows of cells under heads, aligned: for lists on a screen."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from runlift_tui.core.words.text import safe_text

_GAP = "   "


class Column(NamedTuple):
    """One column."""

    head: str
    number: bool = False
    """Whether it is aligned at its right."""
    width: int = 0
    """The least cells that it takes."""


def width_of(columns: Sequence[Column]) -> int:
    """Return the cells that a line of them takes, at least."""
    gaps = len(_GAP) * (len(columns) - 1)
    return sum(max(each.width, len(each.head)) for each in columns) + gaps


def head_line(columns: Sequence[Column]) -> str:
    """Return the heads as one line."""
    return line(columns, [column.head for column in columns])


def line(columns: Sequence[Column], cells: Iterable[str]) -> str:
    """Return cells as one line; one that is wider than its column pushes the rest along."""
    placed = []
    for column, cell in zip(columns, cells, strict=True):
        width = max(column.width, len(column.head))
        placed.append(cell.rjust(width) if column.number else cell.ljust(width))
    return _GAP.join(placed).rstrip()


def fitted(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> tuple[Column, ...]:
    """Return the columns, each as wide as its widest cell."""
    widths = [column.width for column in columns]
    for row in rows:
        widths = [max(width, len(cell)) for width, cell in zip(widths, row, strict=True)]
    return tuple(
        column._replace(width=width) for column, width in zip(columns, widths, strict=True)
    )


_FORMULA = ("=", "+", "-", "@")


def cell(value: object) -> str:
    """Return a value as a spreadsheet may open it.

    A text that it would take for a formula gets an apostrophe in front; line ends become spaces,
    and nothing in it can steer a terminal.
    """
    text = "" if value is None else safe_text(f"{value}")
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text


_PRINTED_GAP = 2


_LEAST_TEXT = 24
"""Columns under which a text stands below its label instead of beside it."""


CellsOf = Callable[[str], int]
"""Returns how many columns of a terminal a text takes."""


class PrintedColumn(NamedTuple):
    """A column for print."""

    name: str
    figures: bool = False
    """Whether it is aligned at its right."""
    least: int = 0
    """How short its words may become; 0 where they stay whole."""
    spare: int = 0
    """The highest goes first where there is no room; 0 stays."""


def laid_out(
    heads: Sequence[PrintedColumn],
    rows: Sequence[Sequence[str]],
    width: int | None,
    cells_of: CellsOf = len,
    mark: str = "…",
) -> list[str]:
    """Return a table as lines, its heads first, one row a line.

    Args:
        heads: The columns.
        rows: Their cells, each harmless to print.
        width: How many columns of a terminal there are; None for as many as it takes.
        cells_of: Measures a text.
        mark: Stands where words were left out.
    """
    natural = [
        max(map(cells_of, (head.name, *column)))
        for head, column in zip(heads, _columns(heads, rows), strict=True)
    ]
    kept = list(range(len(heads)))
    if width is not None:
        kept = _kept(heads, rows, natural, width)
        natural = _widths(heads, natural, kept, width)

    def line(cells: Sequence[str]) -> str:
        placed = []
        for number in kept:
            cell = shortened(cells[number], natural[number], cells_of, mark)
            space = " " * max(0, natural[number] - cells_of(cell))
            placed.append(f"{space}{cell}" if heads[number].figures else f"{cell}{space}")
        return (" " * _PRINTED_GAP).join(placed).rstrip()

    return [line([head.name for head in heads]), *map(line, rows)]


def _columns(heads: Sequence[PrintedColumn], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[row[number] for row in rows] for number in range(len(heads))]


def _kept(
    heads: Sequence[PrintedColumn],
    rows: Sequence[Sequence[str]],
    natural: Sequence[int],
    width: int,
) -> list[int]:
    """Return which columns there is room for; one that is empty goes before any other."""
    empty = [not any(column) for column in _columns(heads, rows)]
    kept = list(range(len(heads)))

    def least(number: int) -> int:
        return min(natural[number], heads[number].least or natural[number])

    while sum(map(least, kept)) + _PRINTED_GAP * (len(kept) - 1) > width:
        spare = [number for number in kept if heads[number].spare]
        if not spare:
            break
        kept.remove(max(spare, key=lambda number: (empty[number], heads[number].spare)))
    return kept


def _widths(
    heads: Sequence[PrintedColumn], natural: Sequence[int], kept: Sequence[int], width: int
) -> list[int]:
    """Return how wide each column is: words share what the figures leave."""
    found = list(natural)
    words = sorted(
        (number for number in kept if heads[number].least), key=lambda number: natural[number]
    )
    room = width - _PRINTED_GAP * (len(kept) - 1)
    room -= sum(natural[number] for number in kept if number not in words)
    for place, number in enumerate(words):
        share = room // (len(words) - place)
        found[number] = min(natural[number], max(heads[number].least, share))
        room -= found[number]
    return found


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
    if cut[-1:].isdigit():
        cut = f"{cut} " if cells_of(cut) < room else cut.rpartition(" ")[0].rstrip(" ,;")
    return f"{cut}{mark}" if room >= 0 else ""


def hanging(lines: Iterable[tuple[str, str]], width: int | None) -> Iterator[str]:
    """Yield texts behind their labels; a long one goes on under its own beginning.

    Args:
        lines: Labels, any of them empty, and texts.
        width: How many columns there are; None for one line a text.
    """
    found = list(lines)
    wide = max((len(label) for label, _ in found), default=0)
    beside = wide + _PRINTED_GAP if wide else 0
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
