"""Lines of a quiet label and what it says, wrapped under themselves."""

from collections.abc import Callable, Iterator, Sequence

from textual.geometry import Size
from textual.reactive import var

from runlift_tui.core.lists.lines import SPACE, SheetLine
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut
from runlift_tui.widgets.base.wrapping import wrapped

_GAP = 2


class Sheet(Part):
    """A sheet; what does not fit below is left out, and the last row says so."""

    DEFAULT_CSS = "Sheet { height: 1fr; width: 1fr; }"

    sheet: var[tuple[SheetLine, ...]] = var(())
    more: var[str] = var("")
    """What the last row says where something is left out."""

    def watch_sheet(self) -> None:
        """Show the new sheet."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows that fit."""
        return self.fitting((self.sheet,), width, height)

    def fitting(
        self, sheets: Sequence[tuple[SheetLine, ...]], width: int, height: int
    ) -> list[Pieces]:
        """Return the rows of the first sheet that fits, spaced or not; else those of the last."""
        rows: list[Pieces] = []
        for sheet in sheets:
            for spaced in (True, False):
                rows = _all(sheet, width, spaced=spaced)
                if len(rows) <= height:
                    return rows
        return [*rows[: height - 1], cut((Piece(safe_text(self.more), "quiet"),), width)]

    def has_room_for(self, sheet: tuple[SheetLine, ...]) -> bool:
        """Whether all of a sheet could be shown, with space between its groups."""
        width, height = self.content_size
        return 0 < len(_all(sheet, width, spaced=True)) <= height

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are, for a sheet that is as high as it needs to be."""
        return len(_all(self.sheet, width, spaced=True))


class ShorterSheet(Sheet):
    """A sheet that is told shorter, and not cut, where all of it has no room."""

    told: var[Callable[[int], Sequence[tuple[SheetLine, ...]]] | None] = var(None)
    """Returns it for so many cells in width: all of it, then ever less; None for nothing."""

    def watch_told(self) -> None:
        """Show what there is room for."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the rows of as much as has room."""
        return [] if self.told is None else self.fitting(self.told(width), width, height)


def _all(sheet: tuple[SheetLine, ...], width: int, *, spaced: bool) -> list[Pieces]:
    labels = max((len(line.label) for line in sheet), default=0)
    rows: list[Pieces] = []
    head = True
    for line in sheet:
        if line == SPACE and not spaced:
            continue
        # What stands above the first label is the head, and has the whole width.
        head = head and not line.label and line != SPACE
        rows += _rows(line, 0 if head else labels, width)
    return rows


def _rows(line: SheetLine, labels: int, width: int) -> Iterator[Pieces]:
    indent = labels + _GAP if labels else 0
    label = f"{line.label:>{labels}}{' ' * _GAP}" if labels else ""
    for text in wrapped(safe_text(line.text), max(1, width - indent)):
        yield (Piece(label, "quiet"), Piece(text, line.tone))
        label = " " * indent
