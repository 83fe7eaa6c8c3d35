"""What is looked at of a section of progress: one of its charts and a point of it, or a row."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from runlift_tui.core.lists.charts import BarChart, Chart, SpreadChart, TimeChart
from runlift_tui.core.progress.sections import Drawn, Section
from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.pieces import shortened


class SectionView:
    """The first chart is shown at first, and the newest of it chosen."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.row = 0
        """The chosen row of the table."""
        self._shown = 0
        self._steps = [_begins(drawn) for drawn in section.drawn]

    @property
    def drawn(self) -> Drawn | None:
        """The chart that is shown; None where there is none."""
        return self.section.drawn[self._shown] if self.section.drawn else None

    @property
    def next(self) -> Drawn | None:
        """The chart after it, which a tall window has room for; None without another."""
        count = len(self.section.drawn)
        return self.section.drawn[(self._shown + 1) % count] if count > 1 else None

    def turn(self, by: int) -> None:
        """Show another chart; what is chosen of it stays, where both have the same weeks."""
        if self.drawn is not None:
            at, steps = self._steps[self._shown], self.drawn.steps
            self._shown = (self._shown + by) % len(self.section.drawn)
            if self.drawn.steps == steps:
                self._steps[self._shown] = at

    def move(self, by: int) -> None:
        """Go along the chart."""
        self.choose(self._steps[self._shown] + by if self._steps else 0)

    def choose(self, place: int) -> None:
        """Choose a point or a bar."""
        if self.drawn is not None:
            self._steps[self._shown] = max(0, min(place, self.drawn.steps - 1))

    def chart_of(self, drawn: Drawn) -> Chart:
        """Return a chart of the section with the chosen point marked, where it is of the same."""
        chart: TimeChart | BarChart | SpreadChart = drawn.chart
        if isinstance(chart, SpreadChart) or self.drawn is None:
            return chart
        is_same = drawn.steps == self.drawn.steps
        return chart._replace(chosen=self._steps[self._shown] if is_same else None)

    def tabs(self) -> Content:
        """Return the names of the charts, the one that is shown among them, and what it shows."""
        if self.drawn is None:
            return Content("")
        if self.next is None:
            return Content.styled(f" {safe_text(self.drawn.title)}", "$quiet")
        parts: list[tuple[str, str]] = []
        for drawn in self.section.drawn:
            tone = "reverse bold" if drawn is self.drawn else "$quiet"
            parts += [(f" {drawn.name} ", tone), (" ", "")]
        return Content.assemble(*parts, (f" {safe_text(self.drawn.title)}", "$quiet"))

    def head_of(self, drawn: Drawn) -> Content:
        """Return what the other chart shows."""
        return Content.assemble((f" {drawn.name} ", "$quiet"), (f"  {drawn.title}", "$quiet"))

    def reading(self) -> str:
        """Return what there is to say of the chosen point."""
        return safe_text(self.drawn.read(self._steps[self._shown])) if self.drawn else ""

    @property
    def leads_to(self) -> str:
        """Id of the exercise whose page the chosen row, or all of it, leads to; empty for none."""
        if self.section.lines and self.section.lines[self.row].leads_to:
            return self.section.lines[self.row].leads_to
        return self.section.leads_to


def _begins(drawn: Drawn) -> int:
    """Return the place that is chosen at first: the chart's own, or the newest."""
    chosen = None if isinstance(drawn.chart, SpreadChart) else drawn.chart.chosen
    return max(0, drawn.steps - 1) if chosen is None else chosen


def answers(views: Sequence[SectionView], shown: int, room: int) -> Content:
    """Return what every section says in so many cells, the one that is shown marked."""
    width = max(len(view.section.name) for view in views)
    parts = []
    for number, view in enumerate(views):
        now = number == shown
        name = f"{'▸' if now else ' '} {view.section.name:<{width}}   "
        tones = ("bold $primary", "bold") if now else ("$quiet", "")
        said = shortened(safe_text(view.section.says), room - cell_len(name))
        parts.append(Content.assemble((name, tones[0]), (said, tones[1])))
    return Content("\n").join(parts)
