"""A second program that may only look takes the folder over once the first one has ended."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import copytree
from typing import Any, cast

import pytest
from textual.timer import Timer

from runlift_tui.clock import ManualClock
from runlift_tui.meeting import Meeting
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, gym

SAID = "The other RunLift has ended: this one takes over."


class Waits:
    """The timer of a program that waits for the folder, which a test lets come."""

    def __init__(self, g: Gym) -> None:
        self.g = g
        self.every: dict[float, Callable[[], object]] = {}
        self.stopped = 0
        meeting = Meeting(
            g.store,
            screens=lambda: g.app.screen_stack,
            is_training=lambda: g.app.leading.training is not None,
            later=g.app.call_later,
        )
        g.app._meet = meeting.look
        meeting.begin(self._begin)

    def _begin(self, seconds: float, then: Callable[[], object]) -> Timer:
        self.every[seconds] = then
        return cast(Any, self)

    def stop(self) -> None:
        self.stopped += 1

    async def come(self) -> None:
        """Let a few seconds pass."""
        self.every[min(self.every)]()
        await self.g.settled()
        await self.g.settled()


@asynccontextmanager
async def looking(folder: Path, clock: ManualClock) -> AsyncIterator[tuple[Gym, Store, Waits]]:
    """Open a second program, beside the store of the first."""
    first = Store(folder, clock)
    first.open()
    try:
        async with gym(folder, clock, athlete=SEASONED) as g:
            assert "Looking only" in g.text()
            yield g, first, Waits(g)
    finally:
        first.close()


async def test_home_says_so_until_the_next_key_and_begins_a_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with looking(tmp_path, clock) as (g, first, waits):
        await waits.come()
        assert "Looking only" in g.text()
        assert min(waits.every) >= 2, "and it is looked for every few seconds only"
        first.close()
        await waits.come()
        assert SAID in g.text()
        assert "Looking only" not in g.text()
        assert "space  train" in g.text()
        assert waits.stopped == 1
        await g.press("down")
        assert SAID not in g.text()
        await g.press("space", "space")
        assert g.app.leading.training is not None


async def test_a_key_that_wants_to_change_something_looks_too(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with looking(tmp_path, clock) as (g, first, _):
        first.close()
        await g.press("space")
        soon = g.app._soon
        assert soon is not None
        assert g.app.leading.training is None, "nobody begins what was not on the screen"
        cast(Any, soon)._callback()
        await g.settled()
        await g.settled()
        assert SAID in g.text()


async def test_a_page_that_is_open_stays_with_what_is_chosen_and_takes_changes(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with looking(tmp_path, clock) as (g, first, waits):
        await g.press("h", "down", "down")
        assert g.is_on(HistoryScreen)
        chosen = next(line for line in g.text().splitlines() if "▸" in line)
        assert "can only look" in " ".join(g.text().split())
        first.close()
        await waits.come()
        assert g.is_on(HistoryScreen)
        assert chosen in g.text()
        assert SAID in " ".join(g.text().split())
        assert "can only look" not in " ".join(g.text().split())
        await g.press("d")
        assert "Deleted" in " ".join(g.text().split())


@pytest.mark.parametrize("key", ["question_mark"])
async def test_under_a_dialog_it_waits_to_be_said(
    key: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with looking(tmp_path, clock) as (g, first, waits):
        await g.press(key)
        first.close()
        await waits.come()
        assert waits.stopped == 0
        await g.press("escape")
        await waits.come()
        assert SAID in g.text()
        assert waits.stopped == 1
