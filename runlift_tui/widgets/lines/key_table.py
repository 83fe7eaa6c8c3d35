"""Keys and what they mean, one under the other, each meaning wrapped under itself."""

from collections.abc import Sequence

from textual.geometry import Size

from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, Tone, width_of
from runlift_tui.widgets.base.wrapping import wrapped

_GAP = 3


class KeyTable(Part):
    """A table as high as it needs to be; its first line can stand out."""

    DEFAULT_CSS = "KeyTable { height: auto; width: 1fr; }"

    def __init__(self, keys: Sequence[KeyFace], *, now: KeyFace | None = None) -> None:
        """Show keys.

        Args:
            keys: In their order.
            now: What stands above them, set off: what the most needed one does at this moment.
        """
        super().__init__()
        self.faces = tuple(keys)
        """The keys, without the one that stands above them."""
        self._now = now

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return all rows."""
        lines = self.faces if self._now is None else (self._now, *self.faces)
        wide = max((width_of((Piece(safe_text(line.key)),)) for line in lines), default=0)
        rows: list[Pieces] = []
        for line in lines:
            tone: Tone = "mark" if line is self._now else ""
            key = safe_text(line.key)
            for text in wrapped(safe_text(line.word), max(1, width - wide - _GAP)):
                pad = " " * (wide - width_of((Piece(key),)) + _GAP)
                rows.append((Piece(key, tone or "strong"), Piece(f"{pad}{text}", tone)))
                key = ""
            if line is self._now:
                rows.append(())
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are."""
        return len(self.lines(width, 0))
