"""Capital letters for words that are read from two metres: drawn by hand, in three rows or five.

In three rows they have five half rows of ink, so that two lines of them may touch; in five rows
each half of a cell has become a cell. How wide they are is told by `core/exercises/call.py`.
"""

from collections.abc import Sequence
from functools import lru_cache

from runlift_tui.core.exercises.call import columns
from runlift_tui.core.words.text import safe_text
from runlift_tui.looks import glyphs
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone
from runlift_tui.widgets.large import ascii_letters

ROWS = (5, 3)
"""The heights that there are, the larger first."""

_DRAWN = (
    (
        "ABCDEFGHIJKLM",
        "▟▀▙ █▀▙ ▟▀▀ █▀▙ █▀▀ █▀▀ ▟▀▀ █ █ █   █ █▗▛ █   █▖▗█",
        "█▀█ █▀▙ █   █ █ █▀▘ █▀▘ █▝█ █▀█ █ ▄ █ █▜▖ █   █▜▛█",
        "▀ ▀ ▀▀▘ ▝▀▀ ▀▀▘ ▀▀▀ ▀   ▝▀▀ ▀ ▀ ▀ ▝▀▘ ▀ ▀ ▀▀▀ ▀  ▀",
    ),
    (
        "NOPQRSTUVWXYZ",
        "█▖█ ▟▀▙ █▀▙ ▟▀▙ █▀▙ ▟▀▀ ▀█▀ █ █ █ █ █▗▖█ ▜▄▛ █ █ ▀▜▛",
        "█▜█ █ █ █▀▘ █▗▛ █▜▌ ▝▀▙  █  █ █ ▜▄▛ █▟▙█ ▗█▖ ▝█▘ ▗▛ ",
        "▀ ▀ ▝▀▘ ▀   ▝▘▀ ▀ ▀ ▀▀▘  ▀  ▝▀▘  ▀  ▝▘▝▘ ▀ ▀  ▀  ▀▀▀",
    ),
    (
        "0123456789x+-–:./%?",
        "▟▀▙ ▄█  ▀▀▙ ▀▀▙ █ █ █▀▀ ▟▀▘ ▀▀█ ▟▀▙ ▟▀▙ ▄ ▄  ▄         ▄    ▗ ▘▗▘ ▀▀▙",
        "█ █  █  ▟▀▘  ▀▙ ▀▀█ ▀▀▙ █▀▙  ▟▘ ▟▀▙ ▝▀█ ▐█▌ ▀█▀ ▀▀ ▀▀▀ ▄   ▗▛ ▗▘  ▝▛▘",
        "▝▀▘ ▀▀▀ ▀▀▀ ▀▀▘   ▀ ▀▀▘ ▝▀▘  ▀  ▝▀▘ ▝▀▘ ▀ ▀              ▀ ▀  ▘ ▘  ▀ ",
    ),
    (",", " ", " ", "▞"),
    ("…", "     ", "     ", "▀ ▀ ▀"),
    (
        "()",
        "▗▘ ▝▖",
        "▐   ▌",
        "▝▖ ▗▘",
    ),
)
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By the bits of a cell: 1 top left, 2 top right, 4 bottom left, 8 bottom right."""
Letter = tuple[str, ...]


def _cut(drawn: Sequence[tuple[str, ...]]) -> dict[str, Letter]:
    found: dict[str, Letter] = {" ": (" ", " ", " ")}
    for chars, *rows in drawn:
        x = 0
        for char in chars:
            wide = columns(char)
            found[char] = tuple(row[x : x + wide].ljust(wide) for row in rows)
            x += wide + 1
    return found


_LETTERS = _cut(_DRAWN)


def can_letter(text: str) -> bool:
    """Whether there is a letter for every character of a text."""
    return all(char in _LETTERS for char in text)


def lettered_width(text: str, rows: int) -> int:
    """Return the cells that a text takes in letters of so many rows."""
    gaps = max(0, len(text) - 1)
    return columns(text) if rows == ROWS[1] else 2 * (columns(text) - gaps) + gaps


def rows_for(text: str, width: int, most: int) -> int:
    """Return the rows of the largest letters, of at most so many, that fit; 0 where none do."""
    if not text or not can_letter(text):
        return 0
    fitting = (rows for rows in ROWS if rows <= most and lettered_width(text, rows) <= width)
    return next(fitting, 0)


def letter_lines(text: str, rows: int, tone: Tone = "") -> list[Pieces]:
    """Return a text in letters of three or five rows.

    Raises:
        KeyError: there is no letter for one of its characters.
    """
    if rows == ROWS[1] and glyphs.ascii_now():
        letters = [_ascii_letters()[char] for char in text]
    else:
        letters = [_letter(char, rows) for char in text]
    return [(Piece(" ".join(letter[y] for letter in letters), tone),) for y in range(rows)]


def paragraph(text: str, width: int) -> list[str]:
    """Return a text in rows of the smaller letters, a row of air between; empty if none fits.

    Args:
        text: In capital letters.
        width: Cells that a row may have.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and lettered_width(longer, ROWS[1]) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if not all(rows_for(line, width, ROWS[1]) for line in lines):
        return []
    rows = (row for line in lines for row in (*letter_lines(line, ROWS[1]), ()))
    return ["".join(piece.text for piece in row) for row in rows][:-1]


def heading_lines(text: str, width: int, height: int, tone: Tone = "") -> list[Pieces]:
    """Return a text in the largest letters that a space holds, else bold in its first row."""
    rows = rows_for(text, width, height)
    if rows:
        return letter_lines(text, rows, tone)
    bold: Tone = "strong" if tone == "" else "mark"
    return [(Piece(safe_text(text), bold),)]


@lru_cache(maxsize=1)
def _ascii_letters() -> dict[str, Letter]:
    return _cut(ascii_letters.DRAWN)


@lru_cache(maxsize=128)
def _letter(char: str, rows: int) -> Letter:
    small = _LETTERS[char]
    if rows == ROWS[1]:
        return small
    found = []
    for row in small:
        bits = [_QUADRANTS.index(cell) for cell in row]
        for left, right in ((1, 2), (4, 8)):
            found.append("".join("█ "[not b & left] + "█ "[not b & right] for b in bits))
    # The lowest half row has no ink.
    return tuple(found[: ROWS[0]])
