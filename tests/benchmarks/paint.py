"""From the command to the first frame, and the memory that is held by then."""

import os
from collections.abc import Iterator
from pathlib import Path

from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.journal.segment import list_segments
from tests.benchmarks import process
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, interleaved, median
from tests.benchmarks.terminal import Terminal
from tests.newcomers import introduce

A_FIGURE = "╭─╮".encode()
"""The first row of the least program's figure."""
AN_EXERCISE = b"Dead bug"
A_WELCOME = b"Strength sessions"
A_DAY = b"last time"

ALLOWED = 1.2
ALLOWED_GROWTH = 1.2
"""Of a first paint with a lifetime in the folder: its sum is read, and nothing else of it."""
ALLOWED_MB = 45.0
MANY = 3_000
TIMES = 2
"""This is the figure with the least room: so many times the rounds."""


class Start:
    """One way to start a program, and when its first frame is there."""

    def __init__(self, bench: Bench, argv: list[str], marker: bytes, folder: str = "") -> None:
        self._bench = bench
        self._argv = argv
        self._marker = marker
        self._folder = folder
        self.resident_mb: list[float] = []
        """What it held when the frame was there, each time; empty where that is not known."""
        self.processor_ms: list[float] = []
        """The processor time that it had taken by then; a busy machine says less of it."""

    def first_paint_ms(self) -> float:
        """Start it once; return when the first frame that says something had come."""
        with Terminal(self._argv, self._bench.env) as terminal:
            piece = terminal.until(self._marker)
            if process.KNOWN:
                self.processor_ms.append(process.processor_ms(terminal.pid))
                self.resident_mb.append(process.resident_mb(terminal.pid))
        self._forget()
        return (piece.at_ns - terminal.began_ns) / 1e6

    def _forget(self) -> None:
        """Remove the session that was begun, or the next start would ask about it."""
        if self._folder:
            for path in list_segments(DataFolder(self._folder).journal):
                os.unlink(path)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure the first frames."""
    least = Start(bench, bench.minimal("still"), A_FIGURE)
    ours = {
        "session, no history": _ours(bench, 0, AN_EXERCISE, "start"),
        f"session, {MANY} sessions": _ours(bench, MANY, AN_EXERCISE, "start"),
        "home, no history": _ours(bench, 0, A_WELCOME),
        f"home, {MANY} sessions": _ours(bench, MANY, A_DAY),
    }
    starts = {"least": least} | ours
    measures = {what: each.first_paint_ms for what, each in starts.items()}
    found = interleaved(measures, bench.rounds * TIMES)
    limit = median(found["least"])
    for what in ours:
        rule = Rule.TIMES if what.startswith("session") else Rule.TOLD
        yield Figure(f"first paint: {what}", median(found[what]), limit, "ms", ALLOWED, rule)
    for where in ("session", "home"):
        many, none = (median(found[f"{where}, {n}"]) for n in (f"{MANY} sessions", "no history"))
        what = f"first paint: {where}, {MANY} sessions against none"
        yield Figure(what, many, none, "ms", ALLOWED_GROWTH)
    for what, start in ours.items():
        times, taken = median(start.processor_ms), median(least.processor_ms)
        rule = Rule.TIMES if what.startswith("session") else Rule.TOLD
        yield Figure(f"processor time of it: {what}", times, taken, "ms", ALLOWED, rule)
    held = median(least.resident_mb)
    for what, start in ours.items():
        rule = Rule.MOST if what.startswith("session") else Rule.TOLD
        mb = median(start.resident_mb)
        yield Figure(f"resident: {what}", mb, held, "MB", ALLOWED_MB, rule)


def _ours(bench: Bench, sessions: int, marker: bytes, *command: str) -> Start:
    folder = bench.folder(sessions)
    if command:
        introduce(Path(folder))
    return Start(bench, [*bench.runlift, "--data-dir", folder, *command], marker, folder)
