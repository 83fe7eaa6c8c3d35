"""What the keys mean, phase by phase, and the questions that one key answers."""

import pytest

from runlift_tui.core.face import press, prompts
from runlift_tui.core.face.outline import slot_rows
from runlift_tui.core.face.press import LastKey
from runlift_tui.core.face.taken_back import taken_back, what_more
from runlift_tui.core.session.commands import (
    CancelLeadIn,
    Continue,
    Correct,
    EndHold,
    EndRound,
    Finish,
    Go,
    HoldNow,
    Lengthen,
    LogSet,
    Pause,
    Prepare,
    RatePain,
    SetRounds,
    Skip,
    StartHold,
    StopSign,
    Undo,
)
from runlift_tui.core.session.state import Holding, HoldReady, LeadIn, Rest, Work, is_finished
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, reps, warm_up
from tests.rows import for_each


def test_the_big_key_in_every_phase() -> None:
    athlete = Athlete()
    assert isinstance(press.space(athlete.session), LogSet)
    athlete.log()
    assert athlete.is_in(Rest)
    assert press.space(athlete.session) == Go()
    athlete.walk(lambda s: isinstance(s.phase, LeadIn))
    assert press.space(athlete.session) == HoldNow()
    assert press.undo(athlete.session) == CancelLeadIn()
    athlete.say(CancelLeadIn())
    assert athlete.is_in(HoldReady)
    assert press.space(athlete.session) == StartHold()
    assert press.undo(athlete.session) == Undo()
    athlete.walk(lambda s: isinstance(s.phase, Holding))
    assert press.space(athlete.session) == EndHold()
    athlete.say(Pause())
    assert press.space(athlete.session) == Continue()
    assert press.pause(athlete.session) == Continue()
    assert press.undo(athlete.session) == Undo(), "a hold that is paused does not run"
    athlete.say(Continue())
    athlete.walk()
    assert is_finished(athlete.session)
    assert press.space(athlete.session) is None


def test_what_follows_from_a_pain_takes_that_back_and_no_hold_under_it() -> None:
    athlete = Athlete()
    athlete.log()
    key = athlete.session.phase.after if isinstance(athlete.session.phase, Rest) else None
    assert key is not None
    athlete.walk(lambda s: isinstance(s.phase, Holding))
    athlete.say(RatePain(key, 4))
    assert athlete.is_in(Holding)
    before = athlete.session
    athlete.say(press.take_back(athlete.session))
    assert athlete.session.done[key].pain is None
    assert athlete.is_in(Holding), "the hold goes on"
    athlete.session = before
    athlete.say(Pause())
    athlete.say(StopSign(emergency=True))
    assert athlete.is_in(HoldReady), "nobody holds on under a stop sign"
    athlete.wait(600_000)
    assert athlete.is_in(HoldReady)
    athlete.say(press.take_back(athlete.session))
    assert not athlete.session.stop_sign
    assert athlete.session.done[key].pain is None


def test_a_second_side_that_is_stopped_leaves_the_first_and_a_shorter_rest_begins_nothing() -> None:
    athlete = Athlete()
    athlete.log()
    assert press.lengthen(athlete.session, -15) == Lengthen(-15)
    athlete.say(Lengthen(-15))
    with pytest.raises(Refused, match="by itself"):
        press.lengthen(athlete.session, -15)
    athlete.walk(lambda s: isinstance(s.phase, Holding))
    athlete.wait(3_000)
    athlete.say(EndHold())
    before = athlete.session
    athlete.say(CancelLeadIn())
    told = taken_back(before, athlete.session, CancelLeadIn())
    assert told.startswith("The right side is stopped; left, 3 s, counts: u again takes it back.")


def test_a_skip_has_its_reasons_and_a_way_back() -> None:
    athlete = Athlete()
    asked = prompts.skip(athlete.session)
    assert asked is not None
    reasons = {"1": Why.TIME, "2": Why.EQUIPMENT, "3": Why.PAIN, "4": Why.FORM, "0": Why.UNSAID}
    for key, why in reasons.items():
        answer = asked.answer(key)
        assert answer is not None
        rests = why in (Why.PAIN, Why.FORM)
        assert answer.command == Skip(why, rest=rests, due=not rests)
    back = asked.answer("space")
    assert back is not None
    assert back.command is None
    assert asked.answer("q") is None


def test_rounds_never_below_what_is_under_way_and_every_answer_is_accepted() -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B1"))
    asked = prompts.rounds(athlete.session)
    assert asked is not None
    counts = [a.command.rounds for a in asked.answers if isinstance(a.command, SetRounds)]
    assert min(counts) == 2
    assert any(a.command == EndRound() for a in asked.answers)
    for count in counts:
        athlete.say(SetRounds("main", count))


@pytest.mark.parametrize("at", [warm_up(1, "A1"), main(1, "B1"), main(2, "B3")])
def test_every_count_offered_in_a_rest_is_accepted(at: object) -> None:
    athlete = Athlete()
    athlete.walk_past(at)  # type: ignore[arg-type]
    assert isinstance(athlete.session.phase, Rest)
    asked = prompts.rounds(athlete.session)
    assert asked is not None
    for answer in asked.answers:
        if isinstance(answer.command, SetRounds):
            try:
                athlete.say(answer.command)
            except Refused as refused:
                raise AssertionError(f"{answer} was offered, then refused: {refused}") from None


def test_finishing_with_nothing_done_says_so() -> None:
    athlete = Athlete()
    assert "nothing will be kept" in prompts.finish(athlete.session).question
    athlete.log()
    asked = prompts.finish(athlete.session)
    assert "1 of" in asked.question
    answers = {answer.key: answer.command for answer in asked.answers}
    assert answers == {"enter": Finish(), "y": Finish(), "space": None, "n": None}
    assert [each[:2] for each in asked.faces()] == [("enter y", "finish"), ("space n", "go back")]
    assert asked.back_face[:2] == ("space n", "go back")


def test_a_key_that_is_no_answer_keeps_the_question_and_escape_goes_back() -> None:
    asked = prompts.rounds(Athlete().session)
    assert asked is not None
    again = asked.still("9")
    assert again is not None
    assert again.answers == asked.answers
    assert "9: only " in again.question
    twice = again.still("8")
    assert twice is not None
    assert "9" not in twice.question
    assert asked.still("x") == asked
    assert asked.still("escape") is None


def test_the_rounds_of_a_chosen_slot_are_those_of_its_block() -> None:
    asked = prompts.rounds(Athlete().session, "B1")
    assert asked is not None
    assert asked.question == "How many rounds of Main in all?"
    assert "e" not in [each.key for each in asked.answers], "its round is not under way"


def test_the_question_of_rounds_says_which_number_ends_the_session() -> None:
    athlete = Athlete()
    rounds = next(each.rounds for each in athlete.session.routine.blocks if each.id == "main")
    athlete.walk_to(main(rounds, "B1"))
    assert athlete.is_in(Work)
    asked = prompts.rounds(athlete.session)
    assert asked is not None
    assert "ends the session" not in asked.question, "the round under way is left"
    resting = Athlete()
    resting.walk(lambda s: isinstance(s.phase, Rest) and s.phase.after.slot == "B4")
    last = resting.rest.after.round
    resting.say(SetRounds("main", last + 1))
    asked = prompts.rounds(resting.session)
    assert asked is not None
    assert asked.question == f"How many rounds of Main in all? {last} ends the session here."
    resting.say(SetRounds("main", last))
    assert is_finished(resting.session)


@pytest.mark.parametrize(
    ("key", "at", "still"), [("3", 1_500, True), ("3", 1_700, False), ("4", 1_001, False)]
)
def test_a_key_that_comes_again_soon_may_be_the_same_press_still(
    key: str, at: int, still: bool
) -> None:
    assert LastKey().pressed("3", 1_000).is_still(key, at) is still
    assert not LastKey().is_still(key, at)


def test_a_side_that_was_held_is_kept_with_a_set_that_is_skipped_and_says_so() -> None:
    athlete = Athlete()
    untouched = prompts.skip(athlete.session)
    assert untouched is not None
    assert untouched.lines == ()
    athlete.walk(lambda session: bool(session.held))
    key, (seconds,) = athlete.step.key, athlete.session.held
    asked = prompts.skip(athlete.session)
    assert asked is not None
    assert asked.lines == (f"left {seconds} s: kept with the set, which counts as skipped.",)
    athlete.say(Skip(Why.TIME, due=True))
    row = next(each for each in slot_rows(athlete.session, Unit.KG) if each.label == key.slot)
    assert row.cells[key.round - 1].text == f"× {seconds}/– s"


@for_each(
    ("values", "said"),
    [
        (reps(9), "9 reps, typed for B1 round 1"),
        ({Field.LEFT: 1}, "left 1 rep, typed for B1 round 1"),
        ({Field.LOAD_KG: 32.0}, "2 x 16 kg, typed for B1 round 1"),
        ({Field.RIR: 2}, "could do 2 more, typed for B1 round 1"),
    ],
)
def test_undo_names_the_value_that_it_takes_back(values: dict[Field, float], said: str) -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    without = athlete.session
    athlete.say(Prepare(dict(values)))
    assert what_more(athlete.session, without) == said
    athlete.log(reps(6))
    without = athlete.session
    athlete.say(Correct(main(1, "B1"), dict(values)))
    assert what_more(athlete.session, without) == said.replace("typed for", "typed into")
