"""Landings before the start: how many, against the last four weeks, and since when."""

import pytest
from msgspec import structs

from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Block, Reps, Routine, Slot
from runlift_tui.core.setup.fit import with_rounds
from runlift_tui.core.setup.landings import (
    FEW,
    best_of_late,
    last_jumps,
    more_than_usual,
    planned_landings,
)
from runlift_tui.core.setup.planning import outlook
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.core.words.units import Unit
from tests.core.builders import started

NOW = 1_796_040_000_000
"""2026-11-30 12:00 UTC."""


def ago(days: float, landings: int) -> Outing:
    return Outing(when=round(NOW - days * DAY_MS), landings=landings)


@pytest.mark.parametrize("level", Level)
def test_a_session_of_ours_never_has_more_than_a_few(level: Level) -> None:
    start = started(level)
    most = {block.id: block.high for block in start.routine.blocks}
    start = structs.replace(start, routine=with_rounds(start.routine, most))
    assert planned_landings(start) <= FEW


@pytest.mark.parametrize(
    ("planned", "outings", "said"),
    [
        (FEW, (), ""),
        (61, (), "61 landings, and none in the last 30 days: begin with 60 or fewer"),
        (120, (ago(3, 100),), ""),
        (121, (ago(3, 100),), "the most in one session of the last 30 days is 100. Up to 120"),
        (121, (ago(31, 200),), "none in the last 30 days"),
        (60, (ago(3, 8),), ""),
        (96, (ago(3, 8), ago(20, 24)), "is 24. Up to 60 is a step"),
    ],
)
def test_more_than_the_last_weeks_prepared_for_is_said(
    planned: int, outings: tuple[Outing, ...], said: str
) -> None:
    found = more_than_usual(planned, outings, NOW)
    assert (said in found) if said else not found


def test_the_best_is_that_of_one_session() -> None:
    assert best_of_late((ago(1, 30), ago(2, 40), ago(40, 90), ago(-1, 99)), NOW) == 40


@pytest.mark.parametrize(
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
    assert planned_landings(start) == 120
    seen = outlook(start, Facts(jumps=NOW - DAY_MS), Unit.KG, NOW)
    assert any("120 landings" in each for each in seen.warnings)
    assert "48 hours" in seen.jumps
