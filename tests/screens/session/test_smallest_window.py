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
        await g.press("tab", "tab", "1", "0")
        await g.space()
        await g.walk_to("B3")
        await g.press("s", "3")
        for said in (
            "How much did B3 hurt, 0 to 10?",
            "0-3 go on   4-5 one step easier   over 5 leave it",
            "10: 1, then 0",
            "8 each leg   2 x 10 kg   RIGHT FIRST",
        ):
            assert said in g.text(), g.text()
        await g.press("2")
        lines = g.text().splitlines()
        below = next(n for n, line in enumerate(lines) if "DONE  B3" in line)
        assert "skipped: pain" in lines[below + 1]


async def test_a_window_too_small_for_its_layout_still_says_why_a_key_did_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(40, 10)) as g:
        await g.press("space", "space")
        await g.press("z")
        assert "z does nothing here. ? shows the keys." in g.text()
        await g.press("9", "9", "9", "enter")
        assert "reps go from 0 to 300" in g.text()


async def test_what_is_left_has_its_time_whole_in_any_window(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(30, 8)) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("o")
        assert g.line("0:").startswith("0:")
        assert "rest" in g.line("0:")
        assert "What" not in g.text()
        assert "A1  Dead" in g.text()


async def test_an_undo_of_a_hold_and_when_the_next_counts_have_room_in_a_line(
    tmp_path: Path, clock: ManualClock
) -> None:
    advanced = Athlete(level=Level.ADVANCED, asked=True)
    async with gym(tmp_path, clock, athlete=advanced, size=(80, 24)) as g:
        await g.press("space", "space")
        await g.walk_to("A2")
        await g.space()
        await g.wait(1)
        await g.press("u", "u")
        line = g.text().splitlines()[0].strip()
        assert line == (
            "The hold is stopped: none of it counts. space starts it. Next u: in a second."
        )
