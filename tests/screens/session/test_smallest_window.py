"""What a session says in the smallest window that still has its layout."""

from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from tests.screens.gym import gym

BEGINNER = Athlete(level=Level.BEGINNER, asked=True)


async def test_nothing_of_a_set_its_rest_and_its_pain_is_cut(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(60, 16)) as g:
        await g.press("space", "space")
        assert "Does anything hurt? h says how much" in g.text()
        await g.walk_to("B1")
        assert "without weight   could do 4 more" in g.text()
        await g.press("tab", "tab", "2", "0")
        await g.space()
        await g.walk_to("B3")
        await g.press("s", "3")
        for said in (
            "How much did B3 hurt, 0 to 10?",
            "0-3 go on   4-5 one step easier   over 5 leave it",
            "10: 1, then 0",
            "8 each leg   2 x 20 kg   RIGHT FIRST",
        ):
            assert said in g.text(), g.text()
        await g.press("2")
        lines = g.text().splitlines()
        below = next(n for n, line in enumerate(lines) if "DONE  B3" in line)
        assert "skipped: pain" in lines[below + 1]
