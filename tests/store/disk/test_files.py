import errno
import os
import stat
from itertools import groupby
from pathlib import Path

import pytest

from runlift_tui.store.disk import files, patience
from runlift_tui.store.disk.errors import Unreadable, Unwritable
from tests.faults.failing_os import FailingOS, Fault


@pytest.fixture
def target(tmp_path: Path) -> str:
    return str(tmp_path / "year.json")


def replace(target: str, data: bytes, *, keep_previous: bool = True) -> None:
    files.replace_whole(target, data, keep_previous=keep_previous)


def test_replaced_file_keeps_one_generation_before(target: str) -> None:
    for data in (b"one", b"two", b"three"):
        replace(target, data)
    assert files.read_whole(target) == b"three"
    assert files.read_whole(target + ".bak") == b"two"
    assert sorted(os.listdir(os.path.dirname(target))) == ["year.json", "year.json.bak"]


def test_first_generation_has_none_before_it(target: str) -> None:
    replace(target, b"one")
    assert files.read_whole(target + ".bak") is None


def test_missing_file_reads_as_none(target: str) -> None:
    assert files.read_whole(target) is None


@pytest.mark.posix
def test_modes_are_the_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = tmp_path / "data" / "history"
        files.ensure_folder(str(made))
        replace(str(made / "2026.json"), b"one")
        replace(str(made / "2026.json"), b"two")
        files.write_derived(str(made / "digest"), b"three")
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in made.iterdir()} == {0o600}


@pytest.mark.posix
def test_stricter_mode_stays(target: str) -> None:
    replace(target, b"one")
    os.chmod(target, 0o400)
    replace(target, b"two")
    assert stat.S_IMODE(os.stat(target).st_mode) == 0o400


@pytest.mark.posix
def test_wider_mode_does_not(target: str) -> None:
    replace(target, b"one")
    os.chmod(target, 0o644)
    replace(target, b"two")
    assert stat.S_IMODE(os.stat(target).st_mode) == 0o600


@pytest.mark.posix
def test_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.json"
    outside.write_bytes(b"theirs")
    (tmp_path / "data").mkdir()
    link = tmp_path / "data" / "year.json"
    link.symlink_to(outside)
    with pytest.raises(Unwritable, match="symbolic link") as refused:
        replace(str(link), b"ours")
    assert refused.value.errno == errno.ELOOP
    assert outside.read_bytes() == b"theirs"


@pytest.mark.posix
def test_link_within_the_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"one")
    link = tmp_path / "year.json"
    link.symlink_to("real.json")
    replace(str(link), b"two")
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"two"


@pytest.mark.posix
def test_data_folder_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "disk")
    replace(str(tmp_path / "data" / "year.json"), b"one")
    assert (tmp_path / "disk" / "year.json").read_bytes() == b"one"


def test_what_a_kill_left_is_in_no_ones_way_and_swept(target: str) -> None:
    folder = os.path.dirname(target)
    for leftover in (f".year.json.{os.getpid()}-1.new", ".year.json.1-1.new"):
        Path(folder, leftover).write_bytes(b"half")
    replace(target, b"whole")
    assert files.read_whole(target) == b"whole"
    files.sweep(folder)
    assert os.listdir(folder) == ["year.json"]


def test_previous_is_copied_where_there_are_no_hard_links(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: str) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", link)
    replace(target, b"one")
    replace(target, b"two")
    assert files.read_whole(target + ".bak") == b"one"


def test_a_previous_that_is_the_file_itself_is_no_trouble(target: str) -> None:
    replace(target, b"one")
    os.link(target, target + ".bak")
    replace(target, b"two")
    assert files.read_whole(target) == b"two"
    assert files.read_whole(target + ".bak") == b"one"
    assert len(os.listdir(os.path.dirname(target))) == 2


def test_everything_is_on_the_disk_before_it_returns(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(target, b"one")
    watched = FailingOS()
    monkeypatch.setattr(files, "os", watched)
    replace(target, b"two")
    calls = [name for name in watched.calls if name not in {"unlink", "link"}]
    calls = [name for name, _ in groupby(calls)]  # again, where a scanner holds it
    of_folder = [] if watched.name == "nt" else ["open", "fsync"]
    assert calls == ["open", "write", "fsync", "replace", *of_folder]


@pytest.mark.parametrize("at", range(1, 9))
def test_a_refused_write_leaves_the_old_file_and_nothing_else(
    target: str, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(target, b"one")
    replace(target, b"two")
    disk = FailingOS(Fault.EIO_ONCE, at)
    with monkeypatch.context() as patched:
        patched.setattr(files, "os", disk)
        try:
            replace(target, b"three")
            saved = True
        except Unwritable:
            saved = False
    assert len(disk.calls) >= at or disk.name == "nt"  # which syncs no folder
    assert saved or files.read_whole(target) in (b"two", b"three")
    assert files.read_whole(target + ".bak") in (b"one", b"two")
    assert sorted(os.listdir(os.path.dirname(target))) == ["year.json", "year.json.bak"]
    disk.forget()


def test_a_folder_in_a_files_place_is_left_alone(target: str) -> None:
    os.mkdir(target)
    with pytest.raises(Unreadable, match=r"year\.json cannot be read"):
        files.read_whole(target)
    with pytest.raises(Unwritable):
        replace(target, b"one")
    assert os.path.isdir(target)


@pytest.mark.posix
def test_a_pipe_in_a_files_place_does_not_hang(target: str) -> None:
    os.mkfifo(target)
    with pytest.raises(Unreadable):
        files.read_whole(target)


def test_a_file_in_a_folders_place(target: str) -> None:
    replace(target, b"one")
    with pytest.raises(Unwritable):
        files.ensure_folder(target)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full: year.json was not saved."),
        (errno.EROFS, "cannot be written to"),
        (errno.ENOENT, "has vanished"),
        (errno.EIO, "year.json was not saved: "),
    ],
)
def test_every_refusal_has_its_sentence(target: str, number: int, sentence: str) -> None:
    refused = Unwritable(target, OSError(number, os.strerror(number)))
    assert sentence in refused.what
    assert refused.errno == number
    assert "\n" not in refused.what


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_windows_holds_is_tried_again(
    target: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(target + "x").write_bytes(b"one")
    busy = [code, code]
    waits: list[float] = []
    really = os.replace

    def held(source: str, goal: str) -> None:
        if busy:
            error = OSError(errno.EACCES, "held")
            error.winerror = busy.pop()  # type: ignore[attr-defined,unused-ignore]
            raise error
        really(source, goal)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(patience, "sleep", waits.append)
    files.rename(target + "x", target)
    assert files.read_whole(target) == b"one"
    assert len(waits) == 2
