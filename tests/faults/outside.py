"""What goes on around a program that runs: its window, its shell, its multiplexer and its clock."""

import fcntl
import itertools
import os
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.faults.world import Started, started
from tests.newcomers import introduce

_SIZES = ((24, 80), (1, 1), (200, 500), (16, 60), (3, 300), (90, 9), (45, 160), (2, 2))
_RESIZES = 200
_PAST_RESIZES_S = 10.0
_SOMEBODY = 12345
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
    here = started(folder, environ=environ, command=command(folder, "start", "--level", "advanced"))
    here.hear_until(here.has_begun)
    here.hear_for(1.0)
    for key in (b" ", b" ", b"8", b" "):
        here.send(key)
        here.hear_for(0.3)
    return here


def command(folder: Path, *words: str) -> tuple[str, ...]:
    """Return what starts the program on a folder, after Python's own name."""
    return ("-m", "runlift_tui", *words, "--data-dir", str(folder))


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
    bare = ("setpriv", f"--inh-caps={rights}", f"--bounding-set={rights}", sys.executable)
    for mode, words in itertools.product((0o755, 0o700), (("history",), ("run", "5k 25:10"))):
        folder.chmod(mode)
        done = subprocess.run(
            [*bare, "-m", "runlift_tui", *words, "--data-dir", str(folder)],
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
        inner = " ".join((sys.executable, *command(folder, "start", "--level", "advanced")))
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
        here = started(
            folder,
            environ={**environ, "TERM": "xterm-256color"},
            command=("-c", f"import os; os.execvp('sh', {call.split()!r})"),
        )
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


_KINDS: dict[str, Callable[[Path], list[Broken]]] = {
    "200 sizes in two seconds": _resized,
    "stopped and let go on, five times": _stopped,
    "let go on while it ends": _continued_while_it_ends,
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
