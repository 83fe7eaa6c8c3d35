"""The first screen is painted once, as soon as it stands."""

from pathlib import Path

from textual.widgets import Tooltip
from textual.widgets._toast import Toast, ToastRack

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.store.store import Store
from tests.screens.gym import gym


def test_nothing_holds_the_first_picture_back(tmp_path: Path, clock: ManualClock) -> None:
    store = Store(str(tmp_path), clock)
    store.open()
    try:
        app = RunLift(store, clock)
        with app.batch_update():
            assert not app._batch_count
    finally:
        store.close()


async def test_later_ones_are_held_back_as_ever(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock) as g:
        before = g.app._batch_count
        with g.app.batch_update():
            assert g.app._batch_count == before + 1
        assert g.app._batch_count == before


async def test_what_a_notice_stands_in_comes_with_it(tmp_path: Path, clock: ManualClock) -> None:
    store = Store(str(tmp_path), clock)
    store.open()
    app = RunLift(store, clock)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        assert not app.screen.query(ToastRack)
        assert not app.screen.query(Tooltip)
        for number in (1, 2):
            app.notify(f"notice {number}", timeout=60)
            await pilot.pause()
            assert len(app.screen.query(Toast)) == number
        assert len(app.screen.query(ToastRack)) == 1
    store.close()


async def test_no_style_changes_bit_by_bit(tmp_path: Path, clock: ManualClock) -> None:
    """Which is why none is applied as if it did: `RunLift.update_styles`."""
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        for key in ("x", "escape", "colon", "escape", "question_mark", "escape"):
            await g.press(key)
        rules = g.app.stylesheet.rules
        assert len(rules) > 100
        assert not [each for each in rules if each.styles.has_rule("transitions")]
