"""Every page over a folder in which everything lies that cannot be: none falls over it."""

import json
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.home.home import WAYS
from runlift_tui.store.store import Store
from tests import impossible
from tests.screens.gym import Gym, gym
from tests.screens.test_hostile_names import harmless
from tests.sweep import sweep

AROUND = ("down", "end", "enter", "down", "w", "escape", "t", "escape", "question_mark", "escape")


@pytest.fixture(scope="module")
def haunted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(impossible.haunted(tmp_path_factory.mktemp("haunted") / "data").path)


@pytest.mark.parametrize("size", sweep([(80, 24), (160, 45)], stay=[(80, 24)]))
@pytest.mark.sweep
async def test_every_page(haunted: Path, clock: ManualClock, size: tuple[int, int]) -> None:
    store = Store(haunted, clock)
    store.open()
    async with gym(haunted, clock, store=store, size=size) as g:
        await _home(g)
        for way in WAYS:
            await g.press(way.key)
            harmless(g)
            for key in AROUND:
                await g.press(key)
                harmless(g)
            for _ in range(5):
                await g.press("escape")
        await g.press("space")
        harmless(g)
    told = " ".join(store.past.reports)
    assert "made no sense and stayed out of view" in told
    assert "in library.json was left out" in told


async def _home(g: Gym) -> None:
    for _ in range(4):
        if g.is_home:
            break
        await g.press("escape")
    harmless(g)


async def test_a_plan_with_a_race_in_9999_is_left_out_and_its_page_opens(
    tmp_path: Path, clock: ManualClock
) -> None:
    folder = impossible.haunted(tmp_path / "data")
    tables = json.loads(Path(folder.library).read_text("ascii"))
    assert len(tables["plans"]) > 5
    store = Store(folder.path, clock)
    assert [plan.id for plan in store.desk.plans()] == ["good"]
