"""One rule for commas, wherever a number is typed."""

from datetime import date

import pytest

from runlift_tui.core.history.amend import amended_set
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.sets.weights_text import weights_typed
from runlift_tui.core.words.decimals import divided, number_typed, pointed
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Distance, Unit
from tests.core.past import outing, row, view


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8,5k 42:10", "8.5k 42:10"),
        ("8,5k, 42:10, easy", "8.5k, 42:10, easy"),
        ("10,000 m", "10000 m"),
        ("1,500m", "1500m"),
        ("1,500 metres", "1500 metres"),
        ("8,047 km", "8.047 km"),
        ("8,047 miles", "8.047 miles"),
    ],
)
def test_inside_of_a_number_it_is_the_point(text: str, said: str) -> None:
    assert pointed(text) == said


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("7,5 10 12,5", ["7.5", "10", "12.5"]),
        ("7,5; 10", ["7.5", "10"]),
        ("7,5", ["7.5"]),
        ("8,12,16", ["8", "12", "16"]),
        ("8, 12, 16", ["8", "12", "16"]),
    ],
)
def test_between_numbers_it_divides(text: str, numbers: list[str]) -> None:
    assert divided(text) == numbers


@pytest.mark.parametrize("text", ["1,250", "12,500"])
def test_what_can_be_thousands_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused, match="without the comma"):
        number_typed(text)
    with pytest.raises(ValueError, match="float"):
        number_typed("1,2,3")


def test_every_line_that_takes_a_number_has_the_same_rule() -> None:
    today = date(2026, 11, 29)
    assert read_line("today 8,5k 42:10", today, Distance.KM).metres == 8500
    assert read_line("today 10,000m 42:10", today, Distance.KM).metres == 10_000
    assert weights_typed("7,5 10", Unit.KG).list_kg == (7.5, 10.0)
    session = view(outing(0, row(left=8, right=8, load_kg=24.0, implements=2)))
    amended = amended_set(session, 0, "load_kg", "12,5", Unit.KG)
    assert amended["sets"][0]["load_kg"] == 25.0
    with pytest.raises(Refused, match="whole numbers"):
        amended_set(session, 0, "left", "7,5", Unit.KG)
    with pytest.raises(Refused, match="without the comma"):
        amended_set(session, 0, "load_kg", "1,250", Unit.KG)
