"""The exercises' screen: keys in, what stands on it out, and what is on the disk."""

import errno
from pathlib import Path
from typing import Any

import pytest
import tinydb
from textual import events
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.exercise import Exercise, Sides
from runlift_tui.core.exercises.shelf import Edit, kept
from runlift_tui.core.routines.routine import Block, Reps, Routine, Slot
from runlift_tui.core.routines.shelf import MyRoutine
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts.choosing import ChoosingScreen
from runlift_tui.screens.parts.whole import WholeScreen
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.past import Past
from runlift_tui.store.history.years import History
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing
from tests.core.builders import library
from tests.core.past import outing, row
from tests.screens.gym import SEASONED, Gym, gym
from tests.sweep import sweep


def rows(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the athlete's exercises as plain TinyDB reads them, by id."""
    with tinydb.TinyDB(folder / "library.json") as db:
        return {row["id"]: dict(row) for row in db.table("exercises").all()}


def chosen(g: Gym) -> str:
    """Return the name of the chosen row."""
    listing = g.screen.query_one(Listing)
    return listing.rows[listing.chosen].text


def names(g: Gym) -> list[str]:
    """Return the names in the list."""
    return [row.text for row in g.screen.query_one(Listing).rows]


async def find(g: Gym, query: str) -> None:
    """Search, and go back to the list."""
    await g.press("slash")
    await g.type(query)
    await g.press("enter")


async def test_the_list_says_what_is_needed_and_when_it_was_done(
    tmp_path: Path, clock: ManualClock
) -> None:
    made = DataFolder(tmp_path)
    made.create()
    done = row(slot="B1", round=1, exercise="step-up", name="Step-up", left=8, right=8)
    History(made.history).fold(outing(317, done))  # 18 November
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("e")
        listed = g.text().splitlines()[4:6]
        assert listed[0].startswith("  ▸   Step-up"), "what is trained comes first"
        assert "box, bench, 2 weights" in listed[0]
        assert listed[0].rstrip(" ▐").endswith("18 Nov")
        assert listed[1].rstrip(" ▐").split() == ["A-skip", "no", "kit", "–"]
        assert "set-up" in g.text()
        assert "cues" in g.text(), "how it is done is in sight in a small window too"


async def test_home_opens_them_and_escape_goes_back(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        assert isinstance(g.screen, ExercisesScreen)
        assert f"Exercises   {len(library())}" in g.text()
        await g.press("escape")
        assert isinstance(g.screen, HomeScreen)


@pytest.mark.parametrize(
    "size", sweep([(60, 16), (80, 24), (120, 36), (160, 45)], stay=((60, 16), (80, 24)))
)
async def test_a_typo_finds_it_and_all_of_it_stands_there(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("e", "slash")
        await g.type("bulgarain")
        await g.settled()
        assert chosen(g) == "Rear-foot-elevated split squat"
        assert "One leg, from body weight to a heavy load" in g.text()
        await g.press("enter", "w")
        assert isinstance(g.screen, WholeScreen)
        assert "Goblet split squat" in "".join(
            line.text for line in g.screen.query_one(Sheet).sheet
        )
        await g.press("escape", "escape")
        assert len(names(g)) == len(library())
        assert chosen(g) == "Rear-foot-elevated split squat"


@pytest.mark.parametrize(("columns", "beside"), [(99, False), (100, True)])
async def test_list_and_sheet_stand_side_by_side_where_there_is_room(
    columns: int, beside: bool, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(columns, 30)) as g:
        await g.press("e")
        await g.pilot.pause()
        listing, sheet = g.screen.query_one(Listing).region, g.screen.query_one(Sheet).region
        assert (sheet.x >= listing.right) is beside
        assert (sheet.y >= listing.bottom) is not beside


async def test_letters_that_come_all_at_once_are_no_commands(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        for key in ("slash", *"dad a fun"):
            character = {"slash": "/"}.get(key, key)
            g.app.post_message(events.Key("space" if key == " " else key, character))
        await g.pilot.pause()
        assert g.screen.query_one(Input).value == "dad a fun"
    assert "exercises" not in (tmp_path / "library.json").read_text()


async def test_up_and_down_choose_while_the_search_goes_on(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "slash")
        await g.type("calf")
        await g.press("down")
        assert chosen(g) == names(g)[1]
        await g.press("up", "up")
        assert chosen(g) == names(g)[0]


async def test_a_favourite_comes_first_and_is_kept(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await find(g, "wall sit")
        await g.press("f", "escape")
        assert names(g)[0] == "Wall sit"
        assert g.line("★ Wall sit")
        assert "Wall sit is a favourite. u undoes." in g.text()
        await g.press("v")
        assert names(g) == ["Wall sit"]
    assert rows(tmp_path) == {"wall-sit": {"id": "wall-sit", "favourite": True}}


async def test_the_archived_are_out_of_sight_until_asked_for(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await find(g, "wall sit")
        await g.press("a", "escape")
        assert "Wall sit" not in names(g)
        assert "wall-sit" not in g.store.desk.shelf().exercises()
        await g.press("v", "v", "v")
        assert names(g) == ["Wall sit"]
        assert "archived" in g.line("▸")
        await g.press("a")
        assert names(g) == []
        assert "nothing here" in g.text()
        await g.press("escape")
        assert "Wall sit" in names(g)
    assert rows(tmp_path) == {}


async def test_a_tag_and_a_piece_of_equipment_are_chosen_from_a_list(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "t")
        assert isinstance(g.screen, ChoosingScreen)
        await g.press("down", "enter")
        wanted = {each.name for each in library().values() if "adductor" in each.tags}
        assert set(names(g)) == wanted
        assert f"{len(wanted)} of {len(library())}   adductor" in g.text()
        await g.press("g", "down", "enter")
        assert set(names(g)) < wanted
        await g.press("g", "escape")
        assert "no equipment" in g.text()
        await g.press("escape")
        assert len(names(g)) == len(library())


async def test_every_change_is_undone_as_deep_as_it_goes_even_after_home(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await find(g, "wall sit")
        await g.press("f", "c")
        assert chosen(g) == "Wall sit (copy)"
        await g.press("a", "escape")
        await find(g, "dead bug")
        await g.press("asterisk")
        before = rows(tmp_path)
        await g.press("q")
        assert isinstance(g.screen, HomeScreen)
        await g.press("e", "u", "u", "u", "u")
        assert "Undone: Wall sit is a favourite." in g.text()
        assert rows(tmp_path) == {}
        await g.press("u")
        assert "Nothing to undo." in g.text()
        await g.press(*"UUUU")
        assert rows(tmp_path) == before
        await g.press("U")
        assert "Nothing to redo." in g.text()


async def test_deleting_and_resetting_are_refused_in_words(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await find(g, "wall sit")
        await g.press("d")
        assert "Wall sit: a built-in stays; a archives it." in g.text()
        await g.press("r")
        assert "Wall sit: it is as it was shipped." in g.text()
        await g.press("c", "d")
        assert "Deleted Wall sit (copy). u undoes." in g.text()
    assert rows(tmp_path) == {}


async def test_what_a_routine_needs_is_not_deleted(tmp_path: Path, clock: ManualClock) -> None:
    slot = Slot(label="A1", exercise="own", prescription=Reps(5, 10), target=8)
    block = Block(id="a", name="A", slots=(slot,), rounds=2)
    mine = MyRoutine(id="mine", routine=Routine(id="mine", name="Mine", blocks=(block,)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        g.store.desk.edit(kept(g.store.desk.shelf(), Exercise(id="own", name="Zz own")))
        g.store.desk.edit(Edit(table="routines", id="mine", before=None, after=mine, told="Added"))
        await g.press("e")
        await find(g, "zz own")
        await g.press("d")
        assert "Zz own: it stands in Mine; take it out there first." in g.text()
        assert "own" in g.store.desk.shelf().exercises()


async def test_beside_another_program_nothing_is_changed(
    tmp_path: Path, clock: ManualClock
) -> None:
    first = Store(tmp_path, clock)
    first.open()
    try:
        async with gym(tmp_path, clock) as g:
            await g.press("e", "f", "a", "c", "e")
            assert isinstance(g.screen, ExercisesScreen)
            assert g.store.only_looking in " ".join(g.text().split())
            assert not g.store.desk.shelf().mine
    finally:
        first.close()


async def test_what_is_not_on_disk_is_said_until_it_is(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        with monkeypatch.context() as full:

            def refuse(*_: object) -> bool:
                raise Unwritable("library.json", OSError(errno.ENOSPC, "no space"))

            full.setattr(g.store.library, "put", refuse)
            await g.press("f")
            assert "NOT SAVED: " in g.text()
            assert rows(tmp_path) == {}
        await g.press("down", "f")
        assert "NOT SAVED" not in g.text()
        assert len(rows(tmp_path)) == 2


async def test_an_entry_that_the_past_alone_knows_is_merged_and_taken_back_tomorrow(
    tmp_path: Path, clock: ManualClock
) -> None:
    folder = DataFolder(tmp_path)
    folder.create()
    for day, id_ in ((3, "x-bulgarian"), (1, "split-squat")):
        done = row(exercise=id_, name=id_, left=8, right=8, load_kg=20.0)
        History(folder.history).fold(outing(day, done))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await find(g, "split squat")
        await g.press("m")
        assert "Which one is the same movement as Split squat?" in g.text()
        await g.type("bulg")
        await g.press("enter")
        assert "Merged x-bulgarian into Split squat, with its past. u undoes." in g.text()
        await g.press("b")
        assert "2 sessions" in g.text()
    async with gym(tmp_path, clock) as g:
        await g.press("e", "u")
        assert "Undone: Merged x-bulgarian into Split squat, with its past." in g.text()
        await g.press("escape")
    sets = (each for past in Past(tmp_path).sessions() for each in past.sets)
    assert [each.exercise for each in sets] == ["x-bulgarian", "split-squat"]


async def test_why_an_entry_cannot_be_merged_is_said_where_it_is_looked_for(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    for id_, name, sides in (("door", "Doorstep raise", "both"), ("kit", "Kitchen raise", "each")):
        own = Exercise(id=id_, name=name, sides=Sides(sides))
        store.desk.edit(kept(store.desk.shelf(), own))
    store.close()
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e")
        await find(g, "doorstep")
        await g.press("m")
        assert "Kitchen raise" not in g.text()
        await g.type("kitchen")
        await g.comes("Kitchen raise")
        assert "counted otherwise: put what it counts, or its sides, right first" in g.text()
        await g.press("enter")
        assert "Which one is the same movement" in g.text()
    assert Store(tmp_path, clock).desk.shelf().mine["door"].merged == ()
