"""Landings before the start: how many, against the last four weeks, and since when."""

import pytest
from msgspec import structs

from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.face import summary as summing
from runlift_tui.core.history.against_plan import planned_landings
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.history.outing import outing
from runlift_tui.core.progress.weeks import weeks
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Block, Reps, Routine, Slot
from runlift_tui.core.sets.landings import POGOS
from runlift_tui.core.setup.fit import with_rounds
from runlift_tui.core.setup.landings import (
    FEW,
    best_of_late,
    last_jumps,
    more_than_usual,
)
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.units import Unit
from tests.core.builders import Athlete, started
from tests.rows import for_each

NOW = 1_796_040_000_000
"""2026-11-30 12:00 UTC."""


def ago(days: float, landings: int) -> Outing:
    return Outing(when=round(NOW - days * DAY_MS), landings=landings)


@pytest.mark.parametrize("level", Level)
def test_a_session_of_ours_never_has_more_than_a_few(level: Level) -> None:
    start = started(level)
    most = {block.id: block.high for block in start.routine.blocks}
    start = structs.replace(start, routine=with_rounds(start.routine, most))
    assert planned_landings(start).total <= FEW


@for_each(
    ("planned", "outings", "said"),
    [
        (FEW, (), ""),
        (71, (), "71 contacts (landings), and none in the last 4 weeks: begin with 70 or fewer"),
        (120, (ago(3, 100),), ""),
        (121, (ago(3, 100),), "the most in one session of the last 4 weeks is 100. Up to 120"),
        (121, (ago(29, 200),), "none in the last 4 weeks"),
        (70, (ago(3, 8),), ""),
        (96, (ago(3, 8), ago(20, 24)), "is 24. Up to 70 is a step"),
    ],
)
def test_more_than_the_last_weeks_prepared_for_is_said(
    planned: int, outings: tuple[Outing, ...], said: str
) -> None:
    found = more_than_usual(planned, outings, NOW)
    assert (said in found) if said else not found


def test_the_best_is_that_of_one_session() -> None:
    assert best_of_late((ago(1, 30), ago(2, 40), ago(40, 90), ago(-1, 99)), NOW) == 40


@for_each(
    ("days", "said"),
    [
        (None, "none logged so far"),
        (0, "last jumps just now: leave 48 hours between (our own rule)"),
        (1, "last jumps yesterday: leave 48 hours between (our own rule)"),
        (2, "last jumps 2 days ago"),
    ],
)
def test_two_days_of_jumps_in_a_row_are_told_of(days: int | None, said: str) -> None:
    jumps = None if days is None else NOW - days * DAY_MS
    assert last_jumps(Facts(jumps=jumps), NOW, 0) == said


def test_an_own_routine_of_many_jumps_says_so_before_it_starts() -> None:
    slot = Slot(label="A1", exercise="jumping-lunge", prescription=Reps(20, 20), target=20)
    block = Block(id="a", name="Jumps", rounds=3, low=1, high=9, slots=(slot,))
    start = started(Level.ADVANCED, routine=Routine(id="mine", name="Mine", blocks=(block,)))
    assert planned_landings(start).total == 120
    seen = outlook(start, Facts(jumps=NOW - DAY_MS), Unit.KG, NOW)
    assert any("120 contacts" in each for each in seen.warnings)
    assert "48 hours" in seen.jumps


@pytest.mark.parametrize("level", Level)
def test_ten_pogos_count_where_they_are_asked_for(level: Level) -> None:
    athlete = Athlete(started(level))
    planned = planned_landings(athlete.start).total
    athlete.walk()
    jumps = sum(done.landings for done in athlete.session.done.values())
    asked = POGOS if jumps else 0
    assert planned == jumps + asked
    told = summing.figure(athlete.session, 40)[1]
    said = f"{jumps + asked} contacts (10 pogos); the 4 weeks before: 40 at most"
    assert (said in told) == bool(jumps)
    past = past_session(document(athlete.session))
    assert past is not None
    assert (past.landings, outing(past).landings) == (jumps + asked, jumps + asked)
    (week,) = weeks([past])
    assert week.contacts == jumps + asked


def test_jumps_of_ones_own_have_no_pogos() -> None:
    slot = Slot(label="A1", exercise="jumping-lunge", prescription=Reps(6, 6), target=6)
    block = Block(id="a", name="Jumps", rounds=1, slots=(slot,))
    athlete = Athlete(started(routine=Routine(id="mine", name="Mine", blocks=(block,))))
    athlete.walk()
    assert planned_landings(athlete.start) == (12, 0)
    assert "12 contacts" in summing.figure(athlete.session)[1]
    assert "12 contacts; the 4 weeks before: none" in summing.figure(athlete.session, 0)[1]
