"""Made-up training: true documents, the same each time, and never over somebody's own."""

import io
import re
import sys
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.commands.demo import throwaway, write
from runlift_tui.core.history.archive import Archive, read_archive
from runlift_tui.core.progress.curves import curves, points
from runlift_tui.core.progress.exercise import outings_of
from runlift_tui.core.runs.five_k import five_ks
from runlift_tui.core.runs.line import is_too_fast
from runlift_tui.core.runs.logbook import RUNS, TRIALS, entry_of, ordered
from runlift_tui.core.runs.run import RunKind, Trial
from runlift_tui.core.words.units import Unit
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.lock import FolderLock
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import ATHLETE, Library
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.made_up.sessions import made_up
from tests.commands.running import ran
from tests.core.builders import library
from tests.core.past import sessions
from tests.store.examples import from_iso

NOW = 1_774_000_000_000
"""2026-03-20, in the morning, UTC."""


@pytest.fixture(scope="module")
def year() -> Archive:
    """A year of made-up training."""
    return made_up(library(), 1, NOW)


@pytest.fixture
def made_already(year: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the year there is written down, where it is not about how one is made up."""
    where = "runlift_tui.store.made_up.sessions.made_up"
    monkeypatch.setattr(where, lambda *_, **__: year)


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


def test_its_curve_rises_and_none_of_its_values_is_in_doubt(year: Archive) -> None:
    rows = [row for tables in year.years.values() for row in tables["sessions"]]
    found = outings_of(sessions(*rows), "rfe-split-squat")
    (one_rm, *_) = curves(found)
    on_it = points(found, one_rm, Unit.KG)
    assert on_it[-1].low > 1.2 * on_it[0].low
    assert not [s for row in rows for s in row["sets"] if s.get("unsure")]
    assert {row["pain"] for row in rows} <= {0, 1, 2}


@pytest.mark.usefixtures("made_already")
def test_it_is_written_into_an_empty_folder(tmp_path: Path, clock: ManualClock) -> None:
    assert write(str(tmp_path / "demo"), 1, clock) == 0
    folder = DataFolder(tmp_path / "demo")
    assert len(list(Past(folder.path).documents())) > 70
    lock = FolderLock(folder.path)
    lock.acquire()
    lock.release()
    FolderLock(folder.path).acquire()


def _history(folder: DataFolder) -> None:
    row = {"id": "a", "started": "2026-01-05T09:00:00.000Z"}
    History(folder.history).fold(row)


def _library(folder: DataFolder) -> None:
    Library(folder.library).put(ATHLETE, KEY, {"level": "advanced"})


def _journal(folder: DataFolder) -> None:
    Path(folder.journal, "a.jsonl").touch()


@pytest.mark.parametrize("lay", [_history, _library, _journal])
def test_a_folder_of_somebodys_own_is_refused(
    lay: Callable[[DataFolder], None], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = DataFolder(tmp_path)
    folder.create()
    lay(folder)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    told = ran(["demo", "--into", str(tmp_path)], capfd)
    assert told.status == 2
    assert "choose an empty folder" in told.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_with_anything_in_it_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    told = ran(["demo", "--into", str(tmp_path)], capfd)
    assert told.status == 2
    assert "is not empty: choose an empty folder" in told.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_refused_as_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    told = ran(["demo", "--into", str(file)], capfd)
    assert told.status == 2
    assert f"{file} is a file: choose an empty folder" in told.err
    assert file.read_text() == "mine"


def test_in_a_terminal_it_says_how_far_it_is(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    seen = Screen()
    monkeypatch.setattr(sys, "stderr", seen)
    assert write(str(tmp_path / "demo"), 1, clock) == 0
    parts = re.findall(r"\r\x1b\[KMaking up training: ([0-9]+) %", seen.getvalue())
    assert len(parts) > 50
    assert parts == sorted(set(parts), key=int)
    last = seen.getvalue().rpartition("\x1b[K")[2]
    assert "made-up sessions" in last
    assert "%" not in last


@pytest.mark.parametrize("words", [["demo", "--data-dir", "x"], ["--data-dir", "x", "demo"]])
def test_it_takes_no_data_folder_and_says_what_to_do(
    words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    status, _, told = ran(words, capfd)
    assert status == 2
    assert "--into DIR" in told
    assert "did you mean" not in told


@pytest.mark.usefixtures("made_already")
def test_a_throwaway_folder_is_gone_afterwards(clock: ManualClock) -> None:
    seen: list[str] = []

    def look(folder: str) -> int:
        assert History(DataFolder(folder).history).years()
        seen.append(folder)
        return 3

    assert throwaway(1, clock, look) == 3
    assert not Path(seen[0]).exists()


@pytest.mark.parametrize("words", [["--years", "0"], ["--years", "21"], ["--years", "two"]])
def test_years_that_are_none(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    told = ran(["demo", *words], capfd)
    assert told.status == 2
    assert "whole number from 1 to 20" in told.err
