import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.sets.weights_text import weights_text, weights_typed
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.rows import for_each


@for_each(
    ("typed", "unit", "shown"),
    [
        ("", Unit.KG, "every 2 kg"),
        ("", Unit.LB, "every 5 lb"),
        ("2.5", Unit.KG, "every 2.5 kg"),
        ("2,5", Unit.KG, "every 2.5 kg"),
        ("every 2.5 kg", Unit.KG, "every 2.5 kg"),
        ("8 12 16 20 24 32", Unit.KG, "8, 12, 16, 20, 24, 32 kg"),
        ("32,8,12", Unit.KG, "8, 12, 32 kg"),
        ("8, 12.5, 8 kg", Unit.KG, "8, 12.5 kg"),
        ("18 26 35", Unit.LB, "18, 26, 35 lb"),
    ],
)
def test_weights_are_typed_as_one_would_say_them(typed: str, unit: Unit, shown: str) -> None:
    found = weights_typed(typed, unit)
    assert weights_text(found, unit) == shown
    assert weights_typed(shown, unit) == found or not typed


@for_each("typed", ["x", "8 x", "0", "-2", "8 1e3", "2000", "nan 3", ",", "8 ³"])
def test_what_is_no_weight_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match="no weight"):
        weights_typed(typed, Unit.KG)


def test_a_list_has_an_end() -> None:
    with pytest.raises(Refused, match="more than 60"):
        weights_typed(" ".join(f"{n}" for n in range(1, 62)), Unit.KG)


@given(st.text(max_size=30), st.sampled_from(Unit))
def test_nothing_that_can_be_typed_breaks_it(text: str, unit: Unit) -> None:
    try:
        found = weights_typed(text, unit)
    except Refused:
        return
    assert isinstance(found, Weights)
    assert weights_text(found, unit)


@given(st.lists(st.integers(1, 100), min_size=2, max_size=9, unique=True), st.sampled_from(Unit))
def test_a_suggestion_is_one_of_what_was_typed(kilos: list[int], unit: Unit) -> None:
    found = weights_typed(" ".join(map(str, kilos)), unit)
    loads = loadable(None, Gear(found, unit))
    assert loads.above(found.list_kg[0]) == found.list_kg[1]


@for_each(
    ("text", "kilograms"),
    [
        ("7,5 10 12,5 15", (7.5, 10, 12.5, 15)),
        ("7,5; 10; 12,5", (7.5, 10, 12.5)),
        ("7.5, 10, 12.5", (7.5, 10, 12.5)),
        ("8, 12, 16", (8, 12, 16)),
        ("8,12,16", (8, 12, 16)),
    ],
)
def test_a_comma_inside_of_a_number_is_its_point_where_something_else_parts_them(
    text: str, kilograms: tuple[float, ...]
) -> None:
    assert weights_typed(text, Unit.KG).list_kg == kilograms
