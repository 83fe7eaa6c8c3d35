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
_ASKED_EVERY_S = 2.0
"""How long a terminal may be gone before it is noticed on macOS."""
_CONSOLE_ENDS = {1, 2, 5, 6}
"""Ctrl+Break, the window closed, logging off, shutting down; 0 is Ctrl+C, which is a key."""
_ASKING = [
    getattr(signal, name)
    for name in (
        *("SIGTERM", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM"),
        *("SIGPROF", "SIGIO", "SIGPWR", "SIGXCPU"),
    )
    if hasattr(signal, name)
]
"""Every signal that would end the program with the terminal still in its hands."""


class TerminalEnd:
    """Leaves when the system says so, also where Textual waits to write to a terminal for ever.

    The handlers are the interpreter's own, not the loop's: those of a loop hear of a signal by a
    byte in a pipe which every key that waits fills as well, and which drops what it has no room
    for.
    """

    def __init__(
        self,
        leave: Callable[[], object],
        close: Callable[[], object],
        put_back: Callable[[], object] = lambda: None,
    ) -> None:
        """Listen to nothing yet.

        Args:
            leave: Ends the program in good order; called on any thread, and between any two
                steps of the main one.
            close: Has the last writes done, where there was no time for that.
            put_back: Has the terminal as it was, likewise.
        """
        self._leave = leave
        self._close = close
        self._put_back = put_back
        self._over = threading.Event()
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
        elif sys.platform == "darwin":
            threading.Thread(target=self.ask, daemon=True).start()
        elif sys.platform == "win32":
            self._take_console()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the signals as they were."""
        self._over.set()
        for number, handler in self._before:
            signal.signal(number, handler)

    def console_ended(self, kind: int) -> bool:
        """Leave, as a console asks on a thread of the system's; the program ends with the return.

        Closing the window leaves 5 s for it.

        Args:
            kind: The number of what happened.

        Returns:
            Whether it was heard.
        """
        if kind not in _CONSOLE_ENDS:
            return False
        with suppress(KeyboardInterrupt):
            self._leave()
        if not self._over.wait(_LAST_WRITES_S):
            self._put_back()
        self._close()
        return True

    def ask(self, every_s: float = _ASKED_EVERY_S) -> None:
        """Ask again and again whether the terminal is there, and leave when it is not.

        `poll` on a terminal tells nothing on macOS.
        """
        if sys.platform != "win32":
            import termios

            with suppress(OSError, ValueError, KeyboardInterrupt):
                terminal = sys.stdin.fileno()
                # Asked once: one that is gone is no terminal any more, and would end this unheard.
                is_there = os.isatty(terminal)
                while is_there and not self._over.wait(every_s):
                    try:
                        termios.tcgetattr(terminal)
                    except termios.error:
                        self._gone()
                        return

    if sys.platform == "linux":

        def _watch(self) -> None:
            """Wait until the terminal is gone.

            The system signals that to the leader of the session alone, and `make` does not pass it
            on.
            """
            terminal = select.poll()
            with suppress(OSError, ValueError, KeyboardInterrupt):
                terminal.register(sys.stdin.fileno(), 0)
                if any(event & select.POLLHUP for _, event in terminal.poll()):
                    self._gone()

    if sys.platform == "win32":

        def _take_console(self) -> None:
            """Hear how the console ends; `signal` hears of a window that closes too late."""
            import ctypes

            handler = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)(self.console_ended)
            self._handler = handler  # the system keeps no hold of it
            ctypes.windll.kernel32.SetConsoleCtrlHandler(handler, 1)

    def _gone(self, *_: object) -> None:
        last = threading.Timer(_LAST_WRITES_S, self._end_at_once)
        last.daemon = True
        last.start()
        self._leave()

    def _end_at_once(self) -> None:
        self._close()
        os._exit(0)
