"""A name that has no room ends in a mark of it, wherever it stands."""

from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import kept
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.store import Store
from tests.benchmarks.made import fill
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep

LONG = "Zeppelin-hung goblet split squat with both heels on plates"
BEGINS = "Zeppel"
UNTIL_MS = 1_795_500_000_000
PLACES = ("", "o", "oe", "e", "ew", "h", "hw", "b", "l", "p", "t")


def has_its_mark(text: str) -> bool:
    """Whether every line that begins the name has all of it, or shows that it goes on."""
    lines = text.splitlines()
    for number, line in enumerate(lines[:-2]):  # what stands in the last one may be scrolled on
        at = line.find(BEGINS)
        if at < 0 or LONG in line or "…" in line[at:]:
            continue
        # It goes on in the line below, from a word of its own on.
        shown = next(n for n in range(len(LONG), 0, -1) if LONG[:n].rstrip() in line[at:])
        rest = LONG[shown:].split()
        if not rest or rest[0] not in lines[number + 1]:
            return False
    return True


@pytest.mark.parametrize("size", sweep([(60, 16), (80, 24), (120, 36)], stay=((80, 24),)))
async def test_a_long_name_is_whole_or_marked(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    store = Store(tmp_path, clock)
    store.open()
    for id_ in ("dead-bug", "split-squat", "rfe-split-squat", "step-up"):
        shelf = store.desk.shelf()
        store.desk.edit(kept(shelf, structs.replace(shelf.shipped[id_], name=LONG)))
    store.close()
    seen = 0
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        for keys in PLACES:
            await g.press(*keys)
            await g.settled()
            assert has_its_mark(g.text()), f"{keys}\n{g.text()}"
            seen += BEGINS in g.text()
            await g.press(*["escape"] * len(keys))
        await g.press("ctrl+p")
        await g.type("zeppelin")
        await g.settled()
        assert has_its_mark(g.text()), g.text()
        await g.press("escape", "space", "space")
        await g.settled()
        assert has_its_mark(g.text()), g.text()
        await g.press("o")
        assert has_its_mark(g.text()), g.text()
    assert seen >= 2
