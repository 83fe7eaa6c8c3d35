"""Rows of toned text: laid out, shortened, compared."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.widgets.base.pieces import (
    Piece,
    Pieces,
    changed_cells,
    placed,
    shortened,
    width_of,
    window,
)
from tests.rows import for_each

TEXTS = st.text(st.sampled_from("ab █é漢字 "), max_size=12)
PARTS = st.lists(st.builds(Piece, TEXTS, st.sampled_from(["", "quiet"])), max_size=3).map(tuple)


@given(PARTS, PARTS, PARTS, st.integers(0, 40))
def test_a_row_is_exactly_as_wide_as_asked(
    left: Pieces, middle: Pieces, right: Pieces, width: int
) -> None:
    assert width_of(placed(left, middle, right, width)) == width


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1, 12), st.integers(0, 60))
def test_parts_never_touch(left: int, middle: int, right: int, width: int) -> None:
    parts = placed((Piece("l" * left),), (Piece("m" * middle),), (Piece("r" * right),), width)
    text = "".join(piece.text for piece in parts)
    assert "lm" not in text
    assert "mr" not in text
    assert "lr" not in text


@given(TEXTS, st.integers(0, 14))
def test_shortened_fits_and_says_so(text: str, width: int) -> None:
    short = shortened(text, width)
    assert width_of([Piece(short)]) <= width
    assert short == text or short == "" or short.endswith("…")


@for_each(
    ("text", "width", "short"),
    [
        ("volume 16400 kg", 12, "volume…"),
        ("9/9, 8/8, 10/10", 9, "9/9 …"),
        ("Copenhagen plank", 8, "Copenha…"),
        ("1640", 3, "…"),
    ],
)
def test_a_figure_is_whole_or_not_there(text: str, width: int, short: str) -> None:
    assert shortened(text, width) == short


def test_the_middle_goes_before_the_ends_are_shortened() -> None:
    left, middle, right = (Piece("left part"),), (Piece("middle"),), (Piece("right"),)
    assert placed(left, middle, right, 30)[2].text == "middle"
    assert "middle" not in "".join(piece.text for piece in placed(left, middle, right, 20))
    assert "".join(piece.text for piece in placed(left, (), right, 12)) == "left…  right"


@given(PARTS, st.integers(0, 40), st.integers(0, 40))
def test_a_window_is_as_wide_as_what_it_looks_at(pieces: Pieces, a: int, b: int) -> None:
    start, end = sorted((a, b))
    seen = max(0, min(end, width_of(pieces)) - min(start, width_of(pieces)))
    assert width_of(window(pieces, start, end)) == seen


def test_only_the_cells_that_differ_have_changed() -> None:
    row = (Piece("left  8   "), Piece("right 7", "strong"))
    assert changed_cells(row, row) is None
    assert changed_cells(row, (Piece("left  8   right 7"),)) == (10, 17)
    assert changed_cells(row, (Piece("left  9   "), Piece("right 7", "strong"))) == (6, 7)
    assert changed_cells(row, (Piece("漢"), *row)) == (0, 19)


def test_how_a_row_is_cut_into_pieces_is_no_change() -> None:
    assert changed_cells((Piece("ab"), Piece("c")), (Piece("abc"),)) is None
