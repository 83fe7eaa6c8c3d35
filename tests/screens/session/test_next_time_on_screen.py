"""What to lift next, from the history into the session and out of it again."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.words.documents import Document, iso
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep

DAY_MS = 86_400_000
WHY = "both legs 10, could do 3 more, twice: 2 x 12 → 2 x 14 kg, from 5"


def outing(id_: str, at: int) -> Document:
    """Return a session that did B1 as well as can be."""
    one: Document = {
        "slot": "B1",
        "block": "main",
        "exercise": "rfe-split-squat",
        "name": "Split squat",
    }
    one |= {"left": 10, "right": 10, "load_kg": 24.0, "implements": 2, "rir": 3}
    when = {"started": iso(at), "finished": iso(at), "utc_offset_min": 0}
    return {"id": id_, **when, "sets": [{**one, "round": n} for n in (1, 2, 3)]}


@pytest.fixture
def earned(tmp_path: Path, clock: ManualClock) -> Path:
    """A folder in which B1 has earned its next weight."""
    store = Store(tmp_path, clock)
    store.open()
    now = clock.stamp().utc_ms
    for days in (6, 3):
        store.history.fold(outing(f"{days}", now - days * DAY_MS))
    store.close()
    return tmp_path


@pytest.mark.parametrize("size", sweep([(120, 36), (80, 24)], stay=((80, 24),)))
async def test_it_stands_prefilled_with_its_reason_and_a_best_set_is_marked(
    earned: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(earned, clock, athlete=SEASONED, size=size) as g:
        await g.press("space")
        to = g.screen.query_one("#details").region
        told = (line[to.x : to.right] for line in g.text().splitlines()[to.y : to.bottom])
        assert WHY.removesuffix(", from 5") in " ".join(" ".join(told).split())
        await g.press("space")
        await g.skip_to("B1")
        assert g.values()["load"] == "2 x 14 kg"
        assert g.values()["left"] == "5"
        assert WHY in g.face.own.lines
        assert WHY.split()[0] in g.text()
        await g.press("w")
        await g.comes("space  back")
        lines = 0
        while "Our own rule" not in g.text():
            await g.press("down")
            await g.pilot.pause(0.02)
            lines += 1
            assert lines < 99, "it is read to its end"
        await g.press("escape")
        await g.space()
        assert "best set yet by load" in g.text()
        await g.press("tab", "tab", "8", "enter")
        assert g.done("B1").load_kg == 16.0
        assert "best set" not in g.text()
        await g.press("u")
        assert "best set yet by load" in g.text()
        await g.press("f", "enter")
        assert g.is_on(SummaryScreen)
        assert "B1 round 1 by load" in g.line("best set yet")
        assert "5 again at 2 x 14 kg" in g.line("next time")


async def test_typing_overrules_it(earned: Path, clock: ManualClock) -> None:
    async with gym(earned, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        await g.press("9", "tab", "tab", "1", "0")
        await g.space()
        assert (g.done("B1").left, g.done("B1").load_kg) == (9, 20.0)


async def test_resumed_it_stands_as_it_was_suggested(earned: Path, clock: ManualClock) -> None:
    async with gym(earned, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
    clock.advance(60 * 1000)
    store = Store(earned, clock)
    store.open()
    store.history.fold(outing("later", clock.stamp().utc_ms))
    store.close()
    async with gym(earned, clock, resume=True) as g:
        assert g.values()["load"] == "2 x 14 kg"
        assert WHY in g.face.own.lines
        assert WHY.split()[0] in g.text()
