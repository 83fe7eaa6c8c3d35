"""What was done yesterday is taken back today, in the place where it was done, by one key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import archived
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.library.library import Library
from tests.benchmarks.made import fill
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep

UNTIL_MS = 1_795_500_000_000
DAY_MS = 86_400_000

Seen = Callable[[Path], Any]


def sessions(folder: Path) -> Any:
    return list(Past(folder).documents())


def runs(folder: Path) -> Any:
    from runlift_tui.store.history.runs import Runs

    return Runs(Past(folder)).entries()


def library(*tables: str) -> Seen:
    """Return what reads some tables of the library; one that is empty is none."""

    def read(folder: Path) -> Any:
        found = Library(str(folder / "library.json")).snapshot()
        return {name: found[name] for name in tables if found.get(name)}

    return read


ACTS = [
    ("h", ("d",), sessions, "Undone: Deleted 20"),
    ("h", ("enter", "9", "enter", "escape"), sessions, 'Undone: "The session, effort '),
    ("o", ("c",), library("routines"), "Undone: "),
    ("t", ("d",), runs, "Undone: Deleted "),
    ("e", ("a",), library("exercises"), "Undone: Archived "),
    ("s", ("right",), library("athlete"), "Undone: "),
    ("l", ("right", "enter"), library("athlete"), "Undone: "),
]


@pytest.mark.parametrize("act", sweep(ACTS, stay=(ACTS[0], ACTS[2])))
async def test_an_act_is_undone_on_the_next_day(
    act: tuple[str, tuple[str, ...], Seen, str], tmp_path: Path, clock: ManualClock
) -> None:
    place, keys, seen, told = act
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        if place == "t":
            await g.press("t", "n")
            await g.type("8k 42:10")
            await g.press("enter", "escape", "escape")
        elif place in "sle":
            await g.press("s", "down", "right", "left", "escape")  # so that there is a library
    before = seen(tmp_path)
    clock.advance(DAY_MS)
    async with gym(tmp_path, clock) as g:
        await g.press(place, *keys, "escape")
    assert seen(tmp_path) != before
    clock.advance(DAY_MS)
    async with gym(tmp_path, clock) as g:
        await g.press(place)
        await g.comes("u takes back: ")
        await g.press("u")
        assert told in g.text()
        await g.press("escape")
    assert seen(tmp_path) == before
    clock.advance(DAY_MS)
    async with gym(tmp_path, clock) as g:
        await g.press(place, "U", "escape")
    assert seen(tmp_path) != before


async def test_a_plan_that_was_ended_goes_on_on_the_next_day(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("p", "enter")
        await g.comes("The plan begins on")
    begun = library("plans")(tmp_path)
    clock.advance(8 * DAY_MS)
    async with gym(tmp_path, clock) as g:
        await g.press("p", "x", "x")
    ended = library("plans")(tmp_path)
    assert ended != begun
    clock.advance(DAY_MS)
    async with gym(tmp_path, clock) as g:
        await g.press("p", "u")
        assert "Undone: The plan is ended." in g.text()
    assert library("plans")(tmp_path) == begun


async def test_a_discarded_session_comes_back_on_the_next_day(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q", "d")
    async with gym(tmp_path, clock) as g:
        assert "Unfinished" not in g.text()
        await g.press("u")
        assert "Unfinished" in g.text()
        await g.press("u")
        await g.press("r")
        assert g.is_on(SessionScreen)
        assert len(g.session.done) == 1


async def test_a_discarded_session_waits_while_another_stands_here(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "space")
        await g.space()
        await g.press("q", "d", "space", "space")
        await g.space()
        await g.press("q", "u")
        assert g.line("Discarded").endswith("1 set. u brings it back once this one is finished.")
        assert g.store.sessions.unfinished() is not None


async def test_what_was_changed_in_between_is_told_and_left(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "a")
        name = g.line("Archived").split(". ")[0].removeprefix("Archived ")
        (id_,) = library("exercises")(tmp_path)["exercises"]
        g.store.desk.edit(archived(g.store.desk.shelf(), id_))
        await g.press("u")
        assert f"Not undone: Archived {name}. " in g.text()
        assert not g.store.desk.shelf().is_archived(id_)
        await g.press("u")
        assert "Nothing to undo." in g.text()


@pytest.mark.sweep
async def test_a_start_and_a_look_around_read_nothing_of_it(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("parts.changing_page", "levels.levels", "home.home"):
        monkeypatch.setattr(f"runlift_tui.screens.{module}.STAYS_S", 600)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "a", "escape")
    async with gym(tmp_path, clock) as g:
        for place in "hteospl":
            await g.press(place, "down", "escape")
        assert g.store._acts is None
        await g.press("space", "space")
        await g.space()
        assert g.store._acts is None


async def test_home_says_where_what_was_deleted_elsewhere_comes_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    fill(DataFolder(tmp_path), 3, UNTIL_MS)
    before = sessions(tmp_path)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("u")
        assert "There is nothing to take back." in g.text()
        await g.press("h", "d", "escape")
    async with gym(tmp_path, clock) as g:
        await g.press("u")
        assert "Done last: Deleted 20" in g.text()
        assert "h, then u there takes it back." in " ".join(g.text().split())
        await g.press("h", "u", "escape")
    assert sessions(tmp_path) == before
