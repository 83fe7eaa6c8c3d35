"""What a large window has at home: the week beside today, the last session and charts under it."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.widgets.large.heading import Heading
from runlift_tui.widgets.lines.cards import Cards
from tests.screens.gym import SEASONED, Gym, gym


def word(g: Gym) -> tuple[str, str]:
    heading = g.screen.query_one(Heading)
    return heading.word, heading.figure


async def test_week_and_cards_come_and_go_with_the_window(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=(80, 24)) as g:
        assert "THIS WEEK" not in g.text()
        for size in ((120, 36), (160, 45), (100, 32)):
            await g.pilot.resize_terminal(*size)
            await g.comes("MINUTES A WEEK")
            for text in ("THIS WEEK", "LAST TIME", "5K  ", "■ strength"):
                assert text in g.text(), size
        await g.pilot.resize_terminal(80, 24)
        await g.settled()
        assert "MINUTES A WEEK" not in g.text()
        assert not g.screen.query_one(Cards).display


async def test_a_newcomer_is_told_what_will_stand_there(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=Athlete(asked=True, ask_first=False)) as g:
        assert word(g)[0] == "First session"
        await g.comes("WHAT WILL STAND HERE")


async def test_an_unfinished_session_has_its_table_and_what_comes_next(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q")
        assert word(g) == ("Unfinished", "1 of 14")
        assert "A2  Copenhagen plank" in g.line("next  ")
        assert "about 38 min" in g.line("left  ")
        assert "▣ 20 s" in g.line("A2   Copenhagen plank ")
        await g.press("f", "enter", "escape")
        assert word(g)[0] == "Done"
        assert "LAST TIME" not in g.text(), "it stands above already"


@pytest.mark.parametrize(("hours", "found"), [(20, True), (44, False)])
async def test_the_day_after_a_session_says_from_when_on_the_next_one_is(
    hours: int, found: bool, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("f", "enter", "escape")
    clock.advance(hours * 3_600_000)
    async with gym(tmp_path, clock) as g:
        assert word(g)[0] == ("Next Tue" if found else "Today")
        assert ("from Tue 24 Nov on" in g.text()) is found
