"""Lines of a quiet label and what it says, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.wrapping import wrapped

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

_GAP = 3
_LEAST_WIDTH = 16
"""Columns of text below which the label stands in the way: a line goes on from the left edge."""

Labels = tuple[tuple[str, str], ...]


class Labelled(Visual):
    """What a widget shows: a line too long for it goes on under its text, not under its label."""

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a label, or nothing, and a text."""
        self._lines: Labels = tuple(lines)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines, as wide as asked for."""
        return _laid(self._lines, width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the columns of the longest line."""
        return _laid(self._lines, 0).get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the rows in a space so wide."""
        return _laid(self._lines, width).get_height(rules, width)


@lru_cache(maxsize=16)
def _laid(lines: Labels, width: int) -> Content:
    """Return the lines broken for a space so wide; unbroken where that is 0."""
    labels = max((len(label) for label, _ in lines), default=0)
    edge = labels + (_GAP if labels else 0)
    room = width - edge
    shown: list[Content] = []
    for label, text in lines:
        whole = safe_text(text)
        rows = wrapped(whole, room) if room >= _LEAST_WIDTH else [whole]
        for number, row in enumerate(rows):
            before = "" if number else label
            shown.append(Content.assemble((f"{before:>{labels}}".ljust(edge), "$quiet"), row))
    return Content("\n").join(shown)
