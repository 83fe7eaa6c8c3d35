"""The page that answers: weeks, records, priming, each with its rows."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.document import document
from runlift_tui.core.lists.charts import BarChart, SpreadChart, TimeChart
from runlift_tui.core.plan.plan import Plan
from runlift_tui.core.progress.page import progress
from runlift_tui.core.progress.sections import Section, bar
from runlift_tui.core.progress.weeks import weeks_until
from runlift_tui.core.runs.run import Trial, run_of
from runlift_tui.core.words.units import Unit
from tests.core.past import outing, row, sessions, shown_everywhere
from tests.core.plans import plan
from tests.core.strategies import athletes, sessions_written
from tests.rows import for_each

TODAY = date(2026, 2, 4)
HEAVY = row(left=8, right=8, load_kg=24.0, implements=2, rir=2)


def section(name: str, *documents: dict[str, Any]) -> Section:
    found = progress(
        sessions(*documents),
        {"rfe-split-squat": "Split squat"},
        Unit.KG,
        TODAY,
        single_leg={"rfe-split-squat"},
    )
    return next(each for each in found if each.name == name)


def test_nothing_yet() -> None:
    assert [each.says for each in progress((), {}, Unit.KG, TODAY)] == [
        "no session yet",
        "none before a jump yet",
        "no best set yet",
        "too few yet: two rests need 6 rated sessions each",
        "no plan yet",
        "no race or time trial yet",
    ]
    assert section("weeks").lines == ()
    assert [line.cells[-1] for line in section("rests").lines] == ["6 rated sessions missing"] * 4


def test_weeks_go_on_to_today_newest_first() -> None:
    found = section("weeks", outing(0, HEAVY, row("hop", reps=5, contacts=1), effort=6))
    assert [line.cells[0] for line in found.lines] == [
        "2026-02-02", "2026-01-26", "2026-01-19", "2026-01-12", "2026-01-05",
    ]  # fmt: skip
    assert found.lines[0].cells[1:] == ("–",) * 6
    assert found.lines[-1].cells[1:] == ("1", "2", "5", "3", "18", "50 %")
    assert found.says == "28 days: no session; 28 before: 1, 1 a week"
    assert "0 in the last 28 days, 5 in the 28 before" in found.notes[0]
    assert [bool(line.bar) for line in found.lines] == [False] * 4 + [True]


def test_no_score_of_injury_is_anywhere() -> None:
    notes = " ".join(section("weeks", outing(0, HEAVY)).notes)
    assert "score of injury" in notes
    assert "risk" not in notes


def test_weeks_end_today_even_after_a_long_break() -> None:
    found = weeks_until(sessions(outing(0, HEAVY)), date(2026, 3, 1))
    assert found[-1].monday == date(2026, 2, 23)
    assert len(found) == 8


def test_best_sets_stand_newest_first_with_their_exercise() -> None:
    found = section(
        "records",
        outing(0, row("dead-bug", left=10, right=10)),
        outing(2, HEAVY),
        outing(20, row(left=10, right=10, load_kg=24.0, implements=2)),
    )
    assert [(line.leads_to, line.cells) for line in found.lines] == [
        ("rfe-split-squat", ("2026-01-25", "10/10 at 2 x 12 kg", "reps", "Split squat")),
        ("dead-bug", ("2026-01-05", "10/10", "first time", "Dead-Bug")),
    ]
    assert found.says == "1 of 1 best set from the last 4 weeks"
    assert section("records", outing(0, HEAVY)).says == "no best set yet"


def test_a_swap_for_what_was_never_done_makes_no_best_set_more() -> None:
    lighter = row(left=8, right=8, load_kg=16.0, implements=2)
    before = (outing(0, lighter), outing(2, HEAVY))
    new = row("goblet-squat", left=8, right=8, load_kg=24.0, implements=1)
    assert section("records", *before).says == section("records", *before, outing(3, new)).says


def test_priming_says_what_is_missing() -> None:
    pair = (
        row(left=8, right=8, rest_kind="priming", rest_taken_s=250),
        row("hop", slot="B2", half_of="B1", left=4, right=4, snap=4),
    )
    lines = section("rests", *(outing(n, *pair) for n in range(2))).lines
    assert lines[2].cells == ("4-5 min", "2", "4", "4 rated sessions missing")
    assert lines[2].bar
    assert not lines[0].bar


def test_every_chart_has_the_figures_of_its_table() -> None:
    """Charts and rows say the same, and each bar and point can be read out."""
    pair = (
        row(left=8, right=8, load_kg=24.0, implements=2, rest_kind="priming", rest_taken_s=250),
        row("hop", slot="B2", half_of="B1", left=4, right=4, snap=4, contacts=1),
    )
    done = sessions(*(outing(n, *pair, effort=6) for n in (0, 2, 15)))
    plans = (plan(start=date(2026, 1, 5)),)
    found = progress(done, {}, Unit.KG, TODAY, plans=plans, trials=RACES)
    by_name = {each.name: each for each in found}
    assert [name for name, each in by_name.items() if not each.drawn] == ["records"]

    weeks = by_name["weeks"]
    rows = [line.cells for line in reversed(weeks.lines)]
    columns = [column.head for column in weeks.columns]
    for drawn in weeks.drawn:
        assert isinstance(drawn.chart, BarChart)
        at = columns.index(drawn.name)
        shown = ["–" if each.value is None else f"{each.value:.0f}" for each in drawn.chart.bars]
        assert shown == [cells[at] for cells in rows]
        assert "5 weeks since 5 Jan 26" in drawn.title
    minutes = weeks.drawn[0]
    assert minutes.read(0) == ("week of 5 Jan 26: 2 sessions, 4 sets, 6 min, 36 contacts, load 36")
    assert minutes.read(1) == "week of 12 Jan 26: no session"
    assert minutes.read(4) == "week of 2 Feb 26, so far: no session"
    assert [each.name for each in weeks.drawn if each.of_jumps] == ["contacts"]

    load = by_name["heavy"].drawn[0]
    assert isinstance(load.chart, TimeChart)
    assert [each.high for each in load.chart.points] == [24.0, 24.0, 24.0]
    assert load.read(2) == "20 Jan 26: 8/8 at 2 x 12 kg"
    assert load.chart.bands[0].words == "plan, 9 weeks"
    assert by_name["heavy"].says == ("2 x 12 kg → 2 x 12 kg since 5 Jan 26: Rfe-Split-Squat")
    assert by_name["heavy"].lines[0].leads_to == by_name["heavy"].leads_to == "rfe-split-squat"

    (snap,) = by_name["rests"].drawn
    assert isinstance(snap.chart, SpreadChart)
    notes = [each.note for each in snap.chart.spreads]
    assert notes == ["0 of 6 sessions", "0 of 6 sessions", "4   3 of 6 sessions", "0 of 6 sessions"]
    assert not any(each.stands_out for each in snap.chart.spreads)

    (weekly,) = by_name["plan"].drawn
    assert isinstance(weekly.chart, BarChart)
    assert len(weekly.chart.bars) == 9
    assert all(each.goal for each in weekly.chart.bars)
    assert weekly.chart.chosen == 4
    assert weekly.read(0).startswith("week 1, from 5 Jan 26: 6 min of strength training, ")
    assert "to come" in weekly.read(8)

    (five,) = by_name["5K"].drawn
    assert five.read(1) == "Sun 1 Feb 2026 about 19:11 0:49 faster, 4.1 %   10.00 km in 40:00"
    assert all(each.read(n) for s in found for each in s.drawn for n in range(each.steps))


def test_without_anything_nothing_is_drawn() -> None:
    assert not any(each.drawn for each in progress((), {}, Unit.KG, TODAY))


def test_a_swap_on_one_day_is_no_new_heavy_set() -> None:
    jump = row("jump", slot="B2", half_of="B1", left=4, right=4)
    other = row("goblet-squat", reps=8, load_kg=24.0)
    usual = [outing(day, HEAVY, jump) for day in (0, 2, 4)]
    assert section("heavy", *usual, outing(7, other, jump)).leads_to == "rfe-split-squat"
    lasting = [outing(day, other, jump) for day in (7, 9, 11)]
    assert section("heavy", *usual, *lasting).leads_to == "goblet-squat"


def test_the_heavy_set_is_the_one_before_the_last_jump() -> None:
    step = row("step-up", slot="B3", left=8, right=8, load_kg=40.0)
    jump = row("hop", slot="B2", half_of="B1", left=4, right=4)
    light, heavy = ({**HEAVY, "load_kg": kg} for kg in (20.0, 28.0))
    found = section("heavy", outing(0, light, jump, step), outing(2, heavy, jump, step))
    assert found.says == "2 x 10 kg → 2 x 14 kg since 5 Jan 26, up 40 %: Split squat"
    eased = section("heavy", outing(0, light), outing(2, heavy, jump), outing(4, light, jump))
    assert eased.says == ("2 x 10 kg → 2 x 10 kg since 5 Jan 26, heaviest 2 x 14 kg: Split squat")
    assert section("heavy", outing(0, step)).says == "none before a jump yet"
    bare = section("heavy", outing(0, row(left=8, right=8), jump))
    assert bare.says == "no load yet, 1 session: Split squat"
    assert [each.name for each in bare.drawn] == ["reps"]


RACES = (
    Trial(id="a", day=date(2026, 1, 3), metres=5000, seconds=1200),
    Trial(id="b", day=date(2026, 2, 1), metres=10_000, seconds=2400),
)


def with_plans(*plans: Plan, today: date = TODAY) -> dict[str, Section]:
    runs = [run_of(each) for each in RACES]
    done = sessions(outing(0, HEAVY))
    found = progress(done, {}, Unit.KG, today, plans=plans, runs=runs, trials=RACES)
    return {each.name: each for each in found}


def test_a_sprint_is_listed_but_no_5k() -> None:
    sprint = Trial(id="c", day=TODAY, metres=100, seconds=13)
    for trials in ((sprint,), (*RACES, sprint)):
        found = progress((), {}, Unit.KG, TODAY, trials=trials)[-1]
        assert found.lines[0].cells[1:3] == ("–", "no 5K estimate under 1,500 m")
        assert "13:" not in found.says
    assert progress((), {}, Unit.KG, TODAY, trials=(sprint,))[-1].says.startswith("no 5K estimate")


def test_races_stand_as_5ks_newest_first_with_what_studies_had() -> None:
    found = with_plans()["5K"]
    assert found.says == "20:00 (3 Jan 26) → about 19:11 (1 Feb 26): 0:49 faster, 4.1 %"
    assert [line.cells for line in found.lines] == [
        ("2026-02-01", "about 19:11", "0:49 faster, 4.1 %", "10.00 km in 40:00"),
        ("2026-01-03", "20:00", "–", ""),
    ]
    assert "nobody ran it" in found.notes[0]
    assert "It forecasts nobody's time" in found.notes[1]


@pytest.mark.parametrize(
    ("today", "says", "cells"),
    [
        (date(2026, 1, 1), "begins on Mon 5 Jan", ("to come", "1 of 16", "–", "–")),
        (date(2026, 1, 7), "week 1 of 9, 1 of 16 sessions", ("week 1 of 9", "1 of 16")),
        (date(2026, 3, 20), "the last one ended on Sun 8 Mar", ("over", "1 of 16")),
    ],
)
def test_a_plan_stands_with_what_was_done_of_it(
    today: date, says: str, cells: tuple[str, ...]
) -> None:
    found = with_plans(plan(start=date(2026, 1, 5)), today=today)["plan"]
    assert found.says == says
    assert found.lines[0].cells[1 : 1 + len(cells)] == cells
    assert found.lines[0].cells[-1] == "0:49 faster, 4.1 %"


@for_each(("value", "shown"), [(0, ""), (0.01, "╸"), (5, "━━╸"), (10, "━━━━━"), (99, "━━━━━")])
def test_a_bar(value: float, shown: str) -> None:
    assert bar(value, 10, 5) == shown


@settings(max_examples=15)
@given(st.lists(sessions_written(), max_size=3, unique_by=lambda each: each["id"]))
def test_any_history_that_can_be_written_can_be_shown(documents: list[dict[str, Any]]) -> None:
    shown_everywhere(documents)


@settings(max_examples=10)
@given(st.lists(athletes(), min_size=1, max_size=2))
def test_sessions_of_any_keys_can_be_shown(some: list[Any]) -> None:
    documents = [document(each.session) | {"id": f"{n}"} for n, each in enumerate(some)]
    shown_everywhere(documents)
    assert all(past_session(each) is not None for each in documents)
