"""What is left of a session on one key, and what will be done before its start."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.session.outline import OutlineScreen
from runlift_tui.screens.session.session import SessionScreen
from tests.screens.gym import SEASONED, gym

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
SLOTS = ("A1", "A2", "A3", "B1", "B2", "B3", "B4")


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_what_is_left_stands_over_a_clock_that_runs_on(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
        await g.skip_to("B1")
        await g.press("8", "tab", "tab", "2", "4")
        await g.space()
        assert g.is_in(Rest)
        await g.press("o")
        text = g.text()
        assert "What is left   1 of 11 sets done, 3 skipped, 7 to come" in text
        assert "B1  Rear-foot-elevated split squat" in text
        assert "6 each leg, 2 x 24 kg" in text
        assert "Dead bug" not in text, "what was skipped is not left"
        await g.wait(2)
        assert isinstance(g.screen, OutlineScreen)
        g.screen._tick()
        assert "3:58   priming rest" in g.text()
        await g.press("o")
        assert g.is_on(SessionScreen)
        assert g.is_in(Rest)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_todays_exercises_stand_at_home_and_before_the_start(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        for _ in range(2):
            for slot in SLOTS:
                assert g.line(f"{slot}   "), slot
            assert "Step-up, " in g.text()
            await g.press("space")
            if g.is_on(SessionScreen):
                break
            assert g.is_on(SetupScreen)
