"""One time for everything: the program's clock, its timers and its writer stand on the test's.

Where nothing is left to do at a moment, the clock goes on to the next timer. So a test runs the
same way every time, an hour of it in a second, and has come to rest when a moment has passed.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any, TypeVar

import pytest
from textual import _time

from runlift_tui.clock import ManualClock
from runlift_tui.store import store
from runlift_tui.store.disk import ids
from runlift_tui.store.disk.writer import Done, Job, Writer

ResultT = TypeVar("ResultT")

_MOST_TURNS = 20_000
"""Turns of the loop in one moment, beyond which it is plain that it never comes to rest."""
_LAST_WORD_S = 5.0
_DELAYS_S = (0.0, 0.0, 0.001, 0.02, 0.3)


class Restless(Exception):
    """Something keeps calling itself, and no time passes."""


class OneTimeLoop(asyncio.SelectorEventLoop):
    """A loop whose time is that of a manual clock."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__()
        self._clock = clock
        self._now = 0.0
        self._turns = 0
        self._look = self._selector.select  # type: ignore[attr-defined]
        self._selector.select = self._select  # type: ignore[attr-defined]

    def time(self) -> float:
        """Return the time of the clock, seconds; between two of its milliseconds too."""
        self._now = max(self._now, self._clock.stamp().boot_ms / 1000)
        return self._now

    def _select(self, timeout: float | None = None) -> list[Any]:
        """Look for what has come, and let the time pass until a timer is due."""
        if timeout is None:
            # Nothing is planned: only another thread can have the last word.
            return list(self._look(_LAST_WORD_S))
        found = list(self._look(0))
        if timeout > 0 and not found:
            self._turns = 0
            self._now = self.time() + timeout
            late = int(self._now * 1000) - self._clock.stamp().boot_ms
            self._clock.advance(max(0, late))
        else:
            self._turns += 1
            if self._turns > _MOST_TURNS:
                self._turns = 0
                raise Restless
        return found


class SlowWriter(Writer):
    """Writes in the loop, each job a little after it was handed over, by chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._waiting: deque[tuple[Job, Done | None]] = deque()
        self._shut = False

    @property
    def is_done(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def submit(self, job: Job, done: Done | None = None) -> None:
        """Hand over a job."""
        if self._shut:
            raise RuntimeError("the writer is closed")
        self._waiting.append((job, done))
        if len(self._waiting) == 1:
            self._plan()

    def close(self, *, wait: bool = True) -> None:
        """Take no more jobs; finish those that are there."""
        self._shut = True
        while self._waiting:
            self._write()

    def _plan(self) -> None:
        asyncio.get_running_loop().call_later(self._chance.choice(_DELAYS_S), self._write_one)

    def _write_one(self) -> None:
        if self._waiting:
            self._write()
        if self._waiting:
            self._plan()

    def _write(self) -> None:
        job, done = self._waiting[0]
        result: Any
        try:
            result = job()
        except BaseException as error:
            result = error
        self._waiting.popleft()
        if done is not None:
            done(result)


def run(
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    main: Callable[[], Coroutine[Any, Any, ResultT]],
) -> ResultT:
    """Run something under one time.

    Args:
        clock: What stands still where nothing is due.
        monkeypatch: Puts everything back in the end.
        seed: Of what is by chance: how long a write takes, and which ids are given.
        main: The test.
    """
    chance = Random(seed)

    class _System:
        urandom = staticmethod(chance.randbytes)

    monkeypatch.setattr(ids, "os", _System)
    monkeypatch.setattr(store, "Writer", lambda: SlowWriter(chance))
    with asyncio.Runner(loop_factory=lambda: OneTimeLoop(clock)) as runner:
        monkeypatch.setattr(_time, "get_time", runner.get_loop().time)
        return runner.run(main())
