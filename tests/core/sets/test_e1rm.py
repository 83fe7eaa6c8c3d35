"""One-repetition loads: two formulas, a range, and nothing where nothing is known."""

from math import inf, isfinite, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sets.e1rm import brzycki, epley, estimate, estimate_of, why_none
from runlift_tui.core.sets.last import LastSet
from tests.rows import for_each


@for_each(
    ("reps", "by_epley", "by_brzycki"),
    [
        (1, 1, 1),
        (2, 1.0667, 1.0286),
        (3, 1.1, 1.0588),
        (5, 1.1667, 1.125),
        (8, 1.2667, 1.2414),
        (10, 1.3333, 1.3333),
        (11, 1.3667, 1.3846),
        (12, 1.4, 1.44),
    ],
)
def test_the_formulas(reps: int, by_epley: float, by_brzycki: float) -> None:
    assert epley(1, reps) == pytest.approx(by_epley, abs=1e-4)
    assert brzycki(1, reps) == pytest.approx(by_brzycki, abs=1e-4)


def test_one_rep_is_the_load_and_at_ten_both_agree() -> None:
    assert epley(73.5, 1) == brzycki(73.5, 1) == 73.5
    assert epley(60, 10) == pytest.approx(brzycki(60, 10)) == pytest.approx(80)


@for_each("reps", range(2, 20))
def test_epley_is_the_higher_one_below_ten_and_the_lower_one_above(reps: int) -> None:
    higher = epley(50, reps) - brzycki(50, reps)
    assert (higher > 1e-9, higher < -1e-9) == (reps < 10, reps > 10)


@pytest.mark.parametrize("reps", [0, -1])
def test_no_rep_has_no_estimate(reps: int) -> None:
    with pytest.raises(ValueError, match="at least one rep"):
        epley(20, reps)
    with pytest.raises(ValueError, match="1 to 36"):
        brzycki(20, reps)
    assert estimate(20, reps, 2) is None


def test_brzycki_ends_at_its_pole() -> None:
    with pytest.raises(ValueError, match="1 to 36"):
        brzycki(20, 37)


@for_each(
    ("reps", "rir"),
    [(8, None), (None, 2), (8, 5), (8, 7), (8, -1), (9, 4), (12, 1)],
)
def test_what_says_too_little_or_too_much_has_none(reps: int | None, rir: int | None) -> None:
    assert estimate(24, reps, rir) is None


@for_each("kg", [None, 0.0, -4.0, nan, inf])
def test_a_load_that_is_none_has_none(kg: float | None) -> None:
    assert estimate(kg, 5, 2) is None


def test_reps_left_count_and_above_ten_it_is_loose() -> None:
    found = estimate(24, 6, 2)
    assert found is not None
    assert (found.reps, found.loose) == (8, False)
    assert found.low == pytest.approx(27.648, abs=1e-3), "Brzycki at 7, less four per cent"
    assert found.high == pytest.approx(32.448), "Epley at 9, and four per cent more"
    loose = estimate(24, 8, 4)
    assert loose is not None
    assert loose.loose


@for_each("left", range(5))
def test_the_range_is_never_one_number_and_wider_for_more_reps(left: int) -> None:
    widths = []
    for reps in range(1, 13 - left):
        found = estimate(20, reps, left)
        assert found is not None
        widths.append(found.high / found.low)
    assert widths[0] > 1.05
    assert widths == sorted(widths)


def test_a_set_goes_by_its_weaker_leg_and_only_up_to_ten() -> None:
    found = estimate_of(LastSet(left=8, right=6, rir=2, load_kg=24))
    assert found is not None
    assert found.reps == 8
    assert estimate_of(LastSet(left=9, right=9, rir=2, load_kg=24)) is None


@given(st.floats(0.1, 500), st.integers(1, 12), st.integers(0, 4))
def test_a_range_is_a_range_of_numbers(kg: float, reps: int, rir: int) -> None:
    found = estimate(kg, reps, rir)
    if reps + rir > 12:
        assert found is None
    else:
        assert found is not None
        assert isfinite(found.high)
        assert kg <= found.low <= found.high


@for_each(
    ("reps", "rir", "why"),
    [
        (8, 2, ""),
        (9, 2, "above 10 reps"),
        (4, 5, "with 5+ left"),
        (9, None, "left unsaid"),
    ],
)
def test_where_an_estimate_ends_is_said(reps: int, rir: int | None, why: str) -> None:
    assert why_none(LastSet(reps=reps, rir=rir, load_kg=20.0)) == why
