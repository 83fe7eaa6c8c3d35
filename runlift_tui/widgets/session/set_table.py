"""The sets of a session as a table, laid out for whatever width it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget

from runlift_tui.core.face.set_rows import SummaryRow, table
from runlift_tui.core.words.text import safe_text

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions


class SetTable(Visual):
    """What a widget shows: the head quiet, a line a set, the one that it is about bold."""

    def __init__(
        self, rows: tuple[SummaryRow, ...], now: int | None, *, rests: bool = True
    ) -> None:
        """Show sets.

        Args:
            rows: The sets.
            now: The place of the one that it is about; None for none.
            rests: Whether the rests have a column.
        """
        self._rows = rows
        self._now = now
        self._rests = rests

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines, as wide as asked for."""
        return self._laid(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the columns of the longest line."""
        return self._laid(container_width).get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return a row a set, and one for the head."""
        return len(self._rows) + 1

    def _laid(self, width: int) -> Content:
        head, *lines = table(self._rows, self._now, width, rests=self._rests)
        shown = [Content.styled(safe_text(head[0]), "$quiet")]
        shown += (Content.styled(safe_text(text), "bold" if is_it else "") for text, is_it in lines)
        return Content("\n").join(shown)


def bring_into_sight(table: Widget, place: int) -> None:
    """Scroll what a table of sets stands in until one of them is in its middle."""
    stage = next(each for each in table.ancestors if isinstance(each, VerticalScroll))
    top = table.virtual_region.y + 1 + place
    stage.scroll_to(y=max(0, top - stage.size.height // 2), animate=False)
