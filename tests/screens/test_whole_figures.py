"""No figure is cut on any page, and nothing that is left out has two marks."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep

CUT = re.compile(r"\d…|……")
WAYS = (
    *("", "space", "p", "t", "h", "h enter", "h enter down", "h b enter", "h b enter t"),
    *("b", "b tab", "b tab tab", "b tab tab enter", "b tab tab enter t"),
    *("o", "o e", "e", "l", "s", "space c enter", "ctrl+p"),
)
SIZES = [(60, 16), (80, 24), (120, 36), (160, 45)]


def cut_in(text: str) -> list[str]:
    """Return the lines in which a figure is cut, or something is marked twice."""
    return [line.strip() for line in text.splitlines() if CUT.search(line)]


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)), ids=str)
@pytest.mark.sweep
async def test_no_page_cuts_a_figure(
    size: tuple[int, int], made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    folder = copytree(made_up_year, tmp_path / "own")
    found = {}
    for keys in WAYS:
        async with gym(folder, clock, athlete=SEASONED, size=size) as g:
            await g.press(*keys.split())
            found[keys] = cut_in(g.text())
    assert not {keys: lines for keys, lines in found.items() if lines}


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)), ids=str)
@pytest.mark.parametrize("level", sweep([*Level], stay=(Level.ADVANCED,)))
async def test_no_state_of_a_first_session_cuts_a_figure(
    size: tuple[int, int], level: Level, tmp_path: Path, clock: ManualClock
) -> None:
    """Its words are the longest: what to begin with, what a code is, how a load is typed."""
    choices = Choices(level=level, warm_up_rounds=1, main_rounds=2)
    async with gym(tmp_path, clock, choices=choices, size=size) as g:
        while not g.app.leaving.is_over and hasattr(g.screen, "_tick"):
            assert not cut_in(g.text()), g.text()
            await g.on()
