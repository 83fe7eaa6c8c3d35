"""Left open over night: nothing grows of what a program holds, and of what it writes."""

import os
import shutil
from pathlib import Path
from typing import NamedTuple

from tests.faults.ledger import Broken
from tests.faults.outside import timed
from tests.faults.tally import Tally
from tests.faults.world import Started, installed, started
from tests.newcomers import introduce

_FASTER = 120
"""How many seconds go by for the program in one of ours."""
_HOURS = 8.0
_GROWTH_KB = 4096
_PLACES: dict[str, tuple[tuple[str, ...], tuple[bytes, ...]]] = {
    "home": ((), ()),
    "a rest in overtime": (("start", "--level", "advanced"), (b" ", b" ", b" ")),
    "a paused session": (("start", "--level", "advanced"), (b" ", b" ", b"p")),
    "what is asked at the end": (("start", "--level", "advanced"), (b" ", b" ", b"f", b"y")),
}
"""Where it is left: what it is started with, and the keys."""


class Held(NamedTuple):
    """What a program holds at a moment."""

    memory_kb: int
    threads: int
    files: int
    written: int
    """Bytes, to its terminal."""
    kept: int
    """Bytes, in its folder."""


def can_wait() -> bool:
    """Return whether a clock can be made to go faster here."""
    return shutil.which("faketime") is not None and Path("/proc/self/status").exists()


def nights(path: str, *, share: float = 1.0) -> Tally:
    """Leave the program in each place for eight hours of its own clock."""
    tally = Tally()
    for number, (name, (words, keys)) in enumerate(_PLACES.items()):
        folder = Path(path, f"night-{number}")
        introduce(folder)
        here = started(installed(folder, *words), environ=timed(f"+0 x{_FASTER}"))
        here.hear_until(here.has_begun)
        here.hear_for(2.0)
        for key in keys:
            here.send(key)
            here.hear_for(1.0)
        half_s = max(4.0, share * _HOURS * 3600 / _FASTER / 2)
        begin = _held(here, folder)
        here.hear_for(half_s)
        middle = _held(here, folder)
        here.hear_for(half_s)
        found = (
            [Broken("it ended")] if here.is_over() else _grown(begin, middle, _held(here, folder))
        )
        tally.add([*found, *here.end()], name)
    return tally


def _held(here: Started, folder: Path) -> Held:
    process = Path(f"/proc/{here.process.pid}")
    try:
        status = dict(
            line.split(":", 1) for line in (process / "status").read_text("utf-8").splitlines()
        )
        files = len(os.listdir(process / "fd"))
    except FileNotFoundError:
        return Held(0, 0, 0, len(here.said), 0)
    kept = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    return Held(
        int(status["VmRSS"].split()[0]), int(status["Threads"]), files, len(here.said), kept
    )


def _grown(begin: Held, middle: Held, end: Held) -> list[Broken]:
    """Return what a second half took more than the first one."""
    found = []
    if end.memory_kb > middle.memory_kb + _GROWTH_KB:
        found.append(f"memory {middle.memory_kb} -> {end.memory_kb} kB")
    if end.threads > middle.threads or end.files > middle.files:
        found.append(f"threads, files {middle[1:3]} -> {end[1:3]}")
    if end.written - middle.written > 2 * (middle.written - begin.written) + 50_000:
        found.append(f"written {begin.written}, {middle.written}, {end.written}")
    if end.kept != middle.kept:
        found.append(f"kept {middle.kept} -> {end.kept}")
    return [Broken(each) for each in found]
