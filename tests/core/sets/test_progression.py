"""Next time's load: by the weaker leg, by what was typed, and always a weight that is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.routines.routine import Reps
from runlift_tui.core.session.half import half
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.progression import LEAST_TO_HALVE, Move, Suggestion, suggested_load
from runlift_tui.core.sets.weights import Weights, heavier, lighter
from runlift_tui.core.words.units import Unit, number, to_kg, to_unit
from tests.core.past import heavy

RANGE = Reps(5, 10)
BELLS = Weights(list_kg=(8.0, 12.0, 16.0, 20.0, 24.0, 32.0))
FINE = Weights(step_kg=0.5)


def after(*sessions: list[LastSet], weights: Weights | None = None) -> Suggestion:
    found = suggested_load(sessions, RANGE, weights=weights)
    assert found is not None
    return found


def test_nothing_done_suggests_nothing() -> None:
    assert suggested_load([], RANGE) is None
    assert suggested_load([[], [LastSet(seconds=20, load_kg=8)]], RANGE) is None


def test_a_small_step_needs_ten_with_two_left_twice() -> None:
    full = [heavy(10, 10, 2), heavy(10, 10, 3)]
    found = after(full, full, weights=FINE)
    assert (found.load_kg, found.reps, found.move) == (25.0, 5, Move.UP)
    assert found.why == "both legs 10, could do 2 more, twice: 2 x 12 → 2 x 12.5 kg, from 5"
    once = after([heavy(9, 9, 2)], full, weights=FINE)
    assert (once.load_kg, once.reps, once.move) == (24.0, 10, Move.SAME)
    assert "once more like this" in once.why


def test_a_step_over_ten_per_cent_needs_three_left() -> None:
    two, three = [heavy(10, 10, 2)], [heavy(10, 10, 3)]
    waits = after(two, two)
    assert (waits.load_kg, waits.move) == (24.0, Move.SAME)
    assert waits.why == ("2 x 14 kg after 10, could do 3 more, twice (a step of 17 %)")
    assert after(two, three).move is Move.SAME
    found = after(three, three)
    assert (found.load_kg, found.reps, found.move) == (28.0, 5, Move.UP)


def test_five_or_more_left_is_no_number() -> None:
    full = [heavy(10, 10, 7)]
    assert "could do 5+ more, twice" in after(full, full).why


@pytest.mark.parametrize("missing", [heavy(10, 10), heavy(10, 9, 3), heavy(9, 10, 3)])
def test_one_set_that_falls_short_keeps_the_load(missing: LastSet) -> None:
    full = heavy(10, 10, 3)
    found = after([full, full], [full, missing], weights=FINE)
    assert (found.load_kg, found.move) == (24.0, Move.SAME)


def test_reps_that_nobody_said_are_asked_for() -> None:
    full = [heavy(10, 10)]
    assert "type how many more" in after(full, full, weights=FINE).why


def test_in_between_one_rep_more_by_the_weaker_leg() -> None:
    found = after([heavy(8, 7, 2), heavy(9, 8, 1)])
    assert (found.load_kg, found.reps, found.move) == (24.0, 8, Move.SAME)
    assert found.why == "8 after 7 on the weaker leg: 2 x 12 kg again"


def test_under_the_range_twice_takes_load_off() -> None:
    short = [heavy(8, 8, 1), heavy(6, 4, 0)]
    found = after(short, short)
    assert (found.load_kg, found.reps, found.move) == (20.0, 5, Move.DOWN)
    assert after(short, short, weights=FINE).load_kg == 22.0
    assert after([heavy(8, 8, 1)], short).move is Move.SAME
    assert after(short, short, weights=BELLS).load_kg == 16.0


def test_the_lightest_and_the_heaviest_weight_stay() -> None:
    short, full = [heavy(3, 3, 0, 16.0)], [heavy(10, 10, 4, 64.0)]
    assert "easier exercise" in after(short, short, weights=BELLS).why
    assert "heaviest" in after(full, full, weights=BELLS).why


def test_loads_that_changed_on_the_way_prove_nothing() -> None:
    mixed = [heavy(10, 10, 4, 20.0), heavy(10, 10, 4, 24.0)]
    assert after(mixed, mixed, weights=FINE).move is Move.SAME
    assert after([heavy(10, 10, 3, 22.0)], [heavy(10, 10, 3)], weights=FINE).move is Move.SAME


def test_without_a_load_the_first_weight_is_a_big_step() -> None:
    full = [LastSet(left=10, right=10, rir=3)]
    found = after(full, full)
    assert (found.load_kg, found.move) == (2.0, Move.UP)
    assert after([LastSet(reps=6)]).load_kg is None


def test_pounds_stay_pounds() -> None:
    kg = to_kg(100, Unit.LB)
    full = [LastSet(reps=10, rir=2, load_kg=kg)]
    found = suggested_load([full, full], RANGE, unit=Unit.LB)
    assert found is not None
    assert found.load_kg is not None
    assert number(to_unit(found.load_kg, Unit.LB)) == "105"
    assert "100 → 105 lb" in found.why


@pytest.mark.parametrize(
    "weights",
    [Weights(step_kg=0.0), Weights(step_kg=float("nan")), Weights(list_kg=(-1.0, 0.0))],
)
def test_weights_without_sense_are_the_default(weights: Weights) -> None:
    assert heavier(weights, 12.0, Unit.KG, 12.3) == 14.0
    assert lighter(weights, 12.0, Unit.KG, 11.4) == 10.0


_sets = st.builds(
    LastSet,
    left=st.integers(0, 14),
    right=st.integers(0, 14),
    rir=st.none() | st.integers(0, 9),
    load_kg=st.none() | st.floats(0, 200),
    implements=st.integers(1, 2),
)
_lists = st.lists(st.floats(0.5, 120), max_size=6).map(tuple)


@given(st.lists(st.lists(_sets, max_size=4), max_size=4), _lists, st.sampled_from(Unit))
def test_every_changed_load_is_a_weight_of_the_gym(
    sessions: list[list[LastSet]], listed: tuple[float, ...], unit: Unit
) -> None:
    weights = Weights(list_kg=listed)
    found = suggested_load(sessions, RANGE, weights=weights, unit=unit)
    if found is None:
        return
    assert RANGE.low <= found.reps <= RANGE.high
    last = [sets for sets in sessions if sets][-1][-1]
    if found.move is Move.SAME:
        assert found.load_kg == last.load_kg
        return
    assert found.load_kg is not None
    assert (found.load_kg > (last.load_kg or 0)) == (found.move is Move.UP)
    each = found.load_kg / last.implements
    if listed:
        assert min(abs(each - kg) for kg in listed) < 1e-3
    else:
        step = 2.0 if unit is Unit.KG else 5.0
        steps = to_unit(each, unit) / step
        assert abs(steps - round(steps)) < 1e-3


def test_too_few_to_halve_is_too_heavy_at_once() -> None:
    assert half(LEAST_TO_HALVE - 1) is None
    assert half(LEAST_TO_HALVE) is not None
    found = after([heavy(8, 8, 2)], [heavy(3, 9, 0)])
    assert (found.load_kg, found.reps, found.move) == (20.0, 5, Move.DOWN)
    assert found.why == "3 is far under 5: 2 x 12 → 2 x 10 kg"
    assert after([heavy(8, 8, 2)], [heavy(4, 9, 0)]).move is Move.SAME
    assert suggested_load([[heavy(3, 3, 0)]], Reps(3, 5)).move is Move.SAME  # type: ignore[union-attr]
