"""Rows of cells under heads, aligned: for lists on a screen."""

from collections.abc import Iterable, Sequence
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
