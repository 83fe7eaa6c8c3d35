"""A name that has no room ends in a mark of it, wherever it stands."""

import json
from pathlib import Path

import pytest
from msgspec import structs
from textual.screen import ModalScreen

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import kept
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.store import Store
from tests.benchmarks.made import fill
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep

LONG = "Zeppelin-hung goblet split squat with both heels on plates"
BEGINS = "Zeppel"
ROUTINE = "Quarterly lower-body routine for the weeks before the race"
NOTE = "Xylophone in the next room, knees felt fine all the way through"
VALUES = {LONG: BEGINS, ROUTINE: "Quarte", NOTE: "Xyloph"}
SIZES = [(60, 16), (80, 24), (120, 36), (160, 45)]
UNTIL_MS = 1_795_500_000_000
PLACES = (
    *("", "o", "oe", "e", "ew", "h", "hw", "b", "l", "p", "t", ("h", "enter")),
    ("h", "enter", "down", "enter"),
)


def has_its_mark(g: Gym) -> bool:
    """Whether every line that begins a long value has all of it, or shows that it goes on.

    Under a window, which covers what it will, only the exercises are looked for.
    """
    values = {LONG: BEGINS} if isinstance(g.screen, ModalScreen) else VALUES
    return all(_has_its_mark(g.text(), long, begins) for long, begins in values.items())


def _has_its_mark(text: str, long: str, begins: str) -> bool:
    lines = text.splitlines()
    for number, line in enumerate(lines[:-2]):  # what stands in the last one may be scrolled on
        at = line.find(begins)
        if at < 0 or long in line or "…" in line[at:]:
            continue
        # It goes on in the line below, from a word of its own on.
        shown = next(n for n in range(len(long), 0, -1) if long[:n].rstrip() in line[at:])
        rest = long[shown:].split()
        if not rest or rest[0] not in lines[number + 1]:
            return False
    return True


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_a_long_name_is_whole_or_marked(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    for path in (tmp_path / "history").glob("*.json"):
        years = json.loads(path.read_text(encoding="utf-8"))
        for session in years["sessions"].values():
            session |= {"routine_name": ROUTINE, "notes": NOTE}
        path.write_text(json.dumps(years), encoding="utf-8")
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
            assert has_its_mark(g), f"{keys}\n{g.text()}"
            seen += BEGINS in g.text()
            await g.press(*["escape"] * len(keys))
        await g.press("ctrl+p")
        await g.type("zeppelin")
        await g.settled()
        assert has_its_mark(g), g.text()
        await g.press("escape", "space", "space")
        await g.settled()
        assert has_its_mark(g), g.text()
        await g.press("o")
        assert has_its_mark(g), g.text()
    assert seen >= 2
