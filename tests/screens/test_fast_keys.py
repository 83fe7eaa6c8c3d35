"""Keys right behind one another: a fast hand, or a slow line that brings several at once."""

import asyncio
from pathlib import Path
from random import Random
from shutil import copytree

import pytest
from textual.widgets import Input

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


TEXT = "My very long name for the winter, x2"
LINES = {
    "a note on the session": ("space", "space", "space", "n"),
    "a new exercise's name": ("e", "n"),
    "a run": ("t", "n"),
    "the history's search": ("h", "slash"),
    "the exercises' search": ("e", "slash"),
    "the palette": ("slash",),
    "a routine's name": ("o", "n"),
}
"""Keys from home to a line, the last of which opens it."""


@pytest.mark.parametrize("what", sweep(LINES, stay=("a note on the session",)))
@pytest.mark.parametrize("seed", sweep(range(5), stay=(4,)))
async def test_a_text_right_behind_the_key_that_opens_its_line_stands_there_as_it_was_typed(
    what: str, seed: int, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    *there, opens = LINES[what]
    chance = Random(seed)
    folder = copytree(made_up_year, tmp_path / "own")
    async with gym(folder, clock, athlete=SEASONED) as g:
        await g.press(*there)
        for key in (opens, *TEXT):
            g.send(key)
            for _ in range(chance.choice((0, 0, 0, 1, 2, 5, 20))):  # from all at once to one by one
                await asyncio.sleep(0)
        await g.settled()
        line = g.screen.focused
        assert isinstance(line, Input)
        assert line.value == TEXT
