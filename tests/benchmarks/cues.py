"""How late a cue is: the bell, and the picture that goes with it, against the journal's time."""

import math
import time
from collections.abc import Iterator
from contextlib import ExitStack

from runlift_tui.clock import SystemClock
from runlift_tui.core.levels import Level
from runlift_tui.core.rests import deadline
from runlift_tui.store.folder import DataFolder
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures import Figure, Rule, median
from tests.benchmarks.prepared import dues, lay
from tests.benchmarks.terminal import Terminal, watch
from tests.core.builders import Athlete, started, warm_up

ALLOWED_MS = 150
ATHLETES = 4
"""They rest side by side, their rests ending at different parts of a second."""
WATCHED_S = 40
BEFORE_MS = 5_000
"""How much of the rest is left when the program starts."""
_BELL = b"\x07"
_A_FRAME = 40
"""Bytes in one read that are more than a bell."""
_EARLY_MS = 50
_LOST_MS = 1_000
"""A cue that comes later than this never came."""


class Heard:
    """One terminal's bells and frames, by this boot's clock."""

    def __init__(self, terminal: Terminal) -> None:
        offset = SystemClock().stamp().boot_ms - time.perf_counter_ns() / 1e6
        pieces = [(piece.at_ns / 1e6 + offset, piece.data) for piece in terminal.pieces]
        self._bells = [at for at, data in pieces if _BELL in data]
        self._frames = [at for at, data in pieces if len(data) >= _A_FRAME]

    def bell_ms(self, due: int) -> float:
        """Return how late the bell was; infinity where it never came."""
        return _late(self._bells, due)

    def frame_ms(self, due: int) -> float:
        """Return how late the next frame was; infinity where it never came."""
        return _late(self._frames, due)


def _late(times: list[float], due: int) -> float:
    found = (at - due for at in times if -_EARLY_MS <= at - due <= _LOST_MS)
    return next(found, math.inf)


def figures(bench: Bench) -> Iterator[Figure]:
    """Wait for the end of rests, lead-ins and holds of a warm-up."""
    bells: list[float] = []
    frames: list[float] = []
    with ExitStack() as stack:
        begun = []
        for number in range(ATHLETES):
            folder = bench.folder()
            path = lay(DataFolder(folder), *before_a_hold(BEFORE_MS + 230 * number))
            expected = dues(path, (WATCHED_S - 1) * 1_000)
            argv = [*bench.runlift, "--data-dir", folder, "resume"]
            begun.append((stack.enter_context(Terminal(argv, bench.env)), expected))
        watch([terminal for terminal, _ in begun], WATCHED_S)
        for terminal, expected in begun:
            heard = Heard(terminal)
            bells += [heard.bell_ms(due) for _, due in expected]
            frames += [heard.frame_ms(due) for _, due in expected]
    cues = f"of {len(bells)} cues"
    yield Figure(f"lateness {cues}, heard, p50", median(bells), math.nan, "ms", rule=Rule.TOLD)
    for what, times in (("heard", bells), ("seen", frames)):
        worst = max(times, default=math.nan)
        yield Figure(f"worst lateness {cues}, {what}", worst, math.nan, "ms", ALLOWED_MS, Rule.MOST)


def before_a_hold(left_ms: int) -> tuple[Athlete, int]:
    """Return an athlete in the rest before the first timed hold, and the present moment.

    Args:
        left_ms: How much of the rest is left.
    """
    athlete = Athlete(started(Level.ADVANCED))
    athlete.walk_past(warm_up(1, "A1"))
    return athlete, deadline(athlete.session, athlete.rest) - left_ms
