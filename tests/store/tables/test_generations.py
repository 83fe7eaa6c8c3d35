import os
from pathlib import Path

import pytest

from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Newer, Unwritable
from runlift_tui.store.tables.generations import look, settle
from runlift_tui.store.tables.text import encode
from tests.faults.failing_os import FailingOS, Fault

OLD = encode({"sessions": {"1": {"id": "a"}}})
NEW = encode({"sessions": {"1": {"id": "a"}, "2": {"id": "b"}}})
DAMAGE = [b"", b"\0" * len(NEW), NEW[:-20], b"[1]"]


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A year file in its second generation."""
    made = str(tmp_path / "2026.json")
    files.replace_whole(made, OLD, keep_previous=True)
    files.replace_whole(made, NEW, keep_previous=True)
    return made


def ids(tables: dict[str, dict[str, dict[str, object]]]) -> list[object]:
    return [document["id"] for document in tables.get("sessions", {}).values()]


def test_a_good_file_is_left_alone(path: str) -> None:
    before = os.stat(path).st_ino
    found = settle(path)
    assert (ids(found.tables), found.damaged) == (["a", "b"], None)
    assert os.stat(path).st_ino == before


def test_no_file_is_an_empty_one(tmp_path: Path) -> None:
    assert settle(str(tmp_path / "2026.json")) == ({}, None, 1)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("data", DAMAGE)
def test_looking_shows_the_generation_before_and_changes_nothing(path: str, data: bytes) -> None:
    Path(path).write_bytes(data)
    found = look(path)
    assert ids(found.tables) == ["a"]
    assert found.damaged is not None
    assert "The generation before it is shown: 1 record." in found.damaged.what
    assert Path(path).read_bytes() == data
    assert sorted(os.listdir(os.path.dirname(path))) == ["2026.json", "2026.json.bak"]


@pytest.mark.parametrize("data", DAMAGE)
def test_settling_sets_it_aside_and_goes_on_from_there(path: str, data: bytes) -> None:
    Path(path).write_bytes(data)
    found = settle(path)
    assert ids(found.tables) == ["a"]
    assert found.damaged is not None
    assert found.damaged.recovered
    assert "kept as 2026.json.damaged-1" in found.damaged.what
    assert Path(path + ".damaged-1").read_bytes() == data
    assert Path(path).read_bytes() == OLD
    assert settle(path).damaged is None


def test_without_a_good_generation_it_begins_empty_and_says_so(path: str) -> None:
    Path(path).write_bytes(b"{")
    Path(path + ".bak").write_bytes(b"")
    assert look(path).tables == {}
    found = settle(path)
    assert found.damaged is not None
    assert not found.damaged.recovered
    assert "begins empty" in found.damaged.what
    assert sorted(os.listdir(os.path.dirname(path))) == [
        "2026.json.bak.damaged-1",
        "2026.json.damaged-1",
    ]
    assert settle(path) == ({}, None, 1)


def test_a_file_that_vanished_comes_back_from_its_generation_before(path: str) -> None:
    os.unlink(path)
    found = settle(path)
    assert found.damaged is not None
    assert ids(found.tables) == ["a"]
    assert Path(path).read_bytes() == OLD


def test_newer_is_left_exactly_as_it_is(path: str) -> None:
    newer = b'{"meta": {"1": {"schema": 2}}, "sessions": {}}'
    Path(path).write_bytes(newer)
    for read in (look, settle):
        with pytest.raises(Newer):
            read(path)
    assert Path(path).read_bytes() == newer


def test_older_is_migrated_after_a_copy_is_made(tmp_path: Path) -> None:
    path = tmp_path / "2026.json"
    old = b'{"sessions": {"1": {"id": "a"}}}'
    path.write_bytes(old)
    assert ids(look(str(path)).tables) == ["a"]
    assert path.read_bytes() == old
    found = settle(str(path))
    assert ids(found.tables) == ["a"]
    assert Path(f"{path}.schema-0").read_bytes() == old
    assert path.read_bytes() == OLD
    settle(str(path))
    assert sorted(os.listdir(tmp_path)) == ["2026.json", "2026.json.bak", "2026.json.schema-0"]


def test_no_copy_no_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "2026.json"
    old = b'{"sessions": {"1": {"id": "a"}}}'
    path.write_bytes(old)
    monkeypatch.setattr(files, "os", FailingOS(Fault.FULL, 1))
    with pytest.raises(Unwritable, match="The disk is full"):
        settle(str(path))
    assert path.read_bytes() == old
