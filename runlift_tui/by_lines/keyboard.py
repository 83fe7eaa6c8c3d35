"""Lines that are typed, waited for until something else is due."""

import sys
import threading
from queue import Empty, SimpleQueue
from typing import Protocol, TextIO

_LONGEST_S = 3600.0


class LineInput(Protocol):
    """Where the athlete's lines come from."""

    by_hand: bool
    """Whether a hand types them: then one line right behind another may be a key held down."""

    def line(self, seconds: float | None) -> str | None:
        """Return the next line without its end; None where none comes within so many seconds.

        Raises:
            EOFError: no more will come.
        """
        ...


class TypedLines:
    """What comes in on a stream, read on a thread of its own; a `LineInput`."""

    def __init__(self, stream: TextIO) -> None:
        """Begin to read.

        Args:
            stream: Standard input.
        """
        self.by_hand = stream.isatty()
        self._stream = stream
        self._read: SimpleQueue[str | None] = SimpleQueue()
        threading.Thread(target=self._read_on, daemon=True).start()

    def line(self, seconds: float | None) -> str | None:
        """Return the next line; see `LineInput.line`."""
        try:
            found = self._read.get(timeout=_LONGEST_S if seconds is None else seconds)
        except Empty:
            return None
        if found is None:
            raise EOFError
        return found.rstrip("\r\n")

    def end(self) -> None:
        """Have no more lines come; called on any thread, and from a signal."""
        self._read.put(None)

    def _read_on(self) -> None:
        try:
            for line in self._stream:
                self._read.put(line)
        except (OSError, ValueError):
            pass
        self.end()


def standard_input() -> TypedLines:
    """Return what is typed into this process; a byte that is no letter stops nothing."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    return TypedLines(sys.stdin)
