"""What makes up a load: plates on a bar, exactly, and never more than was asked for unsaid."""

from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.sets.loadable import USUAL, is_on_bar
from runlift_tui.core.sets.plates import (
    bar_how,
    bar_text,
    bar_told,
    bar_typed,
    loaded,
    made_of,
    on_the_ends,
)
from runlift_tui.core.sets.weights import Barbell, Gear, Weights
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit, to_kg
from tests.core.builders import library
from tests.rows import for_each

ON_BAR, BY_HAND = library()["rfe-split-squat-barbell"], library()["rfe-split-squat"]
TWENTY = Barbell(bar_kg=20.0, plates_kg=(20.0, 15.0, 10.0, 5.0, 2.5, 1.25))
POUNDS = Barbell(
    bar_kg=to_kg(45, Unit.LB), plates_kg=tuple(to_kg(n, Unit.LB) for n in (45, 25, 10, 5))
)


@for_each(
    ("kg", "bar", "words"),
    [
        (55.0, TWENTY, "20 bar + 2 x (15 + 2.5)"),
        (60.0, TWENTY, "20 bar + 2 x 20"),
        (102.5, TWENTY, "20 bar + 2 x (20 + 20 + 1.25)"),
        (57.0, TWENTY, "20 bar + 2 x (15 + 2.5), 2 kg short"),
        (21.0, TWENTY, "the empty bar, 1 kg short"),
        (20.0, TWENTY, "the empty bar"),
        (16.0, TWENTY, "lighter than a bar of 20 kg"),
        (40.0, Barbell(bar_kg=15.0, plates_kg=(7.5, 5.0)), "15 bar + 2 x (7.5 + 5)"),
        (40.0, Barbell(bar_kg=10.0, plates_kg=()), "10 bar + 2 x 15"),
        (55.0, Barbell(), "20 bar + 2 x (15 + 2.5), if the bar has 20 kg"),
        (None, TWENTY, ""),
        (0.0, TWENTY, ""),
    ],
)
def test_a_bars_load_says_what_goes_on_each_end(kg: float | None, bar: Barbell, words: str) -> None:
    assert is_on_bar(ON_BAR)
    assert made_of(kg, ON_BAR, Gear(bar=bar)) == words


@for_each(
    ("kg", "bar", "plates"),
    [
        (55.0, TWENTY, "2x(15+2.5)"),
        (60.0, TWENTY, "2x20"),
        (57.0, TWENTY, ""),
        (20.0, TWENTY, ""),
        (16.0, TWENTY, ""),
        (None, TWENTY, ""),
    ],
)
def test_in_letters_stand_the_plates_of_the_very_load(
    kg: float | None, bar: Barbell, plates: str
) -> None:
    assert on_the_ends(kg, ON_BAR, Gear(bar=bar)) == plates
    assert on_the_ends(kg, library()["split-squat"], Gear(bar=bar)) == ""


def test_pounds_are_exact_though_they_are_kept_in_kilograms() -> None:
    gear = Gear(unit=Unit.LB, bar=POUNDS)
    assert made_of(to_kg(135, Unit.LB), ON_BAR, gear) == "45 bar + 2 x 45"
    assert made_of(to_kg(116, Unit.LB), ON_BAR, gear) == "45 bar + 2 x (25 + 10), 1 lb short"


@for_each(
    ("kg", "weights", "words"),
    [
        (48.0, Weights(list_kg=(16.0, 24.0)), ""),
        (44.0, Weights(list_kg=(16.0, 24.0)), "22 kg is not on your list: 16 is next below"),
        (24.0, Weights(list_kg=(16.0, 24.0)), "12 kg is not on your list: 16 is more than asked"),
        (46.0, Weights(step_kg=2.5), ""),
        (45.0, Weights(step_kg=2.5), ""),
        (46.0, Weights(), ""),
    ],
)
def test_weights_in_the_hands_say_what_there_is_instead(
    kg: float, weights: Weights, words: str
) -> None:
    assert not is_on_bar(BY_HAND)
    assert made_of(kg, BY_HAND, Gear(weights)) == words


@given(
    st.integers(0, 300),
    st.integers(1, 40),
    st.lists(st.integers(1, 40), max_size=4, unique=True).map(tuple),
)
def test_no_way_to_load_it_comes_closer_from_below(
    total: int, bar: int, plates: tuple[int, ...]
) -> None:
    found = loaded(total * 500, bar * 500, tuple(each * 500 for each in plates))
    assert found.bar + 2 * sum(found.side) + found.short == total * 500
    assert found.side == tuple(sorted(found.side, reverse=True))
    assert found.short >= 0 or not found.side, "never more than was asked for"
    for count in range(4):
        for side in combinations_with_replacement(plates, count):
            over = total * 500 - found.bar - 1000 * sum(side)
            assert over < 0 or over >= found.short


def test_sizes_without_a_common_step_are_answered_all_the_same() -> None:
    found = loaded(500_000, 20_000, (20_001, 1_003, 7))
    assert 0 <= found.short < 2 * 7


@for_each(
    ("text", "shown"),
    [
        ("20: 20 15 10 5 2,5", "20: 20, 15, 10, 5, 2.5 kg"),
        ("15 kg bar 10 5", "15: 10, 5 kg"),
        ("20", "20 kg; usual plates assumed"),
        ("", "not said; 20 kg assumed"),
    ],
)
def test_a_bar_is_typed_as_it_is_shown(text: str, shown: str) -> None:
    assert bar_text(bar_typed(text, Unit.KG), Unit.KG) == shown
    assert bar_typed(shown, Unit.KG) == bar_typed(text, Unit.KG)


@for_each(
    ("text", "unit", "said"),
    [
        ("20: 20 15 2,5", Unit.KG, "20 kg, with pairs of 20, 15 and 2.5 kg"),
        ("15 10", Unit.KG, "15 kg, with pairs of 10 kg"),
        ("15", Unit.KG, "15 kg in steps of 2.5 kg"),
        ("", Unit.KG, "20 kg assumed, in steps of 2.5 kg"),
        ("", Unit.LB, "45 lb assumed, in steps of 5 lb"),
    ],
)
def test_a_bar_is_told_as_it_was_read(text: str, unit: Unit, said: str) -> None:
    assert bar_told(bar_typed(text, unit), unit) == said


@for_each("text", ["heavy", "20: ten", "0: 5", "20 15: 5", "20: " + "5 " * 13])
def test_what_is_no_bar_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused, match="write the bar"):
        bar_typed(text, Unit.KG)


@for_each("unit", list(Unit))
def test_how_a_bar_is_typed_is_told_with_one_that_is_usual_in_the_unit(unit: Unit) -> None:
    example = bar_how(unit).partition(" as ")[2]
    found = bar_typed(example, unit)
    assert found.bar_kg == pytest.approx(to_kg(USUAL[unit][0], unit))
    usual = [to_kg(each, unit) for each in USUAL[unit][1]]
    assert all(any(abs(each - kg) < 0.01 for kg in usual) for each in found.plates_kg)
    with pytest.raises(Refused, match=f"{example}$"):
        bar_typed("none", unit)
