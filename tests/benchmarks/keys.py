"""From the key to the acknowledgement, and from the key to the changed screen.

For the first both programs run in this process without a terminal, and take the same road from
the driver's message to the binding; what differs is what RunLift does between the key and the
disk. For the second the program runs in a terminal, with figures, flashes, sound and voice on.
"""

import asyncio
import math
import os
import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs
from textual import events
from textual.app import App
from textual.message import Message

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock, SystemClock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.state import Work
from runlift_tui.core.setup.opening import Opening
from runlift_tui.screens.session.telling import Acknowledged
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.session.training import Training
from runlift_tui.store.store import Store
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, median, percentile
from tests.benchmarks.minimal import Appending
from tests.benchmarks.prepared import lay
from tests.benchmarks.resting import resting
from tests.benchmarks.terminal import COLUMNS, ROWS, Terminal
from tests.core.builders import started

ALLOWED_MS = 1.0
A_HISTORY = 100
"""Sessions that were trained before."""
SETS = 20
"""In one session; the whole of it has a few more."""
SETTLED_S = 0.05
"""How long the program is left alone before a key, for its painting."""
TOO_LATE_S = 10
KEYS, KEYS_A_ROUND = 1_000, 100
MOST_P50_MS, MOST_P99_MS = 16.0, 50.0
"""A frame in the middle, and what is still felt as at once."""
BETWEEN_S = (0.01, 0.04)
"""Between two keys, by chance, so that they meet every moment of a second."""
_A_STEP_MS = 6_000


class Asked(NamedTuple):
    """A key, and what stands on the screen after it and not before it."""

    key: str
    marker: bytes


ESCAPE = "\x1b[27u"
"""As a terminal sends it that tells a key from the start of a sequence; else it is waited for."""
ASKED = (Asked(ESCAPE, b"early"), Asked("s", b"equipment"))
"""Taken back, and asked."""


class Ear:
    """Takes the time at which a program says that a key's work is on the disk."""

    def __init__(self) -> None:
        self._at_ns = 0
        self._said = asyncio.Event()

    def hear(self) -> None:
        """Take the time, the first time after a key: the message goes on to the app."""
        if not self._said.is_set():
            self._at_ns = time.perf_counter_ns()
            self._said.set()

    def listen(self, message: Message) -> None:
        """Take the time of RunLift's acknowledgement, from Textual's hook on every message."""
        if isinstance(message, Acknowledged):
            self.hear()

    async def press_ms(self, app: App[None]) -> float:
        """Press space; return the milliseconds until it was heard that it is on the disk."""
        await asyncio.sleep(SETTLED_S)
        self._said.clear()
        began = time.perf_counter_ns()
        app.post_message(events.Key("space", " "))
        await asyncio.wait_for(self._said.wait(), TOO_LATE_S)
        return (self._at_ns - began) / 1e6


def watched(store: Store) -> list[Training]:
    """Return where every session will be found that a store begins from now on."""
    begin, found = store.sessions.begin, list[Training]()

    def begun(start: Started) -> Training:
        found.append(begin(start))
        return found[-1]

    store.sessions.begin = begun  # type: ignore[method-assign]
    return found


async def times_ms(folder: str, path: str) -> tuple[list[float], list[float]]:
    """Train one session with space alone, the least program beside it, key by key in turn.

    Args:
        folder: Of the data.
        path: Of the file that the least program writes to.

    Returns:
        What each set counted in reps took, and what as many keys of the least program took.
    """
    clock, ear, bare_ear = ManualClock(), Ear(), Ear()
    store = Store(folder, clock)
    begun = watched(store)
    store.open()
    start = started(Level.ADVANCED, last=store.facts().last_times)
    start = structs.replace(start, id=new_id(clock.stamp().utc_ms))
    app, bare = RunLift(store, clock, Opening(start)), Appending(path, bare_ear.hear)
    ours: list[float] = []
    limit: list[float] = []
    try:
        async with (
            bare.run_test(size=(COLUMNS, ROWS)),
            app.run_test(size=(COLUMNS, ROWS), message_hook=ear.listen),
        ):
            (training,) = begun
            while len(ours) < SETS:
                clock.advance(_A_STEP_MS)
                # As its timer would: so that the key finds a screen that shows this moment.
                training.tick()
                app.screen.post_message(events.ScreenResume())
                is_set = isinstance(training.session.phase, Work)
                took = await ear.press_ms(app)
                if is_set:
                    ours.append(took)
                    limit.append(await bare_ear.press_ms(bare))
    finally:
        store.close()
    return ours, limit


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure the keys of several sessions."""
    ours: list[float] = []
    limit: list[float] = []
    for number in range(-1, max(2, bench.rounds // 3)):
        found = asyncio.run(times_ms(bench.folder(A_HISTORY), os.path.join(bench.path, "keys")))
        if number >= 0:
            ours += found[0]
            limit += found[1]
    what = "key to acknowledgement, p50"
    yield Figure(what, median(ours), median(limit), "ms", ALLOWED_MS, Rule.PLUS)
    yield from on_screen(bench)


def on_screen(bench: Bench) -> Iterator[Figure]:
    """Measure keys in a rest with everything switched on: each asks a question, or takes it back.

    Both are words that stand nowhere else, in the middle of a row that is written whole, so that no
    second that passes is taken for the key's and none is cut where two rows are alike.
    """
    times: list[float] = []
    with everything_on(bench) as terminal:
        terminal.until(ASKED[0].marker)
        for number in range(min(KEYS, bench.rounds * KEYS_A_ROUND)):
            time.sleep(random.uniform(*BETWEEN_S))
            key, marker = ASKED[1 - number % 2]
            since = len(terminal.pieces)
            began = terminal.press(key)
            times.append((terminal.until(marker, since=since).at_ns - began) / 1e6)
    what = f"key to changed screen, {len(times)} keys"
    for name, share, most in (("p50", 50, MOST_P50_MS), ("p99", 99, MOST_P99_MS)):
        yield Figure(f"{what}, {name}", percentile(times, share), math.nan, "ms", most, Rule.MOST)


def everything_on(bench: Bench) -> Terminal:
    """Return the program in a long rest at 160x45, with nothing of it switched off."""
    folder = bench.folder(A_HISTORY)
    clock = SystemClock()
    store = Store(folder, clock)
    store.open()
    store.desk.keep_preferences(Preferences(sound=True, voice=True, motion=True))
    store.close()
    athlete = resting()
    lay(DataFolder(folder), athlete, athlete.now)
    argv = [*bench.runlift, "--data-dir", folder, "resume"]
    return Terminal(argv, bench.env, rows=45, columns=160)
