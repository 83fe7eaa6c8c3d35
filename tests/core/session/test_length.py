"""How long a session takes, against the lengths that the levels are described with."""

import pytest

from runlift_tui.core.routines.levels import ALL_SLOTS, FIRST_DAY, RULES, Level
from runlift_tui.core.session.commands import SetRounds
from runlift_tui.core.session.fold import apply
from runlift_tui.core.session.length import seconds_left, seconds_of, work_seconds
from runlift_tui.core.session.state import step_at, steps
from tests.core.builders import T0, Athlete, begun, main, started, warm_up
from tests.rows import for_each

LENGTHS = [
    (Level.BEGINNER, FIRST_DAY, 2, 13),
    (Level.BEGINNER, ALL_SLOTS, 2, 27),
    (Level.BEGINNER, ALL_SLOTS, 3, 36),
    (Level.INTERMEDIATE, ALL_SLOTS, 2, 33),
    (Level.INTERMEDIATE, ALL_SLOTS, 3, 45),
    (Level.INTERMEDIATE, ALL_SLOTS, 4, 56),
    (Level.ADVANCED, ALL_SLOTS, 3, 52),
    (Level.ADVANCED, ALL_SLOTS, 4, 65),
    (Level.ADVANCED, ALL_SLOTS, 5, 79),
    (Level.ADVANCED, ALL_SLOTS, 6, 92),
]


@for_each(("level", "stage", "rounds", "expected"), LENGTHS)
def test_the_length_of_a_session_within_two_minutes(
    level: Level, stage: int, rounds: int, expected: int
) -> None:
    session = apply(begun(level, stage), T0, SetRounds("main", rounds))
    assert abs(seconds_left(session) / 60 - expected) <= 2


@for_each(
    ("key", "seconds"),
    [
        (warm_up(1, "A1"), 10 * 2 * 3),
        (warm_up(1, "A2"), 10 + 20 + 10 + 20),
        (main(1, "B1"), 6 * 2 * 4 + 15 + 10),
        (main(1, "B2"), 3 * 2 * 3 + 10),
        (main(1, "B3"), 8 * 2 * 3 + 10),
    ],
)
def test_the_work_of_a_step(key: tuple[str, int, str, int], seconds: int) -> None:
    session = begun()
    step = next(step for step in steps(session) if step.key == key)
    assert work_seconds(session, step) == seconds


@pytest.mark.parametrize("level", list(Level))
def test_the_time_left_never_grows_while_a_session_goes_to_plan(level: Level) -> None:
    athlete = Athlete(started(level))
    last = seconds_left(athlete.session)
    for _ in range(400):
        if not last:
            break
        athlete.on()
        left = seconds_left(athlete.session)
        assert left <= last
        last = left
    assert last == 0


def test_in_a_rest_what_is_left_of_it_counts_and_overtime_does_not() -> None:
    athlete = Athlete()
    athlete.walk_past(main(4, "B3"))
    last = step_at(athlete.session, main(4, "B4"))
    work = seconds_of(athlete.session, [last])
    athlete.wait(25_000)
    assert seconds_left(athlete.session) == 50 + work
    athlete.wait(600_000)
    assert seconds_left(athlete.session) == work


def test_the_main_rounds_of_each_level() -> None:
    assert {level: RULES[level].rounds for level in Level} == {
        Level.BEGINNER: 3,
        Level.INTERMEDIATE: 3,
        Level.ADVANCED: 4,
    }
