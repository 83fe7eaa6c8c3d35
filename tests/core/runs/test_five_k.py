"""The 5K behind a race, and what became of it: Riegel's table, changes, the studies beside them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runlift_tui.core.lists.charts import ESTIMATE, POINT
from runlift_tui.core.runs import five_k as module
from runlift_tui.core.runs.five_k import (
    FiveK,
    change,
    change_words,
    five_k,
    five_ks,
    group_time,
    group_words,
    no_estimate,
    riegel,
    summary_words,
)
from runlift_tui.core.runs.five_k_chart import five_k_chart
from runlift_tui.core.runs.run import Trial
from tests.rows import for_each

DAY = date(2026, 11, 24)


def race(seconds: float, metres: float = 5000.0, day: date = DAY) -> Trial:
    return Trial(id=f"{day}", day=day, metres=metres, seconds=seconds)


def raced(seconds: float, day: date = DAY) -> FiveK:
    return as_five_k(race(seconds, day=day))


def as_five_k(trial: Trial) -> FiveK:
    found = five_k(trial)
    assert found is not None
    return found


@for_each(("metres", "factor"), [(10_000, 2.085), (21_097.5, 4.600), (42_195, 9.591), (5000, 1.0)])
def test_riegels_table(metres: float, factor: float) -> None:
    assert riegel(1000, 5000, metres) / 1000 == pytest.approx(factor, abs=0.0005)


@given(st.floats(400, 100_000), st.floats(60, 40_000))
def test_there_and_back_is_where_one_was(metres: float, seconds: float) -> None:
    assert riegel(riegel(seconds, metres), 5000, metres) == pytest.approx(seconds)


@for_each(
    ("metres", "estimate"),
    [(5000, False), (4995, False), (5005, False), (4994, True), (5006, True), (10_000, True)],
)
def test_only_a_5k_is_one(metres: float, estimate: bool) -> None:
    found = as_five_k(race(1200.0, metres))
    assert found.is_estimate is estimate
    assert (found.seconds == 1200.0) is not estimate
    assert found.words.startswith("about ") is estimate


def test_the_change_in_seconds_and_per_cent() -> None:
    found = change(raced(1200.0), raced(1164.0))
    assert (found.seconds, found.per_cent, found.is_estimate) == (-36.0, -3.0, False)
    assert change_words(found) == "0:36 faster, 3.0 %"
    assert change_words(change(raced(1164.0), raced(1200.0))) == "0:36 slower, 3.1 %"
    assert change_words(change(raced(1200.0), raced(1200.0))) == "the same"
    assert change_words(change(raced(1200.0), raced(1199.5))) == "0:00.5 faster, 0.0 %"
    assert change(as_five_k(race(2500.0, 10_000)), raced(1200.0)).is_estimate


def test_twenty_minutes_beside_the_studies() -> None:
    assert round(group_time(raced(1200.0))) == 1164
    words = group_words(raced(1200.0))
    assert words.startswith(
        "Two small studies of highly trained runners: about 3 % faster over 3 and 5 km; later "
        "meta-analyses call the mean effect small. 3 % off 20:00 would be 19:24."
    )
    assert "Yamamoto 2008" in words
    assert "2-3 %" not in words


@for_each(
    ("metres", "seconds", "why"),
    [
        (100, 13, "no 5K estimate under 1,500 m"),
        (400, 60, "no 5K estimate under 1,500 m"),
        (1499, 290, "no 5K estimate under 1,500 m"),
        (1500, 290, ""),
        (1500, 209, "no 5K estimate under 3:30"),
        (42_195, 9000, ""),
        (42_200, 13_800, ""),
        (42_195, 13_801, "no 5K estimate over 3:50:00"),
        (50_000, 13_000, "no 5K estimate beyond the marathon"),
        (5000, 14_000, ""),
    ],
)
def test_only_what_riegel_fits_becomes_a_5k(metres: float, seconds: float, why: str) -> None:
    trial = race(seconds, metres)
    assert no_estimate(trial) == why
    assert (five_k(trial) is None) is bool(why)
    assert len(five_ks([trial])) == (not why)


def test_nothing_promises_a_minute() -> None:
    text = Path(module.__file__).read_text(encoding="utf-8")
    assert "over a minute" not in text
    assert "It forecasts nobody's time" in group_words(raced(1080.0))


def test_a_summary_needs_two_races() -> None:
    assert summary_words(()) == ""
    assert summary_words((raced(1200.0),)) == ""
    two = five_ks((race(1164.0), race(1200.0, day=date(2026, 9, 20))))
    assert summary_words(two) == "20:00 (20 Sep 26) → 19:24 (24 Nov 26): 0:36 faster, 3.0 %"


_races = st.lists(
    st.builds(
        race,
        st.floats(700, 6000),
        st.sampled_from([5000.0, 10_000.0]),
        st.dates(date(1950, 1, 1), DAY),
    ),
    min_size=1,
    max_size=12,
)


@given(_races)
def test_a_chart_holds_every_race_and_what_groups_did(trials: list[Trial]) -> None:
    fives = five_ks(trials)
    seen = five_k_chart(fives)
    for each, point in zip(fives, seen.points, strict=True):
        assert seen.first < point.at < seen.last
        assert seen.low < each.seconds < seen.high
        assert point.mark == (ESTIMATE if each.is_estimate else POINT)
    assert seen.across is not None
    assert seen.low < seen.across.value < seen.high
    assert seen.across.since == fives[0].day.toordinal()


def test_of_a_day_the_5k_that_was_run_counts_and_the_better_one() -> None:
    about = race(1500.0, 5000.0 * 1.002)
    assert as_five_k(about).is_estimate
    ran, slower = race(1450.0), race(1470.0)
    later = race(1440.0, day=date(2026, 12, 1))
    for noted in ((ran, about, slower, later), (later, slower, about, ran)):
        assert [each.seconds for each in five_ks(noted)] == [1450.0, 1440.0]
    fast_estimate = race(1440.0, 5000.0 * 1.002)
    assert [each.seconds for each in five_ks((fast_estimate, slower))] == [1470.0]


def test_a_change_is_what_its_two_times_as_told_come_to() -> None:
    first, second = raced(1540.0), as_five_k(race(1490.0, 4988.97))
    assert (first.words, second.words) == ("25:40", "about 24:53")
    assert change_words(change(first, second)).startswith("0:47 faster")
