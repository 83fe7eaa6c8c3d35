"""Which loads a session's pain holds back, and until when."""

from typing import NamedTuple

from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.pain import (
    answered,
    holding_back,
    hurt_words,
    hurts,
    hurts_little,
    pains_said,
    with_answers,
    with_pain,
)
from tests.rows import for_each


class Row(NamedTuple):
    exercise: str
    skipped: str | None = None
    pain: int | None = None
    load_kg: float | None = None
    implements: int = 1


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


def test_what_is_told_is_the_newest_answer_whether_it_decides_or_not() -> None:
    said = pains_said(1, None, (Row("squat", None, 5),))
    for answer, told, little in ((5, "hurt 5", False), (3, "hurt 3", True), (2, "", True)):
        newer = with_answers(said, answered(2, (Row("squat", None, answer), Row("squat", None, 0))))
        assert hurt_words(newer, "squat") == (f"{told} of 10 last time" if told else "")
        assert hurts_little(newer, "squat") == little
        assert holding_back(newer, "squat") is not None, "only a calm session lets it rise"
    stopped = pains_said(1, None, (Row("squat", "pain"),))
    assert hurt_words(stopped, "squat") == "stopped for pain last time"
    newer = with_answers(stopped, answered(2, (Row("squat", None, 3),)))
    assert hurt_words(newer, "squat") == "hurt 3 of 10 last time"
    older = with_answers(said, answered(1, (Row("squat", None, 5),)))
    assert older == said


@for_each(
    ("answer", "pain", "eases"), [(None, 5, True), (4, 4, True), (3, 3, False), (1, 5, False)]
)
def test_what_hurt_eases_until_an_answer_lets_it_go_on(
    answer: int | None, pain: int, eases: bool
) -> None:
    said = with_answers(
        pains_said(1, None, (Row("squat", None, 5),)), answered(2, (Row("squat", None, answer),))
    )
    found = with_pain(LastTime(slot="B1", exercise="squat", sets=(), when=1), said)
    assert (found.hurt, found.pain, found.eases) == (True, pain, eases)


def test_what_hurt_has_its_least_load_and_the_sets_that_were_stopped_for_it() -> None:
    sets = (
        Row("squat", None, 3, 20.0),
        Row("squat", None, 5, 28.0),
        Row("squat", "pain", None, 24.0),
        Row("squat", "pain"),
        Row("step-up", None, 9, 8.0),
    )
    rows = [("B1", each, LastSet(load_kg=each.load_kg, pain=each.pain)) for each in sets]
    squat = hurts(7, rows)["squat"]
    assert (squat.when, squat.slot, squat.kg) == (7, "B1", 24.0)
    assert [each.load_kg for each in squat.stopped] == [24.0, None]
    assert not hurts(7, rows)["step-up"].stopped, "it was done"
    assert not hurts(7, rows[:1]), "a little pain is none"
