"""Typing values, a key at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.typing import Draft, draft, load_typed
from runlift_tui.core.sets.values import LIMITS, Field
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.rows import for_each

KEY = StepKey("main", 1, "B1")
HEAVY = (Field.LEFT, Field.RIGHT, Field.LOAD_KG, Field.RIR)


def typed(found: Draft, text: str) -> Draft:
    for key in text:
        found = found.typed(key)
    return found


def places(found: Draft, by: int, times: int) -> list[tuple[Field, ...]]:
    return [found.moved(by * n).covered for n in range(1, times + 1)]


BOTH, LEFT, RIGHT = (Field.LEFT, Field.RIGHT), (Field.LEFT,), (Field.RIGHT,)
LOAD, LEFT_OVER = (Field.LOAD_KG,), (Field.RIR,)


def test_a_leg_that_was_typed_alone_is_lost_by_no_tab() -> None:
    fresh = draft(KEY, HEAVY)
    assert places(fresh, 1, 5) == [RIGHT, LOAD, LEFT_OVER, LEFT, BOTH]
    assert places(fresh.at(Field.LEFT), 1, 2) == [BOTH, RIGHT], "nothing was typed there"
    left = typed(fresh.at(Field.LEFT), "5")
    assert places(left, 1, 4) == [RIGHT, LOAD, LEFT_OVER, LEFT]
    assert places(left, -1, 4) == [LEFT_OVER, LOAD, RIGHT, LEFT]
    assert left.moved(1).moved(-1).covered == LEFT, "and back by the same way"
    assert typed(left.moved(1), "3").taken() == {Field.RIGHT: 3}
    assert left.to_load() == "tab twice"
    assert typed(fresh, "8").moved(1).to_load() == "tab"
    assert places(typed(fresh.moved(1), "7"), 1, 4) == [LOAD, LEFT_OVER, LEFT, BOTH]


def test_both_legs_until_tab_separates_them() -> None:
    found = draft(KEY, HEAVY)
    assert typed(found, "8").taken() == {Field.LEFT: 8, Field.RIGHT: 8}
    assert typed(found.moved(1), "7").taken() == {Field.RIGHT: 7}
    assert typed(found.moved(-1), "6").taken() == {Field.LEFT: 6}
    assert found.moved(len(found.stops)).cursor == 0
    assert found.taken() == {}


@for_each(
    ("unit", "implements", "text", "kg"),
    [
        (Unit.KG, 1, "12", 12.0),
        (Unit.KG, 2, "12.5", 25.0),
        (Unit.LB, 2, "25", 22.6796),
        (Unit.KG, 1, "0", 0.0),
    ],
)
def test_a_load_is_typed_for_one_implement_and_kept_in_kilograms(
    unit: Unit, implements: int, text: str, kg: float
) -> None:
    found = draft(KEY, HEAVY, implements, loadable(None, Gear(unit=unit))).moved(2)
    assert typed(found, text).taken() == {Field.LOAD_KG: pytest.approx(kg, abs=0.001)}


def test_a_decimal_among_reps_is_refused_with_the_way_to_the_load() -> None:
    with pytest.raises(Refused, match="tab twice leads to the load"):
        typed(draft(KEY, HEAVY), "12.5").taken()
    with pytest.raises(Refused, match="reps go from 0 to"):
        typed(draft(KEY, (Field.LEFT, Field.RIGHT)), "12.5").taken()


@pytest.mark.parametrize("text", ["301", "9999", "999999"])
def test_what_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="300"):
        typed(draft(KEY, HEAVY), text).taken()


@for_each(("stop", "text"), [(0, "7.5"), (0, "0.5"), (2, "1.5.5"), (2, "."), (3, "2.5")])
def test_a_point_is_never_swallowed(stop: int, text: str) -> None:
    """A half rep is refused in words: it becomes neither 75 reps nor 5 in reserve."""
    found = typed(draft(KEY, HEAVY).moved(stop), text)
    assert found.text == text
    with pytest.raises(Refused):
        found.taken()


BELLS = Weights(list_kg=(8.0, 12.0, 16.0, 24.0))


@for_each(
    ("gear", "count", "now", "by", "then"),
    [
        (Gear(BELLS), 1, 12.0, 1, 16.0),
        (Gear(BELLS), 2, 24.0, 1, 32.0),
        (Gear(BELLS), 2, 24.0, -1, 16.0),
        (Gear(BELLS), 1, None, 1, 8.0),
        (Gear(BELLS), 1, 8.0, -1, 0.0),
        (Gear(BELLS), 1, 0.0, -1, 0.0),
        (Gear(BELLS), 1, 24.0, 1, 24.0),
        (Gear(BELLS), 1, 13.0, 1, 16.0),
        (Gear(Weights(step_kg=2.5)), 2, 25.0, 1, 30.0),
        (Gear(), 1, 12.5, 1, 14.0),
        (Gear(), 1, 12.5, -1, 12.0),
        (Gear(), 1, 998.0, 1, 998.0),
        (Gear(unit=Unit.LB), 2, 22.6796, 1, 27.2155),
    ],
)
def test_a_step_of_a_load_is_the_next_weight_that_the_gym_has(
    gear: Gear, count: int, now: float | None, by: int, then: float
) -> None:
    found = (
        draft(KEY, HEAVY, count, loadable(None, gear)).moved(2).stepped(by, {Field.LOAD_KG: now})
    )
    assert found == {Field.LOAD_KG: pytest.approx(then, abs=0.001)}


@for_each("by", [1, -1])
def test_a_first_step_of_a_load_leads_to_the_one_to_begin_with(by: int) -> None:
    load = draft(KEY, HEAVY, 2, loadable(None, Gear(BELLS))).at(Field.LOAD_KG)
    empty: dict[Field, float | None] = {Field.LOAD_KG: None}
    assert load.stuck(by, empty, 32.0) == ""
    assert load.stepped(by, empty, 32.0) == {Field.LOAD_KG: 32.0}
    assert load.stepped(by, {Field.LOAD_KG: 16.0}, 32.0) != {Field.LOAD_KG: 32.0}
    assert load.at(Field.RIR).stepped(by, {Field.RIR: None}, 32.0) == {Field.RIR: 0}


def test_rubbed_out_and_moved_on() -> None:
    found = typed(draft(KEY, HEAVY), "12")
    assert found.rubbed().text == "1"
    assert found.rubbed().rubbed().rubbed().text == ""
    assert found.moved(1).text == ""


def test_a_step_moves_each_leg_by_one() -> None:
    found = draft(KEY, HEAVY)
    assert found.stepped(1, {Field.LEFT: 10, Field.RIGHT: 8}) == {Field.LEFT: 11, Field.RIGHT: 9}
    assert found.stepped(-1, {Field.LEFT: 0, Field.RIGHT: 1}) == {Field.LEFT: 0, Field.RIGHT: 0}


def test_a_first_step_from_nothing_is_the_lowest_value() -> None:
    assert draft(KEY, HEAVY).moved(3).stepped(1, {Field.RIR: None}) == {Field.RIR: 0}
    snap = draft(KEY, (Field.LEFT, Field.RIGHT, Field.SNAP)).moved(2)
    assert snap.stepped(1, {Field.SNAP: None}) == {Field.SNAP: 1}
    assert snap.stepped(1, {Field.SNAP: 5}) == {Field.SNAP: 5}


@given(
    st.lists(st.sampled_from([*"0123456789.", "tab", "back", "rub", "up", "down"]), max_size=30),
    st.sampled_from(list(Unit)),
    st.sampled_from([1, 2]),
)
def test_whatever_is_typed_stays_in_its_limits(keys: list[str], unit: Unit, count: int) -> None:
    found = draft(KEY, HEAVY, count, loadable(None, Gear(unit=unit)))
    values: dict[Field, float | None] = dict.fromkeys(HEAVY)
    values |= {Field.LEFT: 8, Field.RIGHT: 8}
    for key in keys:
        if key in ("tab", "back"):
            try:
                values |= found.taken()
            except Refused:
                found = found.emptied()
            found = found.moved(1 if key == "tab" else -1)
        elif key == "rub":
            found = found.rubbed()
        elif key in ("up", "down"):
            values |= found.stepped(1 if key == "up" else -1, values)
        else:
            found = found.typed(key)
        for field, value in values.items():
            low, high, _ = LIMITS[field]
            assert value is None or low <= value <= high


def test_a_load_is_typed_as_it_is_read() -> None:
    load = draft(KEY, HEAVY, implements=2).at(Field.LOAD_KG)
    times = typed(load, "2").times()
    assert times is not None
    assert typed(times, "8").taken() == {Field.LOAD_KG: 16}
    assert typed(load, "8").times() is None
    assert load.times() is None
    assert typed(draft(KEY, HEAVY, implements=2), "2").times() is None


@for_each("text", ["2 x 10", "2x10", "2×10", "2*10", "2х10", "2X 10,0 KG", "2x10 kg", "10kg", "10"])
def test_a_load_in_a_line_is_taken_as_it_is_drawn(text: str) -> None:
    assert load_typed(text, KEY, 2, loadable(None, Gear())) == {Field.LOAD_KG: 20}


@for_each("text", ["3x10", "2x", "x10", "2x1x0", "2"])
def test_of_other_weights_than_the_exercise_takes_no_load_is_made_up(text: str) -> None:
    if text in ("2x", "2"):
        said = {"2x": {}, "2": {Field.LOAD_KG: 4}}[text]
        assert load_typed(text, KEY, 2, loadable(None, Gear())) == said
        return
    with pytest.raises(Refused, match="is no number"):
        load_typed(text, KEY, 2, loadable(None, Gear()))


@for_each("stop", [0, 2])
def test_two_points_are_no_number_and_no_limit_is_named_for_them(stop: int) -> None:
    with pytest.raises(Refused, match=r"^12\.\.5 is no number$"):
        typed(draft(KEY, HEAVY).moved(stop), "12..5").taken()
