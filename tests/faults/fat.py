"""A stick: a FAT file system in a file, mounted by FUSE, which knows no links and no rights.

Who serves it can be stopped, and then it hangs as a network does that is gone.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runlift_tui.store.disk.answers import SILENT
from runlift_tui.store.sync.exchange import Exchange
from runlift_tui.store.sync.standing import standing
from tests.faults.ledger import Broken, check
from tests.faults.outing import Outing
from tests.faults.tally import Tally
from tests.store.sync.machines import TestMachine

_TOOLS = ("mkfs.vfat", "fusefat", "fusermount")
_SIZE_MB = 24
_SOON_S = 20.0


def can_mount() -> bool:
    """Return whether one can be made and mounted here."""
    return os.path.exists("/dev/fuse") and all(shutil.which(each) for each in _TOOLS)


def sticks(path: str, *, trials: int, presses: int = 12) -> Tally:
    """Train, change and import on a stick: as on any other disk."""
    tally = Tally()
    for seed in range(trials):
        with _mounted(Path(path, f"stick-{seed}")) as (place, _):
            folder = os.fspath(place / "data")
            run = Outing(folder, seed, presses=presses)
            run.run()
            run.close()
            kept = all(told.acknowledged for told in run.ledger.sessions.values())
            found = [] if kept else [Broken("nobody can train there")]
            tally.add([*found, *check(folder, run.ledger)], f"stick {seed}")
    return tally


def hangs(path: str, *, trials: int) -> Tally:
    """Meet, train and quit while the carried folder hangs, and meet when it answers again."""
    tally = Tally()
    for seed in range(trials):
        with _mounted(Path(path, f"hangs-{seed}")) as (place, pid):
            a, b = (TestMachine(place.with_suffix(f".{name}"), place / "D", name) for name in "ab")
            a.train(1)
            a.on()
            b.on()
            b.train(2)
            b.meet()
            os.kill(pid, signal.SIGSTOP)
            os.waitpid(pid, os.WUNTRACED)
            began = time.monotonic()
            try:
                away = a.meet().away
                a.train(3)
                Exchange(a.past, a.now).part()
                is_told = SILENT in away and standing(a.past).why_away == SILENT
            finally:
                took_s = time.monotonic() - began
                os.kill(pid, signal.SIGCONT)
            tally.add(_hung(a, b, is_told=is_told, took_s=took_s), f"hangs {seed}")
    return tally


def _hung(a: TestMachine, b: TestMachine, *, is_told: bool, took_s: float) -> list[Broken]:
    until = time.monotonic() + 2 * _SOON_S
    while a.meet().away and time.monotonic() < until:
        time.sleep(0.05)
    b.meet()
    found = [] if is_told else [Broken("nobody says that it does not answer")]
    if took_s > _SOON_S:
        found.append(Broken(f"it was waited for: {took_s:.1f} s"))
    if not a.sessions().keys() == b.sessions().keys() == {"s1", "s2", "s3"}:
        found.append(Broken("not everything came in when it answered"))
    return found


@contextmanager
def _mounted(place: Path) -> Iterator[tuple[Path, int]]:
    """Yield where it is mounted, and the process that serves it."""
    image = place.with_suffix(".img")
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(_SIZE_MB << 20)
    _run("mkfs.vfat", image)
    command = ("fusefat", "-f", "-o", "rw+", image, place)
    served = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not os.path.ismount(place) and served.poll() is None:
            time.sleep(0.01)
        yield place, served.pid
    finally:
        _run("fusermount", "-u", place)
        served.wait()
        image.unlink()


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)
