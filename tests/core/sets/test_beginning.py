"""Where a load begins that nobody knows yet, and what cannot be begun with empty hands."""

import pytest

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.sets.beginning import beginning, lightest
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.units import Unit, to_kg
from tests.core.builders import library
from tests.rows import for_each


@for_each(
    ("unit", "there", "kg"),
    [
        (Unit.KG, (), 4.0),
        (Unit.LB, (), to_kg(10, Unit.LB)),
        (Unit.KG, (2.0, 4.0, 8.0), 2.0),
        (Unit.KG, (6.0, 12.0), 6.0),
        (Unit.KG, (8.0, 12.0), None),
        (Unit.LB, (to_kg(15, Unit.LB), to_kg(25, Unit.LB)), to_kg(15, Unit.LB)),
        (Unit.LB, (to_kg(25, Unit.LB),), None),
    ],
)
def test_what_is_none_without_a_weight_begins_with_the_lightest_or_with_empty_hands(
    unit: Unit, there: tuple[float, ...], kg: float | None
) -> None:
    gear = Gear(weights=Weights(list_kg=there), unit=unit)
    for id_ in ("goblet-squat", "split-squat-goblet"):
        assert lightest(library()[id_], gear) == (None if kg is None else pytest.approx(kg))
    assert lightest(library()["goblet-squat"], Gear(weights=Weights(step_kg=2.5))) == 2.5
    assert lightest(library()["split-squat"], gear) is None, "it can be done with empty hands"


@for_each(
    ("weights", "level", "at"),
    [
        (Weights(), Level.INTERMEDIATE, "with 2 x 6-8 kg"),
        (Weights(step_kg=2.5), Level.BEGINNER, "with 2 x 2.5-5 kg"),
        (Weights(step_kg=2.5), Level.INTERMEDIATE, "with 2 x 5-7.5 kg"),
        (Weights(list_kg=(5, 7.5, 10)), Level.INTERMEDIATE, "with 2 x 5-7.5 kg"),
        (Weights(step_kg=5), Level.INTERMEDIATE, "with 2 x 5 kg"),
        (Weights(step_kg=5), Level.BEGINNER, "with 2 x 5 kg"),
        (Weights(step_kg=10), Level.BEGINNER, "without weight"),
        (Weights(list_kg=(7, 20)), Level.BEGINNER, "with 2 x 7 kg"),
    ],
)
def test_a_range_to_begin_with_is_made_of_the_weights_that_there_are(
    weights: Weights, level: Level, at: str
) -> None:
    assert beginning(library()["split-squat"], level, 3, Gear(weights=weights)).at == at
