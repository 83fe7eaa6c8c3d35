"""What is said of choices that could not be had."""

import pytest

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.as_asked import not_as_asked
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.planning import Situation, planned_session
from tests.core.builders import library

SHELF = Shelf(shipped=library())


def planned(choices: Choices) -> Started:
    return planned_session(choices, Situation(shelf=SHELF, now=0), "x")


def told(routine: str = "runner-lower-body", **chosen: int) -> list[str]:
    """Return what is said of the choices of an advanced runner."""
    whole = Choices(routine=routine, level=Level.ADVANCED)
    without = {name: value for name, value in chosen.items() if name != "minutes"}
    choices = Choices(routine=routine, level=Level.ADVANCED, **chosen)  # type: ignore[arg-type]
    rounds = Choices(routine=routine, level=whole.level, **without)  # type: ignore[arg-type]
    return [*not_as_asked(choices, planned(rounds).routine, planned(choices))]


def test_what_was_asked_for_and_had_needs_no_word() -> None:
    assert told() == []
    assert told(main_rounds=6, warm_up_rounds=3) == []


def test_what_was_cut_to_fit_is_named() -> None:
    (line,) = told(main_rounds=6, minutes=60)
    assert line.startswith("Fitted into 60 minutes: ")
    assert "Main has " in line
    assert "rounds instead of 6" in line


def test_the_shortest_may_be_longer_than_the_minutes() -> None:
    cut, shortest = told(minutes=10)
    assert "without B" in cut
    assert shortest.endswith("minutes is the shortest that this session can be.")


def test_minutes_lengthen_nothing() -> None:
    (line,) = told(minutes=180)
    assert "which fits into 180 as it is" in line


@pytest.mark.parametrize("rounds", [2, 3])
def test_rounds_that_a_block_has_not(rounds: int) -> None:
    assert told("minimal-25", warm_up_rounds=rounds) in (
        [],
        [f"Warm-up has 1 round, not {rounds}."],
    )
