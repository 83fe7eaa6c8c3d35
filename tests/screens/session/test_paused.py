"""A pause, in whatever stood before it: its keys do what the last line says, and no others do."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.session.commands import Confirm, Pause
from runlift_tui.screens.session.outline import OutlineScreen
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.session.test_held_keys import SHORT, kept, question, stand
from tests.sweep import sweep

WHERE = ["at the start", "in work", "in a rest", "before a hold", "in a lead-in", "in a hold"]


async def pause(g: Gym, where: str) -> None:
    """Go there, and pause."""
    await stand(g, where)
    await g.wait(1)
    await g.press("p")
    await g.wait(1)
    assert g.shows(ScreenState.PAUSED)


@pytest.mark.parametrize("where", sweep(WHERE, stay=["in work", "in a hold"]))
async def test_enter_goes_on_with_nothing_and_says_what_does(
    where: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await pause(g, where)
        before = g.session
        await g.press("enter")
        assert kept(g.session) == kept(before)
        assert g.shows(ScreenState.PAUSED)
        assert "paused: space goes on" in g.text()
        foot = g.text().rstrip().splitlines()[-1]
        assert "enter" not in foot
        await g.wait(1)
        await g.press("f")
        assert question(g), "f finish"
        await g.press("escape", "o")
        assert g.is_on(OutlineScreen), "o list"
        await g.press("escape")
        await g.wait(1)
        await g.press("space")
        assert not g.shows(ScreenState.PAUSED), "space go on"


@pytest.mark.parametrize("where", ["in work", "in a rest"])
async def test_what_is_asked_of_a_value_stands_in_a_pause_with_the_keys_that_answer_it(
    where: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await pause(g, where)
        await g.press("9", "9", "enter")
        await g.wait(2)
        assert g.shows(ScreenState.PAUSED)
        # In a rest it may stand in two rows beside the clock.
        assert all(said in g.text() for said in ("99 reps", "after 6. Is it right?"))
        assert "space  go on  y it is right  n no  u undo" in g.text()
        before = g.session
        await g.press("y")
        assert isinstance(g.session.log[-1].command, Confirm)
        assert "Is it right?" not in g.text()
        await g.press("u")
        await g.wait(1)
        assert kept(g.session) == kept(before)
        await g.press("n")
        assert "Is it right?" not in g.text()
        assert "6" in g.values().values()
        assert g.shows(ScreenState.PAUSED)
        assert not isinstance(g.session.log[-1].command, Pause)
