"""`runlift history`: the past without a screen."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Finish, LogSet, Note
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.store.store import Store
from tests.commands.running import Run
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


def as_json(run: Run, *more: str) -> list[dict[str, Any]]:
    """Return what `history --json` prints."""
    told = run("history", "--json", *more)
    assert (told.status, told.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(told.out)
    return found


def test_an_empty_history(run: Run, data: Path) -> None:
    assert as_json(run) == []
    told = run("history")
    assert told.status == 0
    assert "No session" in told.out
    assert not data.exists(), "looking makes nothing"


def test_newest_first_folded_or_not(run: Run, data: Path, clock: ManualClock) -> None:
    ids = [train(data, clock, fold=fold) for fold in (True, False, True, False)]
    found = as_json(run)
    assert [row["id"] for row in found] == ids[::-1]
    assert all(row["finished"] for row in found)
    assert [row["id"] for row in as_json(run, "--limit", "2")] == ids[:1:-1]
    assert len(run("history", "--limit", "3").out.splitlines()) == 4, "a heading and three"


def test_an_unfinished_session_is_not_history(run: Run, data: Path, clock: ManualClock) -> None:
    train(data, clock)
    store = Store(data, clock)
    store.open()
    store.sessions.begin(begin(store, Choices()))
    assert len(as_json(run)) == 1, "and the lock of another program is no matter"
    store.close()


def test_control_characters_and_markup_do_no_harm(run: Run, data: Path, clock: ManualClock) -> None:
    note = HOSTILE.encode("utf-8", "replace").decode()
    train(data, clock, note=note)
    (row,) = as_json(run)
    assert row["notes"] == note
    out = run("history").out
    assert "\x1b[31m" not in out
    assert "\x07" not in out
    assert "\u202e" not in out
    assert len(out.splitlines()) == 2


def command(folder: Path, *argv: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command itself."""
    return subprocess.run(
        [sys.executable, "-m", "runlift_tui", "--data-dir", str(folder), *argv],
        capture_output=True,
        env={**os.environ, **environ},
        check=False,
        timeout=30,
    )


def test_an_encoding_that_has_no_such_letter(data: Path, clock: ManualClock) -> None:
    train(data, clock, note="Zürich – ✓")
    done = command(data, "history", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Z?rich - ?" in done.stdout


def test_a_reader_that_has_seen_enough(data: Path, clock: ManualClock) -> None:
    train(data, clock)
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "runlift_tui", "history", "--json", "--data-dir", str(data)],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=30,
        )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["history"], ["history", "--json"]])
def test_no_interface_is_imported(argv: list[str], data: Path, clock: ManualClock) -> None:
    train(data, clock, fold=False)
    code = (
        "import sys, runlift_tui.cli as cli\n"
        "try:\n    cli.main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*[name for name in sys.modules if name.split('.')[0] == 'textual'],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", str(data), *argv],
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert done.stderr.strip() == b""


def test_a_damaged_year_is_said_and_the_rest_is_still_json(
    run: Run, data: Path, clock: ManualClock
) -> None:
    train(data, clock)
    (data / "history" / "2025.json").write_bytes(b"{")
    (data / "history" / "2024.json").write_text('{"meta": {"1": {"schema": 99}}}')
    told = run("history", "--json")
    assert len(json.loads(told.out)) == 1
    assert told.err
    assert told.status in (0, 1)
    assert (data / "history" / "2025.json").read_bytes() == b"{"


def test_as_text_the_newest_alone_unless_told_more(
    run: Run, data: Path, clock: ManualClock
) -> None:
    train(data, clock, note="the older one")
    train(data, clock, note=HOSTILE.replace("\ud800", ""))
    told = run("history", "--text").out
    assert "Dead bug: 10/9" in told
    assert "older" not in told
    assert "\x1b" not in told
    assert "[bold]not[/bold]" in told
    assert "\n\nRunner's lower body" in run("history", "--text", "--limit", "2").out


def test_as_text_without_a_session(run: Run) -> None:
    told = run("history", "--text")
    assert told.status == 0
    assert "No session" in told.out


def test_a_list_that_goes_on_says_so(run: Run, data: Path, clock: ManualClock) -> None:
    for number in range(22):
        train(data, clock, fold=number % 7 != 0)
    lines = run("history").out.splitlines()
    assert (len(lines), lines[-1]) == (22, "20 of 22; --limit N for more")
    assert len(as_json(run)) == 22
    assert "by default 20" in " ".join(run("history", "--help").out.split())


@pytest.mark.parametrize("columns", ["0", "40", "60", "80"])
def test_a_narrow_terminal_has_fewer_columns_and_whole_figures(
    run: Run,
    data: Path,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
) -> None:
    train(data, clock, note="a note that is far too long for any of these terminals, 1234567")
    monkeypatch.setenv("COLUMNS", columns)
    head, row = run("history").out.splitlines()
    assert row.startswith("2026-11-22 17:00  Runner's")
    assert ("1234567" in row) == (columns == "0")
    assert columns == "0" or len(row) <= int(columns)
    assert head.split()[:2] == ["date", "routine"]


def test_a_load_is_told_in_the_unit_of_the_hand_written_settings(
    run: Run, folder: DataFolder
) -> None:
    folder.create()
    History(folder.history).fold(outing(0, row(reps=8, load_kg=20.0)))
    Path(folder.path, "config.toml").write_text('[settings]\nunit = "lb"\nvolum = 3\n')
    told = run("history", "--text")
    assert told.status == 0
    assert "44" in told.out
    assert "config.toml:3: settings.volum" in told.err
