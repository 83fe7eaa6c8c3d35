"""The disk misbehaves for a while in the middle of an outing, and is well again later."""

import contextlib
import os
import random
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.faults.ledger import Ledger, check
from tests.faults.outing import Outing
from tests.faults.tally import Tally

_TMPFS_KB = 400
_LONGEST = 120
_AS_ROOM = 1 << 20


class Mishap:
    """Something that begins, and ends."""

    needs_root = False

    def __init__(self, folder: str) -> None:
        self.folder = folder
        """The data folder; its parent may be mounted on."""

    def set_up(self) -> None:
        """Prepare the place."""
        os.makedirs(os.path.dirname(self.folder), exist_ok=True)

    def begin(self) -> None:
        """Let it happen."""

    def end(self) -> None:
        """Let it be over."""

    def tear_down(self) -> None:
        """Leave the place as it was."""


class FullDisk(Mishap):
    """No room is left, until somebody makes some."""

    needs_root = True

    def set_up(self) -> None:
        """Mount a small disk."""
        super().set_up()
        self._on = os.path.dirname(self.folder)
        _run("mount", "-t", "tmpfs", "-o", f"size={_TMPFS_KB}k", "tmpfs", self._on)

    def begin(self) -> None:
        """Fill it to the last byte."""
        with contextlib.suppress(OSError), open(f"{self._on}/ballast", "wb", buffering=0) as file:
            while True:
                file.write(b"\0" * 4096)

    def end(self) -> None:
        """Make room."""
        Path(f"{self._on}/ballast").unlink(missing_ok=True)

    def tear_down(self) -> None:
        """Unmount it."""
        _run("umount", self._on)


class ReadOnly(FullDisk):
    """The file system turns read-only, as after an error of the disk."""

    def begin(self) -> None:
        """Remount it."""
        # Refused while a file is open for writing there, so the whole mount is covered.
        _run("mount", "--bind", self._on, self._on)
        _run("mount", "-o", "remount,bind,ro", self._on)

    def end(self) -> None:
        """Uncover it."""
        with contextlib.suppress(subprocess.CalledProcessError):
            _run("umount", self._on)


class Vanished(Mishap):
    """The folder is gone, as with a disk that was pulled out, and comes back."""

    def begin(self) -> None:
        """Take it away."""
        with contextlib.suppress(OSError):
            os.rename(self.folder, f"{self.folder}.away")

    def end(self) -> None:
        """Bring it back."""
        if os.path.exists(f"{self.folder}.away") and not os.path.exists(self.folder):
            os.rename(f"{self.folder}.away", self.folder)


class SmallFiles(Mishap):
    """No file may grow beyond some size (RLIMIT_FSIZE)."""

    def begin(self) -> None:
        """Set the limit."""
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, self._before[1]))

    def end(self) -> None:
        """Lift it."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class NoMemory(Mishap):
    """There is next to no memory left (RLIMIT_AS)."""

    def begin(self) -> None:
        """Set the limit just above what is in use."""
        self._before = resource.getrlimit(resource.RLIMIT_AS)
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        used = pages * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + _AS_ROOM, self._before[1]))

    def end(self) -> None:
        """Lift it."""
        resource.setrlimit(resource.RLIMIT_AS, self._before)


def suffered(mishap: Mishap, seed: int, *, presses: int) -> Ledger:
    """Run an outing that a mishap befalls at a step that the seed chooses; return its promises."""
    chance = random.Random(seed)
    first = chance.randrange(1, _LONGEST)
    last = first + chance.randrange(1, _LONGEST)
    steps = iter(range(1, 1_000_000))

    def watch(_: Ledger) -> None:
        number = next(steps)
        if number == first:
            mishap.begin()
        elif number == last:
            mishap.end()

    run = Outing(mishap.folder, seed, presses=presses, watcher=watch)
    if isinstance(mishap, Vanished):
        # A start without the folder makes a new one, as it should: nobody can know better.
        run.before_a_start = mishap.end
    try:
        with contextlib.suppress(MemoryError):
            run.run()
    finally:
        if next(steps) > first:
            mishap.end()
    run.save_what_waits()
    run.close()
    return run.ledger


def mishaps(path: str, kind: type[Mishap], *, trials: int, presses: int) -> Tally:
    """Let a kind of mishap happen at many moments, of a minute or of an hour."""
    tally = Tally()
    for seed, folder in _folders(path, trials):
        mishap = kind(folder)
        mishap.set_up()
        try:
            ledger = suffered(mishap, seed, presses=presses)
            tally.add(check(folder, ledger), f"{kind.__name__} {seed}")
        finally:
            mishap.tear_down()
    return tally


def _folders(path: str, trials: int) -> Iterator[tuple[int, str]]:
    for seed in range(trials):
        yield seed, os.path.join(path, f"{seed}", "data")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
