"""A program in a terminal of its own, watched from the other side of it."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import NamedTuple, Self

ROWS, COLUMNS = 36, 120
_PIECE = 1 << 16


class TooLate(Exception):
    """What was waited for did not come."""


class Piece(NamedTuple):
    """Bytes that came from the program in one read."""

    at_ns: int
    """When they came, by `time.perf_counter_ns`."""
    data: bytes


class Terminal:
    """A pseudo-terminal with a program in it; it answers no question that the program asks.

    A window of `COLUMNS` by `ROWS` unless told otherwise. Leaving the context kills the program.
    """

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        *,
        rows: int = ROWS,
        columns: int = COLUMNS,
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.pieces: list[Piece] = []
        """Everything that was read, in order."""
        self.began_ns = time.perf_counter_ns()
        """When the program was started, by `time.perf_counter_ns`."""
        self._process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    @property
    def written(self) -> int:
        """How many bytes the program has written, as far as they were read."""
        return sum(len(piece.data) for piece in self.pieces)

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._master

    def press(self, keys: str) -> int:
        """Type keys; return when, by `time.perf_counter_ns`."""
        at = time.perf_counter_ns()
        os.write(self._master, keys.encode())
        return at

    def read(self) -> bool:
        """Take in what is there, waiting for it; return False at the end of the program."""
        try:
            data = os.read(self._master, _PIECE)
        except OSError:
            # Linux says so when nobody holds the other end any more.
            data = b""
        self.pieces.append(Piece(time.perf_counter_ns(), data))
        return bool(data)

    def until(self, marker: bytes, timeout_s: float = 60, since: int = 0) -> Piece:
        """Read until the program has written a marker; return the piece that completed it.

        Args:
            marker: Bytes that stand in one run, without a change of colour inside.
            timeout_s: How long to wait at most.
            since: Pieces before this one do not count.

        Raises:
            TooLate: it did not come, or the program ended.
        """
        end, seen, tail = time.monotonic() + timeout_s, since, b""
        while True:
            for piece in self.pieces[seen:]:
                tail = tail[-len(marker) :] + piece.data
                if marker in tail:
                    return piece
            seen = len(self.pieces)
            if not self._ready(end - time.monotonic()) or not self.read():
                raise TooLate(f"{marker!r} never came; the end was {self.tail()!r}")

    def until_quiet(self, quiet_s: float, timeout_s: float = 60) -> None:
        """Read until the program has written nothing for a while.

        Raises:
            TooLate: it goes on writing, or ended.
        """
        end = time.monotonic() + timeout_s
        while self._ready(quiet_s):
            if time.monotonic() > end or not self.read():
                raise TooLate(f"never quiet; the end was {self.tail()!r}")

    def tail(self) -> bytes:
        """Return the last bytes, to be shown."""
        return b"".join(piece.data for piece in self.pieces[-8:])[-400:]

    def _ready(self, timeout_s: float) -> bool:
        return bool(select.select([self], [], [], max(0.0, timeout_s))[0])


def watch(terminals: Sequence[Terminal], for_s: float) -> None:
    """Read from several terminals at once for a while.

    Raises:
        TooLate: one of the programs ended.
    """
    end = time.monotonic() + for_s
    while (left := end - time.monotonic()) > 0:
        for terminal in select.select(terminals, [], [], left)[0]:
            if not terminal.read():
                raise TooLate(f"the program ended; the end was {terminal.tail()!r}")


def environment(home: str) -> dict[str, str]:
    """Return what every program under measurement is started with.

    Args:
        home: A folder without any settings in it.
    """
    dropped = ("RUNLIFT_", "TEXTUAL", "XDG_", "NO_COLOR", "COLUMNS", "LINES", "PYTHON", "SSH_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    # Nothing to be found is nothing to be played.
    fixed = {"HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PATH": ""}
    return kept | fixed
