"""The chart of the 5K: races over time, and what groups in studies did from the first of them."""

from collections.abc import Sequence

from runlift_tui.core.lists.charts import ESTIMATE, POINT, Across, ChartPoint, TimeChart
from runlift_tui.core.lists.ticks import time_ticks
from runlift_tui.core.runs.five_k import GROUP_PER_CENT, FiveK, group_time

_EDGE_SHARE, _EDGE_DAYS, _EDGE_S = 0.03, 5, 5
"""Space round the points, so that none stands on an edge."""
LEGEND = f"╌ study groups' average, no forecast   {POINT} 5K"
LEGEND_ESTIMATE = f"   {ESTIMATE} from another distance"


def five_k_chart(fives: Sequence[FiveK], chosen: int | None = None) -> TimeChart:
    """Return the chart of races, at least one, given oldest first; the lower, the faster."""
    days = [each.day.toordinal() for each in fives]
    groups = group_time(fives[0])
    times = [*(each.seconds for each in fives), groups]
    edge_x = max(_EDGE_DAYS, _EDGE_SHARE * (days[-1] - days[0]))
    edge_y = max(_EDGE_S, _EDGE_SHARE * (max(times) - min(times)))
    points = (
        ChartPoint(day, each.seconds, each.seconds, ESTIMATE if each.is_estimate else POINT)
        for day, each in zip(days, fives, strict=True)
    )
    return TimeChart(
        points=tuple(points),
        first=days[0] - edge_x,
        last=days[-1] + edge_x,
        low=min(times) - edge_y,
        high=max(times) + edge_y,
        labels=time_ticks,
        chosen=chosen,
        across=Across(groups, f"study groups: about {GROUP_PER_CENT:g} % faster", days[0]),
    )


def legend(fives: Sequence[FiveK]) -> str:
    """Return what the marks of the chart mean, in a line."""
    return LEGEND + (LEGEND_ESTIMATE if any(each.is_estimate for each in fives) else "")
