"""Child processes that play and speak: few, silent on the terminal, and none left behind."""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from typing import NamedTuple

from runlift_tui.clock import Clock

MOST = 3
"""So many are alive at once; for another one the oldest has to go."""

_SEEN_OFF_S = 1.0
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Windows would open a console for each of them."""


class Command(NamedTuple):
    """What is run: a fixed list of arguments, and never a shell."""

    argv: tuple[str, ...]
    stdin: bytes = b""
    """What it reads; nothing where this is empty."""


class Child:
    """A process that was started, until it is known how it ended."""

    def __init__(self, process: "subprocess.Popen[bytes]", kill_at: int) -> None:
        self._process = process
        self.kill_at = kill_at
        """When its time is up, milliseconds of this boot's clock."""
        self._displaced = False

    @property
    def failed(self) -> bool | None:
        """Whether it ended badly, or its time was up; None while it is alive."""
        code = self._process.poll()
        return None if code is None else code != 0 and not self._displaced

    def displace(self) -> None:
        """End it to make room, for which it can do nothing."""
        self._displaced = True
        self.kill()

    def kill(self) -> None:
        """End it with all that it started, and see it off."""
        if self._process.poll() is None:
            if sys.platform != "win32":
                # It leads a session of its own, and so a group of its own number.
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_SEEN_OFF_S)


class Children:
    """The processes that are alive."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._alive: list[Child] = []

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._alive)

    def start(self, command: Command, limit_ms: int) -> Child:
        """Start a process, and return it.

        It has a session of its own: no terminal that it could write to, and no key that ends it.

        Raises:
            OSError: it cannot be started.
        """
        while len(self._alive) >= MOST:
            self._alive.pop(0).displace()
        kill_at = self._clock.stamp().boot_ms + limit_ms
        child = Child(opened(command), kill_at)
        self._alive.append(child)
        return child

    def check(self) -> None:
        """See off those that have ended, and end those whose time is up."""
        now = self._clock.stamp().boot_ms
        for child in self._alive:
            if now >= child.kill_at:
                child.kill()
        self._alive = [child for child in self._alive if child.failed is None]


def opened(command: Command, stderr: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    """Start a process with a session of its own, which says nothing on this one's terminal.

    Raises:
        OSError: it cannot be started.
    """

    def popen(stdin: int) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            command.argv,
            stdin=stdin,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )

    if not command.stdin:
        return popen(subprocess.DEVNULL)
    # A file without a name, not a pipe: nobody has to stand by and feed it.
    with tempfile.TemporaryFile() as file:
        file.write(command.stdin)
        file.seek(0)
        return popen(file.fileno())
