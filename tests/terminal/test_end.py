"""The program ends when the system asks, whatever else waits to be heard."""

import asyncio
import os
import signal

import pytest

from runlift_tui.terminal.end import TerminalEnd

_WAITING = 5000
"""More keys than the pipe that wakes a loop has room for."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.posix
def test_heard_behind_thousands_of_keys_that_wait(number: int) -> None:
    async def run() -> None:
        loop, left = asyncio.get_running_loop(), asyncio.Event()
        with TerminalEnd(lambda: loop.call_soon_threadsafe(left.set), lambda: None):
            for _ in range(_WAITING):
                loop.call_soon_threadsafe(lambda: None)
            os.kill(os.getpid(), number)
            async with asyncio.timeout(10):
                await left.wait()

    before = signal.getsignal(number)
    asyncio.run(run())
    assert signal.getsignal(number) is before
