"""Rounds: how many there are, ending one here, and slots that move within one."""

import pytest
from msgspec import structs

from runlift_tui.core.commands import EndHold, EndRound, Finish, HoldNow, MoveToEnd, RatePain
from runlift_tui.core.levels import Level, article_routine
from runlift_tui.core.session import Finished, Holding, HoldReady, LeadIn, Work
from runlift_tui.core.sets import Refused, Why
from tests.core.builders import Athlete, library, main, reps, started, warm_up


def _one_side_held() -> Athlete:
    """Stand in the first Copenhagen plank, with the first side held for seven seconds."""
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.say(HoldNow())
    athlete.wait(7_000)
    athlete.say(EndHold())
    assert isinstance(athlete.session.phase, LeadIn)
    return athlete


def test_a_side_held_stays_with_its_own_slot_when_the_round_ends() -> None:
    athlete = _one_side_held()
    athlete.wait(2_000)
    athlete.say(EndRound())
    held, after = athlete.done(warm_up(1, "A2")), athlete.done(warm_up(1, "A3"))
    assert (held.left_s, held.right_s, held.skipped) == (7, None, Why.ROUND_ENDED)
    assert (after.left_s, after.right_s, after.skipped) == (None, None, Why.ROUND_ENDED)
    assert held.started < after.started == after.ended == athlete.now


def test_moving_a_slot_does_not_open_a_session_finished_by_hand() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.say(Finish())
    finished = athlete.session.phase
    assert isinstance(finished, Finished)
    with pytest.raises(Refused):
        athlete.say(MoveToEnd("B3"))
    assert athlete.phase() == finished


def test_moving_another_slot_leaves_the_set_under_way_alone() -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B1"))
    began = athlete.now
    athlete.wait(15_000)
    athlete.say(MoveToEnd("B3"))
    assert athlete.phase() == Work(began)
    athlete.log()
    assert athlete.done(main(2, "B1")).started == began


def test_a_set_that_vanishes_while_under_way_gives_its_time_to_no_other() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B2"))
    athlete.wait(12_000)
    athlete.correct(main(1, "B1"), reps(3))
    assert athlete.step.key == main(1, "B3")
    assert athlete.phase() == Work(athlete.now)


def test_a_hold_that_ends_for_pain_is_not_logged_as_the_hold_after_it() -> None:
    second = structs.replace(library()["copenhagen-short"], id="second", name="Second")
    routine = article_routine(Level.ADVANCED)
    first, *others = routine.blocks
    a1, a2, a3 = first.slots
    slots = (a1, a2, structs.replace(a3, exercise="second", prescription=a2.prescription))
    blocks = (structs.replace(first, slots=slots), *others)
    start = started(routine=structs.replace(routine, blocks=blocks), extra=(second,))
    athlete = Athlete(start)
    athlete.walk_to(warm_up(2, "A2"))
    athlete.walk(lambda session: isinstance(session.phase, Holding))
    athlete.say(RatePain(warm_up(1, "A2"), 8))
    assert athlete.step.key == warm_up(2, "A3")
    assert athlete.phase() == HoldReady(athlete.now)
