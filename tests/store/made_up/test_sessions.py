"""Made-up training: true documents, the same each time, and plausible ones."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from runlift_tui.core.history.archive import Archive, read_archive
from runlift_tui.core.progress.curves import curves, points
from runlift_tui.core.progress.exercise import outings_of
from runlift_tui.core.runs.five_k import five_ks
from runlift_tui.core.runs.line import is_too_fast
from runlift_tui.core.runs.logbook import RUNS, TRIALS, entry_of, ordered
from runlift_tui.core.runs.run import RunKind, Trial
from runlift_tui.core.words.units import Unit
from runlift_tui.store.made_up.sessions import made_up
from tests.core.builders import library
from tests.core.past import sessions
from tests.store.examples import from_iso

NOW = 1_774_000_000_000
"""2026-03-20, in the morning, UTC."""


@pytest.fixture(scope="module")
def year() -> Archive:
    """A year of made-up training."""
    return made_up(library(), 1, NOW)


def test_it_is_the_same_at_every_hour_of_a_day(year: Archive) -> None:
    assert made_up(library(), 1, NOW + 3_600_000) == year


def test_it_is_an_export_without_a_fault(year: Archive) -> None:
    value = {
        "kind": "runlift-export",
        "format": 1,
        "schema": 1,
        "history": {f"{number}": tables for number, tables in year.years.items()},
        "library": year.library,
    }
    assert read_archive(value, 1) == (year, [])


def test_its_runs_are_plausible(year: Archive) -> None:
    entries = [
        entry
        for tables in year.years.values()
        for name in (RUNS, TRIALS)
        for row in tables.get(name, [])
        if (entry := entry_of(name, row))
    ]
    runs = [entry.run for entry in ordered(entries)]
    assert 150 <= len(runs) <= 260
    assert {run.kind for run in runs} >= {RunKind.EASY, RunKind.LONG, RunKind.TEMPO, RunKind.RACE}
    assert max(run.day for run in runs) <= date(2026, 3, 19)
    assert not any(is_too_fast(run.metres or 1, run.seconds or 0) for run in runs)
    races = five_ks(entry.said for entry in entries if isinstance(entry.said, Trial))
    assert 4 <= len(races) <= 7
    assert races[-1].seconds < races[0].seconds


def test_it_is_plausible(year: Archive) -> None:
    rows = [row for tables in year.years.values() for row in tables["sessions"]]
    assert 70 <= len(rows) <= 104
    assert all(from_iso(one["finished"]) < from_iso(two["started"]) for one, two in pairwise(rows))
    assert from_iso(rows[-1]["finished"]) < NOW
    found = outings_of(sessions(*rows), "rfe-split-squat")
    assert sum(len(each.sets) for each in found) > 150
    loads = [row["load_kg"] for each in rows for row in each["sets"] if row["slot"] == "B1"]
    assert max(load for load in loads if load) > 1.5 * min(load for load in loads if load)
    assert {each["level"] for each in rows} == {"beginner", "intermediate"}


def heavy_sets(year: Archive) -> list[list[dict[str, Any]]]:
    """Return the sets of the rear-foot-elevated split squat in B1, session by session."""
    rows = [row for tables in year.years.values() for row in tables["sessions"]]
    found = (
        [s for s in row["sets"] if s["slot"] == "B1" and s["exercise"] == "rfe-split-squat"]
        for row in rows
    )
    return [sets for sets in found if sets]


def test_it_progresses_as_the_rules_have_it(year: Archive) -> None:
    sessions_ = heavy_sets(year)
    loads = [sets[0]["load_kg"] for sets in sessions_]
    steps = [after - before for before, after in pairwise(loads) if after != before]
    assert sum(step > 0 for step in steps) >= 3
    assert all(step <= 4 for step in steps), "two dumbbells, one step of two kilograms each"
    low, high = 5, 10
    for before, after in pairwise(sessions_):
        if after[0]["load_kg"] > before[0]["load_kg"]:
            said = [s["rir"] for s in before]
            assert None not in said, "nothing rises that nobody spoke of"
            assert min(s["right"] for s in before) >= low
    assert all(1 <= s["right"] <= high + 2 for sets in sessions_ for s in sets)
    left = [s["rir"] for sets in sessions_ for s in sets if s["rir"] is not None]
    assert sum(1 <= rir <= 4 for rir in left) > 0.6 * len(left), "near enough to the limit to count"
    assert left.count(0) < 0.05 * len(left), "and seldom at it"
    for sets in sessions_:
        for one, two in pairwise(sets):
            less = two["load_kg"] < one["load_kg"] or two["target"] < one["target"]
            assert one["rir"] != 0 or less, "then it is less"


def test_its_curve_rises_and_none_of_its_values_is_in_doubt(year: Archive) -> None:
    rows = [row for tables in year.years.values() for row in tables["sessions"]]
    found = outings_of(sessions(*rows), "rfe-split-squat")
    (one_rm, *_) = curves(found)
    on_it = points(found, one_rm, Unit.KG)
    assert on_it[-1].low > 1.2 * on_it[0].low
    assert not [s for row in rows for s in row["sets"] if s.get("unsure")]
    assert {row["pain"] for row in rows} <= {0, 1, 2}
