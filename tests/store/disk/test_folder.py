import os
import stat
from pathlib import Path

import pytest

from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.disk.folder import DataFolder


def test_nothing_is_made_before_it_is_asked_for(tmp_path: Path) -> None:
    DataFolder(tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.mark.posix
def test_folders_are_the_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = DataFolder(tmp_path / "a" / "data")
        folder.create()
        folder.lock.acquire()
        folder.lock.release()
    finally:
        os.umask(before)
    made = [path for path, *_ in os.walk(tmp_path / "a")]
    assert len(made) == 5
    assert {stat.S_IMODE(os.stat(path).st_mode) for path in made} == {0o700}
    assert stat.S_IMODE(os.stat(folder.lock.path).st_mode) == 0o600


@pytest.mark.posix
def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    DataFolder(tmp_path).create()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.posix
def test_a_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "history").symlink_to(tmp_path / "outside")
    with pytest.raises(Unwritable, match="leads out of"):
        DataFolder(tmp_path / "data").create()


def test_sweep_takes_only_what_a_kill_left(folder: DataFolder) -> None:
    for name in (".2026.json.17.new", "2026.json", "2026.json.damaged-1"):
        Path(folder.history, name).write_bytes(b"x")
    folder.sweep()
    assert sorted(os.listdir(folder.history)) == ["2026.json", "2026.json.damaged-1"]
