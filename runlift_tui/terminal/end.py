"""How the program ends from outside: the system asks it to, or its terminal is gone."""

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

_LAST_WRITES_S = 1.5
"""How long a closed terminal may keep the program from ending."""
_ASKING = [getattr(signal, name) for name in ("SIGTERM", "SIGINT") if hasattr(signal, name)]


class TerminalEnd:
    """Leaves when the system says so, also where Textual waits to write to a terminal for ever.

    The handlers are the interpreter's own, not the loop's: those of a loop hear of a signal by a
    byte in a pipe which every key that waits fills as well, and which drops what it has no room
    for.
    """

    def __init__(self, leave: Callable[[], object], close: Callable[[], object]) -> None:
        """Listen to nothing yet.

        Args:
            leave: Ends the program in good order; called on any thread, and between any two
                steps of the main one.
            close: Has the last writes done, where there was no time for that.
        """
        self._leave = leave
        self._close = close
        self._before: list[tuple[int, Any]] = []

    def __enter__(self) -> Self:
        """Leave from now on when the terminal is closed, or when the system asks for it."""
        with suppress(ValueError):  # not the main thread
            for number in _ASKING:
                self._before.append((number, signal.signal(number, lambda *_: self._leave())))
            if hasattr(signal, "SIGHUP"):
                self._before.append((signal.SIGHUP, signal.signal(signal.SIGHUP, self._gone)))
        if sys.platform == "linux":
            threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the signals as they were."""
        for number, handler in self._before:
            signal.signal(number, handler)

    def _watch(self) -> None:
        """Wait until the terminal is gone.

        The system signals that to the leader of the session alone, and `make` does not pass it on.
        """
        terminal = select.poll()
        with suppress(OSError, ValueError, KeyboardInterrupt):
            terminal.register(sys.stdin.fileno(), 0)
            if any(event & select.POLLHUP for _, event in terminal.poll()):
                self._gone()

    def _gone(self, *_: object) -> None:
        last = threading.Timer(_LAST_WRITES_S, self._end_at_once)
        last.daemon = True
        last.start()
        self._leave()

    def _end_at_once(self) -> None:
        self._close()
        os._exit(0)
