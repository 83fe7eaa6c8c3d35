"""What a word means, and what was done last, told where it is asked for by name."""

from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.screens.palette.entries import Entries
from tests.screens.gym import SEASONED, Gym, gym


async def told(g: Gym, query: str) -> str:
    """Return what the first hit of a query tells, and go back."""
    await g.press("ctrl+p")
    await g.type(query)
    await g.press("enter")
    said = " ".join(g.text().split())
    await g.press("escape")
    return said


async def test_a_word_is_explained_at_home_and_in_a_session(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        for _ in range(2):
            assert "2 more is an RPE of 8" in await told(g, "rir")
            assert "get emergency help now" in await told(g, "stop sign")
            assert "Landings of jumps" in await told(g, "contacts")
            await g.press("space", "space")


async def test_nothing_that_is_only_like_a_word_stands_under_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        entries = Entries(g.screen, g.store, leads_on=True)
        assert {each.group for each in entries.find("rir")} == {"HELP"}


async def test_undo_tells_what_was_done_last_and_where_it_is_taken_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        assert "Done last" not in await told(g, "undo")
        await g.press("o", "c")
        await g.press("escape")
        said = await told(g, "undo")
        assert "Done last: Copied" in said, said
        assert "o, then u there takes it back" in said
