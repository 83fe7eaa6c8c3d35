"""No key in any screen ends in a fault, whatever the size of the window and the time."""

from pathlib import Path
from random import Random

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.document import is_worth_keeping
from runlift_tui.core.levels import Level
from runlift_tui.core.planning import Choices
from runlift_tui.core.session import is_finished
from runlift_tui.screens.home import HomeScreen
from runlift_tui.screens.session import SessionScreen
from runlift_tui.store.sessions import replayed
from tests.screens.gym import SEASONED, gym

KEYS = (
    *("space",) * 12,
    *"0123456789",
    *"uUspxrnwflqdhkeotzv/",
    *("tab", "shift+tab", "left", "right", "up", "down", "enter", "escape", "backspace"),
    *("plus", "minus", "full_stop", "question_mark", "pageup", "pagedown", "home", "end"),
)
SIZES = ((120, 36), (80, 24), (60, 16), (40, 12), (20, 5), (200, 60))
WAITS = (0.3, 0.7, 1, 1, 5, 15, 30, 60, 240, 3600)


@pytest.mark.parametrize("seed", range(4))
async def test_keys_at_random(seed: int, tmp_path: Path, clock: ManualClock) -> None:
    chance = Random(seed)
    choices = Choices(level=chance.choice(list(Level)), warm_up_rounds=1, main_rounds=1)
    async with gym(tmp_path, clock, choices=choices, athlete=SEASONED, size=(80, 24)) as g:
        for _ in range(110):
            what = chance.random()
            if what < 0.03:
                await g.pilot.resize_terminal(*chance.choice(SIZES))
            elif what < 0.2:
                await g.wait(chance.choice(WAITS))
            else:
                key = chance.choice(KEYS)
                await g.press("h" if key == "q" and g.is_on(HomeScreen) else key)
        await g.settled()
        training = g.app._training
        if training is not None and g.is_on(SessionScreen):
            assert not training.unsaved
            await _the_journal_says_the_same(g.store.folder.journal, training.session.start.id)


async def _the_journal_says_the_same(folder: str, id_: str) -> None:
    from runlift_tui.store.journal import read_segment

    read = replayed(read_segment(f"{folder}/{id_}.jsonl").records)
    assert read.strange == 0
    assert not is_finished(read.session) or is_worth_keeping(read.session)


@pytest.mark.parametrize("seed", range(100, 102))
async def test_keys_in_bursts(seed: int, tmp_path: Path, clock: ManualClock) -> None:
    """A hand on the keyboard: nothing waits for anything."""
    chance = Random(seed)
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        for _ in range(25):
            for _ in range(chance.randrange(1, 12)):
                g.send(chance.choice([key for key in KEYS if key != "q"]))
            await g.wait(chance.choice(WAITS))
