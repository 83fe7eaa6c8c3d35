"""A chart over time: points and ranges, lines between those that belong together, a cursor."""

from itertools import groupby, pairwise
from statistics import fmean
from typing import NamedTuple

from runlift_tui.core.lists.charts import BEST, CURSOR, ChartPoint, TimeChart
from runlift_tui.core.lists.ticks import Tick, date_ticks
from runlift_tui.widgets.base.pieces import Pieces, Tone
from runlift_tui.widgets.charts.canvas import ACROSS, DOWN, Canvas, placed_free

_DATE = 7
"""Columns that the words of a date need."""
_FEW, _MORE_EACH = 6, 8
"""Words at the left, in a second row each, in a low chart; one more for so many rows more."""
_DENSE = 0.5
"""Points a column from which on each is a dot, and one line goes through the mean of them."""
_A_RANGE, _A_MARK = 8, 3
"""Columns that a range as a bar needs, so that bars stay apart, and those that a mark needs."""
MEAN = "line: mean of days close together"
"""What the line is where there are more points than columns."""
_STRETCH = 2
"""Columns of which a band has one value: the mean of the points that fall there."""
_GAP = 2
"""Between the words of the axis and the curve."""
_LEAST_BAND = 8
"""Rows from which on one is given to what lies under the curve."""


class Space(NamedTuple):
    """Where on the canvas the curve is, and what of it stands where."""

    left: int
    columns: int
    rows: int
    first: float
    last: float
    low: float
    high: float

    def x(self, at: float) -> float:
        """Return the place of a day, in cells."""
        share = (at - self.first) / ((self.last - self.first) or 1.0)
        return self.left + share * (self.columns - 1) + 0.5

    def y(self, value: float) -> float:
        """Return the place of a value, in cells from the top."""
        share = (self.high - value) / ((self.high - self.low) or 1.0)
        return share * (self.rows - 1) + 0.5

    def day(self, x: int) -> float:
        """Return the day at a column."""
        share = (x - self.left) / max(1, self.columns - 1)
        return self.first + share * (self.last - self.first)

    def has(self, at: float) -> bool:
        """Whether a day is in sight."""
        return self.first <= at <= self.last


def space_of(chart: TimeChart, width: int, height: int) -> tuple[Space, tuple[Tick, ...]]:
    """Return where the curve stands in so many cells, and the words at its left."""
    banded = any(each.last >= chart.first and each.first <= chart.last for each in chart.bands)
    rows = max(1, height - 1 - (banded and height >= _LEAST_BAND))
    ticks = chart.labels(chart.low, chart.high, max(2, min(rows // 2, _FEW + rows // _MORE_EACH)))
    left = max((len(words) for _, words in ticks), default=0) + _GAP
    if width - left < 2 * _DATE:
        left, ticks = 0, ()
    ends = (chart.first, chart.last, chart.low, chart.high)
    return Space(left, max(1, width - left), rows, *ends), ticks


def over_time(chart: TimeChart, width: int, height: int, *, fine: bool) -> list[Pieces]:
    """Return a chart over time in so many cells."""
    canvas = Canvas(width, height, fine=fine)
    space, ticks = space_of(chart, width, height)
    _label(canvas, space, ticks)
    seen = [each for each in chart.points if space.has(each.at)]
    parts = _parted(seen, chart.joined)
    is_dense = len(seen) > _DENSE * space.columns
    ranges = any(each.high > each.low for each in seen)
    if is_dense or (ranges and len(seen) * _A_RANGE > space.columns):
        if not ranges:
            _draw_dots(canvas, space, seen)
        for some in parts:
            _draw_between(canvas, space, some)
        _mark(canvas, space, seen, only_best=is_dense or len(seen) * _A_MARK > space.columns)
    else:
        for some in parts:
            _draw_points(canvas, space, some)
    _draw_cursor(canvas, chart, space)
    _draw_across(canvas, chart, space)
    for before, after in pairwise(parts):
        _say_gap(canvas, space, before[-1], after[0])
    _draw_bands(canvas, chart, space)
    told = "   ".join(filter(None, (chart.legend, MEAN if is_dense else "")))
    ends = (0, space.rows - 1, 1, space.rows - 2)
    for words in (told, chart.legend):
        if words and placed_free(canvas, words, ends, space.left, "quiet"):
            break
    return canvas.rows()


def nearest(chart: TimeChart, width: int, height: int, x: int) -> int | None:
    """Return the place of the point nearest to a column; None where there is none."""
    space, _ = space_of(chart, width, height)
    day, places = space.day(x), range(len(chart.points))
    return min(places, key=lambda place: abs(chart.points[place].at - day), default=None)


def _label(canvas: Canvas, space: Space, ticks: tuple[Tick, ...]) -> None:
    for value, words in ticks:
        canvas.put(space.left - _GAP - len(words), int(space.y(value)), words, "quiet")
    end = 0
    for at, words in date_ticks(space.first, space.last, max(1, space.columns // _DATE)):
        x = int(space.x(at))
        if x >= end and x + len(words) <= canvas.width:
            canvas.put(x, canvas.height - 1, words, "quiet")
            end = x + len(words) + 1


def _parted(seen: list[ChartPoint], joined: float) -> list[list[ChartPoint]]:
    """Return points that follow each other, apart where they are too far from each other."""
    found = [seen[:1]] if seen else []
    for before, after in pairwise(seen):
        if after.at - before.at > joined:
            found.append([])
        found[-1].append(after)
    return found


def _draw_points(canvas: Canvas, space: Space, some: list[ChartPoint]) -> None:
    """Draw every point by itself, a range as a bar, neighbours in time joined."""
    places = [(space.x(each.at), space.y(each.middle)) for each in some]
    for start, end in pairwise(places):
        canvas.line(start, end, "quiet")
    for each in some:
        top, foot = int(space.y(each.high)), int(space.y(each.low))
        for row in range(top, foot + 1):
            canvas.put(int(space.x(each.at)), row, "│", "figure")
    _mark(canvas, space, some)


def _mark(canvas: Canvas, space: Space, some: list[ChartPoint], *, only_best: bool = False) -> None:
    for each in some:
        if each.mark == BEST or not only_best:
            tone: Tone = "good" if each.mark == BEST else "figure"
            canvas.put(int(space.x(each.at)), int(space.y(each.middle)), each.mark, tone)


def _draw_between(canvas: Canvas, space: Space, some: list[ChartPoint]) -> None:
    """Draw points that follow each other as one line, ranges with their two edges beside it.

    Marks and bars of so many would run together.
    """
    by_place = groupby(some, key=lambda each: int(space.x(each.at)) // _STRETCH)
    groups = [list(each) for _, each in by_place]
    means = [
        tuple(fmean(values) for values in zip(*(each[:3] for each in group), strict=True))
        for group in groups
    ]
    places = [(space.x(at), space.y(low), space.y(high)) for at, low, high in means]
    if len(places) == 1:
        ((x, foot, top),) = places
        canvas.line((x, top), (x, foot), "quiet")
        canvas.dot(x, (top + foot) / 2, "figure")
    for (x1, foot1, top1), (x2, foot2, top2) in pairwise(places):
        canvas.line((x1, foot1), (x2, foot2), "quiet")
        canvas.line((x1, top1), (x2, top2), "quiet")
    for (x1, foot1, top1), (x2, foot2, top2) in pairwise(places):
        canvas.line((x1, (foot1 + top1) / 2), (x2, (foot2 + top2) / 2), "figure")


def _draw_dots(canvas: Canvas, space: Space, seen: list[ChartPoint]) -> None:
    """Draw every point as a dot; what falls together, once."""
    masks: dict[int, int] = {}
    for each in seen:
        x, y = int(space.x(each.at) * ACROSS), int(space.y(each.middle) * DOWN)
        masks[x] = masks.get(x, 0) | 1 << max(0, y)
    canvas.columns(masks, "quiet")


def _draw_cursor(canvas: Canvas, chart: TimeChart, space: Space) -> None:
    if chart.chosen is None or not 0 <= chart.chosen < len(chart.points):
        return
    point = chart.points[chart.chosen]
    if not space.has(point.at):
        return
    x, y = int(space.x(point.at)), int(space.y(point.middle))
    for row in range(space.rows):
        canvas.put(x, row, CURSOR if row == y else "┊", "cursor")


def _draw_across(canvas: Canvas, chart: TimeChart, space: Space) -> None:
    """Draw a line for a value, with its words where nothing else stands."""
    if chart.across is None:
        return
    y = int(space.y(chart.across.value))
    begins = max(space.left, int(space.x(max(chart.across.since, space.first))))
    for x in range(begins, canvas.width):
        if 0 <= y < space.rows and not canvas.has_letter(x, y):
            canvas.put(x, y, "╌", "good")
    beside = (y - 1, y + 1) if y + 1 < space.rows else (y - 1,)
    placed_free(canvas, chart.across.words, beside, begins, "good")


def _say_gap(canvas: Canvas, space: Space, before: ChartPoint, after: ChartPoint) -> None:
    """Say how long nothing was done, where there is room between two points."""
    days = round(after.at - before.at)
    begins, ends = int(space.x(before.at)) + 1, int(space.x(after.at))
    y = int((space.y(before.middle) + space.y(after.middle)) / 2)
    for words in (f"{days} days without", f"{days} days", f"{days} d"):
        if len(words) + 2 <= ends - begins:
            x = begins + (ends - begins - len(words)) // 2
            if canvas.is_free(x, y, len(words)):
                canvas.put(x, y, words, "quiet")
            return


def _draw_bands(canvas: Canvas, chart: TimeChart, space: Space) -> None:
    y = space.rows
    if y >= canvas.height - 1:
        return
    for band in chart.bands:
        if band.last < space.first or band.first > space.last:
            continue
        x1, x2 = (int(space.x(min(max(at, space.first), space.last))) for at in band[:2])
        canvas.put(x1, y, "├" + "─" * (x2 - x1 - 1) + "┤" * (x2 > x1), "cursor")
        words = f" {band.words} "
        inside, before = len(words) + 4 <= x2 - x1, x1 - len(words)
        for x in (x1 + 2 if inside else before, x2 + 1):
            if inside or (x >= space.left and canvas.is_free(x, y, len(words))):
                canvas.put(x, y, words, "cursor")
                break
