"""Where a scroll bar says that there is more, the keys that turn a page turn it, and do no more."""

from pathlib import Path

import pytest
from textual.containers import VerticalScroll

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)


async def turns(g: Gym) -> None:
    """Turn the stage over to its end and back, and see that nothing else is done."""
    screen = g.screen
    stage = screen.query_one("#stage", VerticalScroll)
    assert stage.show_vertical_scrollbar, f"nothing to read on:\n{g.text()}"
    for key, at in (
        ("pagedown", None),
        ("end", stage.max_scroll_y),
        ("pagedown", stage.max_scroll_y),
        ("pageup", None),
        ("home", 0),
        ("pageup", 0),
    ):
        await g.wait(1)
        before = stage.scroll_y
        await g.press(key)
        assert g.screen is screen, f"{key} leaves it"
        assert stage.scroll_y == at if at is not None else stage.scroll_y != before, key


@pytest.mark.parametrize("keys", sweep(["", "space", "l"], stay=("space",)))
async def test_a_page_is_turned_and_not_left(keys: str, tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(60, 12)) as g:
        await g.press(*keys.split())
        await turns(g)


async def test_before_the_start_nothing_begins_at_the_end_of_reading(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 22)) as g:
        await g.press("space")
        await turns(g)
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("space")
        assert not g.screen.query_one("#stage", VerticalScroll).show_vertical_scrollbar
        assert g.line("jumps"), "all of it stands in a usual window"


async def test_a_summary_is_read_to_its_end_and_its_last_set_is_not_taken_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(60, 16)) as g:
        await g.press("space", "f", "enter")
        assert g.is_on(SummaryScreen)
        done = len(g.session.done)
        await turns(g)
        assert len(g.session.done) == done
    async with gym(tmp_path / "wide", clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("space", "f", "enter")
        await g.wait(3)
        await g.press("pagedown", "pagedown")
        assert g.is_on(SummaryScreen), "nor is it left where all of it stands"
