"""`runlift demo`: made-up training, and never over somebody's own."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.commands.demo import throwaway, write
from runlift_tui.core.history.archive import Archive
from runlift_tui.store.disk.folder import SET_UP, DataFolder
from runlift_tui.store.disk.lock import FolderLock
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import ATHLETE, Library
from runlift_tui.store.library.settings import KEY
from runlift_tui.store.made_up.sessions import made_up
from runlift_tui.store.store import Store
from tests.commands.running import ran
from tests.core.builders import library

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


def test_a_folder_that_was_opened_and_never_trained_in_is_as_good_as_empty(
    tmp_path: Path, clock: ManualClock, capfd: pytest.CaptureFixture[str]
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    store.close()
    assert {path.name for path in tmp_path.iterdir()} <= SET_UP
    assert any(tmp_path.iterdir())
    told = ran(["demo", "--years", "1", "--into", str(tmp_path)], capfd)
    assert (told.status, "made-up sessions" in told.err) == (0, True)


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
