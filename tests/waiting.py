"""What the pilot of a test waits for: that nothing is left to do, and not a moment longer.

Textual's own sleeps for a fiftieth of a second to see whether the processor is idle, twice for
every key and once more at a pause. Here it is looked for whether anything is ready to go on, and
what is to be painted, or takes a new size, does so without its timer. Whatever else the clock
brings, a test waits for by itself.
"""

import asyncio
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

_PRESS, _PAUSE = App._press_keys, Pilot.pause
_QUIET = 3
"""So often in turn nothing is ready to go on when all is done."""
_MOST_S = 30
_pressed: ContextVar[App[Any]] = ContextVar("_pressed")


@contextmanager
def no_longer_than_it_works() -> Iterator[None]:
    """Have it so until the end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(App, "_press_keys", _press)
        patch.setattr("textual.app.wait_for_idle", _idle)
        patch.setattr(Pilot, "pause", _pause)
        yield


async def _press(app: App[Any], keys: Iterable[str]) -> None:
    """Press keys one after the other, each with all that comes of it."""
    _pressed.set(app)
    await _PRESS(app, keys)


async def _idle(*_: float) -> None:
    """Wait until the app whose keys are pressed has done what it can."""
    await _done(_pressed.get())


async def _pause(pilot: Pilot[Any], delay: float | None = None) -> None:
    """Wait for some time, or else until the app has done what it can."""
    if delay is None:
        await _done(pilot.app)
    else:
        await _PAUSE(pilot, delay)


async def _done(app: App[Any]) -> None:
    loop: Any = asyncio.get_running_loop()
    quiet, end = 0, time.monotonic() + _MOST_S
    while quiet < _QUIET and not app._exit:
        assert time.monotonic() < end, "something never comes to its end"
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1
        if quiet and app._resize_timer is not None:
            app._check_resize()
        elif quiet:
            app.screen._on_timer_update()
