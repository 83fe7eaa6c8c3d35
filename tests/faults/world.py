"""The world outside: whatever a terminal sends to any screen, and whatever a program is started in.

Both run the installed command in a pty. It may end where a key asks for that; never with a
traceback, never with the terminal left on its second screen, and never so that what lies on the
disk is damaged.
"""

import fcntl
import os
import pty
import random
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from runlift_tui.clock import ManualClock
from runlift_tui.store.store import Store
from tests.faults.ledger import Broken
from tests.faults.tally import Tally

_SCREENS = ("", "h", "p", "e", "o", "r", "t", "l", ",", "n", "?", ":", " ", "  ", "  n", "  w", "c")
"""The keys that lead to a screen from home."""
_STRINGS = 250
"""How many a program gets before another one is started."""
_SIGNALS = b"\x03\x1a\x1c\x13"
"""What ends, stops or holds a program in whose terminal nothing reads keys any more."""
_WAIT_S = 20.0
_NAMED = (
    *(b"\x1b[", b"\x1b]", b"\x1bP", b"\x1bO", b"\x1b_", b"\x1b", b"\x9b", b"\x1b[<", b"\x1b[M"),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b[?2026;2$y", b"\x1b[57404;129;53u", b"\x1b[I", b"\x1b[O"),
    *(b"\x1b[6;5R", b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b[?62;4c", b"\x1b[<0;999;999M"),
    *(b"\x1b[<35;1;1m", b"\x1b[48;24;80;0;0t", b"\x1b[M\xff\xff\xff", b"\xc3", b"\xe2\x82"),
)
"""Pieces of what terminals send, whole and cut."""


def _knowing(chance: random.Random) -> bytes:
    """Return a string made of sequences that a terminal might send, cut, doubled and filled up."""
    found = b""
    for _ in range(chance.randint(1, 4)):
        found += chance.choice(_NAMED)
        found += bytes(chance.choices(b"0123456789;:?<>$~uMmRc", k=chance.randint(0, 9)))
    return found[: chance.randint(1, len(found))]


def _knowing_nothing(chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((1, 2, 3, 8, 40)))


class Started(NamedTuple):
    """A program in a terminal."""

    process: "subprocess.Popen[bytes]"
    master: int
    said: bytearray

    def hear(self, seconds: float) -> bool:
        """Read what comes within so many seconds; return False where nothing more can come."""
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.said.extend(data)
        return bool(data)

    def hear_until(self, there: Callable[[], bool], seconds: float = _WAIT_S) -> bool:
        """Read on until something is so; return whether it is."""
        end = time.monotonic() + seconds
        while not there() and time.monotonic() < end:
            if not self.hear(0.02):
                return there() or self.process.wait(_WAIT_S) is not None
        return there()

    def hear_for(self, seconds: float) -> None:
        """Read on for so many seconds, or until nothing more can come."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self.hear(left):
            pass

    def send(self, data: bytes) -> None:
        """Send bytes, and go on where nobody reads any more."""
        try:
            os.write(self.master, data)
        except OSError:
            self.hear(0.0)

    def has_begun(self) -> bool:
        """Whether it draws its screen, or has ended without one."""
        return b"\x1b[?2004h" in self.said or self.is_over()

    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.process.poll() is not None

    def end(self) -> list[Broken]:
        """End it where it still runs; return what was wrong with it."""
        if not self.is_over():
            self.process.send_signal(signal.SIGTERM)
        found = []
        if not self.hear_until(self.is_over):
            self.process.kill()
            found.append(Broken("it does not end"))
        while self.hear(0.02) and select.select([self.master], [], [], 0.02)[0]:
            pass
        self.process.wait(_WAIT_S)
        os.close(self.master)
        said = bytes(self.said)
        if b"Traceback" in said:
            found.append(Broken(said[-600:].decode("utf-8", "replace")))
        if said.rfind(b"\x1b[?1049h") > said.rfind(b"\x1b[?1049l"):
            what = f"the terminal is left on its second screen ({self.process.returncode})"
            found.append(Broken(what))
        return found


def installed(folder: Path, *words: str, python: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the installed command on a folder.

    Args:
        folder: The data folder.
        words: What it is started with; nothing is home.
        python: Options of the interpreter, where it is not to have its own.
    """
    command = os.fspath(Path(sys.executable).with_name("runlift"))
    interpreter = (sys.executable, *python) if python else ()
    return (*interpreter, command, *words, "--data-dir", os.fspath(folder))


def started(
    argv: tuple[str, ...],
    *,
    size: tuple[int, int] = (24, 80),
    environ: dict[str, str] | None = None,
    files: int | None = None,
) -> Started:
    """Start a program in a terminal of its own.

    Args:
        argv: The program, and what it is told.
        size: Rows and columns of the terminal.
        environ: The variables in place of those that there are.
        files: How many files it may have open.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def inside() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        if files is not None:
            resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))

    process = subprocess.Popen(
        argv,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environ or {**os.environ, "TERM": "xterm-256color"},
        start_new_session=True,
        preexec_fn=inside,
    )
    os.close(slave)
    os.set_blocking(master, False)
    return Started(process, master, bytearray())


def strings(path: str, *, cases: int, seed: int = 0) -> Tally:
    """Send random bytes into every screen, every other string made of escape sequences."""
    tally, chance, number = Tally(), random.Random(seed), 0
    folder = Path(path, "strings")
    while tally.cases < cases:
        keys = _SCREENS[number % len(_SCREENS)]
        number += 1
        here = started(installed(folder))
        here.hear_until(here.has_begun)
        here.hear_for(0.5)
        for key in keys:
            here.send(key.encode())
            here.hear(0.1)
        sent: list[bytes] = []
        while len(sent) < min(_STRINGS, cases - tally.cases) and not here.is_over():
            data = (_knowing, _knowing_nothing)[len(sent) % 2](chance).translate(None, _SIGNALS)
            sent.append(data)
            here.send(data)
            here.hear(0.01)
        broken = [*here.end(), *_damage(folder)]
        for _ in sent[1:] or [b""]:
            tally.add([], "")
        if sent:
            tally.add(broken, f"behind {keys!r}, {b''.join(sent[-3:])!r}")
    return tally


def _damage(folder: Path) -> Iterator[Broken]:
    store = Store(folder, ManualClock())
    list(store.past.sessions())
    store.desk.plans()
    store.runs.entries()
    yield from (Broken(each) for each in store.past.reports)


def environments(path: str, *, share: float = 1.0) -> Tally:
    """Start the program in every kind of surroundings, and end it."""
    tally = Tally()
    kinds = list(_kinds(Path(path)))
    step = max(1, round(1 / share))
    for number, (name, environ, python, size, files) in list(enumerate(kinds))[::step]:
        folder = Path(path, f"data-{number}")
        argv = installed(folder, python=python)
        here = started(argv, environ=environ, size=size, files=files)
        here.hear_until(here.has_begun, 8.0)
        here.hear_for(0.8)
        here.send(b"?")
        here.hear_for(0.2)
        tally.add(here.end(), name)
    return tally


Kind = tuple[str, dict[str, str], tuple[str, ...], tuple[int, int], int | None]


def _kinds(path: Path) -> Iterator[Kind]:
    """Yield surroundings: a name, variables, options of Python, a size, and a limit of files."""
    usual = {**os.environ, "TERM": "xterm-256color"}
    terms = ("linux", "vt100", "vt220", "screen", "tmux-256color", "xterm", "xterm-kitty", "rxvt")
    for term in (*terms, "alacritty", "foot", "ansi", "dumb", "unknown", "", "x" * 5000):
        yield f"TERM={term[:20]}", usual | {"TERM": term}, (), (24, 80), None
    for size in (
        (1, 1),
        (1, 200),
        (50, 1),
        (2, 2),
        (5, 20),
        (16, 60),
        (200, 500),
        (0, 0),
        (65535, 65535),
    ):
        yield f"{size}", usual, (), size, None
    for rows, columns in (("0", "0"), ("-1", "-1"), ("9" * 30, "80"), ("x", ""), ("1", "1")):
        lying = usual | {"LINES": rows, "COLUMNS": columns}
        yield f"LINES={rows} COLUMNS={columns}", lying, (), (24, 80), None
    barred = path / "barred"
    barred.mkdir(mode=0o500, exist_ok=True)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        without = {key: value for key, value in usual.items() if key != name}
        yield f"no {name}", without, (), (24, 80), None
        for value in ("", "/nowhere", "/dev/null", f"{barred}", "ünter/../..", "~x"):
            yield f"{name}={value}", usual | {name: value}, (), (24, 80), None
    for words in ("C", "POSIX", "tr_TR.UTF-8", "ja_JP.eucJP", "C.UTF-8", "nonsense", ""):
        yield f"LC_ALL={words}", usual | {"LC_ALL": words}, (), (24, 80), None
    for zone in ("Pacific/Kiritimati", "nowhere", "UTC+99", ""):
        yield f"TZ={zone}", usual | {"TZ": zone}, (), (24, 80), None
    for python in (("-I",), ("-O",), ("-OO",), ("-W", "error"), ("-X", "dev"), ("-B", "-s")):
        yield " ".join(python), usual, python, (24, 80), None
    for name, value in (("PYTHONIOENCODING", "ascii"), ("PYTHONUTF8", "0"), ("NO_COLOR", "1")):
        yield f"{name}={value}", usual | {name: value}, (), (24, 80), None
    yield "16 open files", usual, (), (24, 80), 16
    yield "an empty environment", {"PATH": ""}, (), (24, 80), None
