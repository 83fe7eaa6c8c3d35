"""`runlift run`: a run in one line."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.runs.logbook import RUNS
from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.words.units import Distance
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.core.plans import plan
from tests.store.examples import plain

HOSTILE = "\x1b[31mred\x07[bold]not[/bold]"


pytestmark = pytest.mark.usefixtures("still")


def test_a_run_in_one_line(run: Run, data: Path) -> None:
    kept = "Sun 22 Nov, 8.00 km, 42:10, 5:16 /km, easy: kept.\n"
    assert run("run", "today 8k 42:10 easy") == (0, kept, "")
    (row,) = plain(str(data / "history" / "2026.json"), RUNS)
    assert (row["day"], row["metres"], row["seconds"]) == ("2026-11-22", 8000.0, 2530)


def test_the_shell_may_part_the_words(run: Run, data: Path) -> None:
    assert run("run", "yesterday", "10", "mi", "1:21:00", "long").status == 0
    (row,) = plain(str(data / "history" / "2026.json"), RUNS)
    assert row["metres"] == 16093.44


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("today 5k 20:00 race", date(2026, 11, 22)),
        ("today 10k 42:00 race", None),
        ("today 5k 25:00 easy", None),
        ("8 nov 5k 20:00 race", None),
    ],
)
def test_a_5k_that_is_noted_just_before_a_plan_is_its_first(
    run: Run, data: Path, clock: ManualClock, line: str, first: date | None
) -> None:
    store = Store(data, clock)
    store.open()
    store.library.put(PLANS, "one", document_of(plan()))
    store.close()
    assert run("run", line).status == 0
    (found,) = Store(data, clock).desk.plans()
    assert found.answers.first_5k == first
    told = run("plan").out
    assert ("No 5K: the one of Sun 22 Nov is the first." in told) == (first is not None)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("8k tmpo", '"tmpo" is not understood, did you mean tempo?'),
        ("5k 3:00", "5.00 km in 3:00 is faster than anybody has run."),
        ("easy", "Say how far or how long, as 8k 42:10."),
        (f"8k {HOSTILE}", "is not understood"),
    ],
)
def test_a_line_that_cannot_be_is_refused_in_one(run: Run, data: Path, line: str, why: str) -> None:
    told = run("run", line)
    assert (told.status, told.out) == (2, "")
    assert why in told.err
    assert told.err.endswith(" Nothing was kept.\n")
    assert told.err.count("\n") == 1
    assert "\x1b" not in told.err
    assert not data.exists()


def test_beside_an_open_program_nothing_is_kept(run: Run, data: Path, clock: ManualClock) -> None:
    store = Store(data, clock)
    store.open()
    told = run("run", "8k 42:10")
    assert told.status == 1
    assert told.err.count("\n") == 1
    assert "Nothing was kept." in told.err
    store.close()
    assert run("runs", "--json").out == "[]\n"
    assert run("run", "8k 42:10").status == 0


def test_two_at_once_are_both_kept(data: Path) -> None:
    lines = [f"today {number}k" for number in range(3, 7)]
    command = [sys.executable, "-m", "runlift_tui", "run", "--data-dir", str(data)]
    started = [subprocess.Popen([*command, line], stdout=subprocess.DEVNULL) for line in lines]
    assert [each.wait(30) for each in started] == [0] * len(lines)
    (year,) = (data / "history").glob("????.json")
    assert sorted(row["metres"] for row in plain(str(year), RUNS)) == [3000, 4000, 5000, 6000]


@pytest.mark.parametrize(
    ("line", "year"), [("25 nov 8k", "25 nov 2025"), ("20 jan 8k", "20 jan 2026")]
)
def test_a_date_weeks_ahead_is_no_run_of_last_year(run: Run, line: str, year: str) -> None:
    refused = run("run", line)
    assert refused.status == 2
    assert f"is still to come; if you mean it, write {year}." in refused.err
    told = run("run", f"{year} 8k").out
    assert "8.00 km, easy: kept." in told
    assert ("25 Nov 2025" if "nov" in line else "20 Jan,") in told


def test_the_help_has_the_words_of_a_line(run: Run) -> None:
    told = run("run", "--help").out
    examples = re.findall(r'runlift run "(.+)"', told)
    assert len(examples) >= 3
    for line in examples:
        assert read_line(line, date(2026, 11, 22), Distance.KM)
    for word in (*RunKind, "3 days ago", "strides 6x20s", "effort 7", "5:16/km", "note"):
        assert word in told


def test_a_far_longer_run_is_told_of_on_the_side(run: Run) -> None:
    assert run("run", "2026-10-01 6k").err == ""
    assert run("run", "2026-11-15 10k").err == ""
    told = run("run", "12k 1:05:00")
    assert told.status == 0
    assert told.out.endswith("easy: kept.\n")
    assert told.err.startswith("runlift: 20 % more than the longest run")


def test_a_folder_that_cannot_be_written_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="ascii")
    told = run("run", "8k", data=file)
    assert (told.status, told.err.count("\n")) == (1, 1)


def test_what_is_noted_here_is_undone_in_the_program(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from runlift_tui.clock import SystemClock
    from runlift_tui.store.store import Store
    from runlift_tui.store.undoing import amendment_back
    from tests.commands.running import ran

    assert ran(["--data-dir", str(tmp_path), "run", "8k 42:10 easy"], capfd).status == 0
    store = Store(tmp_path, SystemClock())
    store.open()
    act = store.acts.trail("runs").newest()
    assert act is not None
    assert act.told.startswith("Noted ")
    assert amendment_back(store, act).after is None
    store.close()
