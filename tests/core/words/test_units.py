"""Loads and clocks as they are written."""

from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.words.units import Unit, clock, load, number, span, to_kg, to_unit
from tests.rows import for_each


@for_each(
    ("kg", "implements", "unit", "text"),
    [
        (24.0, 2, Unit.KG, "2 x 12 kg"),
        (25.0, 2, Unit.KG, "2 x 12.5 kg"),
        (20.0, 1, Unit.KG, "20 kg"),
        (2.25, 1, Unit.KG, "2.25 kg"),
        (0.0, 2, Unit.KG, "without weight"),
        (None, 1, Unit.KG, "–"),
        (to_kg(50, Unit.LB), 2, Unit.LB, "2 x 25 lb"),
        (to_kg(35, Unit.LB), 1, Unit.LB, "35 lb"),
    ],
)
def test_a_load_as_it_is_lifted(kg: float | None, implements: int, unit: Unit, text: str) -> None:
    assert load(kg, implements, unit) == text


@for_each(
    ("value", "text"),
    [(0, "0"), (10, "10"), (100.0, "100"), (12.5, "12.5"), (12.25, "12.25"), (9.999, "10")],
)
def test_a_number_without_idle_zeros(value: float, text: str) -> None:
    assert number(value) == text


@for_each(
    ("seconds", "text"),
    [(0, "0:00"), (9, "0:09"), (184, "3:04"), (3599, "59:59"), (3723, "1:02:03")],
)
def test_a_clock(seconds: int, text: str) -> None:
    assert clock(seconds) == text


@given(st.integers(0, 2_000))
def test_a_load_typed_in_pounds_comes_back_as_it_was_typed(quarters: int) -> None:
    pounds = quarters / 4
    assert number(to_unit(to_kg(pounds, Unit.LB), Unit.LB)) == number(pounds)


@given(st.floats(0, 999))
def test_kilograms_are_kept_as_they_are(kg: float) -> None:
    assert to_unit(to_kg(kg, Unit.KG), Unit.KG) == kg


@for_each(
    ("low", "high", "text"), [(8, 10, "8-10"), (8, 8, "8"), ("99.6", "99.6", "99.6"), (0, 1, "0-1")]
)
def test_a_range_with_one_value_is_told_as_that(low: object, high: object, text: str) -> None:
    assert span(low, high) == text
