"""One logged set, from the command to the disk: the fold, the record, the writer's thread, fsync.

The limit is 200 bytes added to a file, and fsync. All take their turn within milliseconds, on the
same file system.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.face import press
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import LogSet
from runlift_tui.core.session.state import is_finished
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, interleaved, percentile
from tests.core.builders import started

HISTORIES = (0, 100, 3_000)
SETS_A_ROUND = 25
"""For each of the bench's rounds; the slowest in a hundred are only seen in hundreds."""
ALLOWED_P50_MS = 0.2
"""More than the bare append: what the program adds is the same on a quick disk and on a slow one.

It was twice the append, on a disk that took 0.2 ms for one.
"""
ALLOWED_P99 = 3.0
ALLOWED_GROWTH = 1.5
_A_STEP_MS = 6_000


class Logging:
    """Trains on and on in one folder, and times the sets."""

    def __init__(self, folder: str) -> None:
        self._clock = ManualClock()
        self._store = Store(folder, self._clock)
        self._store.open()
        if self._store.only_looking:
            raise RuntimeError(self._store.only_looking)
        self._facts = self._store.facts()
        self._on_disk = threading.Event()
        self._at_ns = 0
        self._times = self._train()

    def next_ms(self) -> float:
        """Log one set; return the time from the command to the end of fsync, milliseconds."""
        return next(self._times)

    def close(self) -> None:
        """Let go of the folder."""
        self._store.close()

    def _train(self) -> Iterator[float]:
        while True:
            training = self._begun()
            while not is_finished(training.session):
                self._clock.advance(_A_STEP_MS)
                training.tick()
                command = press.space(training.session)
                if command is None:
                    continue
                self._wait_for_writer()
                self._on_disk.clear()
                began = time.perf_counter_ns()
                training.tell(command)
                self._on_disk.wait()
                if isinstance(command, LogSet):
                    yield (self._at_ns - began) / 1e6
            training.leave()

    def _begun(self) -> Training:
        now = self._clock.stamp().utc_ms
        start = started(Level.ADVANCED, last=self._facts.last_times)
        training = self._store.sessions.begin(structs.replace(start, id=new_id(now)))
        training.on_disk.heard = self._heard
        return training

    def _heard(self) -> None:
        """Take the time, on the writer's thread, right after the append returned."""
        self._at_ns = time.perf_counter_ns()
        self._on_disk.set()

    def _wait_for_writer(self) -> None:
        """Wait until it has nothing else to do: the hold that ended, the session before."""
        idle = threading.Event()
        self._store.writer.submit(idle.set)
        idle.wait()


class Appending:
    """Adds 200 bytes to a file, again and again."""

    def __init__(self, path: str) -> None:
        self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def next_ms(self) -> float:
        """Add 200 bytes; return the time until they are on the disk, milliseconds."""
        began = time.perf_counter_ns()
        os.write(self._fd, b"x" * 199 + b"\n")
        os.fsync(self._fd)
        return (time.perf_counter_ns() - began) / 1e6

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._fd)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure a set, with and without a history."""
    with ExitStack() as stack:
        bare = stack.enter_context(closing(Appending(os.path.join(bench.path, "bare"))))
        ours = [stack.enter_context(closing(Logging(bench.folder(n)))) for n in HISTORIES]
        measures = {"bare": bare.next_ms}
        measures |= {str(n): each.next_ms for n, each in zip(HISTORIES, ours, strict=True)}
        found = interleaved(measures, bench.rounds * SETS_A_ROUND, warm_up=20)
    empty = found["0"]
    held = ((50, "p50", ALLOWED_P50_MS, Rule.PLUS), (99, "p99", ALLOWED_P99, Rule.TIMES))
    for share, middle, allowed, by in held:
        times, limit = percentile(empty, share), percentile(found["bare"], share)
        yield Figure(f"one logged set, {middle}", times, limit, "ms", allowed, by)
    for count in HISTORIES[1:]:
        for share, middle, rule in ((50, "p50", Rule.TIMES), (99, "p99", Rule.TOLD)):
            what = f"one logged set, {middle}, {count} sessions against none"
            times, limit = percentile(found[str(count)], share), percentile(empty, share)
            yield Figure(what, times, limit, "ms", ALLOWED_GROWTH, rule)
