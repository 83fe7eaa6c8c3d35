"""A curve over time, with a cursor on one of its points."""

from itertools import chain

from textual import on
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Grid
from textual.events import Click, Mount, Resize
from textual.message import Message
from textual_hires_canvas import Canvas
from textual_plot import HiResMode, PlotWidget
from textual_plot.plot_widget import Legend

from runlift_tui.charts.axes import Axis
from runlift_tui.charts.canvas import StyledCanvas
from runlift_tui.core.progress.chart_window import (
    Window,
    date_ticks,
    stretches,
    value_ticks,
    values,
)
from runlift_tui.core.progress.curves import Point

_LABEL, _ROWS = 9, 3
"""Cells that a tick's words need, along and across."""
_DENSE = 0.5
"""Points a cell from which on each is one dot, and no line joins them."""
_DOTS_ACROSS, _DOTS_DOWN = 2, 4
"""Braille dots in a cell."""


class PointClicked(Message):
    """A place in the chart was clicked."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        """Of the nearest point in the chart's points."""


class WindowMoved(Message):
    """The wheel or the mouse changed what is seen."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.window = window


class Chart(PlotWidget, can_focus=False):
    """Draws what it is given; keys are its screen's."""

    DEFAULT_CSS = """
    Chart {
        height: 1fr;
        width: 1fr;
        & > .plot--axis { color: $quiet 45%; }
        & > .plot--tick { color: $foreground; text-style: none; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Point, ...] = ()
        self._window = Window(0.0, 1.0)
        self._chosen: int | None = None
        self._under: list[tuple[int, int, str, str]] = []
        """What the cursor stands on: column, row, character and style."""
        self._dates, self._values = Axis(date_ticks), Axis(value_ticks)

    def compose(self) -> ComposeResult:
        """Yield what the plot draws on."""
        with Grid():
            for name in ("margin-top", "margin-left", "plot", "margin-bottom"):
                yield StyledCanvas(1, 1, id=name)
        yield Legend(id="legend")

    def on_mount(self, event: Mount) -> None:  # type: ignore[override]
        """Set the axes up."""
        if self._is_gone:
            event.prevent_default()  # the plot's own handler looks for its parts, too
            return
        self.margin_top, self.margin_bottom, self.margin_left = 0, 1, 8
        self.set_x_formatter(self._dates)
        self.set_y_formatter(self._values)

    @property
    def _is_gone(self) -> bool:
        """Whether the page was left before the chart stood, and took its parts with it."""
        return not self.query(Grid) or not self.query(Legend)

    def _update_margin_sizes(self) -> None:
        if not self._is_gone:
            super()._update_margin_sizes()

    def show(self, points: tuple[Point, ...], window: Window, chosen: int | None) -> None:
        """Show something else.

        Args:
            points: Oldest first.
            window: What is seen of them.
            chosen: The place of the cursor in `points`.
        """
        moved = points is self._points and window == self._window == self._seen()
        self._points, self._window, self._chosen = points, window, chosen
        if moved:
            self._move_cursor()
        else:
            self._draw()

    def _seen(self) -> Window:
        """Return what is seen, where the mouse changed it too."""
        return Window(self._x_min, self._x_max)

    def on_resize(self, event: Resize) -> None:
        """Draw anew for another size: how dense the points lie has changed."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._draw()

    @property
    def _cells(self) -> tuple[int, int]:
        """The columns and rows between the axes."""
        return max(1, self.size.width - self.margin_left - 2), max(1, self.size.height - 3)

    def _draw(self) -> None:
        if not self._points or not self.is_mounted or not self.size:
            return
        columns, rows = self._cells
        self._dates.most, self._values.most = columns // _LABEL, max(2, rows // _ROWS)
        reach = values(self._points, self._window)
        self.clear()
        self.set_xlimits(*self._window)
        self.set_ylimits(*reach)
        seen = stretches(self._points, self._window)
        if sum(map(len, seen)) > _DENSE * columns:
            self._draw_dots(seen, reach)
        else:
            self._draw_points(seen)

    def _draw_points(self, seen: list[list[Point]]) -> None:
        """Draw every point by itself, ranges as bars, neighbours in time joined."""
        for some in seen:
            days = [each.day.toordinal() for each in some]
            middles = [(each.low + each.high) / 2 for each in some]
            if len(some) > 1:
                self.plot(days, middles, self._colour("quiet"), HiResMode.BRAILLE)
            self.errorbar(
                days,
                middles,
                yerr=[(each.high - each.low) / 2 for each in some],
                marker="●",
                marker_style=self._colour("primary"),
            )

    def _draw_dots(self, seen: list[list[Point]], reach: tuple[float, float]) -> None:
        """Draw every point as dots, a range as a column of them; what falls together, once."""
        columns, rows = self._cells
        across = self._window.days / (columns * _DOTS_ACROSS)
        up = (reach[1] - reach[0]) / (rows * _DOTS_DOWN)
        dots: dict[tuple[int, int], tuple[float, float]] = {}
        for each in chain.from_iterable(seen):
            day = float(each.day.toordinal())
            column = int((day - self._window.first) / across)
            low, high = (int((value - reach[0]) / up) for value in (each.low, each.high))
            for row in range(low, high + 1):
                dots.setdefault((column, row), (day, reach[0] + (row + 0.5) * up))
        days, heights = zip(*dots.values(), strict=True)
        self.scatter(
            days, heights, marker_style=self._colour("primary"), hires_mode=HiResMode.BRAILLE
        )

    def get_coordinate_from_pixel(self, x: int, y: int) -> tuple[float, float]:
        """Return what a cell stands for; the middle of it all where there is no cell to draw in."""
        if self._scale_rectangle:
            return super().get_coordinate_from_pixel(x, y)
        return (self._x_min + self._x_max) / 2, (self._y_min + self._y_max) / 2

    def _render_plot(self) -> None:
        """Render what was drawn, and the cursor over it: the plot knows none."""
        super()._render_plot()
        self._under.clear()
        self._put_cursor()

    def _move_cursor(self) -> None:
        """Put the cursor elsewhere; a lifetime of points is not rendered anew for that."""
        if self._needs_rerender:
            return  # it comes with everything else
        canvas = self.query_one("#plot", Canvas)
        with canvas.batch_refresh():
            for x, y, character, style in self._under:
                canvas.set_pixel(x, y, character, style)
            self._under.clear()
            self._put_cursor()

    def _put_cursor(self) -> None:
        if self._chosen is None or not self._points:
            return
        point, inner = self._points[self._chosen], self._scale_rectangle
        day, middle = point.day.toordinal(), (point.low + point.high) / 2
        x, y = self.get_pixel_from_coordinate(day, middle)
        if not self._window.holds(point.day) or not inner.x <= x < inner.right:
            return
        canvas, colour = self.query_one("#plot", Canvas), self._colour("work")
        for row in range(inner.y, inner.bottom):
            self._under.append((x, row, *canvas.get_pixel(x, row)))
            canvas.set_pixel(x, row, "◆" if row == y else "┊", colour)

    def _colour(self, name: str) -> str:
        """Return a colour of the theme in Rich's words."""
        return Color.parse(self.app.theme_variables[name]).hex6

    @on(PlotWidget.ScaleChanged)
    def _look_elsewhere(self, message: PlotWidget.ScaleChanged) -> None:
        message.stop()
        self.post_message(WindowMoved(Window(message.x_min, message.x_max)))

    def on_click(self, event: Click) -> None:
        """Say which point is nearest to the click."""
        if not self._points:
            return
        column = event.screen_offset.x - self.region.x - self.margin_left - 1
        at = self._window.first + (column + 0.5) / self._cells[0] * self._window.days
        places = range(len(self._points))
        nearest = min(places, key=lambda place: abs(self._points[place].day.toordinal() - at))
        self.post_message(PointClicked(nearest))
