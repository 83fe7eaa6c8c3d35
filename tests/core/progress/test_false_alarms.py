"""Nobody without an effect is told of one more than 5 times in 100, however often they look."""

import pytest

from tests.rows import for_each
from tests.simulations import (
    ERRORS,
    MOST_FALSE,
    SEED,
    SPREADS,
    fine_sides,
    rests,
    sides,
    steady,
    told,
)
from tests.sweep import sweep

_FEW = 200


@pytest.mark.parametrize("spread", sweep(SPREADS, stay=(SPREADS[0], SPREADS[-1])))
@pytest.mark.parametrize("bins", sweep((2, 4), stay=(2,)))
def test_rests_without_an_effect(bins: int, spread: float) -> None:
    assert told(rests(bins, spread, looks=20), _FEW, SEED).ever <= MOST_FALSE


@for_each("error", ERRORS)
@for_each("athletes", [sides, fine_sides])
def test_equal_legs(athletes: object, error: float) -> None:
    assert callable(athletes)
    assert told(athletes(error, looks=40), _FEW, SEED).ever <= MOST_FALSE


@for_each("error", ERRORS)
def test_no_gain_of_strength(error: float) -> None:
    assert told(steady(error, looks=40), _FEW, SEED).ever <= MOST_FALSE


def test_what_there_is_is_found() -> None:
    assert told(steady(5, 30), 20, SEED).ever == 1
    assert told(rests(2, 0.45, 1.5), 20, SEED).ever == 1
    assert told(sides(5, 20), 20, SEED).ever == 1
