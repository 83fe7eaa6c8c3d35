"""What a session will be, a line a step: what is done, and the rest behind it."""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from textual.geometry import Size

from runlift_tui.core.exercises.call import SHORT
from runlift_tui.core.setup.preview import PreviewLine
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, placed
from runlift_tui.widgets.base.wrapping import wrapped

_GAP = 2
_REST = "then rest"
_LEAST = 16
"""Columns of what is asked for; a name gives way to its call before that is broken."""

_MOST = SHORT + 2
"""Columns of a short name; a longer one, of wide letters, is broken and takes none of what is asked
for from the others."""


class Planned(Part):
    """The steps of each block's first round under the block's name, in columns."""

    DEFAULT_CSS = "Planned { height: auto; width: 1fr; }"

    steps: tuple[PreviewLine, ...] = ()
    room: int = 0
    """Rows up to which an empty one stands under each step."""

    def show(self, steps: tuple[PreviewLine, ...], room: int) -> None:
        """Show steps, with space between them where all of them have room so."""
        if (steps, room) != (self.steps, self.room):
            self.steps, self.room = steps, room
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return as many rows as there are."""
        return len(self.lines(width, self.room))

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return a row a step, an empty one between blocks."""
        spaced = _rows(self.steps, width, spaced=True)
        return spaced if len(spaced) <= self.room else _rows(self.steps, width, spaced=False)


def _rows(steps: tuple[PreviewLine, ...], width: int, *, spaced: bool) -> list[Pieces]:
    found = _Columns(steps, width)
    rows: list[Pieces] = []
    for step in steps:
        if step.label:
            rows += [*found.rows(step), *([()] if spaced else [])]
        else:
            rest = () if rows else (Piece(_REST, "quiet"),)
            head = (Piece(safe_text(step.text), "strong"),)
            rows += [*([()] if rows else []), placed(head, (), rest, width)]
    return rows[:-1] if spaced else rows


class _Columns:
    """How wide each column is; names are said shorter, and rests, where that makes room."""

    def __init__(self, steps: tuple[PreviewLine, ...], width: int) -> None:
        of = [step for step in steps if step.label]
        self._width = width
        self._label = _widest(step.label for step in of)
        asked = _widest(step.asked for step in of)
        left = width - self._label - asked - 3 * _GAP
        whole = _widest(step.name for step in of), _widest(step.then for step in of)
        calls = _widest(step.call for step in of), _widest(step.rest for step in of)
        rests = max(len(_REST), calls[1])
        self._says_why = whole[0] + whole[1] <= left
        self._has_names = self._says_why or whole[0] + rests <= left
        self._name = whole[0] if self._has_names else min(calls[0], _MOST)
        self._then = whole[1] if self._says_why else calls[1]
        self._asked = max(_LEAST, width - self._label - self._name - self._then - 3 * _GAP)

    def rows(self, step: PreviewLine) -> list[Pieces]:
        """Return the rows of a step, what is asked for broken under itself."""
        name = safe_text(step.name if self._has_names else step.call)
        names, asked = wrapped(name, self._name), wrapped(safe_text(step.asked), self._asked)
        tone: Tone = "priming" if step.is_priming else "quiet"
        then = (Piece(step.then if self._says_why else step.rest, tone),)
        rows = []
        for number in range(max(len(names), len(asked))):
            label = "" if number else step.label
            named = set_cell_size(_at(names, number), self._name + _GAP)
            left = (
                Piece(set_cell_size(safe_text(label), self._label + _GAP), "quiet"),
                Piece(f"{named}{_at(asked, number)}"),
            )
            rows.append(placed(left, (), () if number else then, self._width))
        return rows


def _at(rows: list[str], number: int) -> str:
    return rows[number] if number < len(rows) else ""


def _widest(texts: Iterable[str]) -> int:
    return max((cell_len(safe_text(text)) for text in texts), default=0)
