"""Another exercise in a slot, from the step under way on."""

import pytest
from msgspec import structs

from runlift_tui.core.exercises.exercise import Measure
from runlift_tui.core.routines.levels import ALL_SLOTS, Level
from runlift_tui.core.routines.routine import Hold, StepKey
from runlift_tui.core.session.commands import Correct, HoldNow, LogSet, Swap
from runlift_tui.core.session.half import NoHalf, half_of
from runlift_tui.core.session.prefill import prefill
from runlift_tui.core.session.rests import rest_plan
from runlift_tui.core.session.state import Holding, HoldReady, Work, step_at
from runlift_tui.core.session.swaps import stand_ins
from runlift_tui.core.session.targets import target
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.values import Field, RestKind
from runlift_tui.core.sets.weights import Barbell, Gear, Weights
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, library, main, reps, started, warm_up
from tests.rows import for_each


def _swap(athlete: Athlete, slot: str, exercise: str) -> None:
    athlete.say(Swap(slot, library()[exercise]))


def test_a_heavy_slot_swapped_to_a_hold_has_no_fast_set_and_says_why() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    _swap(athlete, "B1", "split-squat-iso")
    athlete.walk_to(main(1, "B2"))
    assert target(athlete.session, athlete.step) == 3, "the round's own heavy set stands"
    athlete.walk_to(main(2, "B1"))
    fast = step_at(athlete.session, main(2, "B2"))
    assert half_of(athlete.session, fast).why is NoHalf.HOLD
    athlete.walk(lambda session: main(2, "B1") in session.done)
    assert half_of(athlete.session, fast).why is NoHalf.HOLD
    assert athlete.step.key == main(2, "B3")
    assert rest_plan(athlete.session, main(2, "B1")).kind is RestKind.SLOT


def test_half_of_a_set_is_never_a_hold() -> None:
    athlete = Athlete()
    with pytest.raises(Refused, match="counted in reps"):
        _swap(athlete, "B2", "split-squat-iso")


@pytest.mark.parametrize("level", list(Level))
def test_a_lighter_set_done_before_a_swap_to_a_hold_stays_and_can_be_corrected(
    level: Level,
) -> None:
    athlete = Athlete(started(level, ALL_SLOTS))
    ramp = main(1, "B1", ramp=1)
    athlete.walk_past(ramp)
    rest = athlete.rest
    _swap(athlete, "B1", "split-squat-iso")
    assert athlete.rest == rest
    athlete.say(Correct(ramp, reps(4)))
    assert athlete.done(ramp).clean_reps == 4
    athlete.walk()
    assert athlete.done(main(1, "B1")).left_s == 20


def test_between_reps_and_a_hold_and_back() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A1"))
    before = athlete.step
    _swap(athlete, "A1", "copenhagen-short")
    assert athlete.phase() == HoldReady(athlete.now)
    assert isinstance(athlete.step.slot.prescription, Hold)
    assert athlete.step.exercise.measure is Measure.HOLD
    _swap(athlete, "A1", "dead-bug")
    assert athlete.phase() == Work(athlete.now)
    assert athlete.step == before, "with the prescription that it had"
    assert athlete.session.swapped == {}


def test_a_hold_swapped_for_reps_while_it_is_held() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.say(HoldNow())
    athlete.wait(5_000)
    assert athlete.is_in(Holding)
    _swap(athlete, "A2", "copenhagen-dynamic")
    assert athlete.phase() == Work(athlete.now)
    athlete.wait(20_000)
    assert warm_up(1, "A2") not in athlete.session.done
    athlete.say(LogSet(reps(8)))
    done = athlete.done(warm_up(1, "A2"))
    assert (done.left, done.left_s, done.swapped_from) == (8, None, "copenhagen-long")


def test_a_swap_changes_what_is_still_to_come_and_never_the_past() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B3"))
    _swap(athlete, "B3", "step-up-lateral")
    athlete.walk()
    names = {key.round: done.exercise for key, done in athlete.session.done.items() if _b3(key)}
    assert names == {1: "step-up", 2: "step-up-lateral", 3: "step-up-lateral", 4: "step-up-lateral"}
    origins = {done.swapped_from for key, done in athlete.session.done.items() if _b3(key)}
    assert origins == {None, "step-up"}


def _b3(key: StepKey) -> bool:
    return key.slot == "B3"


def test_a_swap_in_a_rest_keeps_the_rest() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    rest = athlete.rest
    _swap(athlete, "B2", "split-squat-fast")
    assert athlete.rest == rest
    assert rest_plan(athlete.session, rest.after).kind is RestKind.PRIMING


def test_a_swap_drops_what_was_typed_for_the_exercise_before_and_brings_its_own_load() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B3"))
    last = LastTime(slot="B3", exercise="step-up-lateral", sets=(LastSet(load_kg=14.0),))
    athlete.say(Swap("B3", library()["step-up-lateral"], last=(last,)))
    assert prefill(athlete.session, athlete.step)[Field.LOAD_KG] == 14.0


@pytest.mark.parametrize(("slot", "exercise"), [("B3", "step-up"), ("Z9", "step-up-high")])
def test_a_swap_that_makes_no_sense_is_refused(slot: str, exercise: str) -> None:
    athlete = Athlete()
    with pytest.raises(Refused):
        _swap(athlete, slot, exercise)


def test_lighter_sets_do_not_come_back_after_the_heavy_one_was_done_as_a_hold() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1", ramp=1))
    _swap(athlete, "B1", "split-squat-iso")
    athlete.walk(lambda session: main(1, "B1") in session.done)
    _swap(athlete, "B1", "rfe-split-squat")
    assert athlete.step.key == main(1, "B3")
    athlete.walk()
    assert not any(key.ramp for key in athlete.session.done)


def test_a_hold_swapped_for_another_while_it_is_held_begins_anew() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.wait(45_000)
    _swap(athlete, "A2", "copenhagen-short")
    assert athlete.phase() == HoldReady(athlete.now)
    assert athlete.session.held == ()


@for_each(
    ("gear", "exercise", "mark"),
    [
        (Gear(), "reverse-lunge", "? 2 weights"),
        (Gear(Weights(list_kg=(8.0, 12.0))), "reverse-lunge", "✓ 2 weights"),
        (Gear(Weights(are_there=True)), "reverse-lunge", "✓ 2 weights"),
        (Gear(Weights(are_there=True)), "back-squat", "? barbell"),
        (Gear(Weights(step_kg=2.5)), "goblet-squat", "✓ 1 weight"),
        (Gear(Weights(list_kg=(8.0, 12.0))), "back-squat", "? barbell"),
        (Gear(bar=Barbell(bar_kg=20.0)), "back-squat", "✓ barbell"),
        (Gear(bar=Barbell(bar_kg=20.0)), "deadlift", "? barbell, plate"),
        (Gear(bar=Barbell(bar_kg=20.0, plates_kg=(10.0,))), "deadlift", "✓ barbell, plate"),
        (Gear(bar=Barbell(bar_kg=20.0)), "reverse-lunge", "? 2 weights"),
    ],
)
def test_weights_and_a_bar_that_were_named_are_at_hand(
    gear: Gear, exercise: str, mark: str
) -> None:
    athlete = Athlete(structs.replace(started(), gear=gear))
    found = stand_ins(athlete.session, athlete.step, library())
    stood_in = next(each for each in found if each.exercise.id == exercise)
    assert stood_in.kit == mark
    assert stood_in.at_hand or not stood_in.used
