"""What gets the body warm: before the first set of all, and before the first jumps."""

import pytest
from msgspec import structs

from runlift_tui.core.athlete.pain import UNTIL_LOOKED
from runlift_tui.core.face.before import EASY_MINUTES, NO_JOGGING, SPRINGS
from runlift_tui.core.face.stage import stage
from runlift_tui.core.routines.levels import FIRST_DAY, Level
from runlift_tui.core.session.commands import SayPain, Skip
from runlift_tui.core.session.state import Rest, is_finished
from runlift_tui.core.sets.values import Why
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, main, started, warm_up


def own(athlete: Athlete) -> tuple[str, ...]:
    return stage(athlete.session, athlete.now, Unit.KG).own.lines


def test_easy_minutes_come_before_the_first_set_and_before_no_other() -> None:
    athlete = Athlete()
    assert EASY_MINUTES in own(athlete)
    under_the_sign = own(Athlete(structs.replace(started(), held=(UNTIL_LOOKED,))))
    assert NO_JOGGING in under_the_sign, "no running then"
    assert "jogging" not in NO_JOGGING
    athlete.walk_past(warm_up(1, "A1"))
    while len(athlete.session.done) < 8:
        assert EASY_MINUTES not in own(athlete)
        athlete.on()


def last_rest_of_the_warm_up(athlete: Athlete) -> str:
    athlete.walk_past(warm_up(2, "A3"))
    assert athlete.is_in(Rest)
    return stage(athlete.session, athlete.now, Unit.KG).cue


@pytest.mark.parametrize("level", [Level.INTERMEDIATE, Level.ADVANCED])
def test_two_times_five_pogos_come_before_a_block_that_jumps(level: Level) -> None:
    athlete = Athlete(started(level))
    assert last_rest_of_the_warm_up(athlete) == SPRINGS
    assert "hops" in SPRINGS, "what a pogo is"
    assert len(SPRINGS) <= 47, "a cue that is longer takes rows from the figure at 80x24"


@pytest.mark.parametrize("path", [FIRST_DAY, 3])
def test_who_does_not_jump_is_told_of_no_hops(path: int) -> None:
    athlete = Athlete(started(Level.BEGINNER, path))
    assert SPRINGS not in last_rest_of_the_warm_up(athlete)


@pytest.mark.parametrize("pain", [4, 9])
def test_with_pain_over_three_nobody_is_told_to_hop(pain: int) -> None:
    athlete = Athlete()
    athlete.say(SayPain(pain))
    assert last_rest_of_the_warm_up(athlete) != SPRINGS


@pytest.mark.parametrize("why", [Why.PAIN, Why.FORM])
def test_after_a_set_skipped_for_pain_or_form_nobody_is_told_to_hop(why: Why) -> None:
    athlete = Athlete()
    athlete.walk_to(warm_up(1, "A3"))
    athlete.say(Skip(why))
    assert last_rest_of_the_warm_up(athlete) != SPRINGS


def test_no_other_rest_tells_of_hops() -> None:
    athlete = Athlete()
    told = []
    while not is_finished(athlete.session):
        if athlete.is_in(Rest) and stage(athlete.session, athlete.now, Unit.KG).cue == SPRINGS:
            told.append(athlete.step.key)
        athlete.on()
    assert set(told) == {main(1, "B1", 1)}
