"""Pausing shifts deadlines and nothing else."""

import pytest

from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.session.commands import (
    Command,
    Continue,
    EndRound,
    Go,
    HoldNow,
    Lengthen,
    LogSet,
    Note,
    Pause,
    SetRounds,
    Skip,
)
from runlift_tui.core.session.length import seconds_left
from runlift_tui.core.session.rests import deadline
from runlift_tui.core.session.state import Holding, Rest, Work
from runlift_tui.core.words.faults import Refused
from tests.core.builders import Athlete, main, reps, warm_up
from tests.rows import for_each


def _resting() -> Athlete:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    return athlete


def test_a_pause_moves_the_end_of_the_rest_and_counts_as_rest_taken() -> None:
    athlete = _resting()
    due = deadline(athlete.session, athlete.rest)
    athlete.wait(100_000)
    athlete.say(Pause())
    athlete.cues.clear()
    athlete.wait(900_000)
    assert athlete.cues == []
    athlete.say(Continue())
    assert deadline(athlete.session, athlete.rest) == due + 900_000
    assert athlete.session.paused_ms == 900_000
    athlete.walk_to(main(1, "B2"))
    assert athlete.done(main(1, "B1")).rest_taken_s == 240 + 900
    assert athlete.done(main(1, "B1")).rest_planned_s == 240


def test_a_pause_leaves_the_length_of_the_rest_and_its_bar_as_they_were() -> None:
    athlete = _resting()
    athlete.wait(100_000)
    before = face(athlete.session, athlete.now, Viewing())
    athlete.say(Pause())
    athlete.wait(900_000)
    athlete.say(Continue())
    after = face(athlete.session, athlete.now, Viewing())
    assert (after.bar, after.big) == (before.bar, before.big)


def test_a_pause_in_a_hold_is_not_held() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A2"))
    athlete.say(HoldNow())
    began = athlete.now
    athlete.wait(5_000)
    athlete.say(Pause())
    athlete.wait(60_000)
    assert athlete.phase() == Holding(began, began + 20_000)
    athlete.say(Continue())
    assert athlete.phase() == Holding(began + 60_000, began + 80_000)
    athlete.wait(15_000)
    assert athlete.session.held == (20,)


@for_each(
    "command",
    [Go(), Skip(), EndRound(), Lengthen(15), LogSet(reps(3)), SetRounds("main", 6), Pause()],
)
def test_paused_nothing_goes_on_but_by_going_on(command: Command) -> None:
    athlete = _resting()
    athlete.say(Pause())
    with pytest.raises(Refused):
        athlete.say(command)
    assert athlete.is_in(Rest)


def test_going_on_without_a_pause_is_refused() -> None:
    athlete = _resting()
    with pytest.raises(Refused):
        athlete.say(Continue())


def test_what_was_done_can_be_corrected_while_paused() -> None:
    athlete = _resting()
    rest = athlete.rest
    athlete.say(Pause())
    athlete.wait(30_000)
    athlete.correct(main(1, "B1"), reps(3))
    athlete.say(Note("tired"))
    assert athlete.session.paused is not None
    assert athlete.rest == rest
    athlete.say(Continue())
    assert deadline(athlete.session, athlete.rest) == rest.began + 90_000 + 30_000


def test_a_rest_that_gets_longer_in_a_pause_runs_on_after_it() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"), reps(3))
    began = athlete.rest.began
    athlete.walk(lambda session: isinstance(session.phase, Rest) and session.phase.over)
    athlete.wait(10_000)
    athlete.say(Pause())
    athlete.wait(600_000)
    athlete.correct(main(1, "B1"), reps(6))
    athlete.say(Continue())
    assert not athlete.rest.over
    assert deadline(athlete.session, athlete.rest) == began + 840_000


def test_the_time_left_stands_still_in_a_pause() -> None:
    athlete = _resting()
    athlete.wait(100_000)
    before = seconds_left(athlete.session)
    athlete.say(Pause())
    athlete.wait(120_000)
    assert seconds_left(athlete.session) == before
    athlete.say(Continue())
    assert seconds_left(athlete.session) == before


def test_a_pause_in_a_set_leaves_its_beginning() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    began = athlete.now
    athlete.say(Pause())
    athlete.wait(60_000)
    athlete.say(Continue())
    assert athlete.phase() == Work(began)


def test_a_short_rest_does_not_become_a_long_one_by_a_pause() -> None:
    athlete = Athlete()
    athlete.walk_past(warm_up(1, "A3"))
    athlete.say(Pause())
    athlete.wait(600_000)
    athlete.say(Continue())
    athlete.cues.clear()
    athlete.wait(45_000)
    assert [cue.kind.value for cue in athlete.cues] == ["three", "two", "one", "rest over"]
