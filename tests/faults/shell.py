"""Whatever a shell may do to a command: its limits, its streams, its words and its mask.

Each command may say no, in a line; none ends with a traceback, or with more than it was asked for.
"""

import contextlib
import os
import resource
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.faults.world import installed
from tests.newcomers import introduce

COMMANDS = (
    *("history", "history --json", "runs", "run today 8k", "progress", "plan", "card", "keys"),
    *("exercises", "exercises export", "routines", "exercise rfe-split-squat", "doctor"),
    *("export", "export --format csv", "imports", "sync status", "bin", "completion bash"),
    *("completion man", "--help", "--version", "history --help"),
)
WORDS = (b"", b" ", b"\n", b"-", b"--", b"\xff", b"\xed\xa0\x80", b"\x1b[2J", b"x" * 100_000, b"@/")
_LIMITS = {
    "files": (resource.RLIMIT_NOFILE, (5, 8, 16)),
    "MB of memory": (resource.RLIMIT_AS, (24, 32, 48, 96)),
    "bytes a file": (resource.RLIMIT_FSIZE, (0, 1, 1000)),
    "processes": (resource.RLIMIT_NPROC, (0,)),
    "kB of stack": (resource.RLIMIT_STACK, (256,)),
}
_UNITS = {resource.RLIMIT_AS: 1 << 20, resource.RLIMIT_STACK: 1 << 10}
_STREAMS = (">/dev/full", ">&-", "<&-", "2>&-", "2>/dev/full", "| true", "| head -1 >/dev/null")
_ASKED_OF_ALL = ("history", "doctor", "run today 8k", "export --format csv")
_VARIABLES = (
    *("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMPDIR", "LC_ALL", "LANGUAGE", "TZ", "TERM"),
    *("COLUMNS", "RUNLIFT_DATA_DIR", "RUNLIFT_STATE_DIR", "EDITOR", "NO_COLOR"),
)
_VALUES = (b"", b"/dev/null", b"\xff\xfe", b"x" * 70_000, b"-1", b"9" * 30)
_WAIT_S = 60.0
_PYTHON_CANNOT = ("MemoryError", "Cannot allocate", "not in the file system", "init_fs_encoding")
"""What an interpreter says that could not even begin; no program of its own is asked then."""


def shells(path: str, *, share: float = 1.0) -> Tally:
    """Run each command under each limit, stream, word, variable and mask."""
    tally = Tally()
    folder = Path(path, "data")
    introduce(folder)
    cases = list(_cases(folder))
    with contextlib.chdir(path):  # a variable may name a folder that is made where it runs
        for name, run in cases[:: max(1, round(1 / share))]:
            tally.add(_wrong(run()), name)
    return tally


def _wrong(done: "subprocess.CompletedProcess[bytes]") -> Iterator[Broken]:
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode not in (0, 1, 2):
        yield Broken(f"status {done.returncode}: {said[-300:]}")
    ours = "runlift_tui" in said or "Exception ignored" in said
    if "Traceback" in said and ours and not any(each in said for each in _PYTHON_CANNOT):
        yield Broken(said[-600:])
    if "fault of its own" in said:
        yield Broken(said[-600:])
    if b"\x1b" in done.stderr:
        yield Broken("a terminal is steered")


def _cases(
    folder: Path,
) -> Iterator[tuple[str, Callable[[], "subprocess.CompletedProcess[bytes]"]]]:
    for command in COMMANDS:
        argv = installed(folder, *command.split())
        for what, (limit, values) in _LIMITS.items():
            for value in values:
                yield f"{value} {what}: {command}", _limited(argv, limit, value)
        for stream in _STREAMS:
            line = f'"$@" {stream}'
            yield f"{command} {stream}", _run(["bash", "-c", line, "bash", *argv])
        yield f"umask 777: {command}", _run(["bash", "-c", 'umask 777; "$@"', "bash", *argv])
        for name in _VARIABLES if command in _ASKED_OF_ALL else ():
            for odd in _VALUES:
                environ = {**os.environb, name.encode(): odd}
                yield f"{name}={odd[:9]!r}: {command}", _run(argv, environ)
    for command in dict.fromkeys(each.split()[0] for each in COMMANDS):
        for word in WORDS:
            given = [each.encode() for each in installed(folder, command)]
            given.insert(2, word)
            yield f"{command} {word[:9]!r}", _run(given)


def _limited(
    argv: Sequence[str], limit: int, value: int
) -> Callable[[], "subprocess.CompletedProcess[bytes]"]:
    most = value * _UNITS.get(limit, 1)
    return _run(argv, before=lambda: resource.setrlimit(limit, (most, most)))


def _run(
    argv: Sequence[str] | Sequence[bytes],
    environ: dict[bytes, bytes] | None = None,
    before: Callable[[], None] | None = None,
) -> Callable[[], "subprocess.CompletedProcess[bytes]"]:
    return lambda: subprocess.run(
        argv,
        env=environ,
        preexec_fn=before,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_WAIT_S,
        check=False,
    )
