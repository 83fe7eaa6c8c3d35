"""The first chart of a run, imported and drawn, over a plain screen of rows: in processor time."""

import subprocess
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, interleaved, median

A_CHART_MS = 20.0
BEFORE = """
import time
import runlift_tui.app
from runlift_tui.screens.home.home import HomeScreen
began = time.process_time_ns()
"""
"""What home has imported counts for neither."""
AFTER = """
print((time.process_time_ns() - began) / 1e6)
"""
PLAIN = """
from runlift_tui.widgets.lists.listing import Listing, Row
listing = Listing()
listing.set_reactive(Listing.rows, tuple(Row(f"row {n}", "a note") for n in range(36)))
assert len(listing.lines(120, 36)) == 36
"""
CURVE = """
from runlift_tui.core.lists.charts import ChartPoint, TimeChart
from runlift_tui.core.lists.ticks import value_ticks
from runlift_tui.widgets.charts.chart_view import ChartView
points = tuple(ChartPoint(732_000.0 + 5 * n, 20.0 + n % 7, 24.0 + n % 7) for n in range(1000))
view = ChartView()
view.set_reactive(
    ChartView.chart, TimeChart(points, 731_990.0, 737_010.0, 19.0, 32.0, value_ticks, 999)
)
assert len(view.lines(120, 36)) == 36
"""
BARS = """
from runlift_tui.core.lists.charts import BarChart, ChartBar
from runlift_tui.widgets.charts.chart_view import ChartView
view = ChartView()
bars = tuple(ChartBar(732_000.0 + 7 * n, 10.0 * (n % 9)) for n in range(1000))
view.set_reactive(ChartView.chart, BarChart(bars, 999))
assert len(view.lines(120, 36)) == 36
"""


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure charts of a thousand values in a window of 120x36."""
    codes = {"plain": PLAIN, "a curve": CURVE, "bars": BARS}
    found = interleaved({name: _first(bench, code) for name, code in codes.items()}, bench.rounds)
    plain = median(found.pop("plain"))
    for name, times in found.items():
        what = f"the first chart, {name}, over a plain screen of rows"
        yield Figure(what, median(times), plain, "ms", A_CHART_MS, Rule.PLUS)


def _first(bench: Bench, code: str) -> Callable[[], float]:
    """Return what draws once in a fresh interpreter, and returns its milliseconds."""

    def run() -> float:
        argv = [sys.executable, "-c", f"{BEFORE}{code}{AFTER}"]
        done = subprocess.run(argv, env=bench.env, capture_output=True, text=True, check=True)
        return float(done.stdout)

    return run
