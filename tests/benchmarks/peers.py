"""RunLift's rest beside other timers for a terminal: `make bench-peers`.

Each runs 15 s in a terminal of its own, once left alone and once stopped for 6 s of them, as when
a lid is closed: how late is the end, and what does it cost? The others come from the package index
into an environment of their own, whose folder is the first argument; the second, if any, is where
the figures are written.
"""

import math
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.__main__ import write
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, table
from tests.benchmarks.process import processor_ms
from tests.benchmarks.terminal import Terminal, TooLate
from tests.newcomers import introduce

_SECONDS = 15
_STOP_AT_S, _STOP_FOR_S = 4.0, 6.0
_LATEST_S = 40.0
_ALLOWED_MS = 150.0


class Run(NamedTuple):
    """One timer's 15 seconds."""

    late_ms: float
    """How long after its 15 s the end could be seen."""
    processor_ms: float
    written: int
    """Bytes to the terminal."""


class Peer(NamedTuple):
    """Another timer, and how it is told to run for 15 s."""

    name: str
    argv: tuple[str, ...]


PEERS = (
    Peer("termdown", ("termdown", f"{_SECONDS}")),
    Peer("countdown-cli", ("countdown", f"{_SECONDS}s")),
)


def main() -> int:
    """Measure and print."""
    found: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="runlift-peers-") as path:
        bench = Bench(path, rounds=1, rest_s=_SECONDS)
        for stopped in (False, True):
            how = "stopped for 6 s of them" if stopped else "left alone"
            print(f"measuring: 15 s, {how}", file=sys.stderr, flush=True)
            runs = {"RunLift": _guarded(partial(_ours, bench, stopped))}
            for peer in PEERS:
                argv = (os.path.join(sys.argv[1], peer.argv[0]), *peer.argv[1:])
                runs[peer.name] = _guarded(partial(_theirs, bench, argv, stopped))
            found += _figures(how, runs)
    print(table(found))
    if len(sys.argv) > 2:
        write(Path(sys.argv[2]), found)
    return 0


def _figures(how: str, runs: dict[str, Run | None]) -> list[Figure]:
    ours, rows = runs.pop("RunLift"), []
    nothing = Run(math.nan, math.nan, 0)
    mine = ours or nothing
    rows.append(Figure(f"late, {how}", mine.late_ms, math.nan, "ms", _ALLOWED_MS, Rule.MOST))
    for name, run in runs.items():
        theirs = run or nothing
        for what, one, other, unit in (
            ("late", mine.late_ms, theirs.late_ms, "ms"),
            ("processor", mine.processor_ms, theirs.processor_ms, "ms"),
            ("to the terminal", float(mine.written), float(theirs.written), "bytes"),
        ):
            rows.append(Figure(f"  {what}, beside {name}", one, other, unit, rule=Rule.TOLD))
    return rows


def _guarded(measure: Callable[[], Run]) -> Run | None:
    try:
        return measure()
    except (TooLate, OSError) as error:
        print(f"  {error}", file=sys.stderr)
        return None


def _ours(bench: Bench, stopped: bool) -> Run:
    """Begin a beginner's first session, shorten its first rest to 15 s, and wait for the work."""
    folder = bench.folder()
    introduce(Path(folder))
    argv = [*bench.runlift, "--data-dir", folder, "start", "--level", "beginner"]
    # In a window this low the state's word is written, not drawn.
    with Terminal(argv, bench.env, rows=21, columns=80) as terminal:
        terminal.until(b"WORK")
        terminal.until_quiet(0.8)
        began = terminal.press(" ")
        terminal.until(b"NEXT")
        terminal.press("-")
        terminal.until_quiet(0.3)
        return _watched(terminal, began, stopped, lambda data: b"WORK" in data)


def _theirs(bench: Bench, argv: tuple[str, ...], stopped: bool) -> Run:
    """Wait for the end of the program; what it takes to start is not held against it."""
    with Terminal(argv, bench.env) as terminal:
        terminal.read()
        return _watched(terminal, terminal.pieces[0].at_ns, stopped, lambda data: not data)


def _watched(
    terminal: Terminal, began_ns: int, stopped: bool, is_over: Callable[[bytes], bool]
) -> Run:
    """Read until the end, stopping the program on the way where that is asked for.

    Raises:
        TooLate: the end never came.
    """
    before, written = processor_ms(terminal.pid), terminal.written
    used = before
    todo = [(_STOP_AT_S, signal.SIGSTOP), (_STOP_AT_S + _STOP_FOR_S, signal.SIGCONT)]
    todo = todo if stopped else []
    while (gone := (time.perf_counter_ns() - began_ns) / 1e9) < _LATEST_S:
        if todo and gone >= todo[0][0]:
            os.kill(terminal.pid, todo.pop(0)[1])
        used = _used(terminal.pid, used)
        if select.select([terminal], [], [], 0.02)[0]:
            more = terminal.read()
            piece = terminal.pieces[-1]
            if is_over(piece.data):
                late = (piece.at_ns - began_ns) / 1e6 - _SECONDS * 1000
                return Run(late, used - before, terminal.written - written)
            if not more:
                break
    raise TooLate(f"the end never came; the last was {terminal.tail()!r}")


def _used(pid: int, before: float) -> float:
    """Return the processor time of a program, or what it was before its end."""
    try:
        return processor_ms(pid)
    except (OSError, ValueError, IndexError):
        return before


if __name__ == "__main__":
    sys.exit(main())
