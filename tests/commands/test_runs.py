"""`runlift run` and `runlift runs`: a run in one line, and the list of them."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.core.runs.line import read_line
from runlift_tui.core.runs.logbook import RUNS, TRIALS
from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.words.units import Distance
from runlift_tui.store.store import Store
from tests.store.examples import plain

HOSTILE = "\x1b[31mred\x07[bold]not[/bold]"


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch, clock: ManualClock) -> None:
    """Let the commands' clock stand still on Sunday, 22 November 2026."""
    monkeypatch.setattr("runlift_tui.clock.SystemClock", lambda: clock)


def run(folder: Path, *words: str) -> int:
    return main(["run", "--data-dir", str(folder), *words])


def listed(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["runs", "--json", "--data-dir", str(folder), *more]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_a_run_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new"
    assert run(folder, "today 8k 42:10 easy") == 0
    told = capsys.readouterr()
    assert told.out == "Sun 22 Nov, 8.00 km, 42:10, 5:16 /km, easy: kept.\n"
    assert told.err == ""
    (row,) = plain(str(folder / "history" / "2026.json"), RUNS)
    assert (row["day"], row["metres"], row["seconds"]) == ("2026-11-22", 8000.0, 2530)


def test_the_shell_may_part_the_words(tmp_path: Path) -> None:
    assert run(tmp_path, "yesterday", "10", "mi", "1:21:00", "long") == 0
    (row,) = plain(str(tmp_path / "history" / "2026.json"), RUNS)
    assert row["metres"] == 16093.44


def test_a_race_counts_for_the_5k(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "10k 41:12 race") == 0
    assert "about 19:46 for 5K, an estimate" in capsys.readouterr().out
    assert len(plain(str(tmp_path / "history" / "2026.json"), TRIALS)) == 1
    (row,) = listed(tmp_path, capsys)
    assert (row["kind"], row["is_trial"], row["five_k_s"]) == ("race", True, 1185.7)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("8k tmpo", '"tmpo" is not understood, did you mean tempo?'),
        ("5k 3:00", "5.00 km in 3:00 is faster than anybody has run."),
        ("easy", "Say how far or how long, as 8k 42:10."),
        (f"8k {HOSTILE}", "is not understood"),
    ],
)
def test_a_line_that_cannot_be_is_refused_in_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, why: str
) -> None:
    folder = tmp_path / "none"
    assert run(folder, line) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert why in told.err
    assert told.err.endswith(" Nothing was kept.\n")
    assert told.err.count("\n") == 1
    assert "\x1b" not in told.err
    assert not folder.exists()


def test_beside_an_open_program_nothing_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    assert run(tmp_path, "8k 42:10") == 1
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert "Nothing was kept." in told.err
    store.close()
    assert listed(tmp_path, capsys) == []
    assert run(tmp_path, "8k 42:10") == 0


def test_two_at_once_are_both_kept(tmp_path: Path) -> None:
    lines = [f"today {number}k" for number in range(3, 7)]
    command = [sys.executable, "-m", "runlift_tui", "run", "--data-dir", str(tmp_path)]
    started = [subprocess.Popen([*command, line], stdout=subprocess.DEVNULL) for line in lines]
    assert [each.wait(30) for each in started] == [0] * len(lines)
    (year,) = (tmp_path / "history").glob("????.json")
    assert sorted(row["metres"] for row in plain(str(year), RUNS)) == [3000, 4000, 5000, 6000]


@pytest.mark.parametrize(
    ("line", "year"), [("25 nov 8k", "25 nov 2025"), ("20 jan 8k", "20 jan 2026")]
)
def test_a_date_weeks_ahead_is_no_run_of_last_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, year: str
) -> None:
    assert run(tmp_path, line) == 2
    assert f"is still to come; if you mean it, write {year}." in capsys.readouterr().err
    assert run(tmp_path, f"{year} 8k") == 0
    told = capsys.readouterr().out
    assert "8.00 km, easy: kept." in told
    assert ("25 Nov 2025" if "nov" in line else "20 Jan,") in told


def test_the_help_has_the_words_of_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--help"])
    told = capsys.readouterr().out
    examples = re.findall(r'runlift run "(.+)"', told)
    assert len(examples) >= 3
    for line in examples:
        assert read_line(line, date(2026, 11, 22), Distance.KM)
    for word in (*RunKind, "3 days ago", "strides 6x20s", "effort 7", "5:16/km", "note"):
        assert word in told


def test_a_list_that_goes_on_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(1, 22):
        assert run(tmp_path, f"2026-10-{number:02} 8k") == 0
    capsys.readouterr()
    assert main(["runs", "--data-dir", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (len(lines), lines[-1]) == (22, "20 of 21; --limit N for more")
    assert main(["runs", "--limit", "21", "--data-dir", str(tmp_path)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 22
    assert len(listed(tmp_path, capsys)) == 21


@pytest.mark.parametrize("columns", ["0", "30", "40", "60", "80", "100", "many", None])
def test_no_figure_is_ever_shortened(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: str | None,
) -> None:
    note = "windy by the river at kilometre 12 and slow uphill after that"
    for line in ("2026-11-15 22.1k 2:04:40 long strides 6x20s effort 5", "today 10k 41:12 race"):
        assert run(tmp_path, f"{line} note {note}") == 0
    capsys.readouterr()
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert main(["runs", "--data-dir", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    head, *lines = told.splitlines()
    assert len(lines) == 2, "one row a line"
    figures = {"22", "Nov", "2026", "10.00", "41:12", "4:07", "22.10", "2:04:40", "5:38", "2:00"}
    figures |= {"15", "about", "19:46", "5", "12"}
    shown = {word for word in " ".join(lines).split() if any(map(str.isdigit, word))}
    assert shown <= figures
    assert lines[1].startswith("Sun 15 Nov 2026  22.10 km")
    if columns in ("30", "40", "60", "80", "100"):
        assert max(map(len, told.splitlines())) <= int(columns or 0)
        assert ("note" in head) == (columns in ("80", "100"))
    else:
        assert note in lines[0]


def test_a_far_longer_run_is_told_of_on_the_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "2026-10-01 6k") == 0
    assert run(tmp_path, "2026-11-15 10k") == 0
    assert capsys.readouterr().err == ""
    assert run(tmp_path, "12k 1:05:00") == 0
    told = capsys.readouterr()
    assert told.out.endswith("easy: kept.\n")
    assert told.err.startswith("runlift: 20 % more than the longest run")


def test_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["runs", "--data-dir", str(tmp_path)]) == 0
    assert "No run yet." in capsys.readouterr().out
    for line in ("fri 5k 25:00", "sat 8k 42:10 note [b]wind\x1b", "today 5k 19:58 race"):
        assert run(tmp_path, line) == 0
    assert [row["day"][-2:] for row in listed(tmp_path, capsys)] == ["22", "21", "20"]
    assert [row["day"][-2:] for row in listed(tmp_path, capsys, "--limit", "1")] == ["22"]
    assert main(["runs", "--data-dir", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "Sun 22 Nov 2026" in out
    assert "19:58" in out
    assert "[b]wind" in out
    assert "\x1b" not in out


def test_every_run_as_a_row_of_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "fri 8k 42:10 easy strides 6x20s effort 4 note =1+1") == 0
    assert run(tmp_path, "sat 5k 19:58.4 race") == 0
    capsys.readouterr()
    assert main(["export", "--format", "runs-csv", "--data-dir", str(tmp_path)]) == 0
    first, second = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (first["day"], first["metres"], first["fast_s"]) == ("2026-11-20", "8000.0", "120")
    assert first["note"] == "'=1+1"
    assert (second["seconds"], second["five_k_s"]) == ("1198.4", "1198.4")
    assert second["five_k_is_estimate"] == "False"


def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.write_text("x", encoding="ascii")
    assert run(file, "8k") == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_bare_distance_is_in_the_unit_of_the_hand_written_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text('[settings]\nunit = "lb"\n')
    assert run(tmp_path, "today 5 42:10") == 0
    assert "5.00 mi" in capsys.readouterr().out
    (entry,) = Store(tmp_path, ManualClock()).runs.entries()
    assert round(entry.run.metres or 0) == 8047
    assert main(["runs", "--data-dir", str(tmp_path)]) == 0
    assert "5.00 mi" in capsys.readouterr().out
