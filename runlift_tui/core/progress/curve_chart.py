"""The chart of an exercise's curve, with what changed on the way: bests, plans, time without it."""

from collections.abc import Iterable, Sequence
from functools import partial

from runlift_tui.core.lists.charts import BEST, POINT, Band, ChartPoint, TimeChart
from runlift_tui.core.lists.ticks import Tick, value_ticks
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.progress.chart_window import GAP_DAYS, Window, values
from runlift_tui.core.progress.curves import Curve, Point

_BY_WHICH_ONE_IS_BEST = frozenset({Curve.E1RM, Curve.LOAD, Curve.COUNT})
LEGEND = f"{BEST} best so far"


def highs(points: Sequence[Point], curve: Curve) -> frozenset[int]:
    """Return the places of the points above all before them; the first is above none.

    A range is above another where its low end is, as everywhere a best set is told. More volume,
    or a larger difference of the sides, is nothing to be best at.
    """
    if curve not in _BY_WHICH_ONE_IS_BEST or not points:
        return frozenset()
    best, found = points[0].low, set()
    for place, each in enumerate(points):
        if each.low > best:
            best = each.low
            found.add(place)
    return frozenset(found)


def on_paper(points: Sequence[Point], best: frozenset[int]) -> tuple[ChartPoint, ...]:
    """Return points as a chart has them, the best ones marked."""
    return tuple(
        ChartPoint(each.day.toordinal(), each.low, each.high, BEST if place in best else POINT)
        for place, each in enumerate(points)
    )


def curve_chart(
    points: tuple[Point, ...],
    drawn: tuple[ChartPoint, ...],
    window: Window,
    bands: tuple[Band, ...] = (),
    chosen: int | None = None,
    unit: str = "",
) -> TimeChart:
    """Return the chart of a stretch of a curve.

    Args:
        points: Oldest first.
        drawn: The same, as `on_paper` has them.
        window: What is seen of them.
        bands: What is to stand under them.
        chosen: The place of the cursor.
        unit: What the values are of, in a few letters; it stands by the highest one of the axis.
    """
    low, high = values(points, window)
    is_best_seen = any(
        each.mark == BEST and window.first <= each.at <= window.last for each in drawn
    )
    return TimeChart(
        points=drawn,
        first=window.first,
        last=window.last,
        low=low,
        high=high,
        labels=partial(_with_unit, unit),
        chosen=chosen,
        bands=bands,
        joined=GAP_DAYS,
        legend=LEGEND if is_best_seen else "",
    )


def _with_unit(unit: str, low: float, high: float, most: int) -> tuple[Tick, ...]:
    """Return round values along an axis, the highest one with what it is of."""
    found = value_ticks(low, high, most)
    if not unit or not found:
        return found
    at, words = found[-1]
    return *found[:-1], (at, f"{words} {unit}")


def plan_bands(plans: Iterable[Plan]) -> tuple[Band, ...]:
    """Return when plans were followed, to be drawn under a curve."""
    return tuple(
        Band(
            plan.answers.start.toordinal(),
            plan.last_day.toordinal(),
            f"plan, {plan.answers.weeks} weeks",
        )
        for plan in plans
        if plan.last_day >= plan.answers.start
    )
