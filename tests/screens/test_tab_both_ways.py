"""Tab goes on and shift+tab back by the same way, in every form and among all values."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from tests.screens.gym import Gym, gym

PLACES = {
    "a routine": ("o", "e", "tab"),
    "a session of the past": ("h", "e", "tab"),
    "a set of the past": ("h", "e", "down", "tab"),
    "the plan": ("p", "tab"),
    "a plan that is moved": ("p", "m"),
    "a new plan": ("p", "x", "x", "n"),
    "a new exercise": ("e", "n"),
    "before the start": ("space",),
    "levels": ("l",),
    "progress": ("b",),
    "an exercise's past": ("h", "b", "enter"),
}
STEPS = 3


def there(g: Gym) -> tuple[str, str]:
    """Return where one is: what has the focus, and what stands on the screen."""
    focused = g.screen.focused
    return "" if focused is None else f"{focused.id}", g.text()


@pytest.mark.parametrize("place", PLACES)
async def test_back_by_the_way_that_one_came(
    place: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock) as g:
        await g.press(*PLACES[place])
        way = [there(g)]
        for _ in range(STEPS):
            await g.press("tab")
            way.append(there(g))
        assert len(set(way)) > 1, f"tab goes nowhere:\n{g.text()}"
        for step in reversed(way[:-1]):
            await g.press("shift+tab")
            assert there(g) == step
        await g.press("shift+tab", "tab")
        assert there(g)[0] == way[0][0]


async def test_in_a_routine_both_ways_go_round(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock) as g:
        await g.press("o", "e", "shift+tab")
        last = g.text()
        await g.press("tab")
        first = g.text()
        assert first != last, "from the lines back is to the last value"
        await g.press("shift+tab")
        assert g.text() == last
        await g.press("escape", "tab")
        assert g.text() == first, "and on is to the first one"
