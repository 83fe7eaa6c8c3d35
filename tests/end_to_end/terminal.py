"""The installed command in a terminal of its own, driven by keys and read like a screen."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from runlift_tui.core.face.press import GUARD_MS
from tests.newcomers import introduce

COLUMNS, ROWS = 100, 21
"""So low that the state's word is written, not drawn in large letters."""
_WAIT_S = 20.0
_GUARD_S = GUARD_MS / 1000 + 0.05
_SEQUENCE = re.compile(
    r"\x1b\[(?P<parameters>[0-9;:?<>=]*)[ -/]*(?P<final>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1bP.*?\x1b\\"
    r"|\x1b[^\[\]P]",
    re.DOTALL,
)

A_SHELL = (
    sys.executable,
    "-c",
    """
import os, signal, sys
program = os.fork()
if not program:
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
sys.exit(os.waitstatus_to_exitcode(os.waitpid(program, 0)[1]))
""",
)
"""What runs a program as shells do: in a group of its own, and somebody can have it go on."""


class Terminal:
    """RunLift in a pty, with just enough of a terminal to see what stands where."""

    def __init__(
        self,
        folder: Path,
        *argv: str,
        under: tuple[str, ...] = (),
        newcomer: bool = False,
        **environ: str,
    ) -> None:
        if "start" in argv and not newcomer:
            introduce(folder)
        command = Path(sys.executable).with_name("runlift")
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        usual = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": ""}
        self.process = subprocess.Popen(
            [*under, command, "--data-dir", str(folder), *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, **usual, **environ},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.raw = ""
        self._cells: dict[tuple[int, int], str] = {}
        self._row = self._column = 0
        self._rest = ""

    @property
    def in_shell(self) -> int:
        """The program that runs in `A_SHELL`, as the system numbers it."""
        own = self.process.pid
        return int(Path(f"/proc/{own}/task/{own}/children").read_text().split()[0])

    def read(self, seconds: float) -> bool:
        """Take in what comes within so many seconds; return False when nothing more can come."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        text = data.decode("utf-8", "replace")
        self.raw += text
        self._show(text)
        return bool(data)

    def wait_for(self, *parts: str) -> str:
        """Read on until all of these stand on the screen; return the screen."""
        end = time.monotonic() + _WAIT_S
        while time.monotonic() < end:
            screen = self.text()
            if all(part in screen for part in parts):
                return screen
            if not self.read(0.05):
                break
        raise AssertionError(f"{parts} do not come:\n{self.text()}")

    def press(self, keys: str) -> None:
        """Press keys as a hand does."""
        os.write(self.master, keys.encode())

    def press_calmly(self, keys: str) -> None:
        """Press keys that a held key does not press."""
        self.let_the_guard_pass()
        self.press(keys)

    def let_the_guard_pass(self) -> None:
        """Read on until the guard against a held key lets the next press through."""
        end = time.monotonic() + _GUARD_S
        while (left := end - time.monotonic()) > 0 and self.read(left):
            pass

    def send(self, data: bytes) -> None:
        """Send bytes that no key of ours sends."""
        os.write(self.master, data)

    def settle(self) -> None:
        """Read on until nothing has come for a while."""
        while self.read(0.4) and select.select([self.master], [], [], 0.4)[0]:
            pass

    def wipe(self) -> None:
        """Lose all that stands on the screen, as where another program wrote over it."""
        self._cells.clear()

    def kill(self, number: int) -> int:
        """Send a signal to the program; return what it ended with."""
        self.process.send_signal(number)
        return self.ended()

    def ended(self) -> int:
        """Wait for the end of the program, reading on; return what it ended with."""
        end = time.monotonic() + _WAIT_S
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.02)
        while self.read(0.05) and select.select([self.master], [], [], 0.05)[0]:
            pass
        assert self.process.poll() is not None, f"it goes on:\n{self.text()}"
        return self.process.returncode

    def close(self) -> None:
        """Take the terminal away, and whatever still runs in it."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(_WAIT_S)
        if self.master >= 0:
            os.close(self.master)

    def hang_up(self) -> int:
        """Close the terminal's window; return what the program ended with."""
        os.close(self.master)
        self.master = -1
        return self.process.wait(_WAIT_S)

    def text(self) -> str:
        """Return the screen, line by line."""
        rows = [
            "".join(self._cells.get((row, column), " ") for column in range(COLUMNS)).rstrip()
            for row in range(ROWS)
        ]
        return "\n".join(rows)

    def _show(self, text: str) -> None:
        text = self._rest + text
        self._rest = ""
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self._put(text[at])
                at += 1
                continue
            found = _SEQUENCE.match(text, at)
            if found is None:
                self._rest = text[at:]
                return
            self._obey(found["parameters"], found["final"])
            at = found.end()

    def _put(self, character: str) -> None:
        if character == "\r":
            self._column = 0
        elif character == "\n":
            self._row = min(self._row + 1, ROWS - 1)
        elif character == "\b":
            self._column = max(0, self._column - 1)
        elif character >= " ":
            self._cells[self._row, self._column] = character
            self._column += 1

    def _obey(self, parameters: str | None, final: str | None) -> None:
        numbers = [int(each) if each.isdigit() else 0 for each in (parameters or "").split(";")]
        if final == "H":
            self._row = max(1, numbers[0]) - 1
            self._column = max(1, numbers[1] if len(numbers) > 1 else 1) - 1
        elif final == "J":
            self._cells.clear()
        elif final == "K":
            for column in range(self._column, COLUMNS):
                self._cells.pop((self._row, column), None)
        elif final == "C":
            self._column += max(1, numbers[0])
        elif final == "h" and parameters == "?1049":
            self._cells.clear()
