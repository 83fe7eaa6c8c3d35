"""The widget that draws every chart there is."""

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.lists.charts import BarChart, Chart, TimeChart
from runlift_tui.looks.glyphs import ascii_now
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Pieces
from runlift_tui.widgets.charts.in_bars import bar_under, in_bars, spread_out
from runlift_tui.widgets.charts.over_time import nearest, over_time, space_of


class ChartClicked(Message):
    """A place in a chart was clicked."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        """Of the nearest point, or of the bar, in the chart's own."""


class ChartScrolled(Message):
    """The wheel was turned over a chart."""

    def __init__(self, by: int, at: float) -> None:
        super().__init__()
        self.by = by
        """Notches: away from the athlete below zero, which is closer."""
        self.at = at
        """The day under the pointer; 0 where a chart has no days."""


def drawn(chart: Chart, width: int, height: int) -> list[Pieces]:
    """Return a chart in so many cells."""
    if width < 1 or height < 1:
        return []
    if isinstance(chart, TimeChart):
        return over_time(chart, width, height, fine=not ascii_now())
    if isinstance(chart, BarChart):
        return in_bars(chart, width, height)
    return spread_out(chart, width, height)


class ChartView(Part):
    """A chart; keys are its screen's."""

    DEFAULT_CSS = "ChartView { height: 1fr; width: 1fr; }"

    chart: var[Chart | None] = var(None, init=False)

    def watch_chart(self) -> None:
        """Show another chart."""
        self.redraw()

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the chart in so many cells."""
        return [] if self.chart is None else drawn(self.chart, width, height)

    def on_click(self, event: Click) -> None:
        """Say what was clicked."""
        place = None
        if isinstance(self.chart, TimeChart):
            place = nearest(self.chart, *self.size, event.x)
        elif isinstance(self.chart, BarChart):
            place = bar_under(self.chart, self.size.width, event.x)
        if place is not None:
            self.post_message(ChartClicked(place))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Ask for a closer look."""
        self._scroll(-1, event.x)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Ask for a look from further away."""
        self._scroll(1, event.x)

    def _scroll(self, by: int, x: int) -> None:
        at = 0.0
        if isinstance(self.chart, TimeChart):
            at = space_of(self.chart, *self.size)[0].day(x)
        self.post_message(ChartScrolled(by, at))
