"""What goes on around a program that runs: its window, its shell, its multiplexer and its clock."""

import fcntl
import itertools
import os
import resource
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.store.store import Store
from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.faults.world import Started, installed, started
from tests.newcomers import introduce
from tests.terminal.test_sequences import ANSWERS, CUT

_SIZES = ((24, 80), (1, 1), (200, 500), (16, 60), (3, 300), (90, 9), (45, 160), (2, 2))
_RESIZES = 200
_PAST_RESIZES_S = 10.0
_SOMEBODY = 12345
_TYPED_S = 3.0
"""After which what was typed is in the journal."""
_SIGNALS = (
    *("SIGTTIN", "SIGTTOU", "SIGURG", "SIGPIPE", "SIGCHLD", "SIGWINCH", "SIGINT", "SIGQUIT"),
    *("SIGALRM", "SIGVTALRM", "SIGPROF", "SIGIO", "SIGPWR", "SIGXCPU", "SIGXFSZ", "SIGUSR1"),
    *("SIGUSR2", "SIGHUP"),
)
_SUMMER_TIME = "CET-1CEST,M3.5.0,M10.5.0/3"


def surroundings(path: str, *, share: float = 1.0) -> Tally:
    """Do each thing to a program in the middle of a session."""
    tally = Tally()
    kinds = [*_KINDS.items()]
    for number, (name, do) in enumerate(kinds[:: max(1, round(1 / share))]):
        folder = Path(path, f"outside-{number}")
        tally.add(do(folder), name)
    return tally


def _in_a_session(folder: Path, environ: dict[str, str] | None = None) -> Started:
    introduce(folder)
    here = started(installed(folder, "start", "--level", "advanced"), environ=environ)
    here.hear_until(here.has_begun)
    here.hear_for(1.0)
    for key in (b" ", b" ", b"8", b" "):
        here.send(key)
        here.hear_for(0.3)
    return here


def _stands(here: Started) -> list[Broken]:
    """Return what is wrong with a program that has to be there still, and draw when asked."""
    if here.is_over():
        return [Broken(f"it ended ({here.process.returncode})"), *here.end()]
    before = len(here.said)
    here.send(b"\x0c")
    if not here.hear_until(lambda: len(here.said) > before + 20):
        return [Broken("it draws nothing any more"), *here.end()]
    return here.end()


def _resized(folder: Path) -> list[Broken]:
    here = _in_a_session(folder)
    for number in range(_RESIZES):
        size = _SIZES[number % len(_SIZES)]
        fcntl.ioctl(here.master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        here.process.send_signal(signal.SIGWINCH)
        here.hear(0.01)
    fcntl.ioctl(here.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    here.process.send_signal(signal.SIGWINCH)
    here.hear_for(_PAST_RESIZES_S)
    return _stands(here)


def _stopped(folder: Path) -> list[Broken]:
    here = _in_a_session(folder)
    for _ in range(5):
        os.killpg(here.process.pid, signal.SIGSTOP)
        time.sleep(0.1)
        here.send(b"\x1b[B")
        os.killpg(here.process.pid, signal.SIGCONT)
        here.hear_for(0.3)
    return _stands(here)


def _told_to_stop(folder: Path) -> list[Broken]:
    """Have the shell's ctrl+z come between two keys, and `fg` once it has stopped."""
    here = _in_a_session(folder)
    for _ in range(5):
        here.send(b"8")
        here.send(b" ")
        here.process.send_signal(signal.SIGTSTP)
        if not here.hear_until(lambda: _state(here) == "T"):
            return [Broken("it does not stop"), *here.end()]
        here.process.send_signal(signal.SIGCONT)
        here.hear_for(0.5)
    return _stands(here)


def _state(here: Started) -> str:
    return Path(f"/proc/{here.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]


def _continued_while_it_ends(folder: Path) -> list[Broken]:
    here = _in_a_session(folder)
    here.send(b"\x11")
    for _ in range(30):
        if here.is_over():
            break
        here.process.send_signal(signal.SIGCONT)
        here.hear(0.02)
    return here.end()


def _hung_up(folder: Path) -> list[Broken]:
    here = _in_a_session(folder)
    here.process.send_signal(signal.SIGHUP)
    return [] if here.hear_until(here.is_over) and not here.end() else [Broken("it stays")]


def _in_zone(zone: str) -> Callable[[Path], list[Broken]]:
    def do(folder: Path) -> list[Broken]:
        return _stands(_in_a_session(folder, {**os.environ, "TERM": "xterm", "TZ": zone}))

    return do


def timed(by: str) -> dict[str, str]:
    """Return variables under which a program has another clock."""
    found = subprocess.run(
        ["faketime", "-f", "+0", "printenv", "LD_PRELOAD"],
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        **os.environ,
        "TERM": "xterm-256color",
        "LD_PRELOAD": found.stdout.strip(),
        "FAKETIME": by,
    }


def _at(when: datetime, zone: str = "UTC") -> Callable[[Path], list[Broken]]:
    def do(folder: Path) -> list[Broken]:
        if shutil.which("faketime") is None:
            return []
        environ = timed(f"@{when:%Y-%m-%d %H:%M:%S}") | {"TZ": zone}
        environ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
        return _stands(_in_a_session(folder, environ))

    return do


def _another_user(folder: Path) -> list[Broken]:
    """Train, and look at it as somebody who owns none of it and has no right beyond that."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return []
    found = _stands(_in_a_session(folder))
    for each in (folder, *folder.rglob("*")):
        os.chown(each, _SOMEBODY, _SOMEBODY)
    rights = "-dac_override,-dac_read_search,-chown,-fowner"
    bare = ("setpriv", f"--inh-caps={rights}", f"--bounding-set={rights}")
    for mode, words in itertools.product((0o755, 0o700), (("history",), ("run", "5k 25:10"))):
        folder.chmod(mode)
        done = subprocess.run(
            [*bare, *installed(folder, *words)],
            capture_output=True,
            text=True,
            check=False,
        )
        if "Traceback" in done.stderr or done.returncode not in (0, 1):
            found.append(Broken(f"{words} {mode:o} {done.returncode}: {done.stderr[-400:]}"))
    return found


def _multiplexers(*names: str) -> Callable[[Path], list[Broken]]:
    """Return a trial in one multiplexer within another."""

    def do(folder: Path) -> list[Broken]:
        if any(shutil.which(name) is None for name in names):
            return []
        folder.mkdir(parents=True, exist_ok=True)
        inner = " ".join(installed(folder, "start", "--level", "advanced"))
        script = folder / "inner.sh"
        script.write_text(f"{inner} 2>{folder}/errors\n", "utf-8")
        call = f"sh {script}"
        for number, name in enumerate(reversed(names)):
            socket = f"runlift-{os.getpid()}-{number}"
            outer = folder / f"outer-{number}.sh"
            outer.write_text(
                f"tmux -L {socket} -f /dev/null new-session '{call}'\n"
                if name == "tmux"
                else f"screen -q -c /dev/null -S {socket} {call}\n",
                "utf-8",
            )
            call = f"sh {outer}"
        environ = {key: value for key, value in os.environ.items() if key not in ("TMUX", "STY")}
        here = started(tuple(call.split()), environ={**environ, "TERM": "xterm-256color"})
        here.hear_for(6.0)
        for key in (b" ", b" ", b"8", b" "):
            here.send(key)
            here.hear_for(0.5)
        here.send(b"\x11")
        over = here.hear_until(here.is_over)
        errors = (folder / "errors").read_text("utf-8") if (folder / "errors").exists() else ""
        found = [] if over else [Broken("it stays")]
        if "Traceback" in errors:
            found.append(Broken(errors[-400:]))
        return [*found, *here.end()]

    return do


def _answered(folder: Path) -> list[Broken]:
    """Have its terminal answer what nobody asked: nothing of it is typed, and nothing logged."""
    here = _in_a_session(folder)
    here.hear_for(_TYPED_S)
    journals = list((folder / "journal").iterdir())
    before = [each.read_bytes() for each in journals]
    for data in (*ANSWERS, *CUT):
        # In two pieces, and what is cut not so soon that the next one would be its rest.
        whole = not data.startswith("\x1b")
        for part in (data,) if whole else (data[:5], data[5:]):
            here.send(part.encode())
            here.hear(0.01)
        here.hear_for(0.7 if data in CUT else 0.05)
    after = [each.read_bytes() for each in journals]
    typed = [] if after == before else [Broken(f"it typed: {after[0][len(before[0]) :][-300:]!r}")]
    return [*typed, *_stands(here)]


def _signalled(folder: Path) -> list[Broken]:
    found = []
    for name in _SIGNALS:
        here = _in_a_session(folder / name)
        here.process.send_signal(getattr(signal, name))
        here.hear_for(0.5)
        here.process.send_signal(signal.SIGCONT)
        found += [Broken(f"{name}: {each.what}") for each in here.end()]
    return found


def _clock_jumps(folder: Path) -> list[Broken]:
    if shutil.which("faketime") is None:
        return []
    folder.mkdir(parents=True, exist_ok=True)
    by = folder / "clock"
    by.write_text("+0", "ascii")
    environ = timed("+0") | {"FAKETIME_TIMESTAMP_FILE": str(by), "FAKETIME_CACHE_DURATION": "1"}
    del environ["FAKETIME"]
    here = _in_a_session(folder / "data", environ | {"FAKETIME_DONT_FAKE_MONOTONIC": "1"})
    for far in ("+40d", "-40d", "+9000d", "-9000d", "+70y", "-50y", "+0"):
        by.write_text(far, "ascii")
        here.hear_for(1.2)
        for key in (b" ", b"8", b" ", b"u"):
            here.send(key)
            here.hear_for(0.2)
    return _stands(here)


def _without_limit(limit: int, room: int) -> Callable[[Path], list[Broken]]:
    """Return a trial in which something runs out in the middle of a session.

    Args:
        limit: Of the system.
        room: What is left of it; of memory, beyond what is in use.
    """

    def do(folder: Path) -> list[Broken]:
        here = _in_a_session(folder)
        most = room
        if limit == resource.RLIMIT_AS:
            status = Path(f"/proc/{here.process.pid}/statm").read_text("ascii")
            most += int(status.split()[0]) * resource.getpagesize()
        resource.prlimit(here.process.pid, limit, (most, most))
        for key in (
            b"8",
            b" ",
            b" ",
            b"n",
            b"hello\r",
            b" ",
            b"8",
            b" ",
            b"?",
            b"\x1b",
            b"o",
            b"\x1b",
        ):
            here.send(key)
            here.hear_for(0.3)
        by_itself = here.is_over()
        found = here.end()
        said = " ".join(here.said.decode("utf-8", "replace").split())
        told = any(words in said for words in ("start runlift again", "not enough memory"))
        if by_itself and not told:
            found.append(Broken(f"it ends and does not say what is safe: {said[-300:]!r}"))
        left = Store(folder, ManualClock()).sessions.unfinished()
        if left is None or not left.live.session.done:
            found.append(Broken("the set that was logged before is lost"))
        return found

    return do


_KINDS: dict[str, Callable[[Path], list[Broken]]] = {
    "200 sizes in two seconds": _resized,
    "stopped and let go on, five times": _stopped,
    "let go on while it ends": _continued_while_it_ends,
    "told to stop in the middle of a write, five times": _told_to_stop,
    "every signal that a program may get": _signalled,
    "answers to questions that it did not ask, and what is cut short": _answered,
    "a clock that jumps by days and decades": _clock_jumps,
    "no memory from now on": _without_limit(resource.RLIMIT_AS, 0),
    "a megabyte of memory from now on": _without_limit(resource.RLIMIT_AS, 1 << 20),
    "eight megabytes of memory from now on": _without_limit(resource.RLIMIT_AS, 8 << 20),
    "no file may grow from now on": _without_limit(resource.RLIMIT_FSIZE, 0),
    "no file may be opened from now on": _without_limit(resource.RLIMIT_NOFILE, 3),
    "no process may be begun from now on": _without_limit(resource.RLIMIT_NPROC, 0),
    "its terminal hangs up": _hung_up,
    "in 14 hours' distance": _in_zone("Pacific/Kiritimati"),
    "in a zone that is none": _in_zone("Nowhere/City"),
    "1970": _at(datetime(1970, 1, 2, tzinfo=UTC)),
    "2038, over the end of 32 bits": _at(datetime(2038, 1, 19, 3, 14, 5, tzinfo=UTC)),
    "2100": _at(datetime(2100, 2, 28, 23, 59, 55, tzinfo=UTC)),
    "into summer time": _at(datetime(2026, 3, 29, 0, 59, 56, tzinfo=UTC), _SUMMER_TIME),
    "out of summer time": _at(datetime(2026, 10, 25, 0, 59, 56, tzinfo=UTC), _SUMMER_TIME),
    "a folder of another user": _another_user,
    "tmux in screen": _multiplexers("screen", "tmux"),
    "screen in tmux": _multiplexers("tmux", "screen"),
}
