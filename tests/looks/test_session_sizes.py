"""What the eye finds in a session, and before it, at the three usual sizes of a window."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.store.library.library import PLANS, document_of
from runlift_tui.store.store import Store
from tests.core.plans import plan
from tests.looks.past import with_a_past
from tests.looks.test_looks import (
    LARGE,
    SMALL,
    WHOLE,
    WIDE,
    Compare,
    Walk,
    looks,
    to_hold,
    to_overtime,
    to_priming_rest,
    to_question,
    to_summary,
    to_work,
)
from tests.screens.gym import SEASONED, Gym
from tests.sweep import sweep, sweep_rows


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
    g.app.animation_level = "none"  # its figure turns by a real clock
    await g.skip_to("B1")
    await g.press("x")


async def to_pain(g: Gym) -> None:
    await g.press("h")


async def to_stop_signs(g: Gym) -> None:
    await g.press("h", "7")


async def to_lead_in(g: Gym) -> None:
    await g.press("s", "1")
    await g.space()


async def to_switch(g: Gym) -> None:
    await to_lead_in(g)
    await g.wait(33)


async def to_first_set(g: Gym) -> None:
    await g.wait(9)


async def to_words(g: Gym) -> None:
    """Train what has no figure: it is told in words beside its number."""
    await to_swap(g)
    await g.type("romanian deadlift with")
    await g.press("enter")
    await g.wait(24)


async def to_why(g: Gym) -> None:
    g.app.animation_level = "none"
    await to_work(g)
    await g.press("w")


async def to_ramp(g: Gym) -> None:
    await g.walk_to("B1", ramp=1)
    await g.wait(9)


async def to_doubt(g: Gym) -> None:
    await g.walk_to("B1", 2)
    await g.press("tab", "tab", "tab", "shift+tab", *"125", "enter")


async def to_skip(g: Gym) -> None:
    await to_rest(g)
    await g.press("s")


async def to_next_load(g: Gym) -> None:
    """Type a load for the next set in the rest before it that is far from the last one."""
    await g.walk_to("B2", 2)
    await g.wait(30)
    await g.space()
    await g.press("t", *"125", "enter")


async def to_weights(g: Gym) -> None:
    await g.walk_to("B1")
    await g.press("k")


async def to_best(g: Gym) -> None:
    """Do a round with more than ever before."""
    await g.walk_to("B1", 2)
    await g.wait(30)
    await g.press("9", "tab", "tab", "up", "space")
    await g.wait(20)


async def to_whole_summary(g: Gym) -> None:
    """Train all of it: one set better than ever, one skipped, one that hurt a little."""
    await g.walk_to("B1", 2)
    await g.wait(30)
    await g.press("9", "tab", "tab", "up", "space")
    await g.walk_to("B3", 3)
    await g.press("s", "1")
    await g.walk_to("B4", 3)
    await g.wait(30)
    await g.press("space", "h", "2")
    await g.walk_out()
    await g.press("8")


SIZES = (SMALL, LARGE, WIDE)
WALKS = (
    *(to_first_set, to_words, to_ramp, to_overtime, to_why),
    *(to_work, to_rest, to_pause, to_hold, to_lead_in, to_switch),
    *(to_question, to_pain, to_stop_signs, to_what_is_left, to_swap, to_summary),
    *(to_doubt, to_skip, to_next_load, to_weights, to_best, to_whole_summary),
)


@pytest.mark.parametrize(
    ("walk", "size"),
    sweep_rows([(walk, size) for walk in WALKS for size in SIZES], stay=(to_what_is_left,)),
    ids=lambda value: f"{value[0]}x{value[1]}" if isinstance(value, tuple) else None,
)
def test_a_state_at_every_size(
    snap_compare: Compare,
    tmp_path: Path,
    clock: ManualClock,
    walk: Walk,
    size: tuple[int, int],
) -> None:
    folder = with_a_past(tmp_path)
    athlete = SEASONED
    assert looks(
        snap_compare, folder, clock, walk, size=size, athlete=athlete, session=True, choices=WHOLE
    )


@pytest.mark.parametrize(
    "size", sweep(SIZES, stay=(SMALL,)), ids=lambda size: f"{size[0]}x{size[1]}"
)
@pytest.mark.parametrize("page", ["home", "setup", "weeks"])
def test_a_day_of_the_plan_in_its_fifth_week(
    snap_compare: Compare, tmp_path: Path, clock: ManualClock, page: str, size: tuple[int, int]
) -> None:
    async def walk(g: Gym) -> None:
        await g.press(*{"home": "", "setup": "space", "weeks": "p"}[page].split())

    folder = with_a_past(tmp_path)
    store = Store(folder, clock)
    store.open()
    # Sunday 22 November, a day of it, is in week 5 of 9.
    fifth = plan(start=date(2026, 10, 19), run_days=(1, 2, 4, 5, 6), hard_days=(2, 6), long_day=5)
    store.library.put(PLANS, "one", document_of(fifth))
    store.close()
    assert looks(snap_compare, folder, clock, walk, size=size, athlete=SEASONED)


async def to_setup(g: Gym) -> None:
    await g.press("space")
    assert g.is_on(SetupScreen)


@pytest.mark.parametrize(
    "size",
    sweep(SIZES, stay=(SMALL,)),
    ids=lambda size: f"{size[0]}x{size[1]}",
)
def test_before_the_start(
    snap_compare: Compare,
    made_up_year: Path,
    tmp_path: Path,
    clock: ManualClock,
    size: tuple[int, int],
) -> None:
    folder = copytree(made_up_year, tmp_path / "data")
    assert looks(snap_compare, folder, clock, to_setup, size=size)
