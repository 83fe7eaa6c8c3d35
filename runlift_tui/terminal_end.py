"""How the program ends from outside: the system asks it to, or its terminal is gone."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

_LAST_WRITES_S = 1.5
"""How long a closed terminal may keep the program from ending."""


class TerminalEnd:
    """Leaves when the system says so, also where Textual waits to write to a terminal for ever."""

    def __init__(self, leave: Callable[[], object], close: Callable[[], object]) -> None:
        """Listen to nothing yet.

        Args:
            leave: Ends the program in good order; called on the loop's thread.
            close: Has the last writes done, where there was no time for that.
        """
        self._leave = leave
        self._close = close
        self._loop: AbstractEventLoop | None = None
        self._before: tuple[int, Any] | None = None

    def listen(self, loop: AbstractEventLoop, *, watch: bool) -> None:
        """Leave when the terminal is closed, or when the system asks for it.

        Args:
            loop: The one that the program runs on.
            watch: Whether it runs in a terminal, which may go without a signal.
        """
        self._loop = loop
        if hasattr(signal, "SIGHUP"):
            if sys.platform == "linux" and watch:
                threading.Thread(target=self._watch, daemon=True).start()
            with suppress(ValueError):  # not the main thread
                self._before = signal.SIGHUP, signal.signal(signal.SIGHUP, self._gone)
        for number in (signal.SIGTERM, signal.SIGINT):
            # Windows, and a loop outside of the main thread, have no such handlers.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._leave)

    def restore(self) -> None:
        """Leave the signals as they were."""
        if self._before is not None:
            signal.signal(*self._before)

    def _watch(self) -> None:
        """Wait until the terminal is gone.

        The system signals that to the leader of the session alone, and `make` does not pass it on.
        """
        terminal = select.poll()
        with suppress(OSError, ValueError):
            terminal.register(sys.stdin.fileno(), 0)
            if any(event & select.POLLHUP for _, event in terminal.poll()):
                self._gone()

    def _gone(self, *_: object) -> None:
        last = threading.Timer(_LAST_WRITES_S, self._end_at_once)
        last.daemon = True
        last.start()
        assert self._loop is not None
        with suppress(RuntimeError):  # it has ended in the same moment
            self._loop.call_soon_threadsafe(self._leave)

    def _end_at_once(self) -> None:
        self._close()
        os._exit(0)
