"""What a cloud drive leaves in the carried folder: copies, half of a file, or the name of one."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from runlift_tui.store.sync.at_hand import is_letter
from runlift_tui.store.sync.mailbox import ELSEWHERE
from runlift_tui.store.sync.standing import standing
from tests.store.sync.machines import TestMachine, copy_file
from tests.store.sync.names import COPIES, NEVER_READ, STUBS


@pytest.fixture
def pair(tmp_path: Path) -> tuple[TestMachine, TestMachine]:
    """Two machines that have met; what b trained since is to come in."""
    a, b = (TestMachine(tmp_path, tmp_path / "shared", name) for name in ("a", "b"))
    a.train(1)
    a.on()
    b.on()
    b.meet()
    a.meet()
    b.train(2)
    return a, b


def test_names_of_copies_are_read_and_those_of_the_engine_are_not() -> None:
    assert [name for name in COPIES if not is_letter(name)] == []
    assert [name for name in NEVER_READ if is_letter(name)] == []


def test_every_copy_in_a_machines_folder_is_read_and_nothing_else_is(
    pair: tuple[TestMachine, TestMachine],
) -> None:
    a, b = pair
    # One session in each: whatever is left out is missed.
    for day, name in enumerate(COPIES, 3):
        other = TestMachine(a.folder.parent / "others", a.shared, f"c{day}")
        other.train(day)
        copy_file(other.folder / "history" / "2026.json", b.mailbox / name)
    for name in NEVER_READ:
        (b.mailbox / name).write_bytes(b"\0half")
    a.meet()
    assert a.sessions().keys() == {"s1", *(f"s{day}" for day, _ in enumerate(COPIES, 3))}
    stands = standing(a.past)
    assert not stands.not_read
    assert {Path(path).name for path in stands.taken_in} == set(COPIES)


@pytest.mark.parametrize("name", STUBS)
def test_a_stub_is_told_until_the_file_is_here(
    pair: tuple[TestMachine, TestMachine], name: str
) -> None:
    a, b = pair
    b.meet()
    whole = b.mailbox / "2026.json"
    data = whole.read_bytes()
    whole.unlink()
    (b.mailbox / name).write_bytes(b" ")
    a.meet()
    assert "s2" not in a.sessions()
    assert [(Path(path).name, why) for path, why, _ in standing(a.past).not_read] == [
        (name, ELSEWHERE)
    ]
    (b.mailbox / name).unlink()
    whole.write_bytes(data)
    a.meet()
    assert "s2" in a.sessions()
    assert not standing(a.past).not_read


@pytest.mark.parametrize("flags", [{"st_flags": 0x40000000}, {"st_file_attributes": 0x00400000}])
def test_a_file_that_is_fetched_when_it_is_opened_is_not_opened(
    pair: tuple[TestMachine, TestMachine], monkeypatch: pytest.MonkeyPatch, flags: dict[str, int]
) -> None:
    """All of both machines' folders is away, also this one's own, and who they are."""
    a, b = pair
    b.meet()
    a.train(3)
    real = os.lstat, os.open

    def lstat(path: str) -> object:
        found = real[0](path)
        names = ("st_mode", "st_size", "st_mtime_ns", "st_ino")
        return SimpleNamespace(**{name: getattr(found, name) for name in names}, **flags)

    def opened(path: str, flags: int, mode: int = 0o600) -> int:
        is_read = not flags & (os.O_WRONLY | os.O_RDWR | getattr(os, "O_DIRECTORY", 0))
        is_carried = os.path.isfile(path) and str(path).startswith(str(a.shared))
        assert not (is_read and is_carried), path
        return real[1](path, flags, mode)

    with monkeypatch.context() as patched:
        patched.setattr(os, "lstat", lstat)
        patched.setattr(os, "open", opened)
        met = a.meet()
        stands = standing(a.past)
    assert (met.away, met.refused) == ("", "")
    assert {why for _, why, _ in stands.not_read} == {ELSEWHERE}
    assert a.sessions().keys() == {"s1", "s3"}
    b.meet()
    assert b.sessions().keys() == {"s1", "s2", "s3"}  # what a had was given out all the same
    a.meet()
    assert a.sessions().keys() == {"s1", "s2", "s3"}
