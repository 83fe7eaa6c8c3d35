"""Bars that lie one under the other."""

from runlift_tui.core.lists.charts import RowBar
from runlift_tui.widgets.base.pieces import Pieces, width_of
from runlift_tui.widgets.charts.row_bars import RowBars
from tests.rows import for_each


def lines(bars: tuple[RowBar, ...], width: int) -> list[Pieces]:
    found = RowBars()
    found.set_reactive(RowBars.title, "TITLE")
    found.set_reactive(RowBars.bars, bars)
    return found.lines(width, 9)


def shown(bars: tuple[RowBar, ...], width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines(bars, width)]


def test_they_are_as_long_as_they_are_much_and_their_figures_end_in_one_column() -> None:
    bars = (RowBar("work", 20, 20, "20 min"), RowBar("other rest", 5, 20, "5 min"))
    title, whole, quarter = shown(bars, 40)
    assert title == "TITLE"
    assert whole == f"work        {'━' * 20}  20 min"
    assert quarter == f"other rest  {'━' * 5}{' ' * 15}   5 min"


@for_each(
    ("value", "goal", "bar"),
    [
        (10, 10, "━━━━━━━━━┃"),
        (5, 10, "━━━━━    ┃"),
        (0, 10, "         ┃"),
        (10, 5, "━━━━┃━━━━━"),
        (10, 0, "┃━━━━━━━━━"),
    ],
)
def test_a_stroke_stands_where_one_was_to_end(value: int, goal: int, bar: str) -> None:
    found = shown((RowBar("sets", value, max(value, goal), "x", goal),), 19)[1]
    assert found == f"sets  {bar}  x"


def test_a_little_is_seen_and_nothing_is_not() -> None:
    assert shown((RowBar("a", 1, 1_000, "x"),), 20)[1].count("━") == 1
    assert "━" not in shown((RowBar("a", 0, 1_000, "x"),), 20)[1]


def test_where_there_is_no_room_the_words_stay() -> None:
    assert shown((RowBar("sets", 1, 2, "1 of 2", 2),), 16)[1] == "sets  1 of 2"


@for_each("width", range(18, 60, 7))
def test_no_line_is_wider_than_its_place(width: int) -> None:
    bars = (RowBar("sets", 21, 22, "21 of 22", 22), RowBar("rest", 30, 30, "30 of 22", 22))
    assert all(width_of(line) <= width for line in lines(bars, width))
