"""Timed holds: lead-in, side by side, watched to their end or not logged at all."""

import pytest

from runlift_tui.core.session.advance import LATE_MS, Cue, CueKind, advance, worth_logging
from runlift_tui.core.session.commands import (
    CancelLeadIn,
    Continue,
    EndHold,
    HoldEnded,
    HoldNow,
    Note,
    Pause,
    Redo,
    Skip,
    StartHold,
    Undo,
)
from runlift_tui.core.session.fold import apply
from runlift_tui.core.session.state import Holding, HoldOver, HoldReady, LeadIn, Rest, Session
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, main, warm_up
from tests.rows import for_each

A2 = warm_up(1, "A2")


def _before_the_hold() -> Athlete:
    """Stand in the lead-in of a hold of 20 s each side, at its first moment."""
    athlete = Athlete()
    athlete.walk_to(A2)
    assert athlete.phase() == LeadIn(athlete.now, athlete.now + 10_000)
    return athlete


def _held(athlete: Athlete) -> tuple[int, ...]:
    return athlete.session.held


def test_a_hold_logs_itself_side_by_side() -> None:
    athlete = _before_the_hold()
    began = athlete.now
    athlete.cues.clear()
    athlete.wait(60_000)
    done = athlete.done(A2)
    assert (done.left_s, done.right_s, done.target) == (20, 20, 20)
    assert (done.started, done.ended) == (began + 10_000, began + 60_000)
    assert athlete.rest.began == began + 60_000
    side = [
        (CueKind.THREE, 7),
        (CueKind.TWO, 8),
        (CueKind.ONE, 9),
        (CueKind.HOLD_BEGINS, 10),
        (CueKind.HALF_WAY, 20),
        (CueKind.THREE, 27),
        (CueKind.TWO, 28),
        (CueKind.ONE, 29),
        (CueKind.HOLD_OVER, 30),
    ]
    both = [*side, *((kind, second + 30) for kind, second in side)]
    assert athlete.cues == [Cue(kind, began + second * 1000) for kind, second in both]


def test_the_second_round_starts_with_the_other_side() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(2, "A2"))
    athlete.wait(12_000)
    athlete.say(EndHold())
    athlete.wait(30_000)
    done = athlete.done(warm_up(2, "A2"))
    assert (done.right_s, done.left_s, done.start_side) == (2, 20, "right")


def test_space_begins_at_once_and_ends_early_with_the_seconds_really_held() -> None:
    athlete = _before_the_hold()
    athlete.say(HoldNow())
    assert athlete.phase() == Holding(athlete.now, athlete.now + 20_000)
    athlete.wait(13_900)
    athlete.say(EndHold())
    assert athlete.phase() == LeadIn(athlete.now, athlete.now + 10_000)
    athlete.say(HoldNow())
    athlete.wait(300)
    athlete.say(EndHold())
    assert (athlete.done(A2).left_s, athlete.done(A2).right_s) == (13, 1)


@pytest.mark.parametrize("seconds", [4, 15])
def test_a_hold_cancelled_is_ready_again_and_began_when_it_began(seconds: int) -> None:
    athlete = _before_the_hold()
    athlete.wait(seconds * 1_000)
    athlete.say(CancelLeadIn())
    assert athlete.phase() == HoldReady(athlete.now)
    athlete.wait(600_000)
    assert A2 not in athlete.session.done
    athlete.say(StartHold())
    began = athlete.now + 10_000
    athlete.wait(60_000)
    assert athlete.done(A2).started == began


def test_a_hold_reported_five_seconds_late_counts_and_later_does_not() -> None:
    for late, logged in ((LATE_MS, True), (LATE_MS + 1, False)):
        athlete = _before_the_hold()
        due = athlete.now + 30_000
        athlete.sleep(30_000 + late)
        if logged:
            assert athlete.phase() == LeadIn(due, due + 10_000)
            assert _held(athlete) == (20,)
        else:
            assert athlete.phase() == HoldReady(due + LATE_MS + 1)
            assert _held(athlete) == ()
        assert A2 not in athlete.session.done


def test_a_second_side_slept_through_is_ready_again_and_the_first_one_stands() -> None:
    athlete = _before_the_hold()
    began = athlete.now
    athlete.wait(35_000)
    athlete.sleep(3_600_000)
    assert athlete.is_in(HoldReady)
    assert _held(athlete) == (20,)
    athlete.say(StartHold())
    athlete.wait(30_000)
    done = athlete.done(A2)
    assert (done.left_s, done.right_s, done.started) == (20, 20, began + 10_000)


def test_a_hold_slept_through_is_not_an_hour_long_when_it_is_done() -> None:
    athlete = _before_the_hold()
    athlete.sleep(3_600_000)
    athlete.say(StartHold())
    began = athlete.now + 10_000
    athlete.wait(60_000)
    assert athlete.done(A2).started == began


def _over(session: Session, now: int) -> Session:
    return advance(session, now)[0]


def test_only_a_hold_that_is_over_can_be_reported() -> None:
    athlete = _before_the_hold()
    due = athlete.now + 30_000
    holding = _over(athlete.session, due - 1)
    for at, session in (
        (due - 1, holding),
        (due - 1, _over(athlete.session, due)),
        (due + LATE_MS + 1, _over(athlete.session, due)),
    ):
        with pytest.raises(Refused):
            apply(session, at, HoldEnded())
    after = apply(_over(athlete.session, due + 4_000), due, HoldEnded())
    assert after.phase == LeadIn(due, due + 10_000)


def test_only_the_end_of_a_hold_is_worth_logging() -> None:
    assert worth_logging(Cue(CueKind.HOLD_OVER, 1_000), 6_000)
    assert not worth_logging(Cue(CueKind.HOLD_OVER, 1_000), 6_001)
    assert not worth_logging(Cue(CueKind.REST_OVER, 1_000), 1_000)


def test_a_pause_at_a_hold_that_is_over_leaves_its_side_ready() -> None:
    athlete = _before_the_hold()
    athlete.watching = False
    athlete.wait(31_000)
    assert athlete.is_in(HoldOver)
    athlete.say(Pause())
    athlete.wait(60_000)
    athlete.say(Continue())
    assert athlete.phase() == HoldReady(athlete.now)


def test_undo_of_a_hold_that_ended_stands_before_its_side_again() -> None:
    athlete = _before_the_hold()
    athlete.wait(60_000)
    assert athlete.is_in(Rest)
    athlete.say(Undo())
    assert athlete.phase() == HoldReady(athlete.now)
    assert _held(athlete) == (20,)
    athlete.wait(60_000)
    assert A2 not in athlete.session.done
    athlete.say(Undo())
    assert _held(athlete) == ()
    athlete.say(Redo())
    athlete.say(Redo())
    assert athlete.done(A2).right_s == 20


@for_each("later_s", [1, 15, 29, 31, 34, 600])
def test_a_hold_that_an_undo_brings_back_is_not_logged_for_having_been_skipped(
    later_s: int,
) -> None:
    athlete = _before_the_hold()
    athlete.say(Skip())
    athlete.wait(later_s * 1_000)
    athlete.say(Undo())
    assert athlete.is_in(HoldReady)
    athlete.wait(120_000)
    assert A2 not in athlete.session.done
    assert _held(athlete) == ()
    athlete.say(StartHold())
    athlete.wait(60_000)
    assert athlete.done(A2).left_s == 20


def test_a_pause_undone_does_not_count_as_time_held() -> None:
    athlete = _before_the_hold()
    athlete.wait(15_000)
    athlete.say(Pause())
    athlete.wait(10_000)
    athlete.say(Undo())
    assert athlete.phase() == HoldReady(athlete.now)
    assert athlete.session.paused is None


def test_undo_of_an_early_end_gives_the_side_back_to_do_again() -> None:
    athlete = _before_the_hold()
    athlete.wait(20_000)
    athlete.say(EndHold())
    athlete.wait(3_000)
    athlete.say(Undo())
    assert athlete.phase() == HoldReady(athlete.now)
    assert _held(athlete) == ()
    athlete.say(Redo())
    assert _held(athlete) == (10,)


def test_a_note_undone_while_a_hold_runs_leaves_it_running() -> None:
    athlete = _before_the_hold()
    athlete.wait(15_000)
    holding = athlete.phase()
    athlete.say(Note("the left one shakes"))
    athlete.say(Undo())
    assert athlete.phase() == holding
    athlete.wait(45_000)
    assert athlete.done(A2).left_s == 20


def test_a_hold_undone_twice_takes_the_set_before_it_along() -> None:
    athlete = _before_the_hold()
    athlete.wait(60_000)
    for _ in range(3):
        athlete.say(Undo())
    assert athlete.step.key == warm_up(1, "A1")
    athlete.walk_past(main(1, "B1"))
    assert athlete.done(A2).right_s == 20
