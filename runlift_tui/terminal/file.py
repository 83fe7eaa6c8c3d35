"""What a terminal is sent: all of it, also where it takes nothing for a while, and the way back."""

import os
import select
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

from textual.app import App

_MANY = 1 << 16
"""Characters that are kept back for one write, at most."""
_BACK = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l\x1b[0m"
)
"""No mouse, no pasting in brackets, the usual keys, the first screen, its cursor and colours."""


class Patient:
    """A terminal as a file, which waits where it can take nothing, and never raises.

    Another program may have set the terminal to refuse what it has no room for; Textual's thread
    would end at that, and the program stand still behind it.
    """

    def __init__(self, file: TextIO) -> None:
        """Write to the file of a terminal."""
        self._file = file
        self._texts: list[str] = []
        self.kept = 0
        """Characters that wait for the next flush."""

    def fileno(self) -> int:
        """Return the terminal's descriptor."""
        return self._file.fileno()

    def write(self, text: str) -> int:
        """Keep a text for the next flush; return its length."""
        self._texts.append(text)
        self.kept += len(text)
        if self.kept > _MANY:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Write what was kept; what a terminal that is gone would have shown is dropped."""
        errors = self._file.errors or "backslashreplace"
        left = memoryview("".join(self._texts).encode(self._file.encoding, errors))
        self._texts.clear()
        self.kept = 0
        with suppress(OSError, ValueError):
            while left:
                try:
                    left = left[os.write(self.fileno(), left) :]
                except BlockingIOError:
                    select.select([], [self.fileno()], [])


def write_patiently(app: App[Any]) -> Callable[[], None]:
    """Have an app write to its terminal as it should.

    Args:
        app: One that does not run yet.

    Returns:
        What puts the terminal back where the app could not; it does nothing where that was done.
    """
    driver = app.driver_class
    shown: list[Any] = []

    class PatientDriver(driver):  # type: ignore[valid-type, misc]
        """Knows whether the terminal is as it was."""

        _file: Any

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            if os.name != "nt":
                self._file = Patient(self._file)
            self._is_back = False

        def start_application_mode(self) -> None:
            """Take the terminal over."""
            self._is_back = False
            shown[:] = [self]
            super().start_application_mode()

        def stop_application_mode(self) -> None:
            """Give the terminal back."""
            super().stop_application_mode()
            self._is_back = True

        def close(self) -> None:
            """Have the last of it written."""
            super().close()
            if self._is_back:
                shown.clear()

    def put_back() -> None:
        for each in shown:
            if sys.platform != "win32":
                # Where a write fails, the thread that reads goes on for ever, and the program.
                each.exit_event.set()
            by_hand = each._file
            by_hand.write(_BACK)
            by_hand.flush()
            if sys.platform != "win32" and each.attrs_before is not None:
                import termios

                with suppress(termios.error):
                    termios.tcsetattr(each.fileno, termios.TCSANOW, each.attrs_before)

    app.driver_class = PatientDriver
    return put_back
