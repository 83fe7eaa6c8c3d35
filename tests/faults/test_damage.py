"""A damaged file is put right while the disk itself misbehaves: nothing is lost on the way."""

import os
from pathlib import Path

import pytest

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.tables import generations
from runlift_tui.store.tables.generations import look, settle
from runlift_tui.store.tables.text import encode
from tests.faults.failing_os import FailingOS, Fault, Killed

RUBBISH = b'{"sessions": {"1": {"id": "a"'


def damaged(folder: Path) -> str:
    """Return a year file that is torn, with its good generation beside it."""
    folder.mkdir()
    path = str(folder / "2026.json")
    files.replace_whole(path, encode({"sessions": {"1": {"id": "a"}}}), keep_previous=True)
    files.replace_whole(path, encode({"sessions": {}}), keep_previous=True)
    Path(path).write_bytes(RUBBISH)
    return path


def attempt(path: str, disk: FailingOS, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a file right on a disk, as far as that lets it."""
    with monkeypatch.context() as patched:
        patched.setattr(files, "os", disk)
        patched.setattr(generations, "os", disk)
        try:
            settle(path)
        except (StoreError, Killed):
            return
        finally:
            disk.forget()


@pytest.mark.parametrize("fault", Fault)
def test_neither_the_rubbish_nor_the_good_one_is_lost(
    fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = FailingOS()
    attempt(damaged(tmp_path / "calm"), calm, monkeypatch)
    for at in range(1, len(calm.calls) + 1):
        path = damaged(tmp_path / str(at))
        attempt(path, FailingOS(fault, at), monkeypatch)
        assert os.path.exists(path)
        settle(path)
        kept = [file.read_bytes() for file in Path(path).parent.glob("*.damaged-*")]
        assert RUBBISH in kept
        assert look(path).tables["sessions"] == {"1": {"id": "a"}}
        assert look(path).damaged is None
