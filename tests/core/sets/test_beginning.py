"""Where a load begins that nobody knows yet, and what cannot be begun with empty hands."""

import pytest

from runlift_tui.core.sets.beginning import lightest
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
    assert lightest(library()["split-squat"], gear) is None, "it can be done with empty hands"
