"""What the eye finds around a session, at the usual sizes that no other picture has it in."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import Level
from tests.looks.test_looks import (
    LARGE,
    SMALL,
    TINY,
    WIDE,
    Compare,
    looks,
    to_plan,
    to_priming_rest,
    to_work,
    trained,
    with_runs,
)
from tests.screens.gym import Gym
from tests.sweep import sweep_rows

__all__ = ["trained"]
SIZES = (SMALL, LARGE, WIDE)


def name(value: object) -> str:
    """Return what a picture's file is called by."""
    return f"{value[0]}x{value[1]}" if isinstance(value, tuple) else str(value)


KEYS = {
    "a session of the past": "h down down enter",
    "history": "h down down",
    "exercises": "e",
    "editor": "o e",
    "settings": "s",
    "palette": "ctrl+p s p l i t",
}


@pytest.mark.parametrize(
    ("where", "size"),
    sweep_rows([(where, size) for where in KEYS for size in SIZES], stay=()),
    ids=name,
)
def test_with_a_year_of_training(
    snap_compare: Compare,
    trained: Path,
    tmp_path: Path,
    clock: ManualClock,
    where: str,
    size: tuple[int, int],
) -> None:
    async def walk(g: Gym) -> None:
        await g.press(*KEYS[where].split())

    folder = copytree(trained, tmp_path / "own")
    assert looks(snap_compare, folder, clock, walk, size=size)


FIRST = {"what": "", "health": "space", "level": "space minus", "kilograms": "space minus space"}
FIRST |= {"weights": "space minus space k"}


@pytest.mark.parametrize(
    ("step", "size"),
    sweep_rows([(step, size) for step in FIRST for size in (SMALL, WIDE)], stay=()),
    ids=name,
)
def test_the_first_start(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, step: str, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await g.press(*FIRST[step].split())

    assert looks(snap_compare, tmp_path, clock, walk, size=size, still=True)


@pytest.mark.parametrize(
    ("what", "size"),
    sweep_rows([("help", LARGE), ("help", WIDE), ("work", TINY)], stay=()),
    ids=name,
)
def test_in_a_session(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, what: str, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await (to_work(g) if what == "work" else to_priming_rest(g))
        if what == "help":
            await g.press("?")

    assert looks(snap_compare, tmp_path, clock, walk, session=True, size=size)


@pytest.mark.parametrize("what", sweep_rows([("plan",), ("runs",)], stay=()))
def test_at_160_columns(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, what: str
) -> None:
    async def to_runs(g: Gym) -> None:
        await g.press("t", "n")
        await g.type("today 26k 2:20:00 long effort 6")

    if what == "runs":
        with_runs(tmp_path, clock)
    walk = to_plan if what == "plan" else to_runs
    athlete = Athlete(level=Level.ADVANCED, asked=True)
    assert looks(snap_compare, tmp_path, clock, walk, athlete=athlete, size=WIDE)
