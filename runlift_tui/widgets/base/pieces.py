"""Lines of text made of pieces, each in one tone: measured, shortened, laid out."""

from collections.abc import Sequence
from functools import lru_cache
from operator import ne
from typing import Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

StateTone = Literal["work", "priming", "rest"]
Tone = (
    Literal["", "quiet", "strong", "figure", "lit", "mark", "chip", "alarm", "good", "cursor"]
    | StateTone
)
"""Plain text, text that recedes, and bold text have the theme's colours. `figure` has the
widget’s own colour, which is that of the state; `lit` is the same on a ground that leans towards
it, for as long as a flash lasts; `mark` is bold with it, `chip` stands on it,
`alarm` stands on red, what is better than before is `good`, and `cursor` is what the keys move.
`work`, `priming` and `rest` have the colour of that state."""

ELLIPSIS = "…"


class Piece(NamedTuple):
    """A run of text in one tone."""

    text: str
    tone: Tone = ""


Pieces = tuple[Piece, ...]


def width_of(pieces: Sequence[Piece]) -> int:
    """Return the width in cells."""
    return sum(cell_len(piece.text) for piece in pieces)


def shortened(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, with an ellipsis where something is missing.

    A figure is whole or not there: `volume 1640…` would be another volume than 16400.
    """
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    head = set_cell_size(text, width - 1).rstrip()
    if any(map(str.isdigit, head.rpartition(" ")[2])):
        from runlift_tui.core.lists import tables

        return tables.shortened(text, width, cell_len, ELLIPSIS)
    return head + ELLIPSIS


def cut(pieces: Sequence[Piece], width: int) -> Pieces:
    """Return the pieces that fit into `width` cells, the last of them shortened."""
    found: list[Piece] = []
    for piece in pieces:
        wide = cell_len(piece.text)
        if wide > width:
            text = shortened(piece.text, width)
            return (*found, Piece(text, piece.tone)) if text else tuple(found)
        found.append(piece)
        width -= wide
    return tuple(found)


def joined(parts: Sequence[Pieces], gap: int) -> Pieces:
    """Return the parts that are not empty as one row, `gap` spaces between them."""
    found: list[Piece] = []
    for part in parts:
        if width_of(part):
            found += [Piece(" " * gap), *part] if found else part
    return tuple(found)


def placed(left: Pieces, middle: Pieces, right: Pieces, width: int) -> Pieces:
    """Return one row of exactly `width` cells, with parts at its left, its middle and its right.

    What does not fit gives way in this order: beside others the middle goes, alone it is
    shortened; the right is shortened while the left keeps a third of the width, then the left.
    """
    gap = 2
    if not left and not right:
        middle = cut(middle, width)
        start = (width - width_of(middle)) // 2
        return (Piece(" " * start), *middle, Piece(" " * (width - start - width_of(middle))))
    ends = width_of(left) + width_of(right)
    if width_of(middle) and ends + width_of(middle) + 2 * gap > width:
        middle = ()
    if not width_of(middle) and left and right and ends + gap > width:
        right = cut(right, width - gap - min(width_of(left), width // 3))
        left = cut(left, width - gap - width_of(right))
    left = cut(left, width)
    right = cut(right, width - width_of(left))
    start, end = width_of(left), width - width_of(right)
    centred = (width - width_of(middle)) // 2
    latest = end - width_of(middle) - (gap if right else 0)
    centred = max(start + gap if start else 0, min(centred, latest))
    if not width_of(middle):
        return (*left, Piece(" " * (end - start)), *right)
    after = end - centred - width_of(middle)
    return (*left, Piece(" " * (centred - start)), *middle, Piece(" " * after), *right)


def window(pieces: Sequence[Piece], left: int, right: int) -> Pieces:
    """Return the cells from `left` to `right` (exclusive)."""
    found: list[Piece] = []
    x = 0
    for text, tone in pieces:
        wide = cell_len(text)
        start, end = max(left - x, 0), min(right - x, wide)
        if start < end:
            part = text if (start, end) == (0, wide) else _cells(text, start, end)
            found.append(Piece(part, tone))
        x += wide
    return tuple(found)


def _cells(text: str, start: int, end: int) -> str:
    if cell_len(text) == len(text):
        return text[start:end]
    head = set_cell_size(text, end)
    before = set_cell_size(text, start)
    return set_cell_size(head[len(before) :], end - start)


@lru_cache(maxsize=512)
def changed_cells(before: Pieces, after: Pieces) -> tuple[int, int] | None:
    """Return from which cell to which (exclusive) two equally wide rows differ; None if nowhere.

    Characters that are not one cell wide make the whole row count as changed.
    """
    if before == after:
        return None
    if [(len(text), tone) for text, tone in before] == [(len(text), tone) for text, tone in after]:
        # Almost always: the same pieces with another digit in them.
        old: Sequence[object] = "".join(piece.text for piece in before)
        new: Sequence[object] = "".join(piece.text for piece in after)
    else:
        old, new = _spread(before), _spread(after)
    if len(old) != len(new) or len(new) != width_of(after):
        return 0, width_of(after)
    first = _differing(old, new)
    if first is None:
        return None
    return first, len(new) - (_differing(old[::-1], new[::-1]) or 0)


def _differing(old: Sequence[object], new: Sequence[object]) -> int | None:
    """Return where two rows of the same length first differ, or None if nowhere."""
    differing = list(map(ne, old, new))
    return differing.index(True) if True in differing else None


def _spread(pieces: Sequence[Piece]) -> list[tuple[str, Tone]]:
    return [(char, piece.tone) for piece in pieces for char in piece.text]
