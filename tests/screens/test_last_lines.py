"""What the last line of a screen offers does something in the state that is shown."""

from itertools import product
from pathlib import Path
from shutil import copytree

import pytest
from textual.widgets import Input

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
LOOKED_AT = ("home", *"ptbhoelsi")
"""Places that a second program, which may only look, can open."""
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
        assert await idle(g) == [], place


@pytest.mark.parametrize("place", sweep_rows([(place,) for place in LOOKED_AT], stay=tuple("tho")))
async def test_a_second_program_offers_only_looking(
    place: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED), gym(tmp_path, clock) as g:
        await open_(g, place)
        assert offered(g)
        assert await idle(g) == [], place


async def idle(g: Gym) -> list[list[str]]:
    """Press each key of the last line, and return those of which nothing comes, or a refusal."""
    found, here = [], g.screen
    for keys in offered(g):
        before, does = g.text(), False
        for key in keys:
            await g.press(key)
            await g.settled()
            does |= g.screen is not here or isinstance(here.focused, Input)
            does |= _without_refusal(g) != _without_refusal(before)
        if not does:
            found.append(keys)
        while len(g.app.screen_stack) > 1 and g.screen is not here:
            await g.press("escape")
        if g.screen is not here:
            break
        if isinstance(here.focused, Input):
            await g.press("escape")
    return found


def _without_refusal(seen: Gym | str) -> list[str]:
    """Return what stands on the screen beside the sentence that refuses every change."""
    text = seen if isinstance(seen, str) else seen.text()
    lines = [line.strip() for line in text.splitlines()]
    starts = [n for n, line in enumerate(lines) if line.startswith("Another RunLift")]
    told = {n for start in starts for n in range(start, start + 3)}
    return [line for n, line in enumerate(lines) if line and n not in told]
