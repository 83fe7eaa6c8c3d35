"""A data folder, and a command on it."""

import io
import sys
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.store.disk import lock
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from tests.commands.running import Ran, Run, ran
from tests.core.past import outing, row


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder that nothing has made yet."""
    return DataFolder(tmp_path / "data")


@pytest.fixture
def data(folder: DataFolder) -> Path:
    """The path of the data folder."""
    return Path(folder.path)


@pytest.fixture
def two_sessions(folder: DataFolder) -> None:
    """Put two sessions into the data folder, the newer one first."""
    folder.create()
    history = History(folder.history)
    for day in (3, 0):
        sets = (row(left=8, right=7, load_kg=24.0, implements=2, rir=2), row(skipped="time"))
        history.fold(outing(day, *sets, notes="=2+2"))


@pytest.fixture(autouse=True)
def a_short_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a folder that another program has only as long as shows that it is waited for."""
    monkeypatch.setattr(lock, "A_MOMENT_S", 0.1)


@pytest.fixture
def run(data: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the data folder or on another one, with a text on standard input."""
    folder = data

    def run_(*words: str, data: Path | str = folder, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        return ran([*words, "--data-dir", str(data)], capfd)

    return run_


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch, clock: ManualClock) -> None:
    """Let the clock of the commands stand still on Sunday, 22 November 2026, in the evening."""
    monkeypatch.setattr("runlift_tui.clock.SystemClock", lambda: clock)
