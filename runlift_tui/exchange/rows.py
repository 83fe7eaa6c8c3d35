"""Tables of other programs: bytes to rows of cells, whatever the separator and the encoding."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from runlift_tui.core.words.text import decoded
from runlift_tui.exchange.neutral import NotRead

SEPARATORS = ";,\t"
_SEP_LINE = len("sep=;")
_LONGEST_CELL = 10_000_000
_KINDS = (
    (b"\x89PNG", "it is an image"),
    (b"\xff\xd8\xff", "it is an image"),
    (b"GIF8", "it is an image"),
    (b"%PDF", "it is a PDF"),
    (b"\xd0\xcf\x11\xe0", "it is an old Excel workbook; save it as CSV"),
    (b"SQLite format 3", "it is a database, not an export"),
    (b"7z\xbc\xaf", "it is a 7z archive; unpack it first"),
    (b"Rar!", "it is a RAR archive; unpack it first"),
    (b"\xfd7zXZ", "it is an xz archive; unpack it first"),
    (b"BZh", "it is a bzip2 archive; unpack it first"),
)
"""How files begin that cannot be, and what they are."""


class CellRow(NamedTuple):
    """One record of a table."""

    line: int
    """On which line of the file it begins."""
    cells: list[str]


class CellTable(NamedTuple):
    """A table with its header."""

    header: list[str]
    """Folded: see `fold`."""
    rows: list[CellRow]
    """Without blank records."""
    heads: list[str]
    """The header as it is written."""

    def place(self, *names: str) -> int | None:
        """Return the first column that has one of these names, or None."""
        return next((self.header.index(name) for name in names if name in self.header), None)

    def column(self, place: int | None) -> Iterator[str]:
        """Yield the cells of a column, those of uneven rows left out."""
        if place is not None:
            wide = len(self.header)
            yield from (row.cells[place] for row in self.rows if len(row.cells) == wide)


def known_kind(data: bytes) -> str:
    """Return what a file is by its first bytes, where that can be no export; else nothing."""
    for begin, what in _KINDS:
        if data.startswith(begin):
            return what
    if data[:12].endswith((b"WEBP",)) or data[4:12] in (b"ftypheic", b"ftypmif1"):
        return "it is an image"
    start = data[:300].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "it is a web page, as of a login that had run out; fetch the export again"
    return ""


def text_of(data: bytes) -> str:
    """Return the text of a file in UTF-8, or UTF-16 where its first bytes say so.

    Raises:
        NotRead: it is neither.
    """
    try:
        return decoded(data)
    except UnicodeDecodeError:
        raise NotRead("it is not text in UTF-8") from None


def fold(text: str) -> str:
    """Return a header cell as it is compared: NFC, trimmed, without regard to case."""
    text = text.replace("\ufeff", "").replace("\u00a0", " ").replace("\u202f", " ")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).strip().casefold())


def separator_of(line: str) -> str:
    """Return what separates the cells of a first line: the most frequent outside of quotes."""
    counts = dict.fromkeys(SEPARATORS, 0)
    quoted = False
    for char in line:
        if char == '"':
            quoted = not quoted
        elif not quoted and char in counts:
            counts[char] += 1
    return max(("," + SEPARATORS), key=lambda each: counts[each])


def _first_line(text: str) -> str:
    for line in text.splitlines():
        if line.strip():
            return line
    return ""


def records(text: str, separator: str | None = None) -> Iterator[CellRow]:
    """Yield the records of a table with the lines on which they begin, blank ones left out."""
    csv.field_size_limit(_LONGEST_CELL)
    lines, line = io.StringIO(text, newline=""), 1
    first = _first_line(text).strip()
    if first.lower().startswith("sep=") and len(first) == _SEP_LINE and separator is None:
        # The first line of a table that was made for Excel may name its separator.
        separator, line = first[-1], text[: text.index(first)].count("\n") + 2
        for _ in range(line - 1):
            lines.readline()
    before = line - 1
    reader = csv.reader(lines, delimiter=separator or separator_of(first))
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            at = before + reader.line_num
            raise NotRead(f"line {at} is no row of a table ({error})") from None
        if any(cell.strip() for cell in cells):
            yield CellRow(line, cells)
        line = before + reader.line_num + 1


def sheet(text: str) -> CellTable:
    """Return the table that a text holds; one without any row has no header either.

    Raises:
        NotRead: it is no table.
    """
    found = records(text)
    head = next(found, None)
    if head is None:
        return CellTable([], [], [])
    return CellTable([fold(cell) for cell in head.cells], list(found), head.cells)


def sheet_of(rows: Iterable[CellRow]) -> CellTable:
    """Return the table of some records, the first of which is its header."""
    found = iter(rows)
    head = next(found, None)
    if head is None:
        return CellTable([], [], [])
    return CellTable([fold(cell) for cell in head.cells], list(found), head.cells)
