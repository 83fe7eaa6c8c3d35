"""The beat at a set: one key starts and stops it, and it ends with the set."""

from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from tests.screens.gym import gym


async def test_one_key_starts_it_after_the_lead_in_and_stops_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED, size=(80, 24)) as g:
        await g.press("b")
        assert "No beat here: none of its cues counts seconds." in g.text()
        await g.skip_to("B1")
        assert "b beat" in g.text().splitlines()[-1], "a key that nobody sees is a secret"
        before = g.face.side
        await g.press("b")
        assert g.face.side == f"READY {g.session.start.lead_in_s}"
        await g.wait(g.session.start.lead_in_s)
        said = []
        for _ in range(5):
            said.append(g.face.side)
            await g.wait(1)
        assert said == ["DOWN 3", "DOWN 2", "DOWN 1", "UP", "DOWN 3"]
        await g.press("b")
        assert g.face.side == before
        await g.press("b")
        await g.space()
        assert "DOWN" not in g.face.side, "it ends with the set"
