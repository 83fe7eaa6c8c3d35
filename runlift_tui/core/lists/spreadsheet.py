"""A table as text for a spreadsheet: what parts its cells and decimals, and its first mark."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
DECIMALS = {"point": ".", "comma": ","}
_MARK = "\ufeff"

Rows = Callable[[str], Iterable[Sequence[str]]]
"""Returns rows, given the sign before the decimals of their numbers."""


class Shape(NamedTuple):
    """How a table is written."""

    separator: str = ","
    decimal: str = "."
    marked: bool = False
    """Whether a byte order mark comes first, by which Excel knows UTF-8."""


def for_excel(decimal: str) -> Shape:
    """Return what Excel takes by a double click.

    Args:
        decimal: What stands before the decimals in this language; where it is a comma, semicolons
            part the cells.
    """
    return Shape(";", ",", marked=True) if decimal == "," else Shape(marked=True)


def text_of(heads: Sequence[str], parts: Iterable[Rows], shape: Shape) -> Iterator[str]:
    """Yield a table as text, so many rows at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=shape.separator)
    buffer.write(_MARK if shape.marked else "")
    writer.writerow(heads)
    for rows in parts:
        writer.writerows(rows(shape.decimal))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
