"""Jumps in the lists of the editor: last and marked while they are closed, like in a session."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.screens.exercises.choosing import ExerciseChoosing
from runlift_tui.widgets.lists.listing import Listing
from tests.screens.gym import gym
from tests.sweep import sweep

BEGINNER = Athlete(asked=True, ask_first=False)


@pytest.mark.parametrize("keys", sweep([("n",), ("b",), ("right", "enter")], stay=(("n",),)))
async def test_what_is_closed_stands_last_and_says_why(
    keys: tuple[str, ...], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(80, 24)) as g:
        await g.press("o", "e", *keys)
        assert g.is_on(ExerciseChoosing), g.text()
        notes = [row.note for row in g.screen.query_one(Listing).rows]
        marks = [note.startswith("closed: the gate to jumping is closed") for note in notes]
        assert marks == sorted(marks)
        assert any(marks)
        await g.type("jumping lunge")
        assert "B1 at 8, balance, squats, landings" in " ".join(g.text().split())
