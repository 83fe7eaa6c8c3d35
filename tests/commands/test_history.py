"""`runlift history`: the past without a screen."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Finish, LogSet, Note
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.store import Store
from tests.core.past import outing, row
from tests.screens.gym import begin

HOSTILE = "\x1b[31mred\x07[bold]not[/bold] \u202e\n\tüñ\ud800"


def train(folder: Path, clock: ManualClock, *, note: str = "", fold: bool = True) -> str:
    """Do one set and finish; return the session's id. Without `fold` only its journal has it."""
    store = Store(folder, clock)
    store.open()
    training = store.sessions.begin(begin(store, Choices(level=Level.ADVANCED)))
    clock.advance(30_000)
    training.tell(LogSet({Field.LEFT: 10, Field.RIGHT: 9}))
    if note:
        training.tell(Note(note))
    training.tell(Finish())
    if fold:
        training.keep()
        training.leave()
    store.close()
    clock.advance(3_600_000)
    return training.session.start.id


def as_json(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, Any]]:
    """Return what `history --json` prints."""
    assert main(["history", "--json", "--data-dir", str(folder), *more]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    found: list[dict[str, Any]] = json.loads(told.out)
    return found


def test_an_empty_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "none"
    assert as_json(folder, capsys) == []
    assert main(["history", "--data-dir", str(folder)]) == 0
    assert "No session" in capsys.readouterr().out
    assert not folder.exists(), "looking makes nothing"


def test_newest_first_folded_or_not(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = [train(tmp_path, clock, fold=fold) for fold in (True, False, True, False)]
    found = as_json(tmp_path, capsys)
    assert [row["id"] for row in found] == ids[::-1]
    assert all(row["finished"] for row in found)
    assert [row["id"] for row in as_json(tmp_path, capsys, "--limit", "2")] == ids[:1:-1]
    assert main(["history", "--data-dir", str(tmp_path), "--limit", "3"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4, "a heading and three"


def test_an_unfinished_session_is_not_history(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    train(tmp_path, clock)
    store = Store(tmp_path, clock)
    store.open()
    store.sessions.begin(begin(store, Choices()))
    assert len(as_json(tmp_path, capsys)) == 1, "and the lock of another program is no matter"
    store.close()


def test_control_characters_and_markup_do_no_harm(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    note = HOSTILE.encode("utf-8", "replace").decode()
    train(tmp_path, clock, note=note)
    (row,) = as_json(tmp_path, capsys)
    assert row["notes"] == note
    assert main(["history", "--data-dir", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "\x1b[31m" not in out
    assert "\x07" not in out
    assert "\u202e" not in out
    assert len(out.splitlines()) == 2


def run(folder: Path, *argv: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command itself."""
    return subprocess.run(
        [sys.executable, "-m", "runlift_tui", "--data-dir", str(folder), *argv],
        capture_output=True,
        env={**os.environ, **environ},
        check=False,
        timeout=30,
    )


def test_an_encoding_that_has_no_such_letter(tmp_path: Path, clock: ManualClock) -> None:
    train(tmp_path, clock, note="Zürich – ✓")
    done = run(tmp_path, "history", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Z?rich - ?" in done.stdout


def test_a_reader_that_has_seen_enough(tmp_path: Path, clock: ManualClock) -> None:
    train(tmp_path, clock)
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "runlift_tui", "history", "--json", "--data-dir", str(tmp_path)],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=30,
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["history"], ["history", "--json"]])
def test_no_interface_is_imported(argv: list[str], tmp_path: Path, clock: ManualClock) -> None:
    train(tmp_path, clock, fold=False)
    code = (
        "import sys, runlift_tui.cli as cli\n"
        "try:\n    cli.main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*[name for name in sys.modules if name.split('.')[0] == 'textual'],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(tmp_path), *argv],
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.stderr.strip() == b""


def test_a_damaged_year_is_said_and_the_rest_is_still_json(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    train(tmp_path, clock)
    (tmp_path / "history" / "2025.json").write_bytes(b"{")
    (tmp_path / "history" / "2024.json").write_text('{"meta": {"1": {"schema": 99}}}')
    status = main(["history", "--json", "--data-dir", str(tmp_path)])
    told = capsys.readouterr()
    assert len(json.loads(told.out)) == 1
    assert told.err
    assert status in (0, 1)
    assert (tmp_path / "history" / "2025.json").read_bytes() == b"{"


def test_as_text_the_newest_alone_unless_told_more(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    train(tmp_path, clock, note="the older one")
    train(tmp_path, clock, note=HOSTILE.replace("\ud800", ""))
    assert main(["history", "--text", "--data-dir", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "Dead bug: 10/9" in told
    assert "older" not in told
    assert "\x1b" not in told
    assert "[bold]not[/bold]" in told
    assert main(["history", "--text", "--limit", "2", "--data-dir", str(tmp_path)]) == 0
    assert "\n\nRunner's lower body" in capsys.readouterr().out


def test_as_text_without_a_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "--text", "--data-dir", str(tmp_path)]) == 0
    assert "No session" in capsys.readouterr().out


def test_a_list_that_goes_on_says_so(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(22):
        train(tmp_path, clock, fold=number % 7 != 0)
    assert main(["history", "--data-dir", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (len(lines), lines[-1]) == (22, "20 of 22; --limit N for more")
    assert len(as_json(tmp_path, capsys)) == 22
    with pytest.raises(SystemExit):
        main(["history", "--help"])
    assert "by default 20" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("columns", ["0", "40", "60", "80"])
def test_a_narrow_terminal_has_fewer_columns_and_whole_figures(
    tmp_path: Path,
    clock: ManualClock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
) -> None:
    train(tmp_path, clock, note="a note that is far too long for any of these terminals, 1234567")
    monkeypatch.setenv("COLUMNS", columns)
    assert main(["history", "--data-dir", str(tmp_path)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert row.startswith("2026-11-22 17:00  Runner's")
    assert ("1234567" in row) == (columns == "0")
    assert columns == "0" or len(row) <= int(columns)
    assert head.split()[:2] == ["date", "routine"]


def test_a_load_is_told_in_the_unit_of_the_hand_written_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = DataFolder(tmp_path)
    made.create()
    History(made.history).fold(outing(0, row(reps=8, load_kg=20.0)))
    (tmp_path / "config.toml").write_text('[settings]\nunit = "lb"\nvolum = 3\n')
    assert main(["history", "--text", "--data-dir", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "44" in told.out
    assert "config.toml:3: settings.volum" in told.err
