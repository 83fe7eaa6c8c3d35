"""What the figure of a session shows: the exercise under way, or in a rest the next one."""

import pytest

from runlift_tui.core.exercises.figure import BEAT_MS
from runlift_tui.core.face.figure import Demonstration, demonstration, next_beat
from runlift_tui.core.face.screen import next_second
from runlift_tui.core.session.commands import Continue, HoldNow, Pause
from runlift_tui.core.session.state import Holding, LeadIn
from tests.core.builders import Athlete, main, warm_up


def shown(athlete: Athlete) -> Demonstration:
    return demonstration(athlete.session, athlete.now)


def test_work_shows_the_exercise_and_the_leg_that_starts() -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    assert shown(athlete)[:2] == ("rfe-split-squat", "left")
    athlete.walk_to(main(2, "B1"))
    assert shown(athlete)[:2] == ("rfe-split-squat", "right")


def test_a_rest_shows_what_comes() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    assert shown(athlete).exercise == "jumping-lunge"


def test_a_hold_shows_the_side_and_stands_still() -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A2"))
    first = shown(athlete)
    assert first.exercise == "copenhagen-long"
    assert athlete.is_in(LeadIn)
    assert first.beat is not None
    athlete.say(HoldNow())
    assert athlete.is_in(Holding)
    assert shown(athlete).beat is None
    athlete.walk(lambda session: bool(session.held))
    assert {first.side, shown(athlete).side} == {"left", "right"}


def test_a_pause_stops_it_where_it_goes_on() -> None:
    athlete = Athlete()
    athlete.walk_past(main(1, "B1"))
    athlete.say(Pause())
    assert shown(athlete) == ("jumping-lunge", "left", None)
    athlete.wait(60_000)
    athlete.say(Continue())
    assert shown(athlete).beat is not None


def test_nothing_is_shown_when_all_is_done() -> None:
    athlete = Athlete()
    athlete.walk()
    assert shown(athlete) == Demonstration()


@pytest.mark.parametrize("rests", [True, False])
def test_every_second_beat_comes_with_the_visible_second(rests: bool) -> None:
    athlete = Athlete()
    athlete.walk_to(main(1, "B1"))
    if rests:
        athlete.walk_past(main(1, "B1"))
    athlete.wait(1_234)
    for ms in range(athlete.now, athlete.now + 2_000, 37):
        wait = next_beat(athlete.session, ms)
        assert 0 < wait <= BEAT_MS
        assert next_beat(athlete.session, ms, 3) == wait + 2 * BEAT_MS
        before = demonstration(athlete.session, ms)
        after = demonstration(athlete.session, ms + wait)
        assert before.beat is not None
        assert after.beat == before.beat + 1
        assert demonstration(athlete.session, ms + wait - 1) == before
        assert next_second(athlete.session, ms) in (wait, wait + BEAT_MS)
