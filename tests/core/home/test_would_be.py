"""What a session would be, for somebody who has seen none."""

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.home.would_be import would_be
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.core.setup.planning import Situation, planned_session
from runlift_tui.core.words.days import DAY_MS
from tests.core.builders import library
from tests.rows import for_each

FOUND = Situation(shelf=Shelf(shipped=library()), facts=Facts(), now=20_000 * DAY_MS)


@for_each(
    ("level", "said", "exercise"),
    [
        (Level.BEGINNER, "4 exercises, 2 rounds, without weight, no jumps", "split-squat"),
        (
            *(Level.INTERMEDIATE, "7 exercises, 2 rounds, with weights, no jumps"),
            "split-squat-fast",
        ),
        (Level.ADVANCED, "7 exercises, 2 rounds, with weights, jumps", "split-squat-hop"),
    ],
)
def test_it_is_the_session_that_home_would_begin(level: Level, said: str, exercise: str) -> None:
    start = planned_session(Choices(level=level), FOUND, "")
    minutes = minutes_of(start)
    assert would_be(start, is_first=True) == (
        f"first session: {minutes} min, {said}",
        exercise,
    )
    assert would_be(start, is_first=False).words == f"today: {minutes} min, {said}"
