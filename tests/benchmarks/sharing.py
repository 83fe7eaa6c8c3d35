"""What it costs that other machines are met: the same folder with sync on, against sync off."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing

from runlift_tui.clock import SystemClock
from runlift_tui.store.history.past import Past
from runlift_tui.store.meeting import meet
from runlift_tui.store.sync.switching import switch_off, switch_on
from tests.benchmarks.bench import Bench
from tests.benchmarks.commands import timed
from tests.benchmarks.figures import Figure, interleaved, median, percentile
from tests.benchmarks.logged import SETS_A_ROUND, Logging
from tests.benchmarks.paint import A_DAY, Start

SESSIONS = 100
ALLOWED = 1.05
TIMES = 2


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure a start, a set and a reading command."""
    on, off = (_folder(bench, number, is_on=number == 0) for number in (0, 1))
    starts = {
        name: Start(bench, [*bench.runlift, "--data-dir", folder], A_DAY, folder)
        for name, folder in (("on", on), ("off", off))
    }
    found = interleaved(
        {name: each.first_paint_ms for name, each in starts.items()}, bench.rounds * TIMES
    )
    yield _figure("first paint: home", median(found["on"]), median(found["off"]))
    history = {
        name: timed(bench, [*bench.runlift, "--data-dir", folder, "history", "--json"])
        for name, folder in (("on", on), ("off", off))
    }
    found = interleaved(history, bench.rounds * TIMES)
    yield _figure("runlift history --json", median(found["on"]), median(found["off"]))
    with ExitStack() as stack:
        sets = {
            name: stack.enter_context(closing(Logging(folder))).next_ms
            for name, folder in (("on", on), ("off", off))
        }
        found = interleaved(sets, bench.rounds * SETS_A_ROUND, warm_up=20)
    yield _figure("one logged set, p50", *(percentile(found[name], 50) for name in ("on", "off")))


def _figure(what: str, on: float, off: float) -> Figure:
    return Figure(f"{what}, sync on against off", on, off, "ms", ALLOWED)


def _folder(bench: Bench, number: int, *, is_on: bool) -> str:
    """Return a folder in which home was, with another machine beside it where sync is on."""
    folder, now = bench.opened(SESSIONS), SystemClock().stamp().utc_ms
    shared = os.path.join(bench.path, f"shared-{number}")
    other = Past(bench.folder(SESSIONS))
    for past in (Past(folder), other):
        switch_on(past, shared)
        meet(past, now)
    meet(Past(folder), now)
    if not is_on:
        switch_off(Past(folder))
    return folder
