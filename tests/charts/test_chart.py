"""A curve drawn: few points, a lifetime of them, in whatever window."""

import asyncio
from datetime import date, timedelta

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp

from runlift_tui.charts.chart import Chart
from runlift_tui.core.progress.chart_window import Window, whole
from runlift_tui.core.progress.curves import Point
from runlift_tui.looks.themes import DARK

FIRST = date(2006, 12, 1)


class Paper(App[None]):
    """Nothing but a chart."""

    def on_load(self) -> None:
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield Chart()

    def text(self) -> str:
        strips = self.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def made(count: int, every: int = 2) -> tuple[Point, ...]:
    days = (FIRST + timedelta(days=every * n) for n in range(count))
    return tuple(Point(n, day, 20 + n % 7, 21 + n % 7) for n, day in enumerate(days))


@pytest.mark.parametrize("count", [1, 2, 30, 3000])
@pytest.mark.parametrize("size", [(80, 24), (20, 6), (4, 2)])
async def test_any_number_of_points_at_any_size(count: int, size: tuple[int, int]) -> None:
    points = made(count)
    window = whole([each.day for each in points])
    app = Paper()
    async with app.run_test(size=size) as pilot:
        app.query_one(Chart).show(points, window, count - 1)
        await pilot.pause()
        if size == (80, 24):
            assert "◆" in app.text()
            assert ("●" in app.text()) == (count == 30 or count == 2)


async def test_a_lifetime_is_drawn_with_no_more_dots_than_there_are() -> None:
    points = made(3000)
    app = Paper()
    async with app.run_test(size=(80, 24)) as pilot:
        chart = app.query_one(Chart)
        chart.show(points, whole([each.day for each in points]), None)
        await pilot.pause()
        (dots,) = chart._datasets
        columns, rows = chart._cells
        assert len(dots.x) <= columns * 2 * rows * 4
        assert any("⠀" < letter <= "⣿" for letter in app.text())


async def test_what_is_not_in_the_window_is_not_drawn() -> None:
    points = made(10, every=100)
    start = FIRST.toordinal()
    app = Paper()
    async with app.run_test(size=(80, 24)) as pilot:
        chart = app.query_one(Chart)
        chart.show(points, Window(start + 150.0, start + 420.0), 0)
        await pilot.pause()
        marks = [each for each in chart._datasets if type(each).__name__ == "ErrorBarPlot"]
        assert [float(x) - start for each in marks for x in each.x] == [200, 300, 400]
        assert "◆" not in app.text()


async def test_the_cursor_leaves_what_it_stood_on_as_it_was() -> None:
    points = made(3000)
    window = whole([each.day for each in points])
    app = Paper()
    async with app.run_test(size=(80, 24)) as pilot:
        chart = app.query_one(Chart)
        seen = []
        for chosen in (7, 1500, 2999, 7, None):
            chart.show(points, window, chosen)
            await pilot.pause()
            seen.append(app.text())
        chart.show(tuple(points), Window(*window), None)
        chart._draw()
        await pilot.pause()
        assert seen[0] == seen[3]
        assert len(set(seen)) == 4
        assert all("◆" in each for each in seen[:4])
        assert seen[4] == app.text()


@pytest.mark.parametrize("size", [(80, 24), (8, 3), (4, 2), (1, 1)])
@pytest.mark.parametrize("kind", [MouseScrollUp, MouseScrollDown])
async def test_the_wheel_turns_for_ever_at_any_size(
    size: tuple[int, int], kind: type[MouseEvent]
) -> None:
    points = made(30)
    app = Paper()
    async with app.run_test(size=size) as pilot:
        app.query_one(Chart).show(points, whole([each.day for each in points]), 3)
        await pilot.pause()
        for _ in range(4):
            await pilot._post_mouse_events([kind], offset=(size[0] // 2, size[1] // 2))
        await pilot.pause()
        assert app._exception is None


@pytest.mark.parametrize("turns", range(8))
async def test_a_chart_that_is_taken_away_before_it_stands(turns: int) -> None:
    app = Paper()
    async with app.run_test() as pilot:
        chart = Chart()
        app.screen.mount(chart)
        for _ in range(turns):
            await asyncio.sleep(0)
        await chart.remove()
        points = made(3)
        chart.show(points, whole([each.day for each in points]), 0)
        await pilot.pause()
        assert app._exception is None
