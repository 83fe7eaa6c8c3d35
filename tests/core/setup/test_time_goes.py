"""Where the time of a session goes: it comes to the minutes that are told before the start."""

import pytest
from msgspec import structs

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.fit import minutes_of, with_rounds
from runlift_tui.core.setup.time_goes import where_the_time_goes
from tests.core.builders import started


def minutes(told: str) -> int:
    return int(told.removesuffix(" min")) if told.endswith(" min") else 0


@pytest.mark.parametrize("level", list(Level))
def test_its_minutes_come_to_those_of_the_session(level: Level) -> None:
    start = started(level)
    for rounds in range(1, 7):
        of = start.routine
        changed = with_rounds(of, {of.blocks[-1].id: rounds})
        chosen = structs.replace(start, routine=changed)
        found = where_the_time_goes(chosen)
        assert sum(minutes(bar.told) for bar in found) == minutes_of(chosen)
        assert all(0 < bar.value <= bar.of for bar in found)


def test_every_kind_of_time_has_the_colour_of_its_state() -> None:
    found = {bar.label: bar.tone for bar in where_the_time_goes(started(Level.ADVANCED))}
    assert found == {
        "warm-up": "work",
        "ramp": "work",
        "work": "work",
        "priming rest": "priming",
        "other rest": "rest",
    }


def test_a_priming_rest_is_explained_to_who_has_not_trained_yet() -> None:
    first = structs.replace(started(Level.ADVANCED), first=True)
    assert "priming rest: before jumps" in [bar.label for bar in where_the_time_goes(first)]


def test_four_rounds_have_four_priming_rests_of_four_minutes() -> None:
    (priming,) = (
        bar for bar in where_the_time_goes(started(Level.ADVANCED)) if bar.label == "priming rest"
    )
    assert (priming.value, priming.told) == (4 * 240, "16 min")


def test_what_a_session_has_none_of_is_left_out() -> None:
    start = started(Level.ADVANCED)
    alone = structs.replace(start.routine, blocks=start.routine.blocks[:1])
    warm = structs.replace(start, routine=alone)
    assert [bar.label for bar in where_the_time_goes(warm)] == ["warm-up"]
