"""The charts of one section of progress: the chosen one, the next where there is room, in words."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.screens.progress.section_view import SectionView
from runlift_tui.widgets.charts.chart_view import ChartView


class SectionCurves(Vertical):
    """What is drawn, its name above it, the chosen point in words below."""

    def compose(self) -> ComposeResult:
        """Yield both charts with their names, and the line that reads a point out."""
        yield Static(id="curves", markup=False)
        yield ChartView(id="first")
        yield Static(id="second-curve", markup=False)
        yield ChartView(id="second")
        yield Static(id="reading", markup=False)

    def show(self, view: SectionView) -> None:
        """Show what is looked at."""
        self.set_class(view.next is not None, "-two")
        for drawn, name in ((view.drawn, "#first"), (view.next, "#second")):
            if drawn is not None:
                chart = self.query_one(name, ChartView)
                chart.set_class(drawn.of_jumps, "-jumps")
                chart.chart = view.chart_of(drawn)
        self.query_one("#curves", Static).update(view.tabs())
        if view.next is not None:
            self.query_one("#second-curve", Static).update(view.head_of(view.next))
        self.query_one("#reading", Static).update(Content(view.reading()))
