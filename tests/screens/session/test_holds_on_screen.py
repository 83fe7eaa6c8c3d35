"""Holds, as the athlete sees them: lead-in, both sides, early and late ends."""

from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import HoldReady, LeadIn, Rest
from runlift_tui.core.setup.choices import Choices
from tests.screens.gym import Gym, commands, gym

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)


async def _to_the_hold(g: Gym) -> None:
    """Do A1 and rest: zero is go, and the lead-in of A2 begins by itself."""
    await g.press("space")
    await g.wait(20)
    assert g.is_in(LeadIn)


async def test_a_hold_is_watched_from_the_lead_in_to_both_sides(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        assert g.shows(ScreenState.LEAD_IN)
        assert (g.face.big, g.face.big_word) == ("10", "LEFT")
        await g.wait(10)
        assert g.shows(ScreenState.HOLD)
        assert g.face.big == "20"
        assert g.face.side == "LEFT ON TOP"
        assert g.face.units[0] == "of 20 s"
        await g.wait(8)
        assert g.face.big == "12"
        await g.wait(12)
        assert g.face.word == "SWITCH SIDES"
        assert g.face.big_word == "RIGHT"
        assert g.face.units == ("LEFT done: 20 s",)
        assert g.values() == {"LEFT done": "20 s"}, "left is a side here, and never what remains"
        await g.wait(10)
        await g.wait(20)
        assert g.is_in(Rest)
        assert (g.done("A2").left_s, g.done("A2").right_s) == (20, 20)
        await g.press("1", "5", "enter")
        assert (g.done("A2").left_s, g.done("A2").right_s) == (15, 15)
        assert commands(tmp_path).count("hold-ended") == 2


async def test_begin_now_end_early_and_the_guard(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        await g.press("space")
        assert g.shows(ScreenState.LEAD_IN), "the change to it was too short ago"
        await g.space()
        assert g.shows(ScreenState.HOLD)
        await g.wait(7.4)
        await g.press("space")
        assert g.face.word == "SWITCH SIDES"
        await g.space()
        await g.wait(0.7)
        await g.press("space")
        assert g.is_in(Rest)
        assert (g.done("A2").left_s, g.done("A2").right_s) == (7, 1), "one second at least"


async def test_cancel_is_no_step_of_undo(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        await g.press("u")
        assert g.is_in(HoldReady)
        assert len(g.session.done) == 1
        await g.space()
        await g.wait(10)
        await g.wait(3)
        await g.press("u")
        assert g.is_in(HoldReady), "a hold that runs is stopped, and nothing counts"
        await g.wait(30)
        assert "A2" not in [key.slot for key in g.session.done]
        await g.press("u")
        assert not g.session.done, "that it had begun was seen to end, and is no step of its own"
        await g.wait(1)
        await g.press("U")
        assert len(g.session.done) == 1


async def test_each_undo_of_a_hold_takes_something_back_that_is_seen(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        await g.wait(1)
        await g.press("space")  # both sides begin early
        await g.wait(20)
        await g.wait(1)
        await g.press("space")
        await g.wait(21)
        assert (g.done("A2").left_s, g.done("A2").right_s) == (20, 20)
        seen, told = [], []
        while g.session.done or g.session.held:
            await g.wait(1)
            await g.press("u")
            seen.append((len(g.session.done), g.session.held))
            told.append(g.line("Taken back"))
        assert seen == [(1, (20,)), (1, ()), (0, ())]
        assert "A2 round 1, 20/20 s" in told[0]
        assert "one side of A2" in told[1]
        assert "A1 round 1" in told[2]
        for _ in seen:
            await g.wait(1)
            await g.press("U")
        assert (g.done("A2").left_s, g.done("A2").right_s) == (20, 20)


async def test_a_hold_reported_late_is_not_invented(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        await g.wait(10)
        await g.wait(20 + 4)
        assert g.session.held == (20,), "four seconds late it was still watched"
        await g.press("u")
        await g.space()
        await g.wait(10)
        await g.wait(3600)
        assert g.is_in(HoldReady), "an hour asleep in a hold is no hold"
        assert "hold-ended" in commands(tmp_path)
        assert commands(tmp_path).count("hold-ended") == 1
        assert g.face.big == "20"


async def test_a_hold_goes_on_under_a_dialog(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        await g.wait(10)
        await g.press("w")
        await g.wait(20)
        await g.press("escape")
        assert g.face.word == "SWITCH SIDES"
        assert g.session.held == (20,)


async def test_paused_in_a_hold(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await _to_the_hold(g)
        await g.wait(10)
        await g.wait(5)
        await g.press("p")
        await g.wait(60)
        assert g.face.big.strip() == "15"
        await g.press("space")
        await g.wait(14)
        assert g.shows(ScreenState.HOLD)
        await g.wait(1)
        assert g.session.held == (20,)
