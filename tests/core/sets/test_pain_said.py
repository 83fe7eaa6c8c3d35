"""Which loads a session's pain holds back, and until when."""

from typing import NamedTuple

from runlift_tui.core.sets.pain import holding_back, pains_said
from tests.rows import for_each


class Row(NamedTuple):
    exercise: str
    skipped: str | None = None
    pain: int | None = None


@for_each(
    ("of_session", "pain", "held"),
    [
        (None, 3, ()),
        (None, 4, ("squat",)),
        (None, 5, ("squat",)),
        (None, 6, ("squat", "step-up")),
        (5, 4, ("squat",)),
        (4, 3, ("squat", "step-up")),
        (4, None, ("squat", "step-up")),
        (3, 3, ()),
        (6, None, ("squat", "step-up")),
        (None, None, ("squat",)),
    ],
)
def test_over_three_what_hurt_is_held_and_over_five_everything(
    of_session: int | None, pain: int | None, held: tuple[str, ...]
) -> None:
    said = pains_said(1, of_session, (Row("squat", "pain", pain), Row("step-up")))
    found = tuple(id_ for id_ in ("squat", "step-up") if holding_back(said, id_) is not None)
    assert found == held


def test_a_calm_session_that_was_typed_lets_it_rise_again() -> None:
    said = pains_said(1, None, (Row("squat", "pain", 9), Row("step-up")))
    said |= pains_said(2, None, (Row("squat"), Row("step-up")))
    assert holding_back(said, "step-up") is not None, "what nobody typed says nothing"
    said |= pains_said(3, 1, (Row("step-up"),))
    assert holding_back(said, "step-up") is None
    assert holding_back(said, "squat") is not None, "it was not done without pain yet"
    said |= pains_said(4, 0, (Row("squat"),))
    assert holding_back(said, "squat") is None
