"""Along the axes: round values, and dates as dates."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.lists.ticks import date_ticks, time_ticks, top_of, value_ticks
from tests.rows import for_each


def labels(first: date, last: date, most: int) -> list[str]:
    return [label for _, label in date_ticks(first.toordinal(), last.toordinal(), most)]


@for_each(
    ("first", "last", "most", "shown"),
    [
        (date(2026, 11, 10), date(2026, 11, 12), 6, "10 Nov, 11 Nov, 12 Nov"),
        (date(2026, 11, 1), date(2026, 11, 30), 5, "2 Nov, 9 Nov, 16 Nov, 23 Nov, 30 Nov"),
        (date(2026, 10, 20), date(2027, 2, 3), 5, "Nov 2026, Dec, 2027, Feb"),
        (date(2025, 11, 26), date(2026, 11, 20), 5, "2026, Apr, Jul, Oct"),
        # A year behind the first would stand where 2023 does.
        (
            date(2022, 4, 19),
            date(2026, 11, 30),
            10,
            "Jul, 2023, Jul, 2024, Jul, 2025, Jul, 2026, Jul",
        ),
        (date(2026, 2, 10), date(2026, 6, 9), 4, "Mar 2026, Apr, May, Jun"),
        (date(2006, 12, 1), date(2026, 11, 20), 5, "2010, 2015, 2020, 2025"),
    ],
)
def test_dates_are_written_as_dates(first: date, last: date, most: int, shown: str) -> None:
    assert ", ".join(labels(first, last, most)) == shown


@given(st.floats(1, 3_600_000), st.floats(0.01, 80_000), st.integers(1, 15))
def test_ticks_of_time_go_forwards_and_fit(first: float, days: float, most: int) -> None:
    found = date_ticks(first, first + days, most)
    assert len(found) <= most + 2
    assert all(first <= at <= first + days for at, _ in found)
    assert all(one < two for (one, _), (two, _) in pairwise(found))


@for_each(
    ("low", "high", "most", "shown"),
    [
        (14, 51, 3, ["20", "40"]),
        (10, 50.5, 2, ["20", "40"]),
        (0, 1, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-30, 20, 5, ["-30", "-20", "-10", "0", "10", "20"]),
        (5, 5, 4, []),
    ],
)
def test_values_are_round(low: float, high: float, most: int, shown: list[str]) -> None:
    assert [label for _, label in value_ticks(low, high, most)] == shown


@given(st.floats(-1e5, 1e5), st.floats(1e-2, 1e5), st.integers(1, 12))
def test_two_values_at_least_all_in_sight_and_what_they_say(
    low: float, reach: float, most: int
) -> None:
    found = value_ticks(low, low + reach, most)
    assert 2 <= len(found) <= max(most + 1, 6)
    for at, label in found:
        assert low - 1e-6 * reach <= at <= low + reach * (1 + 1e-6)
        assert float(label) == pytest.approx(at, abs=reach / 100)


@given(st.floats(60, 40_000), st.floats(1, 9000), st.integers(1, 12))
def test_times_are_even_and_in_sight(low: float, reach: float, most: int) -> None:
    found = time_ticks(low, low + reach, most)
    assert len(found) <= most
    assert all(low <= at <= low + reach for at, _ in found)
    assert all(one < two for (one, _), (two, _) in pairwise(found))


def test_times_are_written_as_times() -> None:
    assert [words for _, words in time_ticks(1141, 1204, 5)] == ["19:15", "19:30", "19:45", "20:00"]


@given(st.floats(0, 1e6))
def test_an_axis_from_zero_ends_above_what_it_holds(most: float) -> None:
    top = top_of(most)
    assert most <= top <= max(2, 1.45 * most + 1)
    assert top % 2 == 0


@for_each(("most", "top"), [(0, 2), (1, 2), (3, 4), (80, 80), (127, 140), (132, 140), (999, 1000)])
def test_the_even_values_above(most: int, top: int) -> None:
    assert top_of(most) == top
