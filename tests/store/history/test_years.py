import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from runlift_tui.store.disk.errors import Newer
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history import years as module
from runlift_tui.store.history.years import History, year_of
from runlift_tui.store.tables.generations import Read, look, settle
from tests.store.examples import plain, session, write_plain


@pytest.fixture
def history(folder: DataFolder) -> History:
    """A history with two sessions in 2025 and two in 2026, not stored in their order."""
    made = History(folder.history)
    for id_, day in (
        ("c", "2026-01-05"),
        ("a", "2025-03-01"),
        ("d", "2026-11-22"),
        ("b", "2025-12-31"),
    ):
        made.fold(session(id_, day))
    return made


def ids(history: History, *, newest_first: bool = True, limit: int | None = None) -> list[str]:
    return [found["id"] for found in islice(history.documents(newest_first=newest_first), limit)]


def test_each_year_has_its_file(history: History) -> None:
    assert sorted(os.listdir(history.folder)) == [
        "2025.json",
        "2025.json.bak",
        "2026.json",
        "2026.json.bak",
    ]
    assert history.years() == [2026, 2025]


def test_documents_go_by_when_they_started(history: History) -> None:
    assert ids(history) == ["d", "c", "b", "a"]
    assert ids(history, newest_first=False) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(("limit", "years"), [(0, 0), (1, 1), (2, 1), (3, 2), (9, 2)])
def test_years_are_read_only_as_far_as_needed(
    history: History, limit: int, years: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []

    def counted(path: str) -> Read:
        reads.append(path)
        return look(path)

    monkeypatch.setattr(module, "look", counted)
    assert ids(history, limit=limit) == ["d", "c", "b", "a"][:limit]
    assert len(reads) == years


def test_folding_again_changes_nothing(history: History) -> None:
    def mark() -> tuple[int, int, int]:
        found = os.stat(history.path(2026))
        return found.st_size, found.st_mtime_ns, found.st_ino

    before = mark()
    assert not history.fold(session("d", "2026-11-22"))
    assert mark() == before
    assert ids(history) == ["d", "c", "b", "a"]


def test_a_correction_takes_the_place_of_the_old_one(history: History) -> None:
    assert history.fold(session("d", "2026-11-22", notes="heavy"))
    assert next(history.documents())["notes"] == "heavy"
    assert ids(history) == ["d", "c", "b", "a"]


def test_withdraw(history: History) -> None:
    assert history.withdraw("d", 2026)
    assert not history.withdraw("d", 2026)
    assert not history.withdraw("d", 1999)
    assert ids(history) == ["c", "b", "a"]
    assert 1999 not in history.years()


def test_other_tables_lie_beside_the_sessions(history: History) -> None:
    history.fold({"id": "r", "day": "2026-02-02", "metres": 10_000.0}, table="runs")
    trial = {"id": "t", "day": "2026-02-03", "metres": 5000.0, "seconds": 1260.0}
    history.fold(trial, table="trials")
    assert [run["id"] for run in history.documents(table="runs")] == ["r"]
    assert [trial["id"] for trial in history.documents(table="trials")] == ["t"]
    assert ids(history) == ["d", "c", "b", "a"]


def test_what_is_handed_out_is_nobody_elses(history: History) -> None:
    next(history.documents())["sets"].append("mine")
    assert next(history.documents()) == session("d", "2026-11-22")


def test_a_plain_tinydb_file_of_sessions_is_taken_as_it_is(history: History) -> None:
    write_plain(history.path(2024), [session("x", "2024-05-05"), {"id": "no time"}])
    assert ids(history) == ["d", "c", "b", "a", "x"]
    assert (
        "sessions.2.started: it is missing"
        in history.findings.strange[history.path(2024), "sessions"]
    )
    history.fold(session("y", "2024-06-06"))
    assert [found["id"] for found in plain(history.path(2024))] == ["x", "no time", "y"]
    assert [found["id"] for found in plain(history.path(2024) + ".schema-0")] == ["x", "no time"]


def test_a_damaged_year_shows_the_generation_before_it(history: History) -> None:
    Path(history.path(2026)).write_bytes(b"")
    assert ids(history) == ["c", "b", "a"]
    assert "it is empty" in history.findings.damage[history.path(2026)].what
    assert Path(history.path(2026)).read_bytes() == b""
    damaged = settle(history.path(2026)).damaged
    assert damaged is not None
    assert "kept as 2026.json.damaged-1" in damaged.what
    assert ids(History(history.folder)) == ["c", "b", "a"]


def test_folding_into_a_damaged_year_sets_it_aside_first(history: History) -> None:
    Path(history.path(2026)).write_bytes(b"\0" * 99)
    history.fold(session("e", "2026-12-01"))
    assert ids(history) == ["e", "c", "b", "a"]
    assert Path(history.path(2026) + ".damaged-1").read_bytes() == b"\0" * 99
    assert history.findings.damage[history.path(2026)].recovered


def test_a_newer_year_is_refused(history: History) -> None:
    Path(history.path(2026)).write_bytes(b'{"meta": {"1": {"schema": 3}}}')
    with pytest.raises(Newer, match="schema 3"):
        history.fold(session("e", "2026-12-01"))
    with pytest.raises(Newer):
        ids(history)


def test_other_files_in_the_folder_are_no_years(history: History) -> None:
    for name in ("2023.json.damaged-1", "notes.json", "20266.json", ".2022.json.1.new"):
        Path(history.folder, name).write_bytes(b"x")
    assert history.years() == [2026, 2025]


def test_no_folder_is_an_empty_history(tmp_path: Path) -> None:
    assert ids(History(str(tmp_path / "none"))) == []


@pytest.mark.parametrize("started", [None, "", "yesterday", "26-01-01", 2026])
def test_a_document_has_to_say_when_it_started(history: History, started: object) -> None:
    with pytest.raises(ValueError, match="not a time in UTC"):
        history.fold({"id": "x", "started": started})


def test_the_year_is_that_of_utc() -> None:
    assert year_of({"started": "2025-12-31T23:59:59.999Z"}) == 2025


def test_reading_needs_no_tinydb(history: History) -> None:
    code = (
        "import sys\n"
        "from runlift_tui.store.history.years import History\n"
        "from runlift_tui.store.library.library import Library\n"
        "from runlift_tui.store.history.digest import Digest\n"
        "history = History(sys.argv[1])\n"
        "assert len(list(history.documents())) == 4\n"
        "assert Digest(sys.argv[1], history).load().sessions == 4\n"
        "assert Library(sys.argv[1] + '/library.json').get('settings', 'x') is None\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, history.folder], capture_output=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "json" in loaded, done.stderr
    assert not loaded & {"tinydb", "textual", "rich", "asyncio", "threading", "logging", "tempfile"}
