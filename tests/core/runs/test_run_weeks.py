"""Runs week by week, as rows and in the pane."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.runs.five_k import five_ks
from runlift_tui.core.runs.rows import (
    COLUMNS,
    RunSum,
    row_cells,
    row_words,
    run_weeks,
    sum_words,
    week_words,
    weeks_chart,
)
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.core.runs.sheet import run_sheet
from runlift_tui.core.words.days import monday_of
from runlift_tui.core.words.units import METRES, Distance

MONDAY = date(2026, 11, 16)


def run(day: int, kind: RunKind = RunKind.EASY, **values: object) -> Run:
    return Run(id=f"r{day}{kind}", day=MONDAY + timedelta(days=day), kind=kind, **values)  # type: ignore[arg-type]


WEEK = [
    run(0, metres=8000.0, seconds=2530),
    run(1, RunKind.TEMPO, seconds=2400),
    run(3, metres=6000.0, fast_s=120),
    run(6, RunKind.LONG, metres=16_000.0, seconds=5000),
]


def test_a_week_is_summed_in_all_and_by_kind() -> None:
    weeks = run_weeks([*WEEK, run(7, metres=1000.0)])
    assert list(weeks) == [MONDAY, MONDAY + timedelta(weeks=1)]
    week = weeks[MONDAY]
    assert week.all == RunSum(4, 30_000.0, 9930, untimed=1, unmeasured=1, fast_s=120)
    assert week.by_kind[RunKind.EASY] == RunSum(2, 14_000.0, 2530, untimed=1, fast_s=120)
    assert sum_words(week.all, Distance.KM) == "4 runs, 30.00 km+, 2:45:30+"
    assert week_words(weeks[MONDAY + timedelta(weeks=1)], Distance.KM) == (
        "Week of 23 Nov 2026",
        "1 run, 1.00 km",
    )


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9000)), max_size=30))
def test_weeks_hold_every_run_once(runs: list[tuple[int, int]]) -> None:
    every = [run(day, seconds=seconds) for day, seconds in runs]
    weeks = run_weeks(every)
    assert sum(week.all.runs for week in weeks.values()) == len(every)
    assert sum(week.all.seconds for week in weeks.values()) == sum(s for _, s in runs)
    assert all(monday == monday_of(monday) for monday in weeks)


def test_a_row_has_its_columns() -> None:
    cells = row_cells(WEEK[0], None, Distance.KM)
    assert len(cells) == len(COLUMNS)
    assert cells[:5] == ("Mon 16 Nov 2026", "8.00 km", "42:10", "5:16 /km", "easy")
    text, note = row_words(WEEK[2], Distance.KM)
    assert text.split("  ")[0] == "Thu 19 Nov"
    assert text.endswith("easy, fast 2:00")
    assert note == ""
    race = Trial(id="t", day=MONDAY, metres=10_000.0, seconds=2472.0, note="flat")
    assert row_words(race, Distance.MI)[1] == "5K ≈19:46  flat"


def test_the_pane_tells_all_of_a_run_its_week_and_the_5k() -> None:
    races = [
        Trial(id="a", day=date(2026, 9, 13), metres=5000.0, seconds=1200.0),
        Trial(id="b", day=MONDAY, metres=5000.0, seconds=1164.0, effort=9, note="flat"),
    ]
    week = run_weeks(WEEK)[MONDAY]
    sheet = run_sheet(races[1], WEEK, week, five_ks(races), Distance.KM)
    lines = [f"{line.label} {line.text}".strip() for line in sheet]
    assert lines[:3] == ["Mon 16 Nov 2026", "race", "flat"]
    assert "5K raced" in lines
    assert "week 4 runs, 30.00 km+, 2:45:30+" in lines
    assert "long: 1 run, 16.00 km, 1:23:20" in lines
    assert "running 2.8 hours" in lines
    assert "5K 20:00 (13 Sep 26) → 19:24 (16 Nov 26): 0:36 faster, 3.0 %" in lines


def test_every_week_between_the_first_run_and_the_last_has_its_bar() -> None:
    runs = [
        Run(id="1", day=date(2026, 11, 2), kind=RunKind.EASY, metres=8000.0),
        Run(id="2", day=date(2026, 11, 8), kind=RunKind.EASY, metres=4000.0),
        Run(id="3", day=date(2026, 11, 17), kind=RunKind.EASY, seconds=2400),
        Run(id="4", day=date(2026, 11, 23), kind=RunKind.EASY, metres=METRES[Distance.MI] * 10),
    ]
    weeks, monday = run_weeks(runs), date(2026, 11, 23)
    chart = weeks_chart(weeks, monday, Distance.KM)
    assert [bar.value for bar in chart.bars] == [12.0, None, None, pytest.approx(16.09344)]
    assert [date.fromordinal(int(bar.first)).day for bar in chart.bars] == [2, 9, 16, 23]
    assert chart.chosen == 3
    assert weeks_chart(weeks, None, Distance.MI).bars[3].value == pytest.approx(10.0)
    assert not weeks_chart({}, None, Distance.KM).bars
