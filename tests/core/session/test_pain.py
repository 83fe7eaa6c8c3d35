"""Pain and bad form: they end jumps for the day, and over five they end the exercise."""

import pytest

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import RatePain, Skip, Swap, Undo
from runlift_tui.core.session.half import NoHalf, half_of
from runlift_tui.core.session.state import (
    Finished,
    HoldReady,
    Rest,
    Work,
    is_finished,
    pain_told_of,
    step_at,
)
from runlift_tui.core.session.targets import StepState, not_done, open_steps, states
from runlift_tui.core.sets.values import Why
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, library, main, started, warm_up
from tests.rows import for_each

NO_JUMPS = {Why.PAIN, Why.FORM}


def _done_slots(athlete: Athlete, slot: str) -> list[int]:
    done = athlete.session.done
    return [key.round for key in done if key.slot == slot and done[key].skipped is None]


def _open(athlete: Athlete) -> list[StepKey]:
    return [step.key for step in open_steps(athlete.session)]


@for_each("why", list(Why))
def test_pain_or_form_ends_jumps_and_nothing_else_does(why: Why) -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip(why))
    assert athlete.session.jumps_off == (why if why in NO_JUMPS else None)
    athlete.walk()
    assert _done_slots(athlete, "B2") == ([1] if why in NO_JUMPS else [1, 2, 3, 4])
    assert _done_slots(athlete, "B1") == [1, 1, 1, 1, 2, 3, 4]


def test_a_fast_set_that_keeps_its_feet_down_goes_on_after_pain_elsewhere() -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip(Why.PAIN))
    athlete.walk()
    assert _done_slots(athlete, "B2") == [1, 2, 3]


def test_jumps_that_are_off_come_back_as_another_exercise() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B2"))
    athlete.say(Skip(Why.FORM))
    athlete.say(Swap("B2", library()["split-squat-fast"]))
    athlete.walk()
    assert _done_slots(athlete, "B2") == [2, 3, 4]


@for_each(("pain", "off"), [(0, False), (5, False), (6, True), (10, True)])
def test_pain_over_five_ends_the_exercise(pain: int, off: bool) -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B3"))
    athlete.say(Skip(Why.PAIN))
    athlete.say(RatePain(main(2, "B3"), pain))
    assert athlete.done(main(2, "B3")).pain == pain
    later = {step.key: state for step, state in states(athlete.session)}
    assert later[main(3, "B3")] is (StepState.LEFT_OUT if off else StepState.TODO)
    out = sum(state is StepState.LEFT_OUT for state in later.values())
    told = ("1 skipped", f"{out} left out for pain") if off else ("1 skipped",)
    assert not_done(athlete.session) == told
    athlete.walk()
    assert _done_slots(athlete, "B3") == ([1] if off else [1, 3, 4])


def test_a_heavy_exercise_ended_by_pain_takes_its_fast_one_along() -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_to(main(2, "B1"))
    athlete.say(Skip(Why.PAIN))
    athlete.say(RatePain(main(2, "B1"), 8))
    later = step_at(athlete.session, main(3, "B2"))
    assert half_of(athlete.session, later).why is NoHalf.PAIN
    athlete.walk()
    assert _done_slots(athlete, "B2") == [1]
    assert _done_slots(athlete, "B4") == [1, 2, 3]


def test_an_exercise_that_is_over_can_be_swapped_for_another() -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B3"))
    athlete.say(Skip(Why.PAIN))
    athlete.say(RatePain(main(2, "B3"), 8))
    athlete.say(Swap("B3", library()["step-up-low"]))
    athlete.walk()
    assert _done_slots(athlete, "B3") == [1, 3, 4]


def test_pain_rated_anew_takes_the_place_of_the_rating_before() -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B3"))
    athlete.say(Skip(Why.PAIN))
    athlete.say(RatePain(main(2, "B3"), 8))
    athlete.say(RatePain(main(2, "B3"), 3))
    athlete.walk()
    assert _done_slots(athlete, "B3") == [1, 3, 4]


def test_pain_can_end_the_session_and_an_undo_gives_it_back() -> None:
    athlete = Athlete(started(Level.BEGINNER))
    athlete.walk_to(main(3, "B4"))
    before = athlete.done(main(3, "B3"))
    athlete.say(RatePain(main(1, "B4"), 9))
    assert athlete.phase() == Finished(before.ended)
    athlete.say(Undo())
    assert not is_finished(athlete.session)
    assert athlete.step.key == main(3, "B4")


@for_each(("pain", "jumps", "rounds"), [(3, True, True), (4, False, True), (6, False, False)])
def test_pain_of_a_set_that_was_done_has_the_rules_of_one_that_was_skipped(
    pain: int, jumps: bool, rounds: bool
) -> None:
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_past(main(1, "B1"))
    assert pain_told_of(athlete.session) == main(1, "B1")
    athlete.say(RatePain(main(1, "B1"), pain))
    assert athlete.done(main(1, "B1")).skipped is None
    assert (main(1, "B2") in _open(athlete)) is jumps
    assert (main(2, "B1") in _open(athlete)) is rounds
    athlete.say(RatePain(main(1, "B1"), 1))
    assert athlete.session.jumps_off is None, "what was mistyped ends nothing"
    assert main(1, "B2") in _open(athlete)


def test_pain_belongs_to_a_set_that_was_done_or_skipped() -> None:
    athlete = Athlete()
    with pytest.raises(Refused):
        athlete.say(RatePain(main(1, "B1"), 8))


def test_the_first_reason_for_no_jumps_stands() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip(Why.FORM))
    athlete.say(Skip(Why.PAIN))
    assert athlete.session.jumps_off is Why.FORM
    assert athlete.done(main(1, "B3")).clean_reps is None


def test_a_set_stopped_for_pain_is_rested_from() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    key = athlete.step.key
    athlete.say(Skip(Why.PAIN, rest=True))
    assert athlete.rest.after == key
    athlete.walk(lambda session: not isinstance(session.phase, Rest))
    done = athlete.done(key)
    assert done.skipped is Why.PAIN
    assert done.rest_kind is not None
    assert done.rest_taken_s == done.rest_planned_s


def test_in_a_warm_up_nothing_starts_by_itself_after_pain() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A1"))
    athlete.say(Skip(Why.PAIN, rest=True))
    assert athlete.is_in(HoldReady)
    assert athlete.step.key == warm_up(1, "A2")


def test_a_set_that_was_not_begun_needs_no_rest() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Skip(Why.EQUIPMENT))
    assert athlete.is_in(Work)


def test_the_last_set_stopped_for_pain_ends_the_session() -> None:
    athlete = Athlete()
    athlete.walk_to(main(4, "B4"))
    athlete.say(Skip(Why.PAIN, rest=True))
    assert is_finished(athlete.session)
