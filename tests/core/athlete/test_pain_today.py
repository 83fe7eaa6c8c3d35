import pytest

from runlift_tui.core.face.pain_questions import asked
from runlift_tui.core.face.press import asks_pain, pain_ten, space
from runlift_tui.core.face.screen import PAIN_SHOWN_MS, Viewing, face
from runlift_tui.core.history.document import document
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import LogSet, Prepare, RatePain, SayPain, Undo
from runlift_tui.core.session.fold import apply
from runlift_tui.core.session.state import Session
from runlift_tui.core.session.targets import StepState, states
from runlift_tui.core.sets.values import Field
from runlift_tui.core.words.faults import Refused
from tests.core.builders import T0, begun
from tests.rows import for_each


def jumps(session: Session) -> set[StepState]:
    return {state for step, state in states(session) if step.exercise.is_jump}


def test_space_passes_the_question_and_nothing_is_stored() -> None:
    session = begun(Level.ADVANCED)
    assert asks_pain(session)
    command = space(session)
    assert isinstance(command, LogSet)
    session = apply(session, T0 + 30_000, command)
    assert not asks_pain(session)
    assert document(session)["pain"] is None
    with pytest.raises(Refused):
        apply(session, T0 + 31_000, SayPain(0))


@for_each(("pain", "off"), [(0, False), (3, False), (4, True), (10, True)])
def test_over_three_there_are_no_jumps_today(pain: int, off: bool) -> None:
    session = apply(begun(Level.ADVANCED), T0 + 1_000, SayPain(pain))
    assert document(session)["pain"] == pain
    assert jumps(session) == ({StepState.NONE} if off else {StepState.TODO})
    undone = apply(session, T0 + 2_000, Undo())
    assert jumps(undone) == {StepState.TODO}
    assert asks_pain(undone)


def test_a_one_becomes_a_ten_by_a_nought_that_follows_soon() -> None:
    session = begun(Level.ADVANCED)
    assert pain_ten(session, "0", T0) is None
    session = apply(session, T0, SayPain(1))
    assert pain_ten(session, "0", T0 + 1_000) == SayPain(10)
    assert pain_ten(session, "0", T0 + 5_000) is None
    assert pain_ten(session, "2", T0 + 1_000) is None


def test_the_question_has_a_place_of_its_own_and_is_about_the_time_before_the_first_set() -> None:
    session = begun(Level.ADVANCED)
    assert [a.command for a in asked(session).answers if a.key.isdecimal()] == [
        SayPain(n) for n in range(10)
    ]
    values = {Field.LEFT: 12.0, Field.RIGHT: 12.0}
    session = apply(session, T0, Prepare(dict(values)))
    assert asks_pain(session), "reps that were typed answer nothing"
    session = apply(session, T0 + 30_000, LogSet(dict(values)))
    (key,) = session.done
    assert asked(session).answers[7].command == RatePain(key, 7), "then it is about that set"


def test_what_was_said_stands_for_a_moment() -> None:
    for pain, off in ((2, ""), (4, ": no jumps today"), (10, ": no jumps today")):
        session = apply(begun(Level.ADVANCED), T0, SayPain(pain))
        soon, later = (face(session, T0 + ms, Viewing()) for ms in (1_000, PAIN_SHOWN_MS))
        assert soon.flash == f"pain {pain} of 10{off}"
        assert soon.fields
        assert not later.flash
