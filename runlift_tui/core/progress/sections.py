"""A part of the page on which training is looked back on: an answer, and the rows behind it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from runlift_tui.core.lists.charts import BarChart, SpreadChart, TimeChart
from runlift_tui.core.lists.tables import Column

HEAVY = "heavy"
"""The name of the section of the heavy set."""


class SectionLine(NamedTuple):
    """One row."""

    cells: tuple[str, ...]
    bar: str = ""
    """How much, at a glance; it stands behind the cells."""
    leads_to: str = ""
    """Id of the exercise whose page it leads to; empty for none."""


class Drawn(NamedTuple):
    """Some figures of a section as a chart."""

    name: str
    """In a word."""
    title: str
    """What is drawn, with its unit and since when."""
    chart: TimeChart | BarChart | SpreadChart
    read: Callable[[int], str]
    """Returns what there is to say of a point or a bar, by its place."""
    of_jumps: bool = False

    @property
    def steps(self) -> int:
        """How many points, or bars, one can walk along; 0 where there are none."""
        if isinstance(self.chart, TimeChart):
            return len(self.chart.points)
        return len(self.chart.bars) if isinstance(self.chart, BarChart) else 0


class Section(NamedTuple):
    """One part of the page."""

    name: str
    says: str
    """The answer, in a sentence."""
    columns: tuple[Column, ...]
    lines: Sequence[SectionLine]
    """The newest first, where they are of a time."""
    notes: tuple[str, ...]
    """What the figures are, and whose rule a rule is."""
    drawn: tuple[Drawn, ...] = ()
    """The same figures as charts, the most telling first; none where there is nothing to draw."""
    leads_to: str = ""
    """Id of the exercise that all of it is about; empty for none."""
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
