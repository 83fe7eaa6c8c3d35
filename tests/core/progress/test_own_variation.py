"""Left and right, and whether a difference is more than a bad day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.progress.own_variation import asymmetry, difference
from tests.rows import for_each


@for_each(
    ("left", "right", "percent"),
    [(0, 0, 0), (8, 8, 0), (8, 10, 20), (10, 8, -20), (0, 5, 100), (5, 0, -100)],
)
def test_right_is_plus_and_left_is_minus(left: int, right: int, percent: float) -> None:
    assert asymmetry(left, right) == pytest.approx(percent)


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_other_way_round_it_is_the_same_with_the_other_sign(left: int, right: int) -> None:
    assert asymmetry(left, right) == -asymmetry(right, left)
    assert -100 <= asymmetry(left, right) <= 100


@given(st.integers(0, 100), st.integers(1, 100))
def test_it_is_bishops_index_with_a_sign(left: int, right: int) -> None:
    larger, smaller = max(left, right), min(left, right)
    assert abs(asymmetry(left, right)) == pytest.approx(100 / larger * smaller * -1 + 100)


def test_a_difference_is_told_only_beyond_the_typical_error() -> None:
    steady = difference([(8, 6)] * 5)
    assert steady is not None
    assert steady.percent == pytest.approx(-25)
    assert (steady.typical_error, steady.sessions) == (0, 5)
    assert difference([(6, 8), (10, 8), (8, 9), (8, 8), (7, 9)]) is None


def test_four_sessions_are_too_few() -> None:
    assert difference([(8, 6)] * 4) is None


def test_what_a_heavy_test_could_not_tell_apart_is_not_told() -> None:
    assert difference([(100, 96.6)] * 8) is None
    assert difference([(100, 96.4)] * 8) is not None


def test_only_the_last_ten_tests_count() -> None:
    assert difference([(2, 10), *[(8, 8)] * 10]) is None
