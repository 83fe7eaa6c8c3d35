"""A round that went to the limit is not asked for again: the next one is lighter, or has fewer."""

import pytest
from msgspec import structs

from runlift_tui.core.face.stage import stage
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.reserve import reserve_asked
from runlift_tui.core.routines.routine import Reps
from runlift_tui.core.session.commands import Skip
from runlift_tui.core.session.fold import replay
from runlift_tui.core.session.half import half_of
from runlift_tui.core.session.prefill import expected_load
from runlift_tui.core.session.state import step_at
from runlift_tui.core.session.suggested import after, coming_why, less_now, todays_why
from runlift_tui.core.session.targets import target
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.load_asked import LoadAsked, Move
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.next_round import next_round
from runlift_tui.core.sets.next_time import Coming, next_times
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.units import Unit, to_kg
from tests.core.builders import T0, Athlete, library, main, reps, started
from tests.rows import for_each

ONE, TWO, THREE = (main(round_, "B1") for round_ in (1, 2, 3))
BY_5_LB = Gear(Weights(step_kg=to_kg(5, Unit.LB)), unit=Unit.LB)
TENS = 2 * to_kg(10, Unit.LB)


def of_pounds(level: Level = Level.BEGINNER, *, gear: Gear = BY_5_LB) -> Athlete:
    """Return a session with B1 begun without weight, in pounds, every 5 of them."""
    start = started(level)
    bare = start.routine.with_slots(
        lambda slot: structs.replace(slot, unloaded=slot.label == "B1") if slot.label else slot
    )
    return Athlete(structs.replace(start, routine=bare, gear=gear))


def went(athlete: Athlete, count: int, kg: float | None, left: int | None) -> None:
    athlete.walk_past(ONE, reps(count) | {Field.LOAD_KG: kg, Field.RIR: left})


def test_after_the_limit_the_next_round_is_the_next_lighter_load_there_is() -> None:
    athlete = of_pounds()
    goal = target(athlete.session, step_at(athlete.session, ONE))
    went(athlete, goal, TENS, 0)
    athlete.walk_to(TWO)
    assert expected_load(athlete.session, athlete.step) == pytest.approx(TENS / 2, abs=1e-3)
    assert target(athlete.session, athlete.step) == goal
    asked = reserve_asked(athlete.step.slot)[0]
    why = f"{goal} in round 1, could do 0 more, {asked} were asked: 2 x 10 → 2 x 5 lb"
    assert coming_why(athlete.session, athlete.step) == why
    assert todays_why(athlete.session, athlete.step) == why
    athlete.log({Field.RIR: asked})
    athlete.walk_to(THREE)
    assert expected_load(athlete.session, athlete.step) == pytest.approx(TENS / 2, abs=1e-3)
    assert less_now(athlete.session, athlete.step) is None


def test_the_rest_before_it_says_so_beside_the_key_that_types_another() -> None:
    athlete = of_pounds()
    went(athlete, 8, TENS, 0)
    athlete.walk(lambda session: stage(session, athlete.now, Unit.LB).label == "B1")
    cue = stage(athlete.session, athlete.now, Unit.LB).cue
    assert cue.startswith("after the limit: 2 x 10 → 2 x 5 lb; t types another")


def test_a_correction_of_the_round_before_changes_the_next_and_nothing_that_was_done() -> None:
    athlete = of_pounds()
    went(athlete, 8, TENS, 2)
    athlete.walk_to(TWO)
    assert expected_load(athlete.session, athlete.step) == TENS
    before = athlete.done(ONE)
    athlete.correct(ONE, {Field.RIR: 0})
    assert expected_load(athlete.session, athlete.step) == pytest.approx(TENS / 2, abs=1e-3)
    assert athlete.done(ONE) == structs.replace(before, rir=0)
    again, refused = replay(athlete.journal)
    assert not refused
    assert again.done == athlete.session.done


def test_fewer_reps_than_the_range_are_the_limit_too() -> None:
    athlete = Athlete()
    step = step_at(athlete.session, ONE)
    low = target(athlete.session, step)
    athlete.walk_past(ONE, reps(low, low - 1) | {Field.LOAD_KG: 50.0, Field.RIR: 0})
    athlete.walk_to(TWO)
    kg = expected_load(athlete.session, athlete.step)
    assert kg is not None
    assert 40 <= kg < 50
    assert coming_why(athlete.session, athlete.step).startswith(f"{low - 1} in round 1, could")


def test_without_a_load_there_are_fewer_reps_and_they_stay() -> None:
    athlete = of_pounds()
    went(athlete, 8, None, 0)
    fast = step_at(athlete.session, main(2, "B2"))
    half = half_of(athlete.session, fast)
    athlete.walk_to(TWO)
    assert target(athlete.session, athlete.step) == 8 - reserve_asked(athlete.step.slot)[0]
    assert half.of == target(athlete.session, athlete.step)
    athlete.log({Field.RIR: 4})
    athlete.walk_to(THREE)
    assert target(athlete.session, athlete.step) == athlete.done(TWO).target < 8


def test_where_nothing_is_lighter_there_are_fewer_reps_at_the_same_load() -> None:
    only = Gear(Weights(list_kg=(to_kg(10, Unit.LB),)), unit=Unit.LB)
    athlete = of_pounds(gear=only)
    went(athlete, 8, TENS, 0)
    athlete.walk_to(TWO)
    assert expected_load(athlete.session, athlete.step) == TENS
    assert target(athlete.session, athlete.step) < 8
    assert coming_why(athlete.session, athlete.step).endswith("as nothing here is lighter")


@for_each(
    ("each", "count", "kg", "goal"),
    [
        (14, 10, None, 7),
        (14, 7, 24.0, 10),
        (30, 10, 54.0, 10),
        (30, 7, 54.0, 10),
        (18, 6, 32.0, 10),
        (22, 6, 40.0, 10),
    ],
)
def test_a_big_step_down_waits_as_long_as_the_range_has_room(
    each: float, count: int, kg: float | None, goal: int
) -> None:
    """Of two dumbbells every 2 kg, and 5-10 reps with 3 left."""
    gear = Gear(Weights(step_kg=2.0 if each < 30 else 1.0))
    asked = LoadAsked(
        reps=Reps(5, 10), reserve=3, loads=loadable(library()["rfe-split-squat"], gear)
    )
    done = LastSet(reps=count, load_kg=2.0 * each, implements=2, rir=0, round=1)
    found = next_round([done], 10, asked)
    assert found is not None
    assert (found.load_kg, found.reps) == (kg, goal)


def test_a_round_that_left_enough_or_was_stopped_asks_for_no_less() -> None:
    athlete = of_pounds()
    went(athlete, 8, TENS, 4)
    athlete.walk_to(TWO)
    assert less_now(athlete.session, athlete.step) is None
    assert expected_load(athlete.session, athlete.step) == TENS
    athlete.say(Skip(Why.FORM))
    athlete.walk_to(THREE)
    assert expected_load(athlete.session, athlete.step) == TENS


def test_why_a_later_round_has_its_load_is_of_today_and_not_that_it_is_the_first_time() -> None:
    start = started()
    found = next_times(
        start.routine,
        {each.id: each for each in start.exercises},
        (),
        Coming(now=T0, level=Level.ADVANCED),
    )
    athlete = Athlete(structs.replace(start, next_times=found))
    athlete.walk_to(ONE)
    assert todays_why(athlete.session, athlete.step).startswith("first time: begin")
    athlete.log({Field.LOAD_KG: 24.0, Field.RIR: 5})
    athlete.walk_to(TWO)
    asked = reserve_asked(athlete.step.slot)[0]
    assert todays_why(athlete.session, athlete.step) == (
        f"as in round 1: 2 x 12 kg, add until you could do {asked} more"
    )


def test_next_time_is_lighter_too_though_not_every_set_said_how_many_were_left() -> None:
    athlete = of_pounds()
    went(athlete, 8, TENS, 0)
    athlete.walk_past(TWO, reps(7) | {Field.LOAD_KG: TENS, Field.RIR: None})
    found = next(each for each in after(athlete.session, BY_5_LB) if each.slot == "B1")
    assert found.move is Move.DOWN
    assert found.load_kg == pytest.approx(TENS / 2, abs=1e-3)
    assert "could do 0 more" in found.why


@pytest.mark.parametrize("second", [None, 0])
def test_next_time_a_load_that_left_none_has_fewer_reps_or_is_lighter(second: int | None) -> None:
    athlete = Athlete()
    high = step_at(athlete.session, ONE).slot.prescription.high  # type: ignore[union-attr]
    athlete.walk_past(ONE, reps(high) | {Field.LOAD_KG: 40.0, Field.RIR: 0})
    athlete.walk_past(TWO, reps(high) | {Field.LOAD_KG: 40.0, Field.RIR: second})
    found = next(each for each in after(athlete.session, Gear()) if each.slot == "B1")
    assert found.load_kg < 40 or found.reps < high
