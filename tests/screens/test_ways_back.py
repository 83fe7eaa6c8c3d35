"""The last line names undo and redo where there is something to take back, or to make again."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from tests.exchange.reading import SAMPLES
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep_rows

CHANGED = {
    "t": ("d",),
    "h": ("d",),
    "h enter": ("9", "enter"),
    "p": ("x", "x"),
    "p enter": ("left",),
    "s": ("down", "right"),
    "o e": ("d",),
}
"""Places whose last line has room for undo, and what changes something there."""


def named(g: Gym) -> set[str]:
    """Return which of the ways back and forth stand in the last line."""
    (line,) = g.screen.query(KeysLine)
    words = {face.key: face.word for face in line.keys}
    assert words.get("u", "undo") == "undo"
    assert words.get("U", "redo") == "redo"
    return {"u", "U"} & set(words)


@pytest.mark.parametrize(
    "place", sweep_rows([(each,) for each in CHANGED], stay=("h", "h enter", "o e"))
)
async def test_they_come_and_go_with_what_is_changed(
    place: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press(*place.split())
        assert named(g) == set()
        await g.press(*CHANGED[place])
        assert named(g) == {"u"}
        await g.press("u")
        assert named(g) == {"U"}
        await g.press("U")
        assert named(g) == {"u"}
        await g.press(*CHANGED[place])
        assert named(g) == {"u"}


@pytest.mark.parametrize("place", sweep_rows([("h",), ("s",), ("t",)], stay=("h",)))
@pytest.mark.sweep
async def test_the_next_day_undo_stands_there_once_it_was_looked_for(
    place: str, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press(place, *CHANGED[place])
        await g.press("escape")
    clock.advance(86_400_000)
    async with gym(tmp_path, clock) as g:
        await g.press(place)
        await g.comes("u takes back: ")
        assert named(g) == {"u"}
        await g.press("escape", place)
        assert named(g) == {"u"}, "by now it is known"
        await g.press("u")
        assert named(g) == {"U"}


async def test_what_was_changed_in_another_session_is_not_undone_in_this_one(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("h", "enter", "9", "enter")
        assert named(g) == {"u"}
        await g.press("escape", "escape")
        assert named(g) == {"u"}
        await g.press("down", "enter")
        assert named(g) == set()
        await g.press("escape", "up", "enter")
        assert named(g) == {"u"}


async def test_what_cannot_be_undone_any_more_is_not_named_any_more(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("s", "down", "right")
        assert named(g) == {"u"}
        desk = g.store.desk
        desk.keep_athlete(SEASONED)
        await g.press("u")
        assert "Not undone: " in g.text()
        assert named(g) == set()


async def test_an_import_is_named_where_it_is_what_was_done_last(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("i")
        await g.type(f"{SAMPLES / 'hevy.csv'}")
        await g.press("enter")
        await g.comes("nothing is written yet")
        await g.press("enter")
        await g.comes("taken in")
        await g.press("escape", "h")
        await g.comes("u takes back: the import from hevy.csv.")
        assert named(g) == {"u"}
        await g.press("u")
        await g.comes("Taken out again: ")
        assert named(g) == set()


async def test_who_may_only_look_is_named_none(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("h", "d")
        store = Store(tmp_path, clock)
        store.open()
        assert store.only_looking
        async with gym(tmp_path, clock, store=store) as looking:
            await looking.press("h")
            looking.store.acts.trail("history")
            await looking.press("down")
            assert named(looking) == set()
