"""Bars from zero, a week each, the newest at the right; and values spread along one scale."""

from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from runlift_tui.core.lists.charts import BarChart, ChartBar, Spread, SpreadChart
from runlift_tui.core.lists.ticks import top_of
from runlift_tui.core.words.days import MONTHS
from runlift_tui.widgets.base.pieces import Pieces, Tone
from runlift_tui.widgets.charts.canvas import EIGHTHS, Canvas

_GAP = 2
_FEW, _LEAST_COUNT, _WIDEST = 12, 8, 6
"""Bars that share the width when there are no more, as if there were at least so many, and how
wide one gets at most."""
_LEAST_PITCH, _MOST_PITCH = 1, 4


class InSight(NamedTuple):
    """Which bars are seen, and where they stand."""

    left: int
    begins: int
    """The place of the first that is seen."""
    seen: int
    wide: int
    """Columns of a bar; one is left free behind it."""


def in_sight(chart: BarChart, width: int) -> InSight:
    """Return where the bars stand: the last ones, or those round the chosen one."""
    left = len(f"{_top(chart)}") + _GAP
    if width - left < 2:
        left = 0
    room = width - left
    count = max(1, min(len(chart.bars), _FEW))
    usual = 1 if width < 100 else 2 if width < 140 else 3
    wide = max(1, min(max(usual, room // max(count, _LEAST_COUNT) - 1), _WIDEST))
    if len(chart.bars) > _FEW:
        wide = usual
    seen = max(1, min(len(chart.bars), (room + 1) // (wide + 1)))
    begins = len(chart.bars) - seen
    if chart.chosen is not None:
        begins = min(begins, max(0, chart.chosen - seen // 2))
    return InSight(left, begins, seen, wide)


def in_bars(chart: BarChart, width: int, height: int) -> list[Pieces]:
    """Return bars in so many cells."""
    canvas = Canvas(width, height)
    place = in_sight(chart, width)
    rows, top = max(1, height - 1), _top(chart)
    if place.left:
        middle = {rows // 2: f"{top // 2}"} if rows >= 6 and top % 2 == 0 else {}
        for y, words in {0: f"{top}", **middle, rows - 1: "0"}.items():
            canvas.put(place.left - _GAP - len(words), y, words, "quiet")
    seen = chart.bars[place.begins : place.begins + place.seen]
    for number, bar in enumerate(seen):
        x = place.left + number * (place.wide + 1)
        is_chosen = chart.chosen == place.begins + number
        _draw_bar(canvas, bar, (x, place.wide), (rows, top), is_chosen=is_chosen)
    _months(canvas, seen, place)
    return canvas.rows()


def bar_under(chart: BarChart, width: int, x: int) -> int | None:
    """Return the place of the bar at a column; None where there is none."""
    place = in_sight(chart, width)
    number = (x - place.left) // (place.wide + 1)
    return place.begins + number if 0 <= number < place.seen else None


def _top(chart: BarChart) -> int:
    """Return the even value at which the axis ends, the same wherever one looks."""
    values = [value for bar in chart.bars for value in (bar.value, bar.goal) if value is not None]
    return top_of(max(values, default=0.0))


def _draw_bar(
    canvas: Canvas,
    bar: ChartBar,
    place: tuple[int, int],
    scale: tuple[int, int],
    *,
    is_chosen: bool,
) -> None:
    (x, wide), (rows, top) = place, scale
    filled = 0
    if bar.value:
        filled = max(1, round(8 * rows * bar.value / top))
    tone: Tone = "cursor" if is_chosen else "figure"
    for y in range(rows):
        eighths = max(0, min(8, filled - 8 * (rows - 1 - y)))
        if eighths:
            canvas.put(x, y, EIGHTHS[eighths] * wide, tone)
        elif is_chosen:
            canvas.put(x + wide // 2, y, "┊", "cursor")
    if bar.goal is not None:
        y = rows - 1 - min(rows - 1, int(rows * bar.goal / top))
        # On a bar the line stands on the bar's own ground: a blank one would cut it in two.
        canvas.put(x, y, "─" * wide, "chip" if filled >= 8 * (rows - y) else "strong")


def _months(canvas: Canvas, seen: tuple[ChartBar, ...], place: InSight) -> None:
    """Write the months under the first bar of each, and the year where one begins, or the bars."""
    days = [date.fromordinal(int(bar.first)) for bar in seen]
    firsts = [n for n, day in enumerate(days) if not n or day.month != days[n - 1].month]
    end = 0
    for number, following in zip_longest(firsts, firsts[1:]):
        day = days[number]
        x = place.left + number * (place.wide + 1)
        words = f"{day.year}" if day.month == 1 else MONTHS[day.month - 1]
        dated = f"{MONTHS[day.month - 1]} {day.year}"
        room = canvas.width if following is None else place.left + following * (place.wide + 1)
        if not number and day.month > 1 and x + len(dated) < room:
            words = dated
        if x >= end and x + len(words) <= canvas.width:
            canvas.put(x, canvas.height - 1, words, "quiet")
            end = x + len(words) + 1
    if place.begins > 0:
        canvas.put(place.left - _GAP, canvas.height - 1, "‹", "quiet")


def spread_out(chart: SpreadChart, width: int, height: int) -> list[Pieces]:
    """Return how values spread, a row a kind, the scale under them."""
    canvas = Canvas(width, height)
    count = max(1, len(chart.spreads))
    pitch = max(_LEAST_PITCH, min(_MOST_PITCH, (height - 1) // count))
    left = max((len(each.label) for each in chart.spreads), default=0) + _GAP + 1
    notes = max((len(each.note) for each in chart.spreads), default=0) + _GAP + 1
    columns = width - left - notes
    if columns < 9:
        columns = width - left
    for number, each in enumerate(chart.spreads):
        _draw_spread(canvas, chart, each, number * pitch, (left, columns))
    for value in range(chart.low, chart.high + 1):
        x = left + _along(chart, value, columns)
        canvas.put(x, min(height - 1, count * pitch), f"{value}", "quiet")
    return canvas.rows()


def _along(chart: SpreadChart, value: float, columns: int) -> int:
    return round((value - chart.low) / (chart.high - chart.low) * (columns - 1))


def _draw_spread(
    canvas: Canvas, chart: SpreadChart, spread: Spread, y: int, place: tuple[int, int]
) -> None:
    left, columns = place
    tone: Tone = "good" if spread.stands_out else "figure"
    canvas.put(0, y, spread.label, "good" if spread.stands_out else "")
    canvas.put(left, y, "·" * columns, "quiet")
    if spread.middle is not None:
        ends = [_along(chart, value, columns) for value in (spread.quarter, spread.three_quarters)]
        canvas.put(left + ends[0], y, "━" * (ends[1] - ends[0] + 1), tone)
        canvas.put(left + _along(chart, spread.middle, columns), y, "●", tone)
    canvas.put(left + columns + _GAP + 1, y, spread.note, tone if spread.stands_out else "quiet")
