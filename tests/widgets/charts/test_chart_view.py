"""Charts drawn: no value, one, a lifetime of them, in whatever window, with and without Braille."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp

from runlift_tui.core.lists.charts import (
    BEST,
    CURSOR,
    ESTIMATE,
    POINT,
    Across,
    Band,
    BarChart,
    Chart,
    ChartBar,
    ChartPoint,
    Spread,
    SpreadChart,
    TimeChart,
)
from runlift_tui.core.lists.ticks import value_ticks
from runlift_tui.looks.glyphs import in_ascii
from runlift_tui.looks.themes import DARK
from runlift_tui.widgets.base.pieces import Piece, Pieces, width_of
from runlift_tui.widgets.charts.chart_view import ChartClicked, ChartScrolled, ChartView
from runlift_tui.widgets.charts.in_bars import bar_under, in_bars, in_sight, spread_out
from runlift_tui.widgets.charts.over_time import MEAN, nearest, over_time
from tests.rows import for_each
from tests.sweep import sweep

FIRST = date(2006, 12, 4)
SIZES = [(80, 24), (120, 36), (160, 45), (20, 6), (9, 3), (4, 2), (1, 1)]


def made(count: int, every: int = 2, wide: float = 1.0, **more: Any) -> TimeChart:
    points = tuple(
        ChartPoint(FIRST.toordinal() + every * n, 20.0 + n % 7, 20.0 + wide + n % 7)
        for n in range(count)
    )
    first, last = FIRST.toordinal() - 3.0, FIRST.toordinal() + every * max(0, count - 1) + 3.0
    chart = TimeChart(points, first, last, 19.0, 28.0 + wide, value_ticks, joined=28)
    return chart._replace(**more)


def text(rows: list[Pieces]) -> str:
    return "\n".join("".join(piece.text for piece in row).rstrip() for row in rows)


def drawn(chart: TimeChart, width: int = 80, height: int = 16, *, fine: bool = True) -> str:
    return text(over_time(chart, width, height, fine=fine))


def bars(*values: float | None, chosen: int | None = None) -> BarChart:
    weeks = (FIRST + timedelta(weeks=n) for n in range(len(values)))
    found = (ChartBar(day.toordinal(), value) for day, value in zip(weeks, values, strict=True))
    return BarChart(tuple(found), chosen)


@for_each("count", [0, 1, 2, 20, 1000, 3000])
def test_any_number_of_points_at_any_size(count: int) -> None:
    for width, height in SIZES:
        for fine in (True, False):
            chart = made(count, chosen=count - 1 if count else None, legend="▲ best so far")
            rows = over_time(chart, width, height, fine=fine)
            assert len(rows) == height
            assert {width_of(row) for row in rows} == {width}
    assert (CURSOR in drawn(made(count, chosen=count - 1))) == (count > 0)
    assert (POINT in drawn(made(count))) == (0 < count <= 20)


def test_a_lifetime_is_dots_and_what_was_best_still_stands_out() -> None:
    chart = made(3000)
    points = (*chart.points[:-1], chart.points[-1]._replace(mark=BEST))
    shown = drawn(chart._replace(points=points))
    assert any("⠀" < letter <= "⣿" for letter in shown)
    assert shown.count(BEST) == 1


@for_each("count", [20, 40, 400, 3000])
def test_ranges_that_would_run_together_are_a_line_between_two_edges(count: int) -> None:
    rows = over_time(made(count, every=3, wide=4.0), 80, 16, fine=True)
    assert "│" not in text(rows)
    middle = [n for n, row in enumerate(rows) for piece in row if piece.tone == "figure"]
    edges = [n for n, row in enumerate(rows) for piece in row if _dots(piece)]
    assert min(edges) < min(middle)
    assert max(middle) < max(edges)
    steady = made(count, every=3, wide=4.0)
    flat = tuple(each._replace(low=21.0, high=25.0) for each in steady.points)
    lines = drawn(steady._replace(points=flat)).splitlines()
    assert sum(any("⠀" < letter <= "⣿" for letter in line) for line in lines) == 3, "and no more"


def _dots(piece: Piece) -> bool:
    return piece.tone == "quiet" and any("⠀" < letter <= "⣿" for letter in piece.text)


def test_a_few_ranges_are_bars_apart_from_each_other() -> None:
    shown = drawn(made(8, every=3, wide=4.0))
    assert shown.count(POINT) == 8
    line = max(shown.splitlines(), key=lambda each: each.count("│"))
    places = [n for n, letter in enumerate(line) if letter == "│"]
    assert len(places) > 2
    assert all(after - before >= 8 for before, after in pairwise(places))


def test_a_range_alone_between_two_breaks_is_still_seen() -> None:
    chart = made(40, every=3, wide=4.0)
    first = chart.points[0]
    alone = ChartPoint(first.at - 60, 20.0, 24.0)
    shown = drawn(chart._replace(points=(alone, *chart.points), first=first.at - 63))
    column = [line.ljust(80)[4:10].strip() for line in shown.splitlines()[:-1]]
    assert sum(any("⠀" < letter <= "⣿" for letter in each) for each in column) >= 3


def test_so_many_points_have_one_line_through_their_mean_and_it_says_so() -> None:
    chart = made(2000, every=1, wide=0)
    rows = over_time(chart, 80, 24, fine=True)
    line = {n for n, row in enumerate(rows) for piece in row if piece.tone == "figure"}
    cloud = {n for n, row in enumerate(rows) for piece in row if _dots(piece)}
    assert len(line) <= 3, "values of a week of days are one level"
    assert len(cloud) >= 6
    assert MEAN in text(over_time(chart._replace(high=40.0), 80, 24, fine=True))
    few = drawn(made(20, every=3, wide=0))
    assert MEAN not in few


def test_without_braille_nothing_but_ascii_goes_out_and_the_curve_is_still_there() -> None:
    chart = made(30, every=9, wide=0, chosen=29)
    shown = in_ascii(drawn(chart, fine=False))
    assert shown.isascii()
    assert shown.count("*") >= 25
    assert shown.count(".") > 60
    assert "+" in shown
    assert "2007" in shown


def test_what_is_not_in_sight_is_not_drawn() -> None:
    chart = made(10, every=100, wide=0)
    start = FIRST.toordinal()
    shown = drawn(chart._replace(first=start + 150, last=start + 420, chosen=0))
    assert shown.count(POINT) == 3
    assert CURSOR not in shown


def test_time_without_it_has_no_line_and_says_how_long() -> None:
    chart = made(2, every=70, wide=0)
    shown = drawn(chart)
    assert "70 days without" in shown
    assert not any("⠀" < letter <= "⣿" for letter in shown)
    assert "days" not in drawn(chart._replace(joined=100.0))
    assert any("⠀" < letter <= "⣿" for letter in drawn(chart._replace(joined=100.0)))


def test_a_plan_lies_under_the_curve_and_is_named() -> None:
    start = FIRST.toordinal()
    chart = made(40, every=7, bands=(Band(start + 70, start + 132, "plan, 9 weeks"),))
    line = next(line for line in drawn(chart, 120).splitlines() if "plan" in line)
    assert "├─ plan, 9 weeks ─" in line
    beside = next(line for line in drawn(chart).splitlines() if "plan" in line)
    assert " plan, 9 weeks ├─" in beside
    assert "plan" not in drawn(chart._replace(first=start + 200))


def test_a_value_across_begins_where_it_holds_and_has_its_words() -> None:
    start = FIRST.toordinal()
    chart = made(5, every=60, wide=0, across=Across(27.5, "study groups", start + 120))
    line = next(line for line in drawn(chart).splitlines() if "╌" in line)
    assert line.index("╌") == drawn(chart).splitlines()[-1].index("Apr") + 1
    assert "study groups" in drawn(chart)


def test_the_cursor_leaves_nothing_behind() -> None:
    chart = made(3000)
    seen = [drawn(chart._replace(chosen=n)) for n in (7, 1500, 2999, 7)]
    assert seen[0] == seen[3]
    assert len(set(seen)) == 3


@given(st.integers(0, 79))
def test_a_column_leads_to_the_nearest_point(x: int) -> None:
    chart = made(30)
    place = nearest(chart, 80, 16, x)
    assert place is not None
    assert 0 <= place < 30
    assert nearest(made(0), 80, 16, x) is None


@for_each("count", [0, 1, 5, 33, 800])
def test_any_number_of_bars_at_any_size(count: int) -> None:
    chart = bars(*(float(n % 9 * 20) for n in range(count)), chosen=count // 2 if count else None)
    for width, height in SIZES:
        rows = in_bars(chart, width, height)
        assert len(rows) == height
        assert {width_of(row) for row in rows} == {width}


def test_bars_begin_at_zero_and_a_week_without_anything_is_a_gap() -> None:
    rows = text(in_bars(bars(120.0, None, 60.0, 1.0), 80, 13)).splitlines()
    assert rows[0].lstrip().startswith("120")
    assert rows[11].lstrip().startswith("0")
    place = in_sight(bars(120.0, None, 60.0, 1.0), 80)
    columns = [
        [row.ljust(80)[place.left + n * (place.wide + 1)] for row in rows[:12]] for n in range(4)
    ]
    assert columns[0] == ["█"] * 12
    assert columns[1] == [" "] * 12
    assert columns[2] == [" "] * 6 + ["█"] * 6
    assert columns[3] == [" "] * 11 + ["▁"]
    assert rows[12].split() == ["Dec", "2006"]


def test_what_was_to_be_stands_across_its_bar() -> None:
    chart = BarChart((ChartBar(FIRST.toordinal(), 50.0, goal=100.0),))
    rows = text(in_bars(chart, 80, 11)).splitlines()
    assert "──" in rows[0]
    assert "█" in rows[5]
    passed = BarChart((ChartBar(FIRST.toordinal(), 100.0, goal=50.0),))
    (line,) = (row for row in in_bars(passed, 80, 11) if any("─" in each.text for each in row))
    assert next(each.tone for each in line if "─" in each.text) == "chip"  # no cut through the bar


def test_bars_say_of_which_year_they_are_and_that_there_are_more_to_the_left() -> None:
    for count in (3, 30):
        assert "‹" not in text(in_bars(bars(*[9.0] * count), 80, 8)).splitlines()[-1]
    last = text(in_bars(bars(*[9.0] * 70), 80, 8)).splitlines()[-1].split()
    assert last[0] == "‹"
    assert "2007" in last or "2008" in last


@for_each("chosen", [0, 20, 400, 799])
def test_the_chosen_bar_is_in_sight_and_is_what_a_click_finds(chosen: int) -> None:
    chart = bars(*(float(n % 9) for n in range(800)), chosen=chosen)
    place = in_sight(chart, 80)
    assert place.begins <= chosen < place.begins + place.seen
    x = place.left + (chosen - place.begins) * (place.wide + 1)
    assert bar_under(chart, 80, x) == chosen
    assert bar_under(chart, 80, 0) is None
    shown = text(in_bars(chart, 80, 12))
    assert "┊" in shown


def test_values_spread_along_one_scale() -> None:
    spreads = (
        Spread("2-3 min", 2, 3, 4, "3   14 sessions"),
        Spread("3-4 min", note="no session"),
        Spread("4-5 min", 4, 4, 5, "4   31 sessions", stands_out=True),
    )
    for width, height in SIZES:
        rows = spread_out(SpreadChart(spreads, 1, 5), width, height)
        assert len(rows) == height
    shown = text(spread_out(SpreadChart(spreads, 1, 5), 80, 4)).splitlines()
    assert shown[0].count("●") == 1
    assert shown[1].count("━") == 0
    assert shown[0].rstrip().endswith("3   14 sessions")
    assert shown[0].index("●") == shown[3].index("3")
    assert shown[3].split() == ["1", "2", "3", "4", "5"]


class Paper(App[None]):
    """Nothing but a chart."""

    heard: list[ChartClicked | ChartScrolled]

    def on_load(self) -> None:
        self.heard = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        yield ChartView()

    def on_chart_clicked(self, message: ChartClicked) -> None:
        self.heard.append(message)

    def on_chart_scrolled(self, message: ChartScrolled) -> None:
        self.heard.append(message)


@pytest.mark.parametrize("size", sweep([(80, 24), (4, 2), (1, 1)], stay=((4, 2),)))
async def test_the_mouse_at_any_size(size: tuple[int, int]) -> None:
    charts: list[Chart | None] = [
        *(made(30), bars(1.0, 2.0), SpreadChart((Spread("2-3 min", 2, 3, 4),), 1, 5), None)
    ]
    kinds: list[type[MouseEvent]] = [MouseScrollUp, MouseScrollDown]
    app = Paper()
    async with app.run_test(size=size) as pilot:
        for chart in charts:
            app.query_one(ChartView).chart = chart
            await pilot.pause(0)
            await pilot._post_mouse_events(kinds, offset=(size[0] // 2, size[1] // 2))
            await pilot.click(offset=(size[0] // 2, size[1] // 2))
        await pilot.pause()
        assert app._exception is None
        clicked = [each.place for each in app.heard if isinstance(each, ChartClicked)]
        scrolled = [each for each in app.heard if isinstance(each, ChartScrolled)]
        assert 10 < clicked[0] < 20 if size == (80, 24) else clicked
        assert [each.by for each in scrolled[:2]] == [-1, 1]
        assert FIRST.toordinal() - 3 <= scrolled[0].at <= FIRST.toordinal() + 61


def test_every_mark_is_another_one_in_ascii_too() -> None:
    assert len(set(in_ascii(POINT + ESTIMATE + BEST + CURSOR))) == 4
