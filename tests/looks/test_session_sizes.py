"""What the eye finds in a session at the smallest usual window and at a large one."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from tests.looks.test_looks import (
    SMALL,
    WIDE,
    Compare,
    Walk,
    looks,
    to_hold,
    to_priming_rest,
    to_question,
    to_summary,
    to_work,
)
from tests.screens.gym import Gym
from tests.sweep import sweep_rows


async def to_rest(g: Gym) -> None:
    await g.skip_to("B3")
    await g.wait(30)
    await g.space()
    await g.wait(20)


async def to_pause(g: Gym) -> None:
    await to_rest(g)
    await g.press("p")


async def to_what_is_left(g: Gym) -> None:
    await to_priming_rest(g)
    await g.press("o")


async def to_swap(g: Gym) -> None:
    await g.skip_to("B1")
    await g.press("x")


async def to_pain(g: Gym) -> None:
    await g.press("h")


async def to_lead_in(g: Gym) -> None:
    await g.press("s", "1")
    await g.space()


async def to_switch(g: Gym) -> None:
    await to_lead_in(g)
    await g.wait(33)


WALKS = (
    *(to_work, to_rest, to_pause, to_hold, to_lead_in, to_switch),
    *(to_question, to_pain, to_what_is_left, to_swap, to_summary),
)


@pytest.mark.parametrize(
    ("walk", "size"),
    sweep_rows([(walk, size) for walk in WALKS for size in (SMALL, WIDE)], stay=(to_what_is_left,)),
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else None,
)
def test_a_state_at_both_sizes(
    snap_compare: Compare,
    tmp_path: Path,
    clock: ManualClock,
    walk: Walk,
    size: tuple[int, int],
) -> None:
    assert looks(snap_compare, tmp_path, clock, walk, size=size, session=True)
