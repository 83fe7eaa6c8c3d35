"""Whatever lies in our folder where a plain file should: measured, told of, and left alone."""

import json
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.lines import encode_line
from runlift_tui.store.history.years import History
from runlift_tui.store.library.library import ATHLETE, PLANS, Library
from tests import impossible
from tests.commands.running import Run
from tests.sweep import sweep

SIZE = 5_000_000_000
MOST_READ = 60_000_000
"""Bytes: a file that is too large is not read at all, and the sound ones are small."""
COMMANDS: list[tuple[str, ...]] = [
    ("history",),
    ("runs",),
    ("card",),
    ("plan",),
    ("export",),
    ("run", "today 8k 42:10"),
    ("doctor", "--quiet"),
]


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(SIZE)


def _socket(path: Path) -> None:
    # The name of a socket may be no longer than a hundred bytes or so.
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def _foreign(path: Path) -> None:
    theirs = path.parents[3] / "theirs"
    theirs.write_text("mine", encoding="ascii")
    path.symlink_to(theirs)


KINDS: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a pipe": lambda path: os.mkfifo(path),
    "a socket": _socket,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to nowhere": lambda path: path.symlink_to(path.parent / "nowhere"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to another's file": _foreign,
    "five gigabytes": _sparse,
}
PLACES = {
    "journal/0190-a.jsonl": "0190-a.jsonl cannot be read",
    "history/2026.json": "2026.json",
    "library.json": "library.json",
    "derived/digest.jsonl": "",
    "derived/digest-2026.jsonl": "",
    "derived/runs-2026.jsonl": "",
    "derived/needed.jsonl": "",
    "config.toml": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "deep" / "data")
    folder.create()
    history, library = History(folder.history), Library(folder.library)
    history.fold(impossible.session_row("good"))
    history.fold(impossible.run_row("r"), table="runs")
    history.fold(impossible.session_row("old", started="2025-03-03T10:00:00.000Z"))
    library.put(ATHLETE, "me", {"level": "advanced", "asked": True})
    library.put(PLANS, "good", impossible.plan_row("good"))
    return folder


@pytest.fixture
def was_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes were read, piece by piece."""
    read, found = os.read, list[int]()

    def counted(fd: int, most: int) -> bytes:
        data = read(fd, most)
        found.append(len(data))
        return data

    monkeypatch.setattr(os, "read", counted)
    return found


EVERY = [f"{kind}: {place}" for place in PLACES for kind in KINDS]
# Every kind and every place, each with the one that stands beside it.
STAY = [f"{kind}: {place}" for place, kind in zip(PLACES, KINDS, strict=True)]


@pytest.mark.posix
@pytest.mark.parametrize("lies", sweep(EVERY, stay=STAY))
def test_it_is_told_of_and_left_alone(
    run: Run, folder: DataFolder, was_read: list[int], lies: str
) -> None:
    kind, place = lies.split(": ")
    path = Path(folder.path, place)
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    KINDS[kind](path)
    before = path.lstat()
    for words in COMMANDS:
        ran = run(*words, data=folder.path)
        assert ran.status in (0, 1)
        assert all(line.startswith("runlift: ") for line in ran.err.splitlines())
        if ran.status == 1 and words[0] != "doctor":
            assert place.rpartition("/")[2] in ran.err
        if words in (("history",), ("card",)) and place.startswith(("journal", words[0])):
            assert PLACES[place] in ran.err
    assert sum(was_read) < MOST_READ
    others = [each for each in path.parent.glob(f"{path.name}*") if each.name.count("damaged")]
    now = [each.lstat() for each in (path, *others) if os.path.lexists(each)]
    if not place.startswith("derived"):
        # It stands where it stood, or was set aside by name.
        assert (before.st_ino, stat.S_IFMT(before.st_mode)) in [
            (each.st_ino, stat.S_IFMT(each.st_mode)) for each in now
        ]
    theirs = Path(folder.path).parents[1] / "theirs"
    assert not theirs.exists() or theirs.read_text("ascii") == "mine"


def test_a_journal_that_is_too_large_is_not_read(run: Run, folder: DataFolder) -> None:
    path = Path(folder.journal, "0190-a.jsonl")
    _sparse(path)
    ran = run("history", data=folder.path)
    told = "runlift: 0190-a.jsonl cannot be read (it has 5000 MB, and 16 are the most); "
    assert (ran.status, ran.err) == (0, f"{told}it was left untouched.\n")
    assert path.stat().st_size == SIZE


def test_a_year_that_is_too_large_shows_the_generation_before_it(
    run: Run, folder: DataFolder
) -> None:
    path = Path(folder.history, "2026.json")
    path.unlink()
    _sparse(path)
    ran = run("history", data=folder.path)
    assert "2026.json cannot be read (it has 5000 MB, and 100 are the most). The gener" in ran.err
    assert run("run", "today 8k 42:10", data=folder.path).status == 0
    assert Path(f"{path}.damaged-1").stat().st_size == SIZE


@pytest.mark.parametrize("id_", ["../../elsewhere", "/etc/passwd", "a\0b", "\ud800", "x" * 5000])
def test_an_id_that_is_a_path_leads_nowhere(
    run: Run, folder: DataFolder, tmp_path: Path, id_: str
) -> None:
    outside = tmp_path / "elsewhere.jsonl"
    outside.write_text("mine", encoding="ascii")
    rows = (("sessions", impossible.session_row(id_)), ("runs", impossible.run_row(id_)))
    for number, (table, row) in enumerate(rows):
        change = {"before": None, "after": row, "table": table, "left": ""}
        lines: list[dict[str, Any]] = [{"journal": 1, "kind": "edit", "id": "e"}, change]
        path = Path(folder.journal, f"e{number}.jsonl")
        path.write_bytes(b"".join(encode_line(each) for each in lines))
    assert run("run", "today 8k 42:10", data=folder.path).status == 0
    assert id_ in [
        each["id"] for each in json.loads(run("history", "--json", data=folder.path).out)
    ]
    assert id_ in [each["id"] for each in json.loads(run("runs", "--json", data=folder.path).out)]
    assert outside.read_text("ascii") == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["deep", "elsewhere.jsonl"]
