"""What becomes of a command whose output cannot go where it should: never a traceback."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from types import SimpleNamespace
from typing import TextIO

import pytest

from runlift_tui.cli import main
from runlift_tui.clock import ManualClock
from runlift_tui.commands import printing
from runlift_tui.commands.printing import FAILED, OK
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.runs.logbook import RUNS
from runlift_tui.core.session.commands import Finish, LogSet
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from tests.core.plans import plan
from tests.screens.gym import begin
from tests.store.examples import plain

COMMANDS = [
    line.split()
    for line in (
        *("history", "history --json", "history --text", "runs", "runs --json", "plan", "progress"),
        *("plan export --ics", "exercise rfe-split-squat", "card", "keys", "keys --all"),
        *("keys --ids", "exercises", "routines", "exercises export", "routines export pairs"),
        *("export", "export --format csv", "export --format runs-csv", "export -o -"),
        *("doctor --quiet", "--help", "run --help", "--version"),
    )
]
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no full disk to lend")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a session, a run with a Japanese note, and a plan."""
    folder, clock = tmp_path_factory.mktemp("made"), ManualClock()
    store = Store(folder, clock)
    store.open()
    training = store.sessions.begin(begin(store, Choices(level=Level.ADVANCED)))
    training.tell(LogSet({Field.LEFT: 10, Field.RIGHT: 9}))
    training.tell(Finish())
    training.keep()
    training.leave()
    clock.advance(3_600_000)
    one = plan()
    store.library.put(PLANS, one.id, document_of(one))
    store.close()
    assert main(["run", "--data-dir", str(folder), "2026-09-01 8k 42:10 note 日本"]) == OK
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Return a copy of it."""
    return copytree(made, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def into(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[TextIO], None]]:
    """Let standard output go elsewhere until the test is over."""
    opened: list[TextIO] = []

    def turned(stream: TextIO) -> None:
        opened.append(stream)
        monkeypatch.setattr(sys, "stdout", stream)

    yield turned
    for each in opened:
        each.close()


def status_of(folder: Path, command: list[str]) -> int:
    try:
        return main([*command, *([] if "--version" in command else ["--data-dir", str(folder)])])
    except SystemExit as end:
        return int(str(end.code))


@needs_full
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("buffered", [True, False])
def test_a_full_disk_is_said_in_a_line(
    command: list[str],
    buffered: bool,
    folder: Path,
    into: Callable[[TextIO], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    raw = open(FULL, "wb", buffering=-1 if buffered else 0)  # noqa: SIM115
    into(io.TextIOWrapper(raw, encoding="utf-8", write_through=not buffered))
    assert status_of(folder, command) == FAILED
    said = capsys.readouterr().err.splitlines()
    assert "the output is not complete: No space left on device." in said[-1]
    assert "Traceback" not in said[0]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_that_has_seen_enough_ends_it_in_silence(
    command: list[str],
    folder: Path,
    into: Callable[[TextIO], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    read, write = os.pipe()
    os.close(read)
    into(os.fdopen(write, "w", encoding="utf-8"))
    assert status_of(folder, command) == OK
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_what_an_encoding_has_not_stops_nothing(
    command: list[str],
    encoding: str,
    folder: Path,
    tmp_path: Path,
    into: Callable[[TextIO], None],
) -> None:
    out = tmp_path / "out"
    into(open(out, "w", encoding=encoding, newline=""))  # noqa: SIM115
    # What a machine lacks for a session fails the doctor, whatever it is printed in.
    assert status_of(folder, command) == OK or command[0] == "doctor"
    sys.stdout.flush()
    data = out.read_bytes()
    assert data
    exact = "export" in command or "--json" in command
    data.decode("utf-8" if exact else encoding)
    if command == ["runs"]:
        assert b"  ??" in data
    if command == ["keys"]:
        assert b"tab left right" in data


@pytest.mark.parametrize("command", [["runs", "--json"], ["export"], ["history", "--json"]])
def test_what_a_program_reads_is_the_same_in_every_encoding(
    command: list[str], folder: Path, tmp_path: Path, into: Callable[[TextIO], None]
) -> None:
    found = []
    for encoding in ("utf-8", "latin-1", "utf-16"):
        into(open(tmp_path / encoding, "w", encoding=encoding))  # noqa: SIM115
        assert status_of(folder, command) == OK
        sys.stdout.flush()
        found.append((tmp_path / encoding).read_bytes())
    assert found[0] == found[1] == found[2] != b""


@needs_full
def test_a_run_that_was_kept_says_so_where_it_still_can(
    folder: Path, into: Callable[[TextIO], None], capsys: pytest.CaptureFixture[str]
) -> None:
    into(open(FULL, "w", encoding="utf-8"))  # noqa: SIM115
    assert status_of(folder, ["run", "2026-10-01 9k"]) == OK
    said = capsys.readouterr().err
    assert "9.00 km, easy: kept." in said
    assert "No space left on device" in said
    rows = plain(str(folder / "history" / "2026.json"), RUNS)
    assert 9000 in [row["metres"] for row in rows]


@needs_full
def test_an_import_that_was_done_says_so_where_it_still_can(
    folder: Path,
    tmp_path: Path,
    into: Callable[[TextIO], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[[exercises]]\nname = "Mine"\n')
    into(open(FULL, "w", encoding="utf-8"))  # noqa: SIM115
    assert status_of(folder, ["exercises", "import", str(file)]) == OK
    assert "1 added, 0 changed" in capsys.readouterr().err


@pytest.mark.posix
@pytest.mark.parametrize(
    ("closed", "command", "status", "said"),
    [
        (">&-", "history", FAILED, "standard output is closed"),
        (">&-", "export", FAILED, "standard output is closed"),
        (">&-", "run 2026-10-01 9k", OK, "9.00 km, easy: kept."),
        ("<&-", "", 2, "needs a terminal"),
        ("<&-", "import -", FAILED, "stdin"),
        ("2>&-", "exercise zzz", 2, ""),
        (">&- 2>&- <&-", "run 2026-10-01 9k", OK, ""),
    ],
)
def test_a_stream_that_is_closed(
    closed: str, command: str, status: int, said: str, folder: Path
) -> None:
    script = f'"$0" -m runlift_tui --data-dir "$1" {command} {closed}'
    done = subprocess.run(
        ["sh", "-c", script, sys.executable, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    if command.startswith("run"):
        rows = plain(str(folder / "history" / "2026.json"), RUNS)
        assert [row["metres"] for row in rows][1:] == [9000]


def test_on_windows_a_pipe_that_is_closed_is_an_invalid_argument(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed = OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    assert printing.NotPrinted(BrokenPipeError(errno.EPIPE, "")).enough
    assert printing.NotPrinted(closed).enough == (os.name == "nt")
    monkeypatch.setattr(printing, "_SEEN_ENOUGH", {errno.EPIPE, errno.EINVAL})
    assert printing.NotPrinted(closed).enough


def test_git_bash_is_told_what_helps_there(monkeypatch: pytest.MonkeyPatch) -> None:
    there = SimpleNamespace(name="nt", environ={"MSYSTEM": "MINGW64"})
    monkeypatch.setattr(printing, "os", there)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert printing.no_screen().endswith("use Windows Terminal, or: winpty runlift")
    there.environ = {}
    assert "winpty" not in printing.no_screen()
