"""`runlift runs`: the list of them, and the table."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.runs.logbook import TRIALS
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.store.examples import plain

pytestmark = pytest.mark.usefixtures("still")


def listed(run: Run, *more: str) -> list[dict[str, Any]]:
    """Return what `runs --json` prints."""
    found: list[dict[str, Any]] = json.loads(run("runs", "--json", *more).out)
    return found


def test_a_race_counts_for_the_5k(run: Run, data: Path) -> None:
    assert "about 19:46 for 5K, an estimate" in run("run", "10k 41:12 race").out
    assert len(plain(str(data / "history" / "2026.json"), TRIALS)) == 1
    (row,) = listed(run)
    assert (row["kind"], row["is_trial"], row["five_k_s"]) == ("race", True, 1185.7)


def test_a_list_that_goes_on_says_so(run: Run) -> None:
    for number in range(1, 22):
        assert run("run", f"2026-10-{number:02} 8k").status == 0
    lines = run("runs").out.splitlines()
    assert (len(lines), lines[-1]) == (22, "20 of 21; --limit N for more")
    assert len(run("runs", "--limit", "21").out.splitlines()) == 22
    assert len(listed(run)) == 21


@pytest.mark.parametrize("columns", ["0", "30", "40", "60", "80", "100", "many", None])
def test_no_figure_is_ever_shortened(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str | None
) -> None:
    note = "windy by the river at kilometre 12 and slow uphill after that"
    for line in ("2026-11-15 22.1k 2:04:40 long strides 6x20s effort 5", "today 10k 41:12 race"):
        assert run("run", f"{line} note {note}").status == 0
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    told = run("runs").out
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


def test_the_list(run: Run) -> None:
    assert "No run yet." in run("runs").out
    for line in ("fri 5k 25:00", "sat 8k 42:10 note [b]wind\x1b", "today 5k 19:58 race"):
        assert run("run", line).status == 0
    assert [row["day"][-2:] for row in listed(run)] == ["22", "21", "20"]
    assert [row["day"][-2:] for row in listed(run, "--limit", "1")] == ["22"]
    out = run("runs").out
    assert "Sun 22 Nov 2026" in out
    assert "19:58" in out
    assert "[b]wind" in out
    assert "\x1b" not in out


def test_every_run_as_a_row_of_a_table(run: Run) -> None:
    for line in ("fri 8k 42:10 easy strides 6x20s effort 4 note =1+1", "sat 5k 19:58.4 race"):
        assert run("run", line).status == 0
    first, second = csv.DictReader(io.StringIO(run("export", "--format", "runs-csv").out))
    assert (first["day"], first["metres"], first["fast_s"]) == ("2026-11-20", "8000.0", "120")
    assert first["note"] == "'=1+1"
    assert (second["seconds"], second["five_k_s"]) == ("1198.4", "1198.4")
    assert second["five_k_is_estimate"] == "False"


def test_a_bare_distance_is_in_the_unit_of_the_hand_written_settings(run: Run, data: Path) -> None:
    data.mkdir()
    (data / "config.toml").write_text('[settings]\nunit = "lb"\n')
    assert "5.00 mi" in run("run", "today 5 42:10").out
    (entry,) = Store(data, ManualClock()).runs.entries()
    assert round(entry.run.metres or 0) == 8047
    assert "5.00 mi" in run("runs").out


def test_a_sprint_has_no_5k_in_any_export(run: Run) -> None:
    assert "no 5K estimate under 1,500 m" in run("run", "100m 0:13 race").out
    (row,) = listed(run)
    assert (row["is_trial"], row["five_k_s"], row["five_k_is_estimate"]) == (True, None, None)
    (cells,) = csv.DictReader(io.StringIO(run("export", "--format", "runs-csv").out))
    assert (cells["five_k_s"], cells["five_k_is_estimate"]) == ("", "")
