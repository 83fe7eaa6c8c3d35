"""Training that cannot be looked at is never taken for none, and no target is broken."""

import json
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.runs.logbook import written
from runlift_tui.core.runs.run import Run as Outing
from runlift_tui.core.runs.run import Trial
from runlift_tui.store.archive import add_archive, archive_of
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import History
from runlift_tui.store.store import Store
from tests.commands.running import Run
from tests.core.past import outing, row


@pytest.fixture
def folder(folder: DataFolder) -> DataFolder:
    """A data folder with a session in each of two years."""
    folder.create()
    history = History(folder.history)
    history.fold(outing(-10, row(left=8, right=8)))
    history.fold(outing(0, row(left=8, right=8)))
    return folder


def loop(path: str) -> None:
    """Make a folder one that is there and cannot be listed, even by root."""
    os.rename(path, f"{path}-away")
    os.symlink(os.path.basename(path), path)


COMMANDS: list[tuple[str, ...]] = [
    (),
    ("history",),
    ("history", "--json"),
    ("export",),
    ("export", "--format", "runs-csv"),
    ("runs",),
    ("progress",),
    ("exercise", "step-up"),
    ("card",),
    ("plan",),
    ("run", "today 8k 42:10 easy"),
]


@pytest.mark.posix
@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("which", ["history", "journal"])
def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(
    run: Run, folder: DataFolder, words: tuple[str, ...], which: str
) -> None:
    path = getattr(folder, which)
    loop(path)
    ran = run(*words)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"runlift: The folder {path} cannot be read (")
    assert ran.err.count("\n") == 1


@pytest.mark.posix
def test_a_good_export_is_not_replaced_by_an_empty_one(
    run: Run, folder: DataFolder, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    assert run("export", "-o", str(file)) == (0, "", "")
    before = file.read_bytes()
    loop(folder.history)
    assert run("export", "-o", str(file)).status == 1
    assert file.read_bytes() == before
    assert "cannot be read" in run("doctor", "--quiet").out


@pytest.mark.parametrize("words", COMMANDS)
def test_a_file_in_the_place_of_the_data_folder_is_in_the_way(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="ascii")
    for data in (file, file / "deeper"):
        ran = run(*words, data=str(data))
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith(f"runlift: {file} is in the way: it is no folder.")
    assert file.read_text(encoding="ascii") == "mine"


@pytest.mark.posix
def test_a_store_whose_folders_go_away_goes_on_and_says_so(folder: DataFolder) -> None:
    store = Store(folder.path, ManualClock())
    loop(folder.journal)
    assert (store.runs.entries(), store.sessions.unfinished()) == ([], None)
    assert [report for report in store.past.reports if folder.journal in report]


@pytest.mark.posix
def test_an_export_goes_into_a_pipe_and_leaves_it_one(run: Run, tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="ascii")))
    reader.start()
    ran = run("export", "-o", str(pipe))
    if not stat.S_ISFIFO(pipe.lstat().st_mode):
        # The reader of the pipe that was replaced would wait for ever.
        reader.daemon = True
    assert stat.S_ISFIFO(pipe.lstat().st_mode)
    reader.join(10)
    assert ran == (0, "", "")
    assert len(json.loads(read[0])["history"]) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="its own /dev")
def test_an_export_to_the_standard_output_by_its_name(run: Run) -> None:
    assert len(json.loads(run("export", "-o", "/dev/stdout").out)["history"]) == 2


@pytest.mark.posix
def test_an_export_keeps_the_mode_of_the_file_that_it_replaces(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.touch()
    file.chmod(0o664)
    assert run("export", "-o", str(file)).status == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o664
    fresh = tmp_path / "fresh.json"
    run("export", "-o", str(fresh))
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o600


def test_an_export_into_no_folder_or_onto_one(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "never" / "all.json"
    told = f"runlift: all.json was not written: there is no folder {missing.parent}.\n"
    assert run("export", "-o", str(missing)) == (1, "", told)
    ran = run("export", "-o", str(tmp_path))
    assert (ran.status, ran.err) == (1, f"runlift: {tmp_path} is a folder: name a file in it.\n")


def test_an_export_without_a_damaged_year_is_a_failed_one_and_keeps_the_last(
    run: Run, folder: DataFolder, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    run("export", "-o", str(file))
    before = file.read_bytes()
    Path(folder.history, "2025.json").write_bytes(b"x")
    ran = run("export", "-o", str(file))
    assert ran.status == 1
    assert "2025.json cannot be read" in ran.err
    assert list(json.loads(file.read_bytes())["history"]) == ["2025", "2026"]
    assert Path(f"{file}.bak").read_bytes() == before


def test_a_damaged_year_that_an_import_sets_aside_is_told_of_from_then_on(
    run: Run, folder: DataFolder, tmp_path: Path
) -> None:
    file = str(tmp_path / "all.json")
    run("export", "-o", file)
    Path(folder.history, "2025.json").write_bytes(b"x")
    ran = run("import", file)
    assert ran.status == 0
    assert ran.out.startswith("1 session and 0 other documents added")
    assert "2025.json could not be read and is kept as 2025.json.damaged-1" in ran.err
    for words in (("history",), ("doctor", "--quiet")):
        told = run(*words)
        assert f"{Path(folder.history, '2025.json.damaged-1')} was set aside" in told.out + told.err


def change(folder: DataFolder, *changes: Amendment, fold: bool) -> None:
    store = Store(folder.path, ManualClock())
    store.open()
    amending = store.amending()
    for each in changes:
        amending.keep(each, print)
    if fold:
        amending.fold(print)
    store.close()


def day(text: str, kind: type[Outing] | type[Trial] = Outing) -> Outing | Trial:
    from datetime import date

    return kind(id="r1", day=date.fromisoformat(text), metres=5000.0, seconds=1200)


@pytest.mark.parametrize("fold", [False, True])
def test_a_run_whose_journal_is_not_folded_is_in_an_export(
    run: Run, folder: DataFolder, fold: bool
) -> None:
    first, second = written(day("2026-01-01")), written(day("2025-12-31", Trial))
    change(folder, Amendment(None, first.document, first.table), fold=fold)
    years = json.loads(run("export").out)["history"]
    assert years["2026"]["runs"] == [first.document]
    moved = Amendment(first.document, second.document, second.table, first.table)
    change(folder, moved, fold=fold)
    years = json.loads(run("export").out)["history"]
    assert years["2025"]["trials"] == [second.document]
    assert years["2026"].get("runs", []) == []
    change(folder, Amendment(second.document, None, second.table), fold=fold)
    years = json.loads(run("export").out)["history"]
    assert years["2025"].get("trials", []) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (day("2026-01-01"), day("2025-12-31")),
        (day("2025-12-31", Trial), day("2025-12-31")),
    ],
)
def test_an_older_export_undoes_no_correction(
    folder: DataFolder, before: Outing | Trial, after: Outing | Trial
) -> None:
    old, new = written(before), written(after)
    change(folder, Amendment(None, old.document, old.table), fold=True)
    archive = archive_of(Past(folder.path))
    left = old.table if old.table != new.table else ""
    change(folder, Amendment(old.document, new.document, new.table, left), fold=True)
    added = add_archive(Past(folder.path), archive)
    assert (added.others, added.kept) == (0, 1)
    assert [each.document for each in Store(folder.path, ManualClock()).runs.entries()] == [
        new.document
    ]


def test_a_session_under_another_year_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    value = json.loads(run("export").out)
    value["history"]["2019"] = value["history"].pop("2026")
    file.write_text(json.dumps(value), encoding="ascii")
    ran = run("import", str(file))
    assert ran.status == 1
    assert 'history.2019.sessions[0].started: "2026-01-05T09:00:00.000Z" is not in 2019' in ran.err


def test_what_is_said_of_a_folder_that_cannot_be_written_to(
    run: Run, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def barred(path: str, flags: int, *more: int) -> int:
        if str(path).endswith("lock"):
            raise OSError(30, "Read-only file system", path)
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", barred)
    ran = run("run", "today 8k 42:10 easy")
    told = f"{folder.path} cannot be written to (Read-only file system): nothing can be kept in it."
    assert (ran.status, ran.err) == (1, f"runlift: {told}\n")
