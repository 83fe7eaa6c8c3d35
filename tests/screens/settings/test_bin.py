"""The bin on the screen: out of the palette, and back where it was."""

import re
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.settings.bin import BinScreen
from runlift_tui.store.disk.folder import DataFolder
from tests.benchmarks.made import fill
from tests.screens.gym import SEASONED, Gym, gym

UNTIL_MS = 1_795_500_000_000


async def into_the_bin(g: Gym) -> None:
    await g.press("colon")
    await g.type("bin")
    await g.press("enter")
    assert g.is_on(BinScreen)


@pytest.mark.sweep
async def test_what_was_deleted_is_brought_back(tmp_path: Path, clock: ManualClock) -> None:
    fill(DataFolder(tmp_path), 2, UNTIL_MS)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await into_the_bin(g)
        assert "The bin is empty." in g.text()
        await g.press("enter", "escape")
        assert g.is_on(HomeScreen)
        await g.press("o", "c", "d", "escape", "h", "d", "escape")
        await into_the_bin(g)
        assert "Bin   2" in g.text()
        assert "until" in g.line("Deleted 20")
        await g.press("down", "enter")
        assert "Brought back. It was: Deleted " in g.text()
        assert "Bin   1" in g.text()
        await g.press("U")
        assert "U in Routines puts it in here again: Deleted " in g.text()
        assert "Caps Lock" not in g.text()
        assert "Bin   1" in g.text(), "nor is anything else brought back"
        await g.press("escape", "o", "U", "escape")
        await into_the_bin(g)
        assert "Bin   2" in g.text()
        await g.press("U")
        assert "Nothing was brought back here." in g.text()
        await g.press("enter", "space", "escape")
        assert len(list(g.store.past.documents())) == 2
        assert len(g.store.desk.shelf().routines) == 1
        await into_the_bin(g)
        assert "The bin is empty." in g.text()


async def test_a_discarded_session_waits_for_the_one_that_is_unfinished(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q", "d", "space", "space")
        await g.space()
        await g.press("q")
        await into_the_bin(g)
        await g.press("enter")
        assert "Another session is unfinished: finish" in g.line("Not brought back")
        assert re.search(r"Discarded Runner's lower body of \w{3} \d+ \w{3} \d\d:\d\d, ", g.text())
        await g.press("escape", "d")
        await into_the_bin(g)
        await g.press("enter", "escape")
        assert "Unfinished" in g.text()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_until_when_something_is_kept_is_cut_nowhere(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        g.store.acts.did(
            "runs", ("runs", "r1"), {"id": "r1"}, None, f"Deleted {'a long run ' * 12}"
        )
        await into_the_bin(g)
        line = g.line("Deleted a long run")
        assert line.endswith("until Tue 22 Dec")
        assert "…  " in line
