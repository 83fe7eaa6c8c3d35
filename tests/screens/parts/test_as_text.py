"""`y` hands a session to the clipboard and shows what it handed over."""

from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.parts.as_text import AsTextScreen
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import SEASONED, gym


async def test_from_the_summary_and_from_the_history(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, athlete=SEASONED) as g:
        await g.wait(20)
        await g.press("space", "f", "enter")
        assert g.is_on(SummaryScreen)
        await g.press("5", "y")
        assert g.is_on(AsTextScreen)
        copied = g.app.clipboard
        assert copied.splitlines()[-1] == "Dead bug: 10"
        assert "effort 5 of 10" in copied
        assert "Dead bug: 10" in g.text()
        await g.press("escape")
        assert g.is_on(SummaryScreen)
        await g.press("escape", "h", "y")
        assert g.is_on(AsTextScreen)
        assert g.app.clipboard == copied
        await g.press("q")
        assert g.is_on(HistoryScreen)


async def test_no_session_no_text(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("h", "y")
        assert g.is_on(HistoryScreen)


async def test_who_types_there_is_told_that_it_is_no_line_and_a_space_closes_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press("space", "f", "enter", "y")
        await g.wait(1)
        await g.type("no ")
        assert g.is_on(AsTextScreen)
        assert "nothing can be typed here, escape goes back" in g.text()
        await g.wait(1)
        await g.press("space")
        assert not g.is_on(AsTextScreen), "a space by itself leads back"
