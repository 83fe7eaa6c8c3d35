"""The commands that need no screen, against an interpreter that does nothing.

A history is read in a folder in which home was there before, as it was for whoever trained in it:
years in which it believed every session are not looked through again. The first look into a folder
that came from elsewhere has a row and a limit of its own.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, interleaved, median

SESSIONS = 100
ALLOWED_VERSION = 5.0
ALLOWED_HISTORY, ALLOWED_NEVER_OPENED = 6.0, 8.0
TIMES = 2
"""These take a fraction of what a first paint takes: so many times the rounds."""


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure the commands, as they are installed and as a module."""
    history = ["--data-dir", bench.opened(SESSIONS), "history", "--json"]
    never_opened = ["--data-dir", bench.folder(SESSIONS), "history", "--json"]
    ours = {
        "--version": ([*bench.runlift, "--version"], ALLOWED_VERSION),
        "--version, as a module": ([*bench.module, "--version"], ALLOWED_VERSION),
        f"history --json, {SESSIONS} sessions": ([*bench.runlift, *history], ALLOWED_HISTORY),
        "history --json, as a module": ([*bench.module, *history], ALLOWED_HISTORY),
        "history --json, never opened": ([*bench.runlift, *never_opened], ALLOWED_NEVER_OPENED),
    }
    least = "python -c pass"
    measures = {least: timed(bench, [sys.executable, "-c", "pass"])}
    measures |= {what: timed(bench, argv) for what, (argv, _) in ours.items()}
    found = interleaved(measures, bench.rounds * TIMES)
    for what, (_, allowed) in ours.items():
        yield Figure(f"runlift {what}", median(found[what]), median(found[least]), "ms", allowed)


def timed(bench: Bench, argv: list[str]) -> Callable[[], float]:
    """Return what runs a command once, and says how many milliseconds that took."""

    def run() -> float:
        began = time.perf_counter_ns()
        subprocess.run(argv, env=bench.env, stdout=subprocess.DEVNULL, check=True)
        return (time.perf_counter_ns() - began) / 1e6

    return run
