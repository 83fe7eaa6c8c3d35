"""Rounds: how many there are, ending one here, and slots that move within one."""

import pytest
from msgspec import structs

from runlift_tui.core.routines.levels import Level, article_routine
from runlift_tui.core.session.commands import (
    EndHold,
    EndRound,
    Finish,
    HoldNow,
    MoveToEnd,
    Prepare,
    RatePain,
    SetRounds,
    Swap,
)
from runlift_tui.core.session.rests import rest_plan
from runlift_tui.core.session.state import Finished, Holding, HoldReady, LeadIn, Work
from runlift_tui.core.sets.values import Field, RestKind, Side, Why
from runlift_tui.core.words.faults import Refused
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


def test_what_was_typed_for_a_slot_put_off_stands_again_when_it_comes_back() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Prepare({Field.LOAD_KG: 10.0}))
    athlete.say(MoveToEnd("B3"))
    other = athlete.step.key
    assert other.slot != "B3"
    assert athlete.session.prepared == {}
    athlete.say(Prepare({Field.LEFT: 4}))
    athlete.walk_to(main(1, "B3"))
    assert athlete.session.prepared == {Field.LOAD_KG: 10.0}
    athlete.say(Prepare({Field.LEFT: 5}))
    athlete.walk_past(main(1, "B3"))
    assert (athlete.done(main(1, "B3")).load_kg, athlete.done(other).load_kg) == (10.0, None)
    assert athlete.session.put_off == {}


def test_what_was_typed_for_a_slot_put_off_goes_with_its_exercise() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    athlete.say(Prepare({Field.LOAD_KG: 10.0}))
    athlete.say(MoveToEnd("B3"))
    athlete.say(Swap("B3", library()["bridge"]))
    athlete.walk_to(main(1, "B3"))
    assert athlete.session.prepared == {}


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


def test_rounds_never_go_below_the_one_under_way() -> None:
    athlete = Athlete()
    athlete.walk_to(main(3, "B2"))
    for rounds in (-1, 0, 1, 2, 7):
        with pytest.raises(Refused, match="rounds go from 3 to 6 now"):
            athlete.say(SetRounds("main", rounds))
    with pytest.raises(Refused, match="no such block"):
        athlete.say(SetRounds("cool-down", 2))
    athlete.say(SetRounds("main", 3))
    athlete.walk()
    assert max(key.round for key in athlete.session.done) == 3


def test_a_round_that_is_only_begun_counts_as_under_way() -> None:
    athlete = Athlete()
    athlete.walk_to(main(3, "B1"))
    with pytest.raises(Refused):
        athlete.say(SetRounds("main", 2))


def test_in_the_rest_before_a_round_that_round_can_still_be_left_out() -> None:
    athlete = Athlete()
    athlete.walk_past(main(2, "B4"))
    ended = athlete.now
    with pytest.raises(Refused, match="from 2 to 6"):
        athlete.say(SetRounds("main", 1))
    athlete.say(SetRounds("main", 2))
    assert athlete.phase() == Finished(ended)


def test_rounds_left_out_and_added_again_in_a_rest_keep_its_start() -> None:
    athlete = Athlete()
    athlete.walk_past(main(2, "B4"))
    rest = athlete.rest
    athlete.say(SetRounds("main", 6))
    assert athlete.rest == rest
    athlete.walk()
    assert max(key.round for key in athlete.session.done) == 6


def test_ending_a_round_in_a_rest_keeps_the_rest_and_leaves_the_others() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    began = athlete.rest.began
    athlete.wait(10_000)
    athlete.say(EndRound())
    assert athlete.rest.began == began
    assert athlete.step.key == main(2, "B1")
    left_out = {key.slot for key, done in athlete.session.done.items() if done.skipped is not None}
    assert left_out == {"B2", "B3", "B4"}
    assert rest_plan(athlete.session, main(1, "B1")) == (RestKind.ROUND, 150, 0)


def test_a_slot_moved_to_the_end_comes_last_in_this_round_only() -> None:
    athlete = Athlete()
    athlete.walk_to(main(2, "B1"))
    athlete.say(MoveToEnd("B3"))
    athlete.walk()
    order = [key.slot for key in athlete.session.done if key.round == 2 and key.block == "main"]
    assert order == ["B1", "B2", "B4", "B3"]
    order = [key.slot for key in athlete.session.done if key.round == 3 and key.block == "main"]
    assert order == ["B1", "B2", "B3", "B4"]


def test_a_heavy_slot_takes_its_fast_one_and_its_lighter_sets_along() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1", ramp=1))
    rest = athlete.rest
    athlete.say(MoveToEnd("B1"))
    assert athlete.rest == rest
    athlete.walk()
    order = [(key.slot, key.ramp) for key in athlete.session.done if key[:2] == ("main", 1)]
    ramp = [("B1", number) for number in (1, 2, 3)]
    assert order == [ramp[0], ("B3", 0), ("B4", 0), *ramp[1:], ("B1", 0), ("B2", 0)]


def test_a_slot_that_is_done_or_last_or_elsewhere_does_not_move() -> None:
    athlete = Athlete()
    athlete.walk_past(main(2, "B1"))
    for slot in ("B1", "B4", "A1", "Z9"):
        with pytest.raises(Refused):
            athlete.say(MoveToEnd(slot))


def test_the_starting_leg_is_the_same_through_a_round_and_changes_with_it() -> None:
    athlete = Athlete()
    athlete.walk()
    for key, done in athlete.session.done.items():
        assert done.start_side is (Side.LEFT if key.round % 2 else Side.RIGHT)


def test_a_movement_on_both_legs_has_no_starting_leg() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A3"))
    athlete.say(Swap("A3", library()["bridge"]))
    athlete.log()
    assert athlete.done(warm_up(1, "A3")).start_side is None
