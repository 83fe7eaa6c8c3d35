"""Why there is another movement for a jump, in the same words wherever it shows."""

import re
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.lists.lines import SheetLine
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Work
from runlift_tui.core.setup.card import card
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.home.today import Today
from runlift_tui.widgets.lines.sheet import Sheet
from tests.screens.gym import gym

HELD = "no jumps before a doctor or physiotherapist agrees"
SAID = f"instead of Split squat hop: {HELD}."


def in_one_line(text: str) -> str:
    """Return wrapped text as it reads, without a figure that stands beside it."""
    return " ".join(re.sub("[│\u2580-\u259f\u2800-\u28ff]", " ", text).split())


async def test_the_same_sentence_stands_wherever_a_jump_was_exchanged(
    tmp_path: Path, clock: ManualClock
) -> None:
    ill = Athlete(level=Level.INTERMEDIATE, asked=True, ask_first=True)
    async with gym(tmp_path, clock, athlete=ill, size=(160, 45)) as g:
        assert f"B2 is Fast split squat, feet down, {SAID}" in in_one_line(g.text()), "home"
        coming = Today(g.store).coming()
        assert coming.start.exchanged == {"B2": SAID}
        assert SAID in in_one_line("\n".join(card(coming, Unit.KG))), "the card"
        await g.press("o")
        assert f"B2 is Fast split squat, feet down, {SAID}" in in_one_line(g.text()), "the routines"
        await g.press("e")
        preview = g.screen.query_one(Sheet).sheet
        assert (
            SheetLine("jumps", f"B2 is Fast split squat, feet down, {SAID}", "mark") in preview
        ), "the editor's preview"
        assert f"B2 is Fast split squat, feet down, {SAID[:10]}" in g.text()
    async with gym(tmp_path, clock, athlete=ill) as g:
        await g.press("space")
        await g.space()
        await g.skip_to("B1")
        await g.walk_to("B2")
        while not g.is_in(Work):
            await g.space()
        assert SAID in g.face.own.lines, "the session"


@pytest.mark.parametrize("level", list(Level))
async def test_a_yes_to_the_first_questions_says_on_home_why_there_are_no_jumps(
    level: Level, tmp_path: Path, clock: ManualClock
) -> None:
    ill = Athlete(level=level, asked=True, ask_first=True)
    async with gym(tmp_path, clock, athlete=ill, size=(80, 24)) as g:
        line = g.line("jumps  ")
        assert HELD in in_one_line(g.text())
        assert "Stop on sharp pain" in g.text(), "nor does it push that out of sight"
        if level is Level.BEGINNER:
            assert HELD in line, "one line"


async def test_a_no_says_nothing_of_it(tmp_path: Path, clock: ManualClock) -> None:
    well = Athlete(asked=True, ask_first=False)
    async with gym(tmp_path, clock, athlete=well, size=(80, 24)) as g:
        assert "no jumps" not in g.text()
