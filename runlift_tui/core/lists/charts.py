"""What a chart shows, as plain values: over time, in bars from zero, as how values spread.

Days count as `date.toordinal` does. Who draws it decides how many cells each thing takes.
"""

from collections.abc import Callable
from typing import Literal, NamedTuple

from runlift_tui.core.lists.ticks import Tick

POINT, ESTIMATE, BEST, CURSOR = "●", "○", "▲", "◆"
"""What stands for a value, one that is worked out, one above all before it, the chosen one.

They are four in ASCII, too."""


class ChartPoint(NamedTuple):
    """One value, or a range, on a day."""

    at: float
    low: float
    high: float
    mark: str = POINT

    @property
    def middle(self) -> float:
        """Where its mark stands."""
        return (self.low + self.high) / 2


class Across(NamedTuple):
    """A value that a line stands for, from a day on."""

    value: float
    words: str
    since: float = 0.0


class Band(NamedTuple):
    """A stretch of days under the curve."""

    first: float
    last: float
    words: str


class TimeChart(NamedTuple):
    """Values over time; points further apart than `joined` days have no line between them."""

    points: tuple[ChartPoint, ...]
    """Oldest first."""
    first: float
    """The day at the left end."""
    last: float
    low: float
    """The value at the foot."""
    high: float
    labels: Callable[[float, float, int], tuple[Tick, ...]]
    """Returns the words of the axis between two values, at most about so many."""
    chosen: int | None = None
    across: Across | None = None
    bands: tuple[Band, ...] = ()
    joined: float = float("inf")
    legend: str = ""
    """What marks mean, in words; it stands where nothing else does, or not at all."""


class ChartBar(NamedTuple):
    """How much of a week, or of any stretch of days that follow each other."""

    first: float
    """Its first day."""
    value: float | None
    """None for a stretch of which nothing is known, or in which nothing was done."""
    goal: float | None = None
    """What it was to be."""


class BarChart(NamedTuple):
    """Bars from zero, the newest at the right; as many are shown as there is room for."""

    bars: tuple[ChartBar, ...]
    """Oldest first."""
    chosen: int | None = None


class Spread(NamedTuple):
    """How the values of one kind spread, or what there is to say while they are too few."""

    label: str
    quarter: float = 0.0
    middle: float | None = None
    """None where there is no value."""
    three_quarters: float = 0.0
    note: str = ""
    """At the right."""
    stands_out: bool = False
    """Whether it is told apart from the others."""


class SpreadChart(NamedTuple):
    """Kinds one under the other along one scale."""

    spreads: tuple[Spread, ...]
    low: int
    high: int


BarTone = Literal["figure", "work", "priming", "rest"]
"""Its place's own colour, or that of a state."""


class RowBar(NamedTuple):
    """One bar of a few that lie one under the other, each with its own words."""

    label: str
    value: float
    """From zero."""
    of: float
    """What the whole width stands for, in the unit of the value; more than 0."""
    told: str
    """The figure behind it."""
    goal: float | None = None
    """What it was to be; None where nothing was."""
    tone: BarTone = "figure"


Chart = TimeChart | BarChart | SpreadChart
