"""A day of use in one run of the program: its memory must not grow."""

import asyncio
import gc
import os
from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.home.home import WAYS
from runlift_tui.screens.session.session import SessionScreen
from tests.benchmarks.process import KNOWN, resident_mb
from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.screens.gym import SEASONED, Gym, gym

_WARM = 4
"""Sessions until whatever is kept once is there."""
_ALLOWED_MB_A_SESSION = 0.15
"""A session's own document and rows, which the program may know of, are some hundredths of it."""
_HOUR_S = 3600


def soak(path: str, *, hours: int) -> Tally:
    """Train an hour of every hour, look at every place in between, and weigh the program."""
    tally = Tally()
    if not KNOWN:
        return tally
    weights = asyncio.run(_days(Path(path, "soak"), hours))
    grown = (weights[-1] - weights[_WARM - 1]) / max(1, len(weights) - _WARM)
    told = f"{grown:.2f} MB more a session ({weights[_WARM - 1]:.0f} to {weights[-1]:.0f} MB)"
    for hour in range(hours):
        heavy = hour == hours - 1 and grown > _ALLOWED_MB_A_SESSION
        tally.add([Broken(told)] if heavy else [], f"hour {hour}")
    return tally


async def _days(folder: Path, hours: int) -> list[float]:
    """Return the resident memory after each hour, MB."""
    clock, found = ManualClock(), []
    async with gym(folder, clock, athlete=SEASONED) as g:
        for _ in range(hours):
            began = clock.stamp().utc_ms
            await _session(g)
            await _look_around(g)
            left = _HOUR_S - (clock.stamp().utc_ms - began) / 1000
            await g.wait(max(1, left))
            gc.collect()
            found.append(resident_mb(os.getpid()))
    return found


async def _session(g: Gym) -> None:
    await g.press("space", "space")
    assert g.is_on(SessionScreen)
    await g.walk_out()
    await g.press("7", "escape")


async def _look_around(g: Gym) -> None:
    for way in WAYS:
        await g.press(way.key, "down", "w", "escape", "escape", "escape", "escape")
