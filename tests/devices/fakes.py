"""Programs that only pretend to play and speak, and say how they were called."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

_SEPARATOR = "\x1f"


class Fakes:
    """A folder of pretended programs, the only one on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "bin"
        self.folder.mkdir()
        self._log = folder / "called"

    def add(self, name: str, then: str = "exit 0") -> None:
        """Add a program that takes down its arguments, and then does something in shell."""
        path = self.folder / name
        path.write_text(
            "#!/bin/sh\n"
            f"{{ printf '%s\\037' {name} \"$@\"; printf '%s\\n' $$; }} >> '{self._log}'\n"
            f"{then}\n"
        )
        path.chmod(0o755)

    def calls(self) -> list[list[str]]:
        """Return how the programs were called: the name, and the arguments."""
        return [line.split(_SEPARATOR)[:-1] for line in self._lines()]

    def pids(self) -> list[int]:
        """Return the processes that the programs ran as, in order."""
        return [int(line.split(_SEPARATOR)[-1]) for line in self._lines()]

    def _lines(self) -> list[str]:
        return self._log.read_text().splitlines() if self._log.exists() else []


def until(so: Callable[[], object], limit_s: float = 10.0) -> None:
    """Wait for what a thread or a process brings about."""
    waiting = threading.Event()
    for _ in range(round(limit_s * 200)):
        if so():
            return
        waiting.wait(0.005)
    raise AssertionError("it never comes to that")


def is_alive(pid: int) -> bool:
    """Whether there is such a process, zombies included."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
