"""What the last line of a screen offers does something in the state that is shown."""

from itertools import product
from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.keys.key_names import key_name
from runlift_tui.widgets.lines.keys import KeysLine
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep_rows

PLACES = (
    "home",
    *"ptbhoels",
    ("t", "c"),
    ("o", "e"),
    ("h", "enter"),
    ("h", "enter", "tab"),
    "space",
)
STANDS = {"←": "left", "→": "right", "↑": "up", "↓": "down", "[]": "["}


def offered(g: Gym) -> list[list[str]]:
    """Return the keys of the last line as they are pressed, those of one word together."""
    faces = [face for line in g.screen.query(KeysLine) for face in line.keys if face.of]
    return [
        [STANDS.get(key) or key_name(key) or key for key in _apart(face.key).split()]
        for face in faces
    ]


def _apart(keys: str) -> str:
    return " ".join(keys) if set(keys) <= set("↑↓←→[]") else keys


async def open_(g: Gym, place: str | tuple[str, ...]) -> None:
    for key in () if place == "home" else place if isinstance(place, tuple) else (place,):
        await g.press(key)
    await g.settled()


@pytest.mark.parametrize(
    ("place", "has_past"),
    [
        *sweep_rows(product(PLACES, [True]), stay=("b",)),
        *sweep_rows(product(PLACES, [False]), stay=("h",)),
    ],
    ids=lambda each: "".join(each) if isinstance(each, str | tuple) else None,
)
async def test_every_key_of_a_last_line_does_something(
    has_past: bool,
    place: str | tuple[str, ...],
    made_up_year: Path,
    tmp_path: Path,
    clock: ManualClock,
) -> None:
    if has_past:
        copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await open_(g, place)
        idle = []
        here = g.screen
        for keys in offered(g):
            before, does = g.text(), False
            for key in keys:
                await g.press(key)
                await g.settled()
                does |= g.screen is not here or g.text() != before
            if not does:
                idle.append(keys)
            while len(g.app.screen_stack) > 1 and g.screen is not here:
                await g.press("escape")
            if g.screen is not here:
                break
        assert idle == [], place
