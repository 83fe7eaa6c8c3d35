"""Power cuts: a file system on a loop device that is shut down with all that was not synced."""

import fcntl
import os
import random
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.faults.ledger import Broken, Ledger
from tests.faults.tally import Tally
from tests.faults.victims import Deed, Victim

_SHUTDOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN; without a flush of its journal, as when the current goes."""
_NO_FLUSH = 2
_SIZE_MB = 24
ORDERED = "data=ordered"
WRITEBACK = "data=writeback,noauto_da_alloc"

Check = Callable[[str, Ledger], list[Broken]]


def can_mount() -> bool:
    """Return whether a file system can be made and mounted here: by root, on Linux."""
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        return False
    return os.path.exists("/dev/loop-control")


class Disk:
    """A file system in a file, mounted on a folder."""

    def __init__(self, path: str, options: str) -> None:
        self._image = f"{path}.img"
        self._fresh = f"{path}.fresh"
        self.mounted_on = path
        self._options = options
        os.makedirs(path, exist_ok=True)
        with open(self._fresh, "wb") as image:
            image.truncate(_SIZE_MB << 20)
        _run("mkfs.ext4", "-q", "-F", self._fresh)

    @contextmanager
    def new(self) -> Iterator[None]:
        """Mount an empty one."""
        shutil.copyfile(self._fresh, self._image)
        self._mount()
        try:
            yield
        finally:
            _run("umount", self.mounted_on)

    def cut(self) -> None:
        """Cut the power, and start again."""
        handle = os.open(self.mounted_on, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUTDOWN, struct.pack("I", _NO_FLUSH))
        finally:
            os.close(handle)
        _run("umount", self.mounted_on)
        self._mount()

    def _mount(self) -> None:
        _run("mount", "-o", f"loop,{self._options}", self._image, self.mounted_on)


def power_cuts(
    path: str,
    deed: Callable[[str, int], Deed],
    check: Check,
    *,
    trials: int,
    options: str = ORDERED,
    within_s: float = 0.25,
) -> Tally:
    """Cut the power at random moments.

    Args:
        path: A folder to work in.
        deed: What is done, for a data folder and a seed.
        check: Holds the folder against what was promised.
        trials: How many times.
        options: Of the mount.
        within_s: The latest moment.
    """
    disk, tally = Disk(os.path.join(path, "disk"), options), Tally()
    folder = os.path.join(disk.mounted_on, "data")
    for seed in range(trials):
        with disk.new():
            victim = Victim(deed(folder, seed))
            victim.listen(random.Random(seed).uniform(0.0, within_s))
            ledger = victim.kill()
            disk.cut()
            tally.add(check(folder, ledger), f"power cut {seed}")
    return tally


def without_syncs(deed: Callable[[str, int], Deed]) -> Callable[[str, int], Deed]:
    """Return the same deed of a program that forgot to sync: it has to be caught."""

    def careless(folder: str, seed: int) -> Deed:
        do = deed(folder, seed)

        def act(promise: Any) -> None:
            os.fsync = _nothing  # the process is a fork, and ends with this
            do(promise)

        return act

    return careless


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _nothing(fd: object) -> None:
    """Sync nothing, and say that it was done."""
