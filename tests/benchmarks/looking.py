"""Looking back on a lifetime: the history's first rows, its cursor, all of one exercise."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from runlift_tui.core.progress.curves import curves, points
from runlift_tui.core.progress.exercise import outings_of
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.past_reading import PastReading
from runlift_tui.store.disk.files import read_whole
from runlift_tui.store.history.past import Past
from tests.benchmarks import process
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, interleaved, median
from tests.benchmarks.terminal import Terminal

FEW, MANY = 10, (1_500, 3_000)
ALLOWED_ROWS, ALLOWED_TREND = 1.35, 1.5
A_FRAME_MS = 16.0
A_HOME = b"done about"
EXERCISE = "rfe-split-squat"
A_SET = b"left, right"
"""Stands over the sets of the chosen session, painted with the rows."""
A_ROW = "▸".encode()
SETTLED_S = 0.3
"""How long the program is silent before a key counts."""


class Looking:
    """A program that stands at home, and looks into its history over and over."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self.row_ms: list[float] = []
        """From a key to the row below, each time."""
        self.processor_ms: dict[str, list[float]] = {"h": [], "j": [], "q": []}
        """The processor time of each key until then; a busy machine says less of it."""
        terminal.until(A_HOME)

    def first_rows_ms(self) -> float:
        """Open the history; return the milliseconds to its first rows, and go down one on the way.

        Home is there again when it returns.
        """
        took = self._pressed("h", A_SET)
        self.row_ms.append(self._pressed("j", A_ROW))
        self._pressed("q", A_HOME)
        return took

    def _pressed(self, key: str, marker: bytes) -> float:
        self._terminal.until_quiet(SETTLED_S)
        since = len(self._terminal.pieces)
        before = process.processor_ms(self._terminal.pid) if process.KNOWN else 0.0
        began = self._terminal.press(key)
        piece = self._terminal.until(marker, since=since)
        if process.KNOWN:
            taken = process.processor_ms(self._terminal.pid) - before
            self.processor_ms[key].append(taken)
        return (piece.at_ns - began) / 1e6


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure the history on a screen, then an exercise's trend without one."""
    with ExitStack() as stack:
        programs = {}
        for count in (FEW, *MANY):
            argv = [*bench.runlift, "--data-dir", bench.folder(count)]
            programs[count] = Looking(stack.enter_context(Terminal(argv, bench.env)))
        found = interleaved(
            {f"{count}": each.first_rows_ms for count, each in programs.items()}, bench.rounds
        )
    few = median(found[f"{FEW}"])
    for count in MANY:
        what = f"history to its first rows, {count} sessions against {FEW}"
        yield Figure(what, median(found[f"{count}"]), few, "ms", ALLOWED_ROWS)
    few = median(programs[FEW].row_ms)
    for count in MANY:
        what = f"history, one row down, {count} sessions"
        times = median(programs[count].row_ms)
        yield Figure(what, times, few, "ms", A_FRAME_MS, Rule.MOST)
    for key, what in (("h", "its first rows"), ("j", "one row down")):
        few = median(programs[FEW].processor_ms[key])
        for count in MANY:
            times = median(programs[count].processor_ms[key])
            told = f"processor time of it: {what}, {count} sessions"
            yield Figure(told, times, few, "ms", rule=Rule.TOLD)
    for count in MANY:
        yield _trend(bench, count)


def _trend(bench: Bench, count: int) -> Figure:
    """Measure all of one exercise against reading and decoding the years that have it.

    Home was there before, as it is for whoever opens the exercise.
    """
    folder = bench.opened(count)
    found = interleaved(
        {"ours": _timed(folder, _curve), "bare": _timed(folder, _read)}, bench.rounds
    )
    what = f"an exercise's whole trend, {count} sessions"
    return Figure(what, median(found["ours"]), median(found["bare"]), "ms", ALLOWED_TREND)


def _timed(folder: str, do: Callable[[str], object]) -> Callable[[], float]:
    def measure() -> float:
        began = time.perf_counter_ns()
        do(folder)
        return (time.perf_counter_ns() - began) / 1e6

    return measure


def _curve(folder: str) -> object:
    """Return the points that an exercise's page draws first."""
    reading = PastReading(Past(folder), EXERCISE)
    while reading.go_on():
        pass
    found = outings_of(reading.sessions, EXERCISE)
    return points(found, curves(found)[0], Unit.KG)


def _read(folder: str) -> object:
    """Read every year, and let it go again: the trend needs all of them, but one at a time."""
    history = Past(folder).history
    for year in history.years():
        json.loads(read_whole(history.path(year)) or b"null")
    return None
