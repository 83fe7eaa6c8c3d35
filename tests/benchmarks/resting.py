"""What a rest costs: processor time and bytes to the terminal, while nobody touches a key."""

import math
from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from runlift_tui.core.levels import Level
from runlift_tui.store.folder import DataFolder
from tests.benchmarks import process
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, median
from tests.benchmarks.prepared import lay
from tests.benchmarks.terminal import Terminal, watch
from tests.core.builders import Athlete, main, reps, started

ALLOWED_TIME = 2.0
ALLOWED_BYTES = 3.0
ALLOWED_TIME_MOVING = 4.0
ROWS, COLUMNS = 45, 160
MOTIONLESS = {"TEXTUAL_ANIMATIONS": "none"}
WINDOWS = 3
"""The rest is watched in so many pieces, of which the middle one counts."""
WARM_S = 3.0
STILL_S = 10.0
"""How long nothing may be written where nothing moves."""
_INTO_THE_REST_MS = 20_000


class Watch:
    """What one program did in each window."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._time_ms, self._bytes = self._read()
        self.times_ms: list[float] = []
        """Processor time of each window."""
        self.bytes: list[float] = []
        """Bytes to the terminal in each window."""

    def turn(self) -> None:
        """End a window, and begin the next."""
        time_ms, written = self._read()
        self.times_ms.append(time_ms - self._time_ms)
        self.bytes.append(written - self._bytes)
        self._time_ms, self._bytes = time_ms, written

    def _read(self) -> tuple[float, int]:
        pid = self._terminal.pid
        return process.processor_ms(pid) if process.KNOWN else math.nan, self._terminal.written


def figures(bench: Bench) -> Iterator[Figure]:
    """Watch the priming rest of the main block beside a clock, then a pause and the summary."""
    with ExitStack() as stack:
        terminals = [
            stack.enter_context(resumed(bench, resting(), MOTIONLESS)),
            stack.enter_context(resumed(bench, resting())),
            stack.enter_context(
                Terminal(bench.minimal("second"), bench.env, rows=ROWS, columns=COLUMNS)
            ),
        ]
        watch(terminals, WARM_S)
        watches = [Watch(terminal) for terminal in terminals]
        for _ in range(WINDOWS):
            watch(terminals, bench.rest_s / WINDOWS)
            for each in watches:
                each.turn()
    still_, moving, limit = watches
    what = f"resting {bench.rest_s / WINDOWS:g} s"
    times, bytes_ = median(limit.times_ms), median(limit.bytes)
    yield Figure(f"{what}, processor", median(still_.times_ms), times, "ms", ALLOWED_TIME)
    yield Figure(f"{what}, to the terminal", median(still_.bytes), bytes_, "bytes", ALLOWED_BYTES)
    what += ", figure moving"
    yield Figure(f"{what}, processor", median(moving.times_ms), times, "ms", ALLOWED_TIME_MOVING)
    yield Figure(f"{what}, to the terminal", median(moving.bytes), bytes_, "bytes", rule=Rule.TOLD)
    yield from still(bench)


def still(bench: Bench) -> Iterator[Figure]:
    """Count what is written in a pause and on the summary, where nothing moves."""
    with ExitStack() as stack:
        paused = stack.enter_context(resumed(bench, resting()))
        summary = stack.enter_context(resumed(bench, at_last_set()))
        named = {"paused": (paused, "p"), "on the summary": (summary, " ")}
        watch([paused, summary], WARM_S)
        for terminal, key in named.values():
            terminal.press(key)
        watch([paused, summary], WARM_S)
        before = {what: terminal.written for what, (terminal, _) in named.items()}
        watch([paused, summary], STILL_S)
        for what, (terminal, _) in named.items():
            written = terminal.written - before[what]
            yield Figure(f"{what} {STILL_S:g} s", written, math.nan, "bytes", 0, Rule.MOST)


def resting() -> Athlete:
    """Return an athlete some seconds into the long rest after the first heavy set."""
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_past(main(1, "B1"), reps(6))
    athlete.wait(_INTO_THE_REST_MS)
    return athlete


def at_last_set() -> Athlete:
    """Return an athlete in the middle of the last set."""
    athlete = Athlete(started(Level.ADVANCED))
    rounds = athlete.start.routine.blocks[-1].rounds
    athlete.walk_to(main(rounds, athlete.start.routine.blocks[-1].slots[-1].label))
    athlete.wait(_INTO_THE_REST_MS)
    return athlete


def resumed(bench: Bench, athlete: Athlete, env: Mapping[str, str] = {}) -> Terminal:
    """Return the program where an athlete stands, in a large window."""
    folder = bench.folder()
    lay(DataFolder(folder), athlete, athlete.now)
    argv = [*bench.runlift, "--data-dir", folder, "resume"]
    return Terminal(argv, {**bench.env, **env}, rows=ROWS, columns=COLUMNS)
