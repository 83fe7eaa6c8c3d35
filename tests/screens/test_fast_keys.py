"""Keys right behind one another: a fast hand, or a slow line that brings several at once."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep

FAST = {
    "a value of a routine": (("o", "e"), ("tab", *["down"] * 10, "enter")),
    "a slot's own list": (("o", "e"), ("down", "down", "i", "down")),
    "a set of the past": (("h", "enter"), ("tab", "down", "8")),
    "a setting": (("s",), ("down", "down", "right", "3", "down")),
    "a line of a form": (("e", "e"), ("down", "down", "up", "down")),
    "a line put right": (("t", "n"), ("8", "m", "backspace", "k", "left", "1", "ctrl+a", "5")),
    "a search": (("e",), ("down", "down", "slash", "s", "q", "u")),
    "a sheet": (("e",), ("down", "down", "w", "down")),
}


@pytest.mark.parametrize("what", sweep(FAST, stay=("a slot's own list", "a line put right")))
async def test_fast_keys_do_what_slow_ones_do(
    what: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    there, keys = FAST[what]
    folder = copytree(made_up_year, tmp_path / "own")
    seen = []
    async with gym(folder, clock, athlete=SEASONED) as g:
        for press in (g.press, g.burst):
            await g.press(*there)
            before = g.text()
            await press(*keys)
            g.app.action_repaint()  # with what stands under a dialog
            seen.append(g.text())
            assert seen[-1] != before
            for _ in range(8):
                if not g.is_home:
                    await g.press("escape")
            assert g.is_home
    slow, fast = seen
    assert fast == slow
