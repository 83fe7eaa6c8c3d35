import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.sets.weights_text import weights_text, weights_told, weights_typed
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
        ("every 14", Unit.KG, "every 14 kg"),
        ("only 14", Unit.KG, "only 14 kg"),
        ("Only 2 kg", Unit.KG, "only 2 kg"),
        ("10", Unit.LB, "every 10 lb"),
        ("8 12 +16 -8", Unit.KG, "12, 16 kg"),
        ("8 +16 -8", Unit.KG, "only 16 kg"),
    ],
)
def test_weights_are_typed_as_one_would_say_them(typed: str, unit: Unit, shown: str) -> None:
    found = weights_typed(typed, unit)
    assert weights_text(found, unit) == shown
    assert weights_typed(shown, unit) == found or not typed


@for_each(
    ("typed", "unit", "told"),
    [
        ("4-30", Unit.KG, "4 to 30 kg, every 2"),
        ("4 - 30 kg", Unit.KG, "4 to 30 kg, every 2"),
        ("4\u201330", Unit.KG, "4 to 30 kg, every 2"),
        ("4 kg to 30 kg", Unit.KG, "4 to 30 kg, every 2"),
        ("2,5-20/2,5", Unit.KG, "2.5 to 20 kg, every 2.5"),
        ("5-50", Unit.LB, "5 to 50 lb, every 5"),
        ("5 to 50 lb, every 5", Unit.LB, "5 to 50 lb, every 5"),
        ("4-9", Unit.KG, "4, 6, 8 and 9 kg"),
    ],
)
def test_a_rack_is_typed_by_its_ends_and_told_so(typed: str, unit: Unit, told: str) -> None:
    found = weights_typed(typed, unit)
    assert weights_told(found, unit) == told
    assert weights_typed(weights_text(found, unit), unit) == found
    assert weights_told(weights_typed("8 12 14 16 18 20", unit), unit).startswith("8, 12, 14")


@for_each("typed", ["30-4", "4-4", "2-1000", "0-20", "4-30/0", "1-2-3", "8-12 16"])
def test_what_is_no_rack_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        weights_typed(typed, Unit.KG)


@for_each("typed", ["x", "8 x", "0", "only", "8 -0", "8 1e3", "2000", "nan 3", ",", "8 ³"])
def test_what_is_no_weight_is_refused_in_words(typed: str) -> None:
    with pytest.raises(Refused, match="no weight"):
        weights_typed(typed, Unit.KG)


@for_each(
    ("typed", "after"),
    [
        ("+14", "8, 12, 14, 16 kg"),
        ("-8", "12, 16 kg"),
        ("+ 12,5", "8, 12, 12.5, 16 kg"),
        ("+14 +20 -12", "8, 14, 16, 20 kg"),
        ("+8", "8, 12, 16 kg"),
        ("+1 -8 -12 -16", "only 1 kg"),
    ],
)
def test_one_weight_is_put_on_the_list_or_taken_off_it(typed: str, after: str) -> None:
    now = weights_typed("8 12 16", Unit.KG)
    assert weights_text(weights_typed(typed, Unit.KG, now), Unit.KG) == after


@for_each(
    ("typed", "now", "why"),
    [
        ("+14", "every 2", "every 2 kg has 14 kg already"),
        ("+14", "", "every 2 kg has 14 kg already"),
        (
            "+14",
            "every 4",
            "every 4 kg has no end: write its rack first, as 4-32/4, then \\+14$",
        ),
        ("+1", "every 4", "write its rack first, as 4-32/4, then \\+1$"),
        (
            "-12",
            "every 4",
            "every 4 kg has no end: write its rack first, as 4-32/4, then -12$",
        ),
        ("-13", "every 4", "every 4 kg has no 13 kg"),
        ("-14", "8 12", "14 kg is not on the list"),
        ("-8", "only 8", "that was the last on the list"),
        ("every 2 +14", "8 12", "every 2 kg has 14 kg already"),
        ("every 4 +14", "8 12", "every 4 kg has no end"),
        ("every 2 4", "8 12", "a step is one weight"),
        ("+", "8 12", "no weight"),
        ("14", "8 12", "every 14 kg, or one weight of 14 kg. Write every 14, or only 14"),
        ("5.5", "8 12", "every 5.5 kg, or one weight of 5.5 kg"),
    ],
)
def test_what_can_be_two_things_or_none_is_asked_in_words(typed: str, now: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        weights_typed(typed, Unit.KG, weights_typed(now, Unit.KG))


@for_each(("step", "typed"), [("4", "+14"), ("2.5", "+17"), ("2", "+501"), ("2", "-14")])
def test_what_is_advised_for_a_weight_beside_a_step_can_be_typed(step: str, typed: str) -> None:
    now = weights_typed(f"every {step}", Unit.KG)
    with pytest.raises(Refused) as refused:
        weights_typed(typed, Unit.KG, now)
    rack = str(refused.value).split(", as ")[1].split(", then ")[0]
    after = weights_typed(typed, Unit.KG, weights_typed(rack, Unit.KG, now))
    assert (float(typed[1:]) in after.list_kg) is (typed[0] == "+")


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
    shown = weights_text(found, unit)
    assert weights_typed(shown, unit) == found or not found.list_kg
    assert weights_told(found, unit)


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
