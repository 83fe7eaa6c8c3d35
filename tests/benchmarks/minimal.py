"""The smallest Textual programs that do the like: the limit that our own is measured against.

`python -m tests.benchmarks.minimal still|second` runs one of them.
"""

import os
import sys
from collections.abc import Callable

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Digits


class Still(App[None]):
    """Shows one figure."""

    def compose(self) -> ComposeResult:
        """Yield the figure."""
        yield Digits("8")


class Second(App[None]):
    """Counts down once a second."""

    left = 240

    def compose(self) -> ComposeResult:
        """Yield the countdown."""
        yield Digits("4:00")

    def on_mount(self) -> None:
        """Begin to count."""
        self.set_interval(1, self._count)

    def _count(self) -> None:
        self.left -= 1
        self.query_one(Digits).update(f"{self.left // 60}:{self.left % 60:02}")


class Appending(App[None]):
    """Writes 200 bytes to a file at every key and waits for the disk."""

    def __init__(self, path: str, heard: Callable[[], object]) -> None:
        """Open the file.

        Args:
            path: It may be there or not.
            heard: Called each time that the bytes are on the disk.
        """
        super().__init__()
        self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._heard = heard

    def compose(self) -> ComposeResult:
        """Yield the figure."""
        yield Digits("8")

    def on_key(self, event: events.Key) -> None:
        """Write."""
        os.write(self._fd, b"x" * 199 + b"\n")
        os.fsync(self._fd)
        self._heard()

    def on_unmount(self) -> None:
        """Let go of the file."""
        os.close(self._fd)


if __name__ == "__main__":
    {"still": Still, "second": Second}[sys.argv[1]]().run()
