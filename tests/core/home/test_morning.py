import pytest

from runlift_tui.core.athlete.facts import Facts, LastSession, Outing
from runlift_tui.core.history.amend import amended_session, session_values, with_morning
from runlift_tui.core.home.morning import morning_question
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.faults import Refused
from tests.core.builders import T0
from tests.core.past import view
from tests.rows import for_each


def after(pain: int | None, morning: bool | None = None) -> Facts:
    """Return the facts after one session with so much pain."""
    return Facts(
        sessions=1,
        last=LastSession(id="a", routine_name="Legs", finished=T0, sets=3, minutes=20),
        outings=(Outing(when=T0, pain=pain, morning=morning),),
    )


@for_each(
    ("facts", "days", "asks"),
    [
        (Facts(), 1, False),
        (after(None), 1, False),
        (after(2), 1, False),
        (after(3), 1, True),
        (after(9), 1, True),
        (after(4), 0, False),
        (after(4), 7, True),
        (after(4), 8, False),
        (after(4, morning=True), 1, False),
        (after(4, morning=False), 1, False),
    ],
)
def test_the_next_morning_is_asked_about_once_after_pain(
    facts: Facts, days: int, asks: bool
) -> None:
    assert bool(morning_question(facts, T0 + days * DAY_MS, 0)) is asks


def test_the_answer_stands_in_the_session_and_can_be_put_right() -> None:
    document = {"id": "a", "started": "2026-11-20T10:00:00Z", "pain": 4, "sets": [], "theirs": 1}
    assert [each.key for each in session_values(view(document))] == ["effort", "pain", "notes"]
    worse = view(with_morning(document, worse=True))
    assert worse.morning is True
    assert worse.document["theirs"] == 1
    (value,) = [each for each in session_values(worse) if each.key == "morning"]
    assert value.shown == "worse"
    assert amended_session(worse, "morning", "no")["morning"] is False
    assert amended_session(worse, "morning", "")["morning"] is None
    with pytest.raises(Refused):
        amended_session(worse, "morning", "maybe")
