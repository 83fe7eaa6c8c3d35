"""Races as 5Ks over time, and what groups did on average from the first of them."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.color import Color
from textual.events import Resize
from textual.reactive import var
from textual_plot import AxisFormatter, HiResMode, PlotWidget

from runlift_tui.charts.canvas import styled
from runlift_tui.core.runs.five_k import FiveK, group_time
from runlift_tui.core.runs.five_k_axes import Span, Tick, day_ticks, span, time_ticks

_WORDS, _ROWS = 11, 3
"""Cells that the words of a tick need, along and across."""
_LEFT, _BELOW = 8, 2
"""Cells that the axes take."""


class _Axis(AxisFormatter):
    """An axis whose words a function says."""

    def __init__(self, ticks: Callable[[float, float, int], list[Tick]]) -> None:
        self._ticks = ticks
        self.most = 8
        """How many there is room for."""

    def get_ticks(self, min_: float, max_: float, max_ticks: int = 8) -> list[float]:
        """Return where the ticks stand."""
        return [at for at, _ in self._ticks(min_, max_, self.most)]

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Return what the ticks say, of those that stand there now."""
        if not ticks:
            return []
        said = dict(self._ticks(min(ticks) - 1, max(ticks) + 1, max(self.most, len(ticks))))
        return [said.get(at, "") for at in ticks]

    def get_ticks_and_labels(
        self, min_: float, max_: float, max_ticks: int = 8
    ) -> tuple[list[float], list[str]]:
        """Return where the ticks stand, and what they say."""
        found = self._ticks(min_, max_, self.most)
        return [at for at, _ in found], [words for _, words in found]


class FiveKChart(PlotWidget, can_focus=False):
    """Draws races; the lower a point, the faster. Keys are its screen's."""

    DEFAULT_CSS = """
    FiveKChart {
        height: 1fr;
        width: 1fr;
        & > .plot--axis { color: $quiet; }
        & > .plot--tick { color: $foreground; text-style: none; }
    }
    """

    chosen: var[int | None] = var(None, init=False)
    """The place of the race that is marked."""

    def __init__(self, fives: Sequence[FiveK]) -> None:
        """Show races, at least one, oldest first."""
        super().__init__(allow_pan_and_zoom=False)
        self._fives = tuple(fives)
        self._days, self._times = _Axis(day_ticks), _Axis(time_ticks)

    def compose(self) -> ComposeResult:
        """Yield the parts of a plot, fit for every terminal."""
        yield from styled(super().compose())

    def on_mount(self) -> None:
        """Set the axes up."""
        self.margin_top, self.margin_bottom, self.margin_left = 0, 1, _LEFT - 1
        self.set_x_formatter(self._days)
        self.set_y_formatter(self._times)
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Draw anew for another size."""
        self._draw()

    def watch_chosen(self) -> None:
        """Mark another race."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._draw()

    def _draw(self) -> None:
        if not self.is_mounted or not self.size:
            return
        columns = max(1, self.size.width - _LEFT - 2)
        rows = max(1, self.size.height - _BELOW)
        self._days.most, self._times.most = columns // _WORDS, max(2, rows // _ROWS)
        seen = span(self._fives)
        self.clear()
        self.set_xlimits(seen.first, seen.last)
        self.set_ylimits(seen.fast, seen.slow)
        self._draw_group(seen, columns)
        self._draw_races()

    def _draw_group(self, seen: Span, columns: int) -> None:
        """Draw what groups did on average, from the day of the first race on."""
        start = self._fives[0].day.toordinal()
        # Twice as many as there are cells, so that rounding leaves none out.
        step = (seen.last - seen.first) / (2 * columns)
        days = [seen.first + (n + 0.5) * step for n in range(2 * columns)]
        after = [day for day in days if day >= start]
        heights = [group_time(self._fives[0])] * len(after)
        self.scatter(after, heights, marker="┄", marker_style=self._colour("hold"))

    def _draw_races(self) -> None:
        days = [each.day.toordinal() for each in self._fives]
        times = [each.seconds for each in self._fives]
        if len(days) > 1:
            self.plot(days, times, self._colour("quiet"), HiResMode.BRAILLE)
        for marker, is_estimate in (("●", False), ("○", True)):
            some = [n for n, each in enumerate(self._fives) if each.is_estimate is is_estimate]
            if some:
                at, height = [days[n] for n in some], [times[n] for n in some]
                colour = self._colour("primary")
                self.scatter(at, height, marker=marker, marker_style=colour)
        if self.chosen is not None and self.chosen < len(days):
            at, height = [days[self.chosen]], [times[self.chosen]]
            self.scatter(at, height, marker="◆", marker_style=self._colour("work"))

    def _colour(self, name: str) -> str:
        """Return a colour of the theme in Rich's words."""
        return Color.parse(self.app.theme_variables[name]).hex6
