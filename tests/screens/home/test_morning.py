"""The morning after a session that hurt: one key at the next start, in nobody's way."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.session.asked.stop_signs import StoppedScreen
from tests.screens.gym import SEASONED, folded, gym
from tests.sweep import sweep_rows

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
ASKED = "worse the morning after?"


async def trained_in_pain(folder: Path, clock: ManualClock, athlete: Athlete = SEASONED) -> None:
    """Train a set with pain 4 before it, and come back the day after."""
    async with gym(folder, clock, choices=SHORT, athlete=athlete) as g:
        await g.press("h", "4")
        await g.wait(2)
        await g.press("minus", "space")
        await g.wait(2)
        await g.press("space", "f", "enter")
        await g.wait(2)
        await g.press("space")
        assert ASKED not in g.text(), "there was no morning yet"
    clock.advance(DAY_MS)


@pytest.mark.parametrize(
    ("key", "worse"), sweep_rows([("plus", True), ("minus", False)], stay=("plus",))
)
async def test_one_key_answers_and_stands_in_the_session(
    key: str, worse: bool, tmp_path: Path, clock: ManualClock
) -> None:
    await trained_in_pain(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        assert ASKED in g.text()
        await g.press(key)
        assert ASKED not in g.text()
        assert bool(g.app.screen._today.allowed().why_not) is worse  # type: ignore[attr-defined]
    (row,) = folded(tmp_path)
    assert row["morning"] is worse
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        assert ASKED not in g.text()
        await g.press(key)
        assert folded(tmp_path) == [row]
        await g.press("h", "u")
        assert "Undone: The morning after: " in g.text()
        await g.press("escape")
    (again,) = folded(tmp_path)
    assert "morning" not in again


async def test_whoever_passes_it_goes_on_as_ever(tmp_path: Path, clock: ManualClock) -> None:
    await trained_in_pain(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space")
        assert g.is_on(SetupScreen)
    (row,) = folded(tmp_path)
    assert "morning" not in row


async def test_a_stop_sign_stands_on_home_until_somebody_has_looked(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("h", "7")
        await g.wait(2)
        await g.press("e")
        await g.wait(2)
        await g.press("f")
        await g.wait(2)
        assert "Get emergency help now." in g.text()
        await g.press("space")
    clock.advance(DAY_MS)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        assert "Get emergency help now. No running or jumping until a doctor" in g.text()
        assert "somebody has looked" in g.text()
        await g.press("space", "space")
        await g.wait(2)
        await g.press("space")
        assert g.is_on(StoppedScreen), "a session that is begun all the same wants a word"
        await g.wait(2)
        await g.press("f")
        await g.wait(2)
        await g.press("c", "space", "n")
        assert "the stop sign stands" in g.text()
        await g.press("c", "y")
        assert "No running or jumping until a doctor" not in g.text()
    (row,) = folded(tmp_path)
    assert (row["stop_sign"], row["looked"]) == (True, True)
