"""What a rest costs: processor time and bytes to the terminal, while nobody touches a key."""

import math
from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.rests import deadline
from runlift_tui.store.disk.folder import DataFolder
from tests.benchmarks import process
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, median
from tests.benchmarks.prepared import lay
from tests.benchmarks.terminal import COLUMNS, ROWS, Terminal, watch
from tests.core.builders import Athlete, main, reps, started

ALLOWED_TIME = 1.6
ALLOWED_BYTES = 3.0
ALLOWED_TIME_MOVING = 2.2
ALLOWED_TIME_MOVING_LARGER = 3.0
"""In the other sizes: a figure of more rows."""
MOTIONLESS = {"TEXTUAL_ANIMATIONS": "none"}
WINDOWS = 3
"""The rest is watched in so many pieces, of which the middle one counts."""
WARM_S = 3.0
FLASHING_S = 6.0
"""Long enough for the last three seconds, the end, and what comes of a slow start."""
STILL_S = 10.0
"""How long nothing may be written where nothing moves."""
SIZES = ((120, 36), (160, 45), (200, 60))
"""Columns and rows; the first is what the limits are about."""
LARGEST_ALLOWED = 160
"""Columns up to which the processor time has a limit; beyond it is told."""
MOST_A_SECOND = 4_000
"""Bytes to the terminal in the largest window: pleasant over any line (our own choice)."""
MOST_FLASHING = 40_000
"""Bytes of the last seconds in the first of the sizes: a flash repaints what changes."""
_INTO_THE_REST_MS = 20_000
_LAST_MS = 8_000
"""What is left of the rest when its last seconds are to be watched."""


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
    for columns, rows in SIZES:
        yield from counting(bench, columns, rows)
    yield from flashing(bench)
    yield from still(bench)


def counting(bench: Bench, columns: int, rows: int) -> Iterator[Figure]:
    """Watch a rest, its figure still and moving, beside a clock in a window of the same size."""
    with ExitStack() as stack:
        still_env = bench.env | MOTIONLESS
        least = bench.minimal("second")
        terminals = [
            stack.enter_context(resumed(bench, resting(), still_env, rows=rows, columns=columns)),
            stack.enter_context(resumed(bench, resting(), rows=rows, columns=columns)),
            stack.enter_context(Terminal(least, bench.env, rows=rows, columns=columns)),
        ]
        watch(terminals, WARM_S)
        watches = [Watch(terminal) for terminal in terminals]
        for _ in range(WINDOWS):
            watch(terminals, bench.rest_s / WINDOWS)
            for each in watches:
                each.turn()
    still_, moving, limit = watches
    what = f"resting {bench.rest_s / WINDOWS:g} s at {columns}x{rows}"
    times, bytes_ = median(limit.times_ms), median(limit.bytes)
    rule = Rule.TIMES if columns <= LARGEST_ALLOWED else Rule.TOLD
    yield Figure(f"{what}, processor", median(still_.times_ms), times, "ms", ALLOWED_TIME, rule)
    yield _to_the_terminal(f"{what}, to the terminal", median(still_.bytes), bytes_, bench, columns)
    what += ", figure moving"
    allowed = ALLOWED_TIME_MOVING if columns == SIZES[0][0] else ALLOWED_TIME_MOVING_LARGER
    yield Figure(f"{what}, processor", median(moving.times_ms), times, "ms", allowed)
    yield Figure(f"{what}, to the terminal", median(moving.bytes), bytes_, "bytes", rule=Rule.TOLD)


def _to_the_terminal(what: str, written: float, least: float, bench: Bench, columns: int) -> Figure:
    if columns == SIZES[0][0]:
        return Figure(what, written, least, "bytes", ALLOWED_BYTES)
    # A digit of thirty rows has more bytes than one of three: what counts is the line.
    most = MOST_A_SECOND * bench.rest_s / WINDOWS
    return Figure(what, written, least, "bytes", most, Rule.MOST)


def flashing(bench: Bench) -> Iterator[Figure]:
    """Count the bytes of the last seconds of a rest, with the flashes."""
    for columns, rows in SIZES:
        with resumed(bench, resting(left_ms=_LAST_MS), rows=rows, columns=columns) as terminal:
            watch([terminal], WARM_S)
            before = terminal.written
            watch([terminal], FLASHING_S)
            written = terminal.written - before
        what = f"the last {FLASHING_S:g} s of a rest at {columns}x{rows}, to the terminal"
        rule = Rule.MOST if columns == SIZES[0][0] else Rule.TOLD
        yield Figure(what, written, math.nan, "bytes", MOST_FLASHING, rule)


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


def resting(left_ms: int = 0) -> Athlete:
    """Return an athlete in the long rest after the first heavy set.

    Some seconds after its beginning, or with `left_ms` milliseconds of it left.
    """
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_past(main(1, "B1"), reps(6))
    whole = deadline(athlete.session, athlete.rest) - athlete.now
    athlete.wait(whole - left_ms if left_ms else _INTO_THE_REST_MS)
    return athlete


def at_last_set() -> Athlete:
    """Return an athlete in the middle of the last set."""
    athlete = Athlete(started(Level.ADVANCED))
    rounds = athlete.start.routine.blocks[-1].rounds
    athlete.walk_to(main(rounds, athlete.start.routine.blocks[-1].slots[-1].label))
    athlete.wait(_INTO_THE_REST_MS)
    return athlete


def resumed(
    bench: Bench,
    athlete: Athlete,
    env: Mapping[str, str] = {},
    *,
    rows: int = ROWS,
    columns: int = COLUMNS,
) -> Terminal:
    """Return the program where an athlete stands."""
    folder = bench.folder()
    lay(DataFolder(folder), athlete, athlete.now)
    argv = [*bench.runlift, "--data-dir", folder, "resume"]
    return Terminal(argv, {**bench.env, **env}, rows=rows, columns=columns)
