"""What the command line says to what it cannot do: one line, and the right exit status."""

import os
from pathlib import Path

import pytest

from runlift_tui import __version__
from runlift_tui.cli import COMMANDS
from runlift_tui.clock import ManualClock
from runlift_tui.commands import history
from runlift_tui.commands.asked import Asked
from runlift_tui.commands.printing import FAILED, MISUSED, OK
from runlift_tui.store.disk import crash
from runlift_tui.store.session.sessions import Sessions
from runlift_tui.store.store import Store
from tests.commands.running import ran


def said(argv: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit status and the one line on standard error."""
    told = ran(argv, capsys)
    assert told.out == ""
    (line,) = told.err.splitlines()
    return told.status, line


@pytest.mark.parametrize(
    ("argv", "names", "right"),
    [
        (["start", "--level", "expert"], "--level", "beginner"),
        (["start", "--level", "advnced"], "--level", "advanced"),
        (["start", "--level"], "--level", "intermediate"),
        (["start", "--levle", "beginner"], "--levle", "--level"),
        (["start", "--warm-up-rounds", "4"], "--warm-up-rounds", "1 to 3"),
        (["start", "--main-rounds", "0"], "--main-rounds", "1 to 6"),
        (["start", "--main-rounds", "-1"], "--main-rounds", "1 to 6"),
        (["start", "--main-rounds", "two"], "--main-rounds", "1 to 6"),
        (["start", "--main-rounds", "2.5"], "--main-rounds", "1 to 6"),
        (["start", "--minutes", "9"], "--minutes", "10 to 180"),
        (["start", "--minutes", "1e9"], "--minutes", "10 to 180"),
        (["start", "runner-lower-bodi"], "ROUTINE", "runner-lower-body"),
        (["history", "--limit", "0"], "--limit", "1 to"),
        (["history", "--limit", "many"], "--limit", "1 to"),
        (["history", "--jsno"], "--jsno", "--json"),
        (["histori"], "COMMAND", "history"),
        (["history", "--json", "--text"], "--text", "--json"),
        (["history", "--years", "2"], "--years", "--help"),
        (["resume", "now"], "now", "--help"),
        (["--data-dir"], "--data-dir", "folder"),
    ],
)
def test_a_usage_error_is_one_line_that_names_it_and_the_right_thing(
    argv: list[str], names: str, right: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, line = said(argv, capsys)
    assert status == MISUSED
    assert names in line
    assert right in line


def test_a_usage_error_repeats_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    status, line = said(["history", "--\x1b[31m\nred"], capsys)
    assert status == MISUSED
    assert "\x1b" not in line


@pytest.mark.parametrize("argv", [[], ["start"], ["resume"]])
def test_without_a_terminal(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status, line = said(argv, capsys)
    assert status == MISUSED
    assert "terminal" in line


def test_a_dumb_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    status, line = said([], capsys)
    assert status == MISUSED
    assert "TERM=dumb" in line


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make standard input and output look like a terminal, which they are not."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("runlift_tui.commands.printing.no_screen", str)


@pytest.mark.usefixtures("terminal")
def test_resume_with_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, line = said(["resume", "--data-dir", str(tmp_path)], capsys)
    assert status == FAILED
    assert "no unfinished session" in line


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("command", ["start", "resume"])
def test_beside_another_one(
    command: str, tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Store(tmp_path, clock)
    other.open()
    status, line = said([command, "--data-dir", str(tmp_path)], capsys)
    other.close()
    assert status == FAILED
    assert f"process {os.getpid()}" in line


@pytest.mark.usefixtures("terminal")
def test_a_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "file"
    path.write_text("mine")
    status, line = said(["start", "--data-dir", str(path)], capsys)
    assert status == FAILED
    assert "file" in line
    assert path.read_text() == "mine"


@pytest.mark.usefixtures("terminal")
def test_a_fault_before_the_screen_is_reported_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Sessions) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Sessions, "unfinished", broken)
    status, line = said(["start", "--data-dir", str(tmp_path)], capsys)
    assert status == FAILED
    (report,) = (tmp_path / "crashes").iterdir()
    assert str(report) in line
    assert "ZeroDivisionError" in report.read_text()


def test_a_fault_of_a_command_is_reported_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Asked) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(history, "run", broken)
    status, line = said(["history", "--data-dir", str(tmp_path)], capsys)
    (report,) = (tmp_path / "crashes").iterdir()
    assert (status, "ZeroDivisionError" in report.read_text()) == (FAILED, True)
    assert str(report) in line


def test_no_memory_for_a_command_is_said_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> int:
        raise MemoryError

    monkeypatch.setattr(history, "run", none)
    status, line = said(["history", "--data-dir", str(tmp_path)], capsys)
    assert (status, "not enough memory" in line) == (FAILED, True)
    monkeypatch.setattr(history, "run", lambda _: 1 // 0)
    monkeypatch.setattr(crash, "keep_report", none)
    assert said(["history", "--data-dir", str(tmp_path)], capsys)[1] == line


STRANGE = ("", " ", "\n", "-", "--", "\udcff", "\x1b[2J", "x" * 100_000, "=1", "@/etc/passwd")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_word_ends_a_command_with_more_than_a_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for word in STRANGE:
        if command in ("start", "resume", "import") and word in ("", "-", "--"):
            continue  # they would read on, or open the screen
        told = ran([command, word, "--data-dir", str(tmp_path / "data")], capsys)
        assert told.status in (OK, FAILED, MISUSED)
        assert all(each.isprintable() for each in told.err.replace("\n", ""))
        assert "fault of its own" not in told.err
    assert [*tmp_path.iterdir()] in ([], [tmp_path / "data"])


@pytest.mark.parametrize("command", [[], ["start"], ["history"]])
def test_help_prints_the_data_folder_that_was_given(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for argv in (["--help", f"--data-dir={tmp_path}"], ["--data-dir", str(tmp_path), "--help"]):
        told = ran([*command, *argv], capsys)
        assert told.status == 0
        assert str(tmp_path) in told.out


def test_help_prints_the_systems_own_data_folder(
    own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert str(own_home) in ran(["--help"], capsys).out
    assert not any(own_home.iterdir()), "help makes no folder"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(["--version"], capsys) == (0, f"runlift {__version__}\n", "")
