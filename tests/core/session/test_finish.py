"""The end of a session: the last set, finishing by hand, and taking either back."""

import pytest

from runlift_tui.core.face.summary import minutes
from runlift_tui.core.history.document import document
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.advance import next_boundary
from runlift_tui.core.session.commands import (
    Continue,
    Finish,
    Note,
    Pause,
    Redo,
    SetRounds,
    Skip,
    Undo,
)
from runlift_tui.core.session.length import seconds_left
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Finished, HoldReady, Rest, Work, is_finished, steps
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.sets.values import Field, RestKind, Why
from runlift_tui.core.words.faults import Refused
from tests.core.builders import T0, Athlete, main, reps, started

LAST = main(3, "B4")


def _to_the_last_set() -> Athlete:
    athlete = Athlete(started(Level.INTERMEDIATE))
    athlete.walk_to(LAST)
    return athlete


def test_the_last_set_finishes_and_undoing_it_withdraws_that() -> None:
    athlete = _to_the_last_set()
    work = athlete.phase()
    athlete.wait(20_000)
    ended = athlete.now
    athlete.log()
    assert athlete.phase() == Finished(ended)
    assert next_boundary(athlete.session) is None
    assert seconds_left(athlete.session) == 0
    athlete.wait(600_000)
    assert athlete.phase() == Finished(ended)
    athlete.say(Undo())
    assert athlete.phase() == work
    athlete.say(Redo())
    assert athlete.phase() == Finished(ended)


def test_every_step_is_done_at_the_end_of_a_plain_session() -> None:
    for level in Level:
        athlete = Athlete(started(level))
        athlete.walk()
        assert list(athlete.session.done) == [step.key for step in steps(athlete.session)]


def test_a_correction_that_brings_b2_back_after_the_end_opens_the_session_again() -> None:
    athlete = Athlete(started(Level.INTERMEDIATE))
    athlete.walk_past(main(3, "B1"), reps(3))
    athlete.walk()
    ended = athlete.now
    athlete.wait(600_000)
    athlete.correct(main(3, "B1"), reps(8))
    assert (athlete.rest.after, athlete.rest.began) == (LAST, ended)
    assert athlete.step.key == main(3, "B2")
    athlete.correct(main(3, "B1"), reps(3))
    assert athlete.phase() == Finished(ended)
    athlete.correct(main(3, "B1"), reps(6))
    athlete.walk()
    assert athlete.done(main(3, "B2")).left == 3
    assert athlete.phase() == Finished(athlete.done(main(3, "B2")).ended)


def test_a_session_ends_with_its_last_set_and_not_with_a_skip_after_it() -> None:
    athlete = _to_the_last_set()
    before = athlete.done(main(3, "B3"))
    athlete.say(Skip(Why.TIME))
    assert athlete.phase() == Finished(before.ended)
    skipped_at = athlete.now
    athlete.wait(60_000)
    athlete.correct(LAST, reps(8))
    assert athlete.phase() == Finished(skipped_at), "it was done after all"


def test_finished_by_hand_it_stays_finished_whatever_is_corrected() -> None:
    athlete = Athlete()
    athlete.walk_past(main(2, "B1"))
    rest = athlete.rest
    ended = athlete.now
    athlete.wait(10_000)
    athlete.say(Finish())
    assert athlete.phase() == Finished(ended, by_hand=True)
    done = athlete.done(main(2, "B1"))
    assert (done.rest_kind, done.rest_planned_s, done.rest_taken_s) == (RestKind.PRIMING, 240, None)
    athlete.correct(main(2, "B1"), reps(2))
    athlete.say(SetRounds("main", 6))
    assert athlete.phase() == Finished(ended, by_hand=True)
    for command in (Finish(), Pause(), Skip()):
        with pytest.raises(Refused):
            athlete.say(command)
    for _ in range(3):
        athlete.say(Undo())
    assert athlete.rest == rest


def test_finished_with_nothing_done_it_has_nothing() -> None:
    athlete = Athlete()
    athlete.wait(5_000)
    athlete.say(Finish())
    assert is_finished(athlete.session)
    assert athlete.session.done == {}


@pytest.mark.parametrize("paused", [False, True])
def test_a_session_of_skips_ends_too(paused: bool) -> None:
    athlete = Athlete()
    while not is_finished(athlete.session):
        if paused:
            athlete.say(Pause())
            athlete.say(Continue())
        athlete.say(Skip())
    assert {done.skipped for done in athlete.session.done.values()} == {Why.UNSAID}
    assert athlete.phase() == Finished(T0)


def test_rounds_added_after_the_end_open_the_session_again() -> None:
    athlete = Athlete()
    athlete.walk()
    last = main(4, "B4")
    athlete.say(SetRounds("main", 5))
    assert athlete.rest == Rest(last, athlete.done(last).ended)
    assert deadline(athlete.session, athlete.rest) == athlete.done(last).ended + 150_000
    athlete.walk()
    assert main(5, "B4") in athlete.session.done


def test_the_minutes_leave_out_gaps_of_over_a_quarter_of_an_hour() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    before = minutes(athlete.session)
    assert before == (athlete.now - T0) / 60_000
    athlete.sleep(3_600_000)
    athlete.walk_to(main(1, "B2"))
    athlete.wait(30_000)
    athlete.log()
    assert minutes(athlete.session) == before + 0.5


def test_skipping_works_in_every_phase() -> None:
    athlete = Athlete()
    athlete.say(SetRounds("warm-up", 3))
    seen: set[str] = set()
    while not is_finished(athlete.session):
        kind = type(athlete.phase()).__name__
        if kind in seen:
            athlete.on()
            continue
        key = athlete.step.key
        athlete.say(Skip(Why.EQUIPMENT))
        seen.add(kind)
        assert athlete.done(key).skipped is Why.EQUIPMENT
        if open_steps(athlete.session):
            assert athlete.is_in(Rest, Work, HoldReady)
    assert seen == {"Work", "Rest", "LeadIn", "Holding", "HoldReady"}


def test_what_was_said_of_a_lighter_set_is_in_the_document() -> None:
    athlete = Athlete(started(Level.ADVANCED))
    ramp = main(1, "B1", ramp=2)
    athlete.walk_past(ramp)
    athlete.say(Note("left knee clicks", ramp))
    athlete.correct(ramp, {Field.RIR: 4})
    (row,) = (each for each in document(athlete.session)["ramp"] if each.get("note") is not None)
    assert (row["note"], row["rir"]) == ("left knee clicks", 4)
