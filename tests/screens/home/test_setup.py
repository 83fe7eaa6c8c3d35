"""Before the start in a large window: the choices, every step beside them, where the time goes."""

from collections import Counter
from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import kept
from runlift_tui.core.setup.fit import minutes_of
from runlift_tui.screens.home import typing_choices
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.charts.row_bars import RowBars
from tests.screens.gym import SEASONED, Gym, gym


def spent(g: Gym) -> int:
    """Return the minutes under where the time goes, all together."""
    bars = g.screen.query_one(RowBars).bars
    return sum(int(bar.told.removesuffix(" min")) for bar in bars)


async def until_a_digit_begins_anew(g: Gym) -> None:
    """Wait until what was typed stands there so long that a digit more is another number."""
    assert isinstance(g.screen, SetupScreen)
    for _ in range(300):
        if g.screen._typing._is_whole:
            return
        await g.pilot.pause(0.01)
    raise AssertionError(f"it goes on being typed:\n{g.text()}")


async def test_every_arrow_changes_the_steps_and_where_the_time_goes(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(120, 36)) as g:
        await g.press("space")
        page = g.screen
        assert isinstance(page, SetupScreen)
        assert "Main, 2 rounds" in g.text()
        before = spent(g)
        assert before == minutes_of(page._today.planned())
        await g.press("right")
        assert "Main, 3 rounds" in g.text()
        assert before < spent(g) == minutes_of(page._today.planned())


async def test_the_steps_have_loads_ramps_and_rests(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(160, 45)) as g:
        await g.press("space")
        assert "then rest" in g.line("Warm-up, 2 rounds")
        assert "4:00 before B2" in g.line("Rear-foot-elevated split squat")
        assert "each leg" in g.line("B1  ramp")
        assert g.text().count("Dead bug") == 1, "it stands in one list, not in two"


@pytest.mark.parametrize("size", [(111, 36), (120, 19)])
async def test_without_room_beside_the_list_stands_under_the_choices(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("space")
        assert "Dead bug, 2 sets of 10 each side" in g.text()
        assert "then rest" not in g.text()


async def test_a_window_that_grows_has_the_steps_beside(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("space")
        await g.pilot.resize_terminal(120, 36)
        await g.settled()
        assert "WHERE THE TIME GOES" in g.text()
        assert "Dead bug, 2 sets" not in g.text()
        await g.pilot.resize_terminal(80, 24)
        await g.settled()
        assert "Dead bug, 2 sets" in g.text()


async def test_a_refusal_goes_on_under_itself(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(120, 36)) as g:
        await g.press("space", "3", "full_stop", "5", "enter")
        rows = [row[:54] for row in g.text().splitlines()]
        at = next(number for number, row in enumerate(rows) if "Main rounds" in row)
        left = rows[at].index("whole numbers")
        assert " ".join(rows[at + n][left:].strip() for n in range(2)) == (
            "whole numbers only, 1 to 6; the old value stays"
        )
        assert not rows[at + 1][:left].strip()


@pytest.mark.parametrize(
    ("long", "named"),
    [
        ("Zeppelin-hung goblet squat with both heels on plates at home", "Zeppelin-hung goblet…"),
        ("Zeppelinhunggobletsquatwithbothheelsonplatesathome", "Zeppelinhunggobletsquat…"),
    ],
)
async def test_a_long_name_takes_no_count_and_no_load_from_the_others(
    long: str, named: str, tmp_path: Path, clock: ManualClock
) -> None:
    async def words(folder: Path) -> Counter[str]:
        async with gym(folder, clock, athlete=SEASONED, size=(120, 36)) as g:
            await g.press("space")
            return Counter(g.text().split())

    before = await words(tmp_path / "short")
    store = Store(tmp_path / "long", clock)
    store.open()
    shelf = store.desk.shelf()
    own = structs.replace(shelf.shipped["dead-bug"], name=long, call="")
    store.desk.edit(kept(shelf, own))
    store.close()
    after = await words(tmp_path / "long")
    assert after - before == Counter(named.split())
    assert before - after == Counter(("Dead", "bug"))


async def type_fifteen_minutes(g: Gym, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type them before the start, and wait until the next digit begins another number."""
    monkeypatch.setattr(typing_choices, "DRAFT_S", 60.0)
    await g.press("space", "down", "1")
    monkeypatch.setattr(typing_choices, "DRAFT_S", 0.01)
    await g.press("5")
    await until_a_digit_begins_anew(g)


async def test_enter_takes_typed_minutes_over_however_late_and_the_one_behind_it_starts_nothing(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(120, 36)) as g:
        await type_fifteen_minutes(g, monkeypatch)
        assert "15_" in g.line("Minutes"), "it waits to be taken over"
        said = " ".join(" ".join(row[:60] for row in g.text().splitlines()).split())
        assert "fitted: 17 min, without B3 and B4" in said
        monkeypatch.setattr(typing_choices, "DRAFT_S", 60.0)
        await g.press("enter")
        assert "15_" not in g.line("Minutes")
        await g.press("enter", "enter")
        assert g.is_on(SetupScreen)
        await g.press("space")
        assert g.is_on(SessionScreen)


async def test_digits_that_come_late_are_another_number(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(120, 36)) as g:
        await type_fifteen_minutes(g, monkeypatch)
        monkeypatch.setattr(typing_choices, "DRAFT_S", 60.0)
        await g.press(*"20")
        assert "20_" in g.line("Minutes")
