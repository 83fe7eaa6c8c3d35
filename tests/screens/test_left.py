"""What comes too late for a screen: a second key, the end of a dialog, a page still being read."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.home.ways import Place
from runlift_tui.core.routines.levels import Level
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.palette.palette import PaletteScreen
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.parts.wanted import HomeWanted, PlaceWanted
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.swap import SwapScreen
from runlift_tui.screens.settings.settings import SettingsScreen
from runlift_tui.widgets.lists.listing import Listing, RowClicked
from runlift_tui.widgets.session.session_view import SessionView
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

TURNS = (0, 1, 2, 4, 7)
"""Of the loop, after which something else comes: before the screen has parts, and after."""


@pytest.fixture(scope="module")
def filled(made_up_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a year of training in it."""
    return copytree(made_up_year, tmp_path_factory.mktemp("filled") / "own")


@pytest.fixture
async def g(filled: Path, clock: ManualClock) -> AsyncIterator[Gym]:
    async with gym(filled, clock, athlete=SEASONED) as found:
        yield found


async def turn(turns: int) -> None:
    for _ in range(turns):
        await asyncio.sleep(0)


TWICE = {
    "out of a dialog": (("h", "question_mark"), ("escape", "escape", "h", "question_mark")),
    "out of a past session": (("h", "enter"), ("escape", "escape", "h", "enter")),
    "out of the palette": (("h", "colon"), ("escape", "escape", "h", "colon")),
    "out of a chart": (("b", "enter"), ("escape", "escape", "b", "enter")),
}


@pytest.mark.parametrize("out", sweep(TWICE, stay=("out of a dialog", "out of a chart")))
async def test_a_second_key_right_behind_the_first(out: str, g: Gym) -> None:
    there, back = TWICE[out]
    await g.press(*there)
    for turns in TURNS:
        for key in back:
            g.send(key)
            await turn(turns)
        await g.settled()
        assert g.app._exception is None
        assert len(g.app.screen_stack) <= 3
    await g.press("escape", "escape", "escape", "escape")
    assert g.is_on(HomeScreen)


async def test_a_dialog_that_is_told_to_go_twice_goes_alone(g: Gym) -> None:
    await g.press("h", "enter", "question_mark")
    below, dialog = g.app.screen_stack[:-1], g.screen
    assert isinstance(dialog, HelpScreen)
    dialog.dismiss()
    dialog.dismiss()
    await g.settled()
    dialog.dismiss()
    await g.settled()
    assert g.app.screen_stack == below
    assert g.app._exception is None


@pytest.mark.parametrize("first", sweep([Place.HISTORY, Place.SETTINGS], stay=[Place.HISTORY]))
async def test_a_place_that_is_left_before_it_stands(first: Place, g: Gym) -> None:
    for turns in TURNS:
        g.app.post_message(PlaceWanted(first))
        await turn(turns)
        g.app.post_message(PlaceWanted(Place.LEVELS))
        await g.settled()
        assert g.app._exception is None, turns


@pytest.mark.parametrize("all_turns", sweep((TURNS, range(40)), stay=(TURNS,)))
async def test_a_chart_that_is_left_before_it_stands(all_turns: Iterable[int], g: Gym) -> None:
    for turns in all_turns:
        await g.press("b")
        g.send("enter")
        await turn(turns)
        g.app.post_message(HomeWanted())
        await g.settled()
        assert g.app._exception is None, turns


async def test_a_dialog_over_a_place_that_is_gone(g: Gym) -> None:
    for turns in TURNS:
        g.app.post_message(PlaceWanted(Place.HISTORY))
        await g.settled()
        g.send("question_mark")
        await turn(turns)
        dialog = g.screen
        g.app.post_message(PlaceWanted(Place.SETTINGS))
        await turn(turns)
        if isinstance(dialog, HelpScreen):
            dialog.dismiss()
        await g.settled()
        if isinstance(dialog, HelpScreen):
            dialog.dismiss()
            await g.settled()
        assert isinstance(g.app.screen_stack[0], SettingsScreen)
        assert g.app._exception is None, turns


async def test_a_palette_that_looks_on_after_it_chose(g: Gym) -> None:
    for turns in TURNS:
        await g.press("colon")
        for key in "settings":
            g.send(key)
        g.send("enter")
        await turn(turns)
        await g.settled()
        assert g.app._exception is None, turns
        assert not g.is_on(PaletteScreen)


@pytest.mark.sweep
async def test_an_action_of_the_palette_for_a_screen_that_is_gone(g: Gym) -> None:
    for turns in (*TURNS, 10, 14):
        await g.press("h", "colon")
        palette = g.screen
        assert isinstance(palette, PaletteScreen)
        wanted = next(each for each in palette._entries.find("older") if each.action == "move(1)")
        g.app.post_message(PlaceWanted(Place.SETTINGS))
        await turn(turns)
        palette.dismiss(wanted)
        await g.settled()
        assert g.is_on(SettingsScreen), turns
        assert g.app._exception is None, turns
        await g.press("escape")


@pytest.mark.parametrize("key", sweep(["s", "colon"], stay=["s"]))
async def test_quitting_while_a_screen_is_coming(
    key: str, filled: Path, clock: ManualClock
) -> None:
    for turns in TURNS:
        async with gym(filled, clock, athlete=SEASONED) as g:
            g.send(key)
            await turn(turns)
            g.app.action_leave()
            await turn(turns)
        assert g.app._exception is None, turns


async def test_what_was_clicked_is_swapped_in_whatever_is_typed_behind_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press("x")
        dialog = g.screen
        assert isinstance(dialog, SwapScreen)
        listing = dialog.query_one(Listing)
        wanted = listing.rows[3]
        listing.post_message(RowClicked(3, wanted.key))
        dialog.find("no such exercise")
        await g.settled()
        assert not g.is_on(SwapScreen)
        assert f"A1  {wanted.text}" in g.text()


async def stopped_timers_gone() -> None:
    """Have asyncio forget what was stopped: it keeps that, and its screen, until it were due.

    It looks through its timers earlier only when there are many, most of them stopped.
    """
    loop = asyncio.get_running_loop()
    for _ in range(1000):
        loop.call_later(60, loop.stop).cancel()
    await asyncio.sleep(0)


async def test_a_session_that_is_over_is_let_go_of(tmp_path: Path, clock: ManualClock) -> None:
    short = Athlete(level=Level.ADVANCED, asked=True, routine="minimal-25")
    async with gym(tmp_path, clock, athlete=short, size=(80, 24)) as g:
        for _ in range(2):
            await g.press("space", "space")
            assert g.is_on(SessionScreen)
            await g.walk(lambda session: len(session.done) > 2)
            await g.press("f", "enter", "7")
            await g.wait(1)
            await g.press("enter", "h", "question_mark", "escape", "escape")
        assert g.is_home
        await stopped_timers_gone()
        gc.collect()
        kept = [each for each in gc.get_objects() if isinstance(each, SessionScreen | SessionView)]
        assert kept == []
