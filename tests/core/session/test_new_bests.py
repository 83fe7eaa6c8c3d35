"""A best set is marked when it is logged, and no longer when it is corrected."""

from msgspec import structs

from runlift_tui.core.face.stage import stage
from runlift_tui.core.face.summary import bests
from runlift_tui.core.routines.routine import Reps
from runlift_tui.core.session.commands import Prepare, RatePain, Skip
from runlift_tui.core.session.new_bests import best_words, new_bests
from runlift_tui.core.sets.bests import Best
from runlift_tui.core.sets.last import LastSet
from runlift_tui.core.sets.values import Field, SetDone
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, reps, started
from tests.core.past import heavy

B1 = main(1, "B1")
BEST: dict[str, tuple[LastSet, ...]] = {
    "rfe-split-squat": (heavy(8, 8, None, 24.0), heavy(6, 6, 2, 28.0))
}


def athlete(best: dict[str, tuple[LastSet, ...]] = BEST) -> Athlete:
    return Athlete(structs.replace(started(), best=best))


def test_more_than_ever_is_marked_in_the_rest_after_it() -> None:
    found = athlete()
    found.walk_past(B1, reps(6) | {Field.LOAD_KG: 30.0})
    assert new_bests(found.session, B1) == (Best.LOAD,)
    panel = stage(found.session, found.now, Unit.KG).own
    assert panel.lines == ("best set yet by load",)
    assert panel.is_marked


def test_a_correction_takes_the_mark_away_and_gives_it_back() -> None:
    found = athlete()
    found.walk_past(B1, reps(6) | {Field.LOAD_KG: 30.0})
    found.correct(B1, {Field.LOAD_KG: 20.0})
    assert new_bests(found.session, B1) == ()
    assert stage(found.session, found.now, Unit.KG).own.lines == ()
    found.correct(B1, {Field.LOAD_KG: 29.0, Field.RIR: 2})
    assert Best.E1RM in new_bests(found.session, B1)


def test_the_same_again_today_is_none() -> None:
    found = athlete()
    for round_ in (1, 2):
        found.walk_past(main(round_, "B1"), reps(9) | {Field.LOAD_KG: 24.0})
    assert new_bests(found.session, B1)
    assert new_bests(found.session, main(2, "B1")) == ()
    assert bests(found.session) == "B1 round 1 by reps"


def test_the_first_set_of_an_exercise_is_none() -> None:
    found = athlete({})
    found.walk_past(B1, reps(8) | {Field.LOAD_KG: 24.0})
    assert new_bests(found.session, B1) == ()


def test_lighter_sets_fast_ones_and_skipped_ones_are_none() -> None:
    found = athlete({**BEST, "jumping-lunge": (LastSet(left=1, right=1),)})
    found.walk_past(main(1, "B1", 1), reps(40))
    assert new_bests(found.session, main(1, "B1", 1)) == ()
    found.walk_past(B1, reps(10) | {Field.LOAD_KG: 60.0})
    found.walk_past(main(1, "B2"))
    assert found.done(main(1, "B2")).left == 5
    assert new_bests(found.session, main(1, "B2")) == ()
    found.say(Skip())
    assert new_bests(found.session, main(1, "B3")) == ()
    assert new_bests(found.session, main(4, "B4")) == ()


def test_a_lighter_set_is_no_rival_of_a_real_one() -> None:
    found = athlete({"rfe-split-squat": (heavy(8, 8, None, 24.0),)})
    found.walk_past(main(1, "B1", 1), reps(40) | {Field.LOAD_KG: 60.0})
    found.walk_past(B1, reps(8) | {Field.LOAD_KG: 26.0})
    assert Best.LOAD in new_bests(found.session, B1)


def test_heavier_than_what_hurt_today_is_no_best_set_and_is_told_to_wait() -> None:
    found = athlete()
    found.walk_past(B1, reps(8) | {Field.LOAD_KG: 24.0})
    found.say(RatePain(B1, 4))
    second = main(2, "B1")
    found.walk_to(second)
    lines = stage(found.session, found.now, Unit.KG).own.lines
    assert not any("heavier waits" in line for line in lines)
    found.say(Prepare({Field.LOAD_KG: 32.0}))
    lines = stage(found.session, found.now, Unit.KG).own.lines
    told = "it hurt 4 of 10 today at 2 x 12 kg: heavier waits for a calm session"
    assert told in lines
    found.walk_past(second, reps(8) | {Field.LOAD_KG: 32.0})
    assert new_bests(found.session, second) == ()
    panel = stage(found.session, found.now, Unit.KG).own
    assert panel.lines == (told,)
    assert not panel.is_marked


def test_a_load_that_no_list_has_is_told_of_the_set_too() -> None:
    start = structs.replace(started(), gear=Gear(Weights(list_kg=(12.0, 16.0))))
    found = Athlete(start)
    found.walk_past(B1, reps(6) | {Field.LOAD_KG: 32.0})
    assert stage(found.session, found.now, Unit.KG).own.lines == ()
    found.correct(B1, {Field.LOAD_KG: 33.0})
    told = stage(found.session, found.now, Unit.KG).own.lines
    assert told == ("2 x 16.5 kg is not on your list",)


def test_a_longer_hold_is_said_in_seconds() -> None:
    found = athlete()
    done = structs.replace(_hold(found), left_s=30, right_s=30)
    assert best_words((Best.REPS,), done) == "best set yet by time"


def _hold(found: Athlete) -> SetDone:
    found.walk(lambda session: any(done.left_s is not None for done in session.done.values()))
    return next(d for d in found.session.done.values() if d.left_s is not None)


def test_a_set_that_hurt_over_3_is_told_with_its_pain_and_not_praised() -> None:
    for pain, lines in ((3, ("best set yet by load, pain 3",)), (4, ("pain 4",))):
        found = athlete()
        found.walk_past(B1, reps(6) | {Field.LOAD_KG: 30.0})
        found.say(RatePain(B1, pain))
        panel = stage(found.session, found.now, Unit.KG).own
        assert panel.lines == lines
        assert panel.is_marked == (pain == 3)
        assert bool(bests(found.session)) == (pain == 3)
        assert new_bests(found.session, B1) == (Best.LOAD,), "it is what a later one has to beat"


def test_a_set_under_the_range_that_it_was_asked_for_is_not_praised() -> None:
    low = started().routine.slot("B1").prescription
    assert isinstance(low, Reps)
    for count in (low.low, low.low - 1):
        found = athlete()
        found.walk_past(B1, {**reps(count), Field.LOAD_KG: 34.0, Field.RIR: 0})
        assert Best.LOAD in new_bests(found.session, B1), "it is what a later one has to beat"
        panel = stage(found.session, found.now, Unit.KG).own
        assert bool(panel.lines) == panel.is_marked == (count == low.low)
        assert bool(bests(found.session)) == (count == low.low)
