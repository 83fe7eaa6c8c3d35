import errno
import json
import os
import subprocess
import sys

import pytest

from runlift_tui.store.disk.errors import Locked, Unwritable
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.lock import A_MOMENT_S, FolderLock

HOLDER = (
    "import sys\n"
    "from runlift_tui.store.disk.lock import FolderLock\n"
    "lock = FolderLock(sys.argv[1])\n"
    "lock.acquire()\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)


def test_second_one_is_told_by_whom(folder: DataFolder) -> None:
    folder.lock.acquire()
    with pytest.raises(Locked, match=rf"process {os.getpid()} on .+ can only look") as locked:
        FolderLock(folder.path).acquire()
    assert locked.value.pid == os.getpid()
    assert locked.value.host
    folder.lock.release()


def test_released_lock_is_free_and_its_file_stays(folder: DataFolder) -> None:
    folder.lock.acquire()
    folder.lock.release()
    second = FolderLock(folder.path)
    second.acquire()
    assert os.path.exists(second.path)
    second.release()


def test_acquiring_twice_is_once(folder: DataFolder) -> None:
    folder.lock.acquire()
    folder.lock.acquire()
    folder.lock.release()
    FolderLock(folder.path).acquire()


def test_a_killed_holder_lets_go(folder: DataFolder) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, folder.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Locked) as locked:
            folder.lock.acquire()
        assert locked.value.pid == holder.pid
        holder.kill()
    folder.lock.acquire()
    folder.lock.release()


def test_a_moment_is_waited_where_that_is_asked_for(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.lock.acquire()
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            folder.lock.release()

    monkeypatch.setattr("runlift_tui.store.disk.lock.sleep", wait)
    second = FolderLock(folder.path)
    second.acquire(A_MOMENT_S)
    assert len(waits) == 3
    with pytest.raises(Locked):
        FolderLock(folder.path).acquire(A_MOMENT_S)
    assert sum(waits[3:]) == pytest.approx(A_MOMENT_S)
    second.release()


def test_a_lock_without_a_name_is_still_a_lock(folder: DataFolder) -> None:
    folder.lock.acquire()
    os.truncate(folder.lock.path, 0)
    with pytest.raises(Locked, match="an unknown process") as locked:
        FolderLock(folder.path).acquire()
    assert locked.value.pid is None
    folder.lock.release()


def test_no_folder_no_lock(folder: DataFolder) -> None:
    with pytest.raises(Unwritable, match="has vanished"):
        FolderLock(os.path.join(folder.path, "elsewhere")).acquire()


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the folder lie on a mount that knows no locks."""

    def take(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("runlift_tui.store.disk.lock._take", take)


@pytest.mark.usefixtures("no_locks")
def test_a_folder_in_the_place_of_the_lock_is_named(folder: DataFolder) -> None:
    os.mkdir(folder.lock.path)
    with pytest.raises(Unwritable, match="lock is in the way: it is no file"):
        folder.lock.acquire()


def test_a_mount_without_locks_has_one_writer_all_the_same(folder: DataFolder) -> None:
    folder.lock.acquire()
    with pytest.raises(Locked) as locked:
        FolderLock(folder.path).acquire()
    assert locked.value.pid == os.getpid()
    folder.lock.release()
    assert sorted(os.listdir(folder.path)).count("lock.held") == 0
    second = FolderLock(folder.path)
    second.acquire()
    second.release()


@pytest.mark.posix
@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize("there", [False, True])
def test_there_a_killed_holder_lets_go_unless_it_is_on_another_machine(
    folder: DataFolder, there: bool
) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    host = "gym-laptop" if there else os.uname().nodename
    with open(folder.lock.path + ".held", "w", encoding="utf-8") as held:
        json.dump({"pid": gone.pid, "host": host}, held)
    if there:
        with pytest.raises(Locked, match="gym-laptop"):
            folder.lock.acquire()
    else:
        folder.lock.acquire()
        folder.lock.release()


@pytest.mark.posix
def test_a_link_in_the_place_of_the_lock_is_not_followed(folder: DataFolder) -> None:
    elsewhere = os.path.join(folder.path, "elsewhere")
    os.symlink(elsewhere, folder.lock.path)
    with pytest.raises(Unwritable):
        folder.lock.acquire()
    assert not os.path.exists(elsewhere)
