"""A few bars that lie one under the other: a label, a bar from zero, a figure."""

from textual.geometry import Size
from textual.reactive import var

from runlift_tui.core.lists.charts import RowBar
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces

_BAR, _GOAL = "━", "┃"
_GAP = 2
_LEAST = 8
"""Columns of a bar; where it would have fewer it goes, and its words stay."""


class RowBars(Part):
    """Bars, as long as they are much, with a stroke where each was to end."""

    DEFAULT_CSS = "RowBars { height: auto; width: 1fr; }"

    title: var[str] = var("", init=False)
    bars: var[tuple[RowBar, ...]] = var((), init=False)

    def show(self, title: str, bars: tuple[RowBar, ...]) -> None:
        """Show bars under a title."""
        if (title, bars) == (self.title, self.bars):
            return
        grows = len(bars) != len(self.bars)
        self.title, self.bars = title, bars
        self.refresh(layout=grows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return a row for the title, and one for each bar."""
        return 1 + len(self.bars)

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the title and the bars."""
        labels = max((len(bar.label) for bar in self.bars), default=0)
        told = max((len(bar.told) for bar in self.bars), default=0)
        room = width - labels - told - 2 * _GAP
        rows: list[Pieces] = [(Piece(safe_text(self.title), "strong"),)]
        for bar in self.bars:
            label = Piece(f"{safe_text(bar.label):<{labels + _GAP}}", "quiet")
            drawn = _bar(bar, room) if room >= _LEAST else ()
            gap = " " * _GAP if drawn else ""
            rows.append((label, *drawn, Piece(f"{gap}{safe_text(bar.told):>{told}}")))
        return rows


def _bar(bar: RowBar, room: int) -> Pieces:
    """Return a bar in so many columns; what is more than nothing is seen."""
    filled = max(1, round(room * min(1.0, bar.value / bar.of))) if bar.value > 0 else 0
    ink = Piece(_BAR * filled, bar.tone)
    blank = Piece(" " * (room - filled))
    if bar.goal is None:
        return ink, blank
    at = max(0, round(room * min(1.0, bar.goal / bar.of)) - 1)
    if at < filled:
        behind = Piece(_BAR * (filled - at - 1), bar.tone)
        return Piece(_BAR * at, bar.tone), Piece(_GOAL, "strong"), behind, blank
    return ink, Piece(" " * (at - filled)), Piece(_GOAL, "strong"), Piece(" " * (room - at - 1))
