"""Damaged files are kept under names of their own, each once."""

import os
from pathlib import Path

import pytest

from runlift_tui.store.disk import files
from runlift_tui.store.disk.aside import set_aside


@pytest.fixture
def target(tmp_path: Path) -> str:
    return str(tmp_path / "year.json")


def test_set_aside_never_overwrites(target: str) -> None:
    names = []
    for data in (b"one", b"two"):
        Path(target).write_bytes(data)
        names.append(set_aside(target))
    assert [os.path.basename(name) for name in names] == [
        "year.json.damaged-1",
        "year.json.damaged-2",
    ]
    assert [files.read_whole(name) for name in names] == [b"one", b"two"]
    assert files.read_whole(target) is None


def test_what_is_kept_already_is_kept_once(target: str) -> None:
    Path(target).write_bytes(b"broken")
    first = set_aside(target)
    Path(target).write_bytes(b"broken")
    assert set_aside(target, leave=True) == first
    Path(target).write_bytes(b"Broken")
    assert set_aside(target) != first
    assert not os.path.exists(target)


def test_set_aside_twice_keeps_one_copy(target: str) -> None:
    Path(target).write_bytes(b"one")
    first = set_aside(target, leave=True)
    assert set_aside(target, leave=True) == first
    assert files.read_whole(target) == b"one"
