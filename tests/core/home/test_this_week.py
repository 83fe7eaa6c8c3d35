"""The seven days of the week at home."""

from datetime import timedelta

import pytest
from msgspec import structs

from runlift_tui.core.home.this_week import NOTHING, this_week
from runlift_tui.core.plan.plan import TimeOff
from runlift_tui.core.plan.standing import TrainedOn, flow
from runlift_tui.core.plan.today import PlanDay
from runlift_tui.core.runs.run import Run, RunKind
from runlift_tui.core.words.units import Distance
from tests.core.plans import MONDAY, plan

WED = MONDAY + timedelta(days=2)


def test_what_was_done_stands_on_its_day() -> None:
    runs = [
        Run(id="a", day=MONDAY, metres=5600.0, seconds=1800),
        Run(id="b", day=WED, kind=RunKind.TEMPO, seconds=2400),
        Run(id="c", day=MONDAY - timedelta(days=1), metres=9000.0),
    ]
    lines = dict(this_week(WED, {MONDAY + timedelta(days=1)}, runs, Distance.KM))
    assert list(lines) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert lines["Mon"] == "easy 5.60 km"
    assert lines["Tue"] == "■ strength"
    assert lines["Wed"].startswith("tempo ")
    assert {lines[day] for day in ("Thu", "Fri", "Sat", "Sun")} == {NOTHING}


def test_with_a_plan_what_is_to_come_stands_there_too() -> None:
    one = plan()
    found = flow(one, [TrainedOn(MONDAY)], WED)
    lines = this_week(WED, {MONDAY}, (), Distance.KM, PlanDay(one, found, WED))
    text = "\n".join(what for _, what in lines)
    assert text.count("strength") == 1 + len(found.due_in(1))
    assert "· long run" in text
    assert "run" not in lines[1][1], "a day that is over has only what was done on it"


@pytest.mark.parametrize(("ill", "word"), [(True, "ill"), (False, "off")])
def test_days_off_say_so_and_what_was_done_on_one_stands_there_all_the_same(
    ill: bool, word: str
) -> None:
    off = TimeOff(first=WED, last=WED + timedelta(days=2), ill=ill)
    one = structs.replace(plan(), off=(off,))
    day = PlanDay(one, flow(one, (), WED), WED)
    lines = dict(this_week(WED, (), (), Distance.KM, day))
    assert {lines[each] for each in ("Wed", "Thu", "Fri")} == {word}
    assert word not in (lines["Tue"], lines["Sat"])
    run = Run(id="a", day=WED, metres=5600.0)
    assert dict(this_week(WED, (), (run,), Distance.KM, day))["Wed"] == "easy 5.60 km"
    assert dict(this_week(WED, {WED}, (), Distance.KM, day))["Wed"] == "■ strength"
