"""A value far from those before stands as typed, and counts nowhere until it is confirmed."""

import pytest
from msgspec import structs

from runlift_tui.core.face.doubts import asked_last, put_back, question, told
from runlift_tui.core.history.document import document
from runlift_tui.core.progress.exercise import outings_of
from runlift_tui.core.progress.records import records_of
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Confirm, Correct, Finish, LogSet, Prepare, Skip, Undo
from runlift_tui.core.session.doubts import denied, doubted, unasked, unsure_at
from runlift_tui.core.session.fold import replay
from runlift_tui.core.session.new_bests import new_bests
from runlift_tui.core.session.prefill import expected_load
from runlift_tui.core.session.suggested import after
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.values import Field, Why
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit, to_kg
from runlift_tui.store.history.year_summary import summarise
from tests.core.builders import Athlete, main, reps, started
from tests.core.past import heavy, sessions
from tests.rows import for_each

B1 = main(1, "B1")
LAST = LastTime(slot="B1", exercise="rfe-split-squat", sets=(heavy(6, 6, 2, 25.0),))
SLIP = reps(6) | {Field.LOAD_KG: 250.0}


def at_b1() -> Athlete:
    start = started(last=(LAST,))
    best = {"rfe-split-squat": LAST.sets}
    athlete = Athlete(structs.replace(start, best=best))
    athlete.walk_to(B1)
    return athlete


def test_it_is_logged_as_typed_and_asked_about_once() -> None:
    athlete = at_b1()
    athlete.say(Prepare({Field.LOAD_KG: 250.0}))
    assert doubted(athlete.session) == B1
    assert question(athlete.session, Unit.KG) == (
        "B1 round 1: 2 x 125 kg after 2 x 12.5 kg. Is it right?"
    )
    assert denied(athlete.session, B1) == Prepare({Field.LOAD_KG: 25.0})
    athlete.say(LogSet(SLIP))
    assert athlete.done(B1).load_kg == 250.0
    assert athlete.done(B1).unsure == (Field.LOAD_KG,)
    assert doubted(athlete.session) == B1
    assert denied(athlete.session, B1) == Correct(B1, {Field.LOAD_KG: 25.0})
    assert put_back(athlete.session, B1, Unit.KG) == "B1 round 1 has 2 x 12.5 kg again."
    athlete.say(Confirm(B1))
    assert athlete.done(B1).confirmed == (Field.LOAD_KG,)
    assert question(athlete.session, Unit.KG) == ""
    with pytest.raises(Refused):
        athlete.say(Confirm(B1))
    athlete.say(Undo())
    assert doubted(athlete.session) == B1


def test_who_leaves_is_asked_once_about_every_set_that_is_not_confirmed() -> None:
    athlete = at_b1()
    athlete.say(LogSet(SLIP))
    athlete.say(Finish())
    assert unasked(athlete.session, ()) == B1
    assert asked_last(athlete.session, B1, Unit.KG).endswith(
        "Is it right? y says so, n says no, space again leaves."
    )
    assert unasked(athlete.session, {B1}) is None
    athlete.say(Confirm(B1))
    assert unasked(athlete.session, ()) is None


def test_confirmed_before_it_is_done_it_is_not_asked_again() -> None:
    athlete = at_b1()
    athlete.say(Prepare({Field.LOAD_KG: 250.0}))
    athlete.say(Confirm(B1))
    assert doubted(athlete.session) is None
    athlete.say(LogSet(SLIP))
    done = athlete.done(B1)
    assert (done.unsure, done.confirmed) == ((), (Field.LOAD_KG,))
    athlete.say(Correct(B1, {Field.LOAD_KG: 250.0}))
    assert not athlete.done(B1).unsure, "what stands there is known by now"
    athlete.walk_to(main(2, "B1"))
    assert expected_load(athlete.session, athlete.step) == 250.0


def test_typed_anew_it_is_asked_about_anew() -> None:
    athlete = at_b1()
    athlete.say(Prepare({Field.LOAD_KG: 250.0}))
    athlete.say(Confirm(B1))
    athlete.say(Prepare({Field.LOAD_KG: 400.0}))
    assert doubted(athlete.session) == B1
    athlete.say(Prepare({Field.LOAD_KG: 26.0}))
    assert doubted(athlete.session) is None


def test_unconfirmed_it_is_no_record_and_nothing_follows_from_it() -> None:
    athlete = at_b1()
    athlete.say(LogSet(SLIP))
    assert new_bests(athlete.session, B1) == ()
    assert not [each for each in after(athlete.session, Gear()) if each.slot == "B1"]
    athlete.walk_to(main(2, "B1"))
    assert expected_load(athlete.session, athlete.step) == 25.0
    athlete.say(Confirm(B1))
    assert new_bests(athlete.session, B1)


@pytest.mark.parametrize("confirmed", [False, True])
def test_the_history_keeps_the_word_and_records_and_charts_follow_it(confirmed: bool) -> None:
    athlete = at_b1()
    athlete.say(LogSet(SLIP))
    if confirmed:
        athlete.say(Confirm(B1))
    athlete.say(Finish())
    assert bool(told(athlete.session, None, Unit.KG)) is not confirmed
    kept = document(athlete.session)
    row = next(each for each in kept["sets"] if each["slot"] == "B1")
    assert row["load_kg"] == 250.0
    assert row.get("unsure") == (None if confirmed else ["load_kg"])
    assert row.get("confirmed") == (["load_kg"] if confirmed else None)
    past = sessions(kept)
    squats = [each for each in records_of(past) if each.exercise == "rfe-split-squat"]
    assert bool(squats) is confirmed
    assert bool(outings_of(past, "rfe-split-squat")) is confirmed
    found = summarise(past)
    assert ("rfe-split-squat" in found.best) is confirmed
    assert ("B1/rfe-split-squat" in found.slots) is confirmed


def test_the_journal_comes_to_the_same() -> None:
    athlete = at_b1()
    athlete.say(Prepare({Field.LOAD_KG: 250.0}))
    athlete.say(Confirm(B1))
    athlete.say(LogSet(SLIP))
    again, refused = replay(athlete.journal)
    assert not refused
    assert again.done == athlete.session.done


@pytest.mark.parametrize(
    "values", [reps(75), reps(6, 75), {Field.LEFT: 75.0}], ids=["both", "one", "left"]
)
def test_reps_are_asked_about_too(values: dict[Field, float | None]) -> None:
    athlete = at_b1()
    athlete.say(LogSet(reps(6)))
    assert not athlete.done(B1).unsure
    athlete.say(Correct(B1, values))
    assert athlete.done(B1).unsure
    assert "75 reps after 6. Is it right?" in question(athlete.session, Unit.KG)
    athlete.say(Correct(B1, reps(7)))
    assert unsure_at(athlete.session, B1) == ()


def test_what_stands_prefilled_and_what_is_near_is_never_asked_about() -> None:
    athlete = at_b1()
    for load in (0.0, 20.0, 24.0, 28.0, 40.0):
        athlete.say(Prepare({Field.LOAD_KG: load, Field.LEFT: 12.0}))
        assert doubted(athlete.session) is None


def test_a_first_load_far_over_what_is_suggested_to_begin_with_is_asked_about() -> None:
    for typed, asked in ((48.0, False), (96.0, False), (150.0, True)):
        athlete = Athlete()
        athlete.walk_to(B1)
        athlete.say(Prepare({Field.LOAD_KG: typed}))
        assert (doubted(athlete.session) == B1) is asked
        said = question(athlete.session, Unit.KG)
        assert said == (
            "B1 round 1: 2 x 75 kg, far over 2 x 8-10 kg. Is it right?" if asked else ""
        )


@for_each(
    ("exercise", "level", "pounds", "asked"),
    [
        ("rfe-split-squat", Level.BEGINNER, 2 * 30, ", far over 2 x 10-15 lb"),
        ("rfe-split-squat", Level.BEGINNER, 2 * 25, ""),
        ("rfe-split-squat", Level.INTERMEDIATE, 2 * 30, ""),
        ("rfe-split-squat", Level.INTERMEDIATE, 2 * 60, ", far over 2 x 15-20 lb"),
        ("back-squat", Level.BEGINNER, 115, ", far over the empty bar, 45 lb"),
        ("back-squat", Level.BEGINNER, 85, ""),
        ("back-squat", Level.INTERMEDIATE, 115, ""),
        ("back-squat", Level.ADVANCED, 185, ""),
        ("back-squat", Level.ADVANCED, 505, ", far over the empty bar, 45 lb"),
    ],
)
@for_each("corrected", [False, True])
def test_a_first_load_far_over_what_its_level_begins_with_is_asked_about_also_by_correction(
    exercise: str, level: Level, pounds: float, asked: str, corrected: bool
) -> None:
    bare = started(level)
    routine = bare.routine.with_slots(
        lambda slot: structs.replace(slot, exercise=exercise) if slot.label == "B1" else slot
    )
    gear = Gear(unit=Unit.LB)
    athlete = Athlete(structs.replace(started(level, routine=routine), gear=gear))
    athlete.walk_to(B1)
    pieces, kg = athlete.step.exercise.implements, to_kg(pounds, Unit.LB)
    first = to_kg(45 if pieces == 1 else 2 * 10, Unit.LB)
    athlete.log({Field.LOAD_KG: first if corrected else kg})
    if corrected:
        assert not athlete.done(B1).unsure
        athlete.say(Correct(B1, {Field.LOAD_KG: kg}))
    shown = f"{pieces} x {pounds / 2:.0f}" if pieces > 1 else f"{pounds}"
    said = f"B1 round 1: {shown} lb{asked}. Is it right?" if asked else ""
    assert question(athlete.session, Unit.LB) == said


def test_a_load_does_not_come_to_be_known_step_by_step_where_it_stands() -> None:
    bare = started(Level.INTERMEDIATE)
    routine = bare.routine.with_slots(
        lambda slot: structs.replace(slot, exercise="back-squat") if slot.label == "B1" else slot
    )
    athlete = Athlete(started(Level.INTERMEDIATE, routine=routine))
    athlete.walk_to(B1)
    athlete.log({Field.LOAD_KG: 50.0})
    for kg in (55.0, 62.5, 80.0, 110.0):
        athlete.say(Correct(B1, {Field.LOAD_KG: kg}))
        assert (doubted(athlete.session) == B1) is (kg > 60)
    athlete.say(Confirm(B1))
    athlete.say(Correct(B1, {Field.LOAD_KG: 112.5}))
    assert doubted(athlete.session) is None, "what was confirmed is known"


def test_on_the_way_up_only_a_load_that_is_far_too_much_is_asked_about() -> None:
    ramp = main(1, "B1", ramp=2)
    athlete = Athlete(started())
    athlete.walk_to(ramp)
    athlete.say(LogSet(reps(3) | {Field.LOAD_KG: 16.0}))
    assert athlete.done(ramp).unsure == ()
    athlete.say(Correct(ramp, {Field.LOAD_KG: 160.0}))
    assert athlete.done(ramp).unsure == (Field.LOAD_KG,)
    assert question(athlete.session, Unit.KG).startswith("B1 ramp 2: 2 x 80 kg, far over")
    athlete.walk_to(B1)
    assert expected_load(athlete.session, athlete.step) != 160.0, "nothing follows from it"
    athlete = at_b1()
    (light,) = (key for key in athlete.session.done if key.ramp == 2)
    athlete.say(Correct(light, {Field.LOAD_KG: 2.0}))
    assert athlete.done(light).unsure == (), "it may be as light as it likes"


@for_each(
    ("known", "kg", "asked"),
    [
        (True, 25.0, True),
        (True, 26.0, True),
        (True, 24.0, False),
        (True, 12.0, False),
        (False, 25.0, True),
        (False, 20.0, True),
        (False, 18.0, False),
    ],
)
def test_a_ramp_as_heavy_as_the_set_that_it_leads_to_is_asked_about(
    known: bool, kg: float, asked: bool
) -> None:
    ramp = main(1, "B1", ramp=1)
    athlete = Athlete(started(last=(LAST,) if known else ()))
    athlete.walk_to(ramp)
    athlete.say(Prepare({Field.LOAD_KG: kg}))
    assert unsure_at(athlete.session, ramp) == ((Field.LOAD_KG,) if asked else ())
    assert question(athlete.session, Unit.KG).startswith("B1 ramp 1: 2 x ") == asked


def test_the_only_weight_there_is_stands_prefilled_in_a_ramp_and_is_not_asked_about() -> None:
    gear = Gear(Weights(list_kg=(12.5,)))
    athlete = Athlete(structs.replace(started(last=(LAST,)), gear=gear))
    athlete.walk_to(main(1, "B1", ramp=2))
    athlete.log()
    assert not any(done.unsure for done in athlete.session.done.values())


def test_reps_far_from_what_a_ramp_asks_for_are_asked_about() -> None:
    ramp = main(1, "B1", ramp=2)
    athlete = Athlete(started())
    athlete.walk_to(ramp)
    athlete.say(Prepare({Field.LEFT: 12.0}))
    assert doubted(athlete.session) is None
    athlete.say(Prepare({Field.LEFT: 30.0}))
    assert doubted(athlete.session) == ramp
    assert "30 reps after 5" in question(athlete.session, Unit.KG)
    athlete.say(LogSet(reps(5, 30)))
    assert athlete.done(ramp).unsure == (Field.RIGHT,)


def test_every_value_that_is_far_is_named() -> None:
    athlete = at_b1()
    athlete.say(Prepare({Field.LEFT: 80, Field.RIGHT: 80, Field.LOAD_KG: 250.0}))
    assert question(athlete.session, Unit.KG) == (
        "B1 round 1: 80 reps after 6, 2 x 125 kg after 2 x 12.5 kg. Is it right?"
    )
    assert put_back(athlete.session, B1, Unit.KG) == "B1 round 1 has 6 reps and 2 x 12.5 kg again."


def test_a_no_puts_back_what_had_been_typed_before() -> None:
    athlete = at_b1()
    athlete.say(Prepare(reps(9)))
    athlete.say(Prepare(reps(160)))
    assert denied(athlete.session, B1) == Prepare(reps(9))
    athlete.say(LogSet(reps(160) | {Field.LOAD_KG: 25.0}))
    assert denied(athlete.session, B1) == Correct(B1, reps(9))
    athlete.say(Correct(B1, reps(9) | {Field.LOAD_KG: 26.0}))
    athlete.say(Correct(B1, {Field.LOAD_KG: 260.0}))
    assert denied(athlete.session, B1) == Correct(B1, {Field.LOAD_KG: 26.0})


def test_what_was_confirmed_is_what_stood_before() -> None:
    athlete = at_b1()
    athlete.say(Prepare({Field.LOAD_KG: 100.0}))
    athlete.say(Confirm(B1))
    athlete.say(Prepare({Field.LOAD_KG: 900.0}))
    assert denied(athlete.session, B1) == Prepare({Field.LOAD_KG: 100.0})


def test_one_rep_where_many_are_asked_is_asked_about_but_not_where_the_set_was_stopped() -> None:
    athlete = at_b1()
    athlete.say(LogSet(reps(1) | {Field.LOAD_KG: 25.0}))
    assert question(athlete.session, Unit.KG) == "B1 round 1: 1 rep after 6. Is it right?"
    assert put_back(athlete.session, B1, Unit.KG) == "B1 round 1 has 6 reps again."
    stopped = at_b1()
    stopped.say(Skip(Why.PAIN, rest=True))
    stopped.say(Correct(B1, reps(1)))
    assert not stopped.done(B1).unsure


def test_more_jumps_than_were_asked_for_are_asked_about_as_each_is_a_landing() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    b2 = main(1, "B2")
    athlete.walk_past(main(1, "B1"), {**reps(4)})
    athlete.walk_past(b2, {**reps(9)})
    assert athlete.done(b2).target == 2
    assert unsure_at(athlete.session, b2) == (Field.LEFT, Field.RIGHT)
    assert question(athlete.session, Unit.KG) == "B2 round 1: 9 reps after 2. Is it right?"
