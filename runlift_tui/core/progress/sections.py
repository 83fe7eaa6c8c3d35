"""A part of the page on which training is looked back on: an answer, and the rows behind it."""

from typing import NamedTuple

from runlift_tui.core.lists.tables import Column


class SectionLine(NamedTuple):
    """One row."""

    cells: tuple[str, ...]
    bar: str = ""
    """How much, at a glance; it stands behind the cells."""
    leads_to: str = ""
    """Id of the exercise whose page it leads to; empty for none."""


class Section(NamedTuple):
    """One part of the page."""

    name: str
    says: str
    """The answer, in a sentence."""
    columns: tuple[Column, ...]
    lines: tuple[SectionLine, ...]
    """The newest first, where they are of a time."""
    notes: tuple[str, ...]
    """What the figures are, and whose rule a rule is."""
    empty: str = "No session yet. {progress.back} leads home, {home.space} begins one there."
    """What stands in the place of the rows where there are none."""


DAYS_COMPARED = 28
"""Four weeks, against the four before."""
_WHOLE, _HALF = "━", "╸"


def bar(value: float, most: float, width: int) -> str:
    """Return a bar of up to `width` cells; something, however little, is seen."""
    if value <= 0 or most <= 0:
        return ""
    halves = max(1, round(2 * width * min(value, most) / most))
    return _WHOLE * (halves // 2) + _HALF * (halves % 2)
