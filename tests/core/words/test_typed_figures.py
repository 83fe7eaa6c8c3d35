"""How long something takes is typed in one way, wherever it is asked for."""

import pytest

from runlift_tui.core.plan.form import readers_of
from runlift_tui.core.plan.week_edit import typed
from runlift_tui.core.plan.weeks import plan_weeks
from runlift_tui.core.routines.spelling import rest_of
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.typed_figures import NoLength, typed_seconds
from runlift_tui.core.words.units import Distance
from tests.core.plans import MONDAY, plan
from tests.rows import for_each

HOURS = {
    "1h20": 4800,
    "1 h 20 min": 4800,
    "1:20 h": 4800,
    "1:20:00": 4800,
    "80 min": 4800,
    "1.5 h": 5400,
    "1,5 h": 5400,
    "2 hours": 7200,
    "42 min 30": 2550,
}


@for_each(("text", "seconds"), HOURS.items())
def test_every_door_reads_the_same(text: str, seconds: int) -> None:
    one = plan()
    assert typed_seconds(text, of_hours=True) == seconds
    assert read_line(text, MONDAY, Distance.KM).seconds == seconds
    assert readers_of({}, MONDAY)["running"](text)["run_min"] == seconds / 60
    change = typed(one, plan_weeks(one)[0], "run_min", text)
    assert change.run_min == round(seconds / 60)
    assert rest_of(text) == seconds


def test_two_figures_are_what_is_asked_for() -> None:
    assert typed_seconds("1:20", of_hours=True) == 4800
    assert typed_seconds("1:20", of_hours=False) == 80
    assert typed_seconds("1:20 min", of_hours=False) == 80


@for_each("text", ["", "soon", "12", "1:2:3:4", "5 x"])
def test_what_is_none_is_told_with_what_can_be(text: str) -> None:
    with pytest.raises(NoLength, match="1h20"):
        typed_seconds(text, of_hours=True)


def test_figures_that_cannot_be_are_refused_alike() -> None:
    for read in (
        lambda text: typed_seconds(text, of_hours=True),
        lambda text: read_line(f"8k {text}", MONDAY, Distance.KM),
        lambda text: readers_of({}, MONDAY)["running"](text),
    ):
        with pytest.raises(Refused, match="4:75 is no time, its last figures go to 59"):
            read("4:75")


@for_each("text", ["6:00 /km", "6:00/km", "6:00 min/km", "@ 6:00 per km", "6:00"])
def test_a_pace_is_read_as_in_a_line(text: str) -> None:
    assert readers_of({}, MONDAY)["pace"](text) == {"pace_s": 360.0}
