"""The kernel itself refuses a call, or kills the program at it: by strace, where there is one."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

from tests.faults.ledger import Ledger, check
from tests.faults.tally import Tally
from tests.faults.victims import Listener

_CALLS = {
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO", "ENOSPC"),
    "rename,renameat,renameat2": ("ENOSPC", "EACCES"),
    "unlink,unlinkat": ("EIO",),
    "link,linkat": ("EPERM",),
    "mkdir,mkdirat": ("EACCES",),
}
"""System calls that change a disk, under all the names that a C library may call them by."""


class Injection(NamedTuple):
    """What strace is told to do."""

    calls: str
    what: str
    """`error=EIO` or `signal=KILL`."""
    when: str
    """`7`, or `7+` for that one and all after it."""


def has_strace() -> bool:
    """Return whether strace is here and may trace."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    done = subprocess.run([strace, "-qq", "-o", os.devnull, "true"], capture_output=True)
    return done.returncode == 0


def injections(counts: dict[str, int], every: int) -> Iterator[Injection]:
    """Yield every fault at every so many of the calls that an outing makes."""
    for calls, number in counts.items():
        for at in range(1, number + 1, every):
            yield Injection(calls, "signal=KILL", f"{at}")
            for error in _CALLS[calls]:
                yield Injection(calls, f"error={error}", f"{at}")
                yield Injection(calls, f"error={error}", f"{at}+")


def kernel_faults(path: str, *, seed: int, presses: int, every: int) -> Tally:
    """Let the kernel's n-th call of each kind go wrong, for every so many n."""
    tally = Tally()
    counts = {calls: _count(f"{path}/calm-{n}", calls, seed, presses) for n, calls in _numbered()}
    for number, each in enumerate(injections(counts, every)):
        place = f"{path}/{number}"
        option = f"inject={each.calls}:{each.what}:when={each.when}"
        ledger = _run(place, seed, presses, ["-o", os.devnull, "-e", option])
        tally.add(check(place, ledger), option)
        shutil.rmtree(place, ignore_errors=True)
    return tally


def _numbered() -> Iterator[tuple[int, str]]:
    yield from enumerate(_CALLS)


def _count(place: str, calls: str, seed: int, presses: int) -> int:
    log = f"{place}.strace"
    _run(place, seed, presses, ["-o", log, "-e", f"trace={calls}"])
    with open(log, encoding="utf-8", errors="replace") as lines:
        return sum("(" in line for line in lines)


def _run(place: str, seed: int, presses: int, options: list[str]) -> Ledger:
    """Run an outing under strace to its end, whatever that is; return its last promise."""
    ours, theirs = socket.socketpair()
    number = theirs.fileno()
    outing = [sys.executable, "-B", "-m", "tests.faults.alone", place]
    with subprocess.Popen(
        ["strace", "-f", "-qq", *options, *outing, f"{seed}", f"{presses}", f"{number}"],
        pass_fds=[number],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ):
        theirs.close()
        listener = Listener(ours)
        while not listener.ended:
            listener.take()
    return listener.newest()
