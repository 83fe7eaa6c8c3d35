"""What no run can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.runs.line import BEST, best_possible, is_too_fast, is_too_slow
from tests.rows import for_each


@for_each(("metres", "seconds"), BEST)
def test_the_best_there_is_is_possible_and_a_second_less_is_not(
    metres: float, seconds: float
) -> None:
    assert best_possible(metres) == pytest.approx(seconds)
    assert not is_too_fast(metres, seconds + 0.01)
    assert is_too_fast(metres, seconds - 1)


@for_each(
    ("metres", "seconds"), [(5000, 755.36), (10_000, 1571.0), (42_195, 7235.0), (1500, 206.0)]
)
def test_records_that_were_run_are_possible(metres: float, seconds: float) -> None:
    assert not is_too_fast(metres, seconds)


@given(st.floats(50, 500_000), st.floats(1.001, 2))
def test_farther_takes_longer(metres: float, more: float) -> None:
    assert best_possible(metres * more) > best_possible(metres)


@pytest.mark.parametrize(("seconds", "slow"), [(5999, False), (6000, False), (6001, True)])
def test_slower_than_three_kilometres_an_hour_is_no_run(seconds: int, slow: bool) -> None:
    assert is_too_slow(5000, seconds) is slow
