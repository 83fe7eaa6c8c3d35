"""The article's session with the one key alone, to its place in the history."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import folded, gym, journals
from tests.sweep import sweep

SMALL = (80, 24)
"""Half of what a walk costs is painting."""


@pytest.mark.parametrize("level", sweep(Level, stay=(Level.ADVANCED,)))
async def test_space_alone_from_home_to_the_history(
    level: Level, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=Athlete(level=level, asked=True), size=SMALL) as g:
        await g.press("space", "space")
        planned = sum(block.rounds * len(block.slots) for block in g.session.routine.blocks)
        fast = any(slot.label == "B2" for _, slot in g.session.routine.slots())
        await g.walk_out()
        assert "Summary" in g.text()
        (row,) = folded(tmp_path)
        assert row["finished"] is not None
        assert row["level"] == level.value
        assert len(row["sets"]) == planned
        assert all(each.get("skipped") is None for each in row["sets"])
        assert all(each.get("rir") is None for each in row["sets"]), "nobody said so"
        await g.settled()
        before = g.text()
        await g.press("space", "space")
        assert g.is_on(SummaryScreen)
        assert g.text() == before, "meant for the last set"
        if fast:
            assert "half" not in g.line("mean rest")
            for each in row["sets"]:
                if each["slot"] == "B1":
                    assert each["rest_kind"] == "priming"
        await g.wait(1)
        await g.press("enter")
        assert g.is_on(HomeScreen)
        assert "Saved" in g.text()
        assert not journals(tmp_path)
        assert folded(tmp_path) == [row]
        await g.press("h")
        assert f"{planned} sets" in g.text()
