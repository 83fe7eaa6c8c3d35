"""How the figure uses its space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.widgets.base.pieces import width_of
from runlift_tui.widgets.large.figure import MOST_ROWS, Figure, Layout, draw, plan
from tests.rows import for_each

SIZES = st.tuples(st.integers(1, 220), st.integers(1, 70))
FIGURES = st.builds(
    Figure,
    big=st.sampled_from(["", "8", "12", "3:04", "+0:12", "10:00", "–", "3 × 8", " 9"]),
    word=st.sampled_from(["", "LEFT", "RIGHT", "SWITCH", "ŁĄ"]),
    units=st.sampled_from([(), ("each leg",), ("each leg", "2 x 12 kg, could do 2 more")]),
)


@given(FIGURES, SIZES)
def test_nothing_ever_leaves_the_space(figure: Figure, size: tuple[int, int]) -> None:
    width, height = size
    drawing = draw(figure, width, height)
    assert drawing.top + len(drawing.lines) <= max(height, len(drawing.lines))
    assert len(drawing.lines) <= height
    assert all(width_of(row) <= width for row in drawing.lines)
    assert 0 <= drawing.cuts[0] <= drawing.cuts[1] <= width


@pytest.mark.parametrize(("width", "height", "rows"), [(76, 12, 10), (114, 21, 18), (188, 46, 30)])
def test_the_figure_grows_with_the_window(width: int, height: int, rows: int) -> None:
    assert plan(Figure("3:04"), width, height).rows == rows
    assert rows <= MOST_ROWS


def test_a_tiny_space_still_has_large_digits_and_a_tinier_one_plain_text() -> None:
    assert plan(Figure("3:04"), 30, 3).rows == 3
    assert plan(Figure("3:04"), 30, 2).rows == 0
    assert "".join(piece.text for row in draw(Figure("3:04"), 30, 2).lines for piece in row) == (
        "3:04".center(30)
    )


@given(st.integers(60, 200), st.integers(8, 60))
def test_overtime_keeps_the_size_of_the_countdown(width: int, height: int) -> None:
    resting, over = Figure("0:12"), Figure("+0:12")
    if plan(over, width, height).rows:
        assert plan(over, width, height).rows >= plan(resting, width, height).rows - 1


@given(st.integers(60, 200), st.integers(8, 60))
def test_digits_change_in_place(width: int, height: int) -> None:
    seen = {draw(Figure(f"0:{second:02}"), width, height).cuts for second in range(60)}
    assert len(seen) == 1


@given(st.integers(60, 200), st.integers(8, 60))
def test_both_sides_are_drawn_in_one_size(width: int, height: int) -> None:
    left, right = (plan(Figure("14", word), width, height) for word in ("LEFT", "RIGHT"))
    assert left == right


def _row_of(text: str, figure: Figure, width: int, height: int) -> tuple[int, int, int]:
    """Return the row that holds some text, its first column, and how many rows there are."""
    lines = draw(figure, width, height).lines
    shown = ["".join(piece.text for piece in row) for row in lines]
    row = next(number for number, line in enumerate(shown) if text in line)
    return row, shown[row].index(text), len(lines)


@for_each("big", ["10", "7 "])
@for_each(("width", "height"), [(76, 14), (84, 22)])
def test_in_one_row_with_a_word_the_units_stand_under_both(
    big: str, width: int, height: int
) -> None:
    row, _, rows = _row_of("to go", Figure(big, "LEFT", ("to go",)), width, height)
    assert row == rows - 1


def test_in_two_rows_the_units_stand_beside_the_lower_one() -> None:
    figure = Figure("16", "LEFT", ("seconds", "left 20 s"))
    assert plan(figure, 100, 32).stacked
    row, column, rows = _row_of("seconds", figure, 100, 32)
    assert row > rows // 2
    number = width_of(draw(Figure("16"), 100, plan(figure, 100, 32).rows).lines[-1])
    assert column < 100 // 2 + number


def test_a_side_and_its_seconds_use_a_narrow_window_nearly_whole() -> None:
    assert plan(Figure("12", "LEFT", ("seconds",)), 76, 12).rows == 7
    assert plan(Figure("12", "LEFT", ("seconds",)), 82, 21) == Layout(8, stacked=True, beside=True)
