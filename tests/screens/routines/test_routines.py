"""The routines screen and the editor, from the first key to a session with what they made."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import tinydb

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.shelf import MyExercise
from runlift_tui.core.routines.routine import HalfOf, Hold, Routine
from runlift_tui.core.routines.shelf import MyRoutine
from runlift_tui.core.routines.shipped import shipped
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.parts.typing_in import TypingScreen
from runlift_tui.screens.routines.editor import RoutineEditor
from runlift_tui.screens.routines.gathering import Gathering
from runlift_tui.screens.routines.routines import RoutinesScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.library.rows import read_shelf
from runlift_tui.store.store import Store
from tests.core.builders import library
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.session.test_held_keys import keep_down
from tests.sweep import sweep


@pytest.fixture
async def g(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Gym]:
    async with gym(tmp_path, clock, athlete=SEASONED) as found:
        await found.press("o")
        yield found


def kept(g: Gym, id_: str) -> MyRoutine | None:
    """Return what the disk has of a routine."""
    tables = g.store.library.snapshot()
    shelf, faults = read_shelf(library(), tables)
    assert not faults
    return shelf.routines.get(id_)


def routine(g: Gym, id_: str) -> Routine:
    mine = kept(g, id_)
    assert mine is not None
    assert mine.routine is not None
    return mine.routine


async def to(g: Gym, place: int) -> None:
    """Go to a line of the list or of the outline, from its top."""
    await g.burst(*["up"] * 10, *["down"] * place)


async def test_the_routines_with_their_lengths(g: Gym) -> None:
    assert isinstance(g.screen, RoutinesScreen)
    assert "39 min" in g.line("● Runner's lower body")
    assert "19 min" in g.line("Minimal dose")
    assert "home suggests it" in g.text()
    await to(g, 4)
    assert "In pairs" in g.text()
    assert "Second pair, 2 rounds" in g.text()
    await g.press("escape")
    assert isinstance(g.screen, HomeScreen)


async def test_space_trains_it_and_only_its_own_key_makes_home_suggest_it(
    g: Gym, tmp_path: Path, clock: ManualClock
) -> None:
    await to(g, 2)
    await g.press("space")
    assert isinstance(g.screen, SetupScreen)
    assert "Minimal dose" in g.text()
    assert " 1 " in g.line("Warm-up rounds")
    await g.press("escape")
    assert "Minimal dose" not in g.text(), "to look is not to choose"
    await g.press("o", "s")
    await to(g, 2)
    await g.press("s")
    assert "Home suggests Minimal dose from now on. u undoes." in g.text()
    assert g.line("● Minimal dose")
    await g.press("u")
    assert g.line("● Runner's lower body")
    await g.press("U", "space", "space")
    assert isinstance(g.screen, SessionScreen)
    assert g.session.routine.id == "minimal-25"
    await g.press("q")
    g.store.close()
    assert Store(tmp_path, clock).desk.athlete().routine == "minimal-25"


async def test_before_the_start_every_routine_can_be_chosen(g: Gym) -> None:
    await g.press("escape", "space", *["up"] * 3, "left")
    assert "In pairs" in g.line("Routine ")
    assert " 2 " in g.line("Second pair rounds")
    await g.press(*["down"] * 3, "3")
    assert " 3_ " in g.line("First pair rounds")
    assert " 2 " in g.line("Second pair rounds"), "a digit belongs to the line under the cursor"
    await g.press("right")
    assert " 4 " in g.line("First pair rounds")
    await g.press("space")
    assert [block.rounds for block in g.session.routine.blocks] == [2, 4, 2]


async def test_a_copy_undone_leaves_the_cursor_where_it_stood(g: Gym) -> None:
    await to(g, 1)
    page = g.screen
    assert isinstance(page, RoutinesScreen)
    was = page.chosen_id
    await g.press("c")
    assert "(copy)" in g.text()
    assert page.chosen_id != was
    await g.press("u")
    assert page.chosen_id == was


async def test_a_change_of_numbers_makes_a_copy_and_reset_brings_it_back(g: Gym) -> None:
    await g.press("e")
    assert isinstance(g.screen, RoutineEditor)
    await to(g, 6)
    await g.press("enter", *["down"] * 6, "right")
    assert "rest  1:45" in g.text()
    assert "your own copy now" in g.text()
    assert routine(g, "runner-lower-body").slot("B1").rest_s == 105
    await g.press("u")
    assert kept(g, "runner-lower-body") is None
    assert "rest  1:30" in g.text()
    await g.press("U", "r")
    assert "as it ships again" in g.text()
    assert kept(g, "runner-lower-body") is None


async def test_a_value_is_typed_and_refused_where_it_is_typed(g: Gym) -> None:
    await g.press("e")
    await to(g, 6)
    await g.press("enter", "down", "down", "enter")
    assert isinstance(g.screen, TypingScreen)
    await g.type("10-5")
    await g.press("enter")
    assert "10-5 is upside down. It stays 5-10." in g.text()
    assert isinstance(g.screen, TypingScreen)
    await g.press("escape")
    assert "counts  5-10" in g.text()
    assert kept(g, "runner-lower-body") is None
    await g.press("8")
    await g.type("-12")
    await g.press("enter")
    assert "counts  8-12" in g.text()
    assert " 8 " in g.line("▸     B1")
    assert routine(g, "runner-lower-body").slot("B1").target == 8


async def test_another_exercise_and_its_list_keep_following_the_level(g: Gym) -> None:
    await g.press("e")
    await to(g, 6)
    await g.press("enter", "enter")
    await g.type("bulgarain front")
    await g.press("enter")
    mine = kept(g, "runner-lower-body")
    assert mine is not None
    assert mine.routine is None
    assert mine.slots["B1"].exercise == "rfe-split-squat-front-rack"
    await g.press("up", "enter")  # the values go round
    await g.type("step-up")
    await g.press("enter", "n", "enter", "K")
    mine = kept(g, "runner-lower-body")
    assert mine is not None
    first, second = mine.slots["B1"].alternatives
    assert second == "step-up"
    await g.press("escape")
    assert g.line("instead  ").split("instead")[1].strip().startswith(library()[first].name[:20])
    await g.press("u", "u")
    mine = kept(g, "runner-lower-body")
    assert mine is not None
    assert mine.slots["B1"].alternatives == ("step-up",)


async def test_a_slots_own_list_that_is_empty_opens_at_its_search(g: Gym) -> None:
    await g.press("e")
    await to(g, 6)
    await g.press("i", "escape")
    assert isinstance(g.screen, RoutineEditor), "of a list with nothing in it nothing is left"
    assert not kept(g, "runner-lower-body")
    await g.press("i", *"box", "enter", "n", "enter", "escape")
    mine = kept(g, "runner-lower-body")
    assert mine is not None
    assert len(mine.slots["B1"].alternatives) == 2
    assert isinstance(g.screen, RoutineEditor)
    await to(g, 1)
    await g.press("i")
    assert "hoose a slot first" in g.text()


async def test_a_key_that_is_held_takes_one_out_of_a_slots_list(g: Gym) -> None:
    await g.press("e")
    await to(g, 6)
    await g.press("i", *"box", "enter", "n", "enter")
    await g.wait(1)
    await keep_down(g, "d")
    mine = kept(g, "runner-lower-body")
    assert mine is not None
    assert len(mine.slots["B1"].alternatives) == 1
    await g.wait(1)
    await g.press("d")
    assert kept(g, "runner-lower-body") is None, "as it ships, without any"


async def test_brackets_go_from_block_to_block(g: Gym) -> None:
    chosen = "▸"
    await g.press("e", "up", "up", "right_square_bracket")
    assert "A1" in g.line(chosen)
    await g.press("right_square_bracket")
    assert "B1" in g.line(chosen)
    await g.press("down", "right_square_bracket")
    assert "B2" in g.line(chosen), "there is no block behind it"
    await g.press("left_square_bracket")
    assert "A1" in g.line(chosen)


async def test_a_routine_is_made_of_exercises_until_none_is_typed(g: Gym) -> None:
    for done in ("enter", "escape"):
        await g.press("n", *"nordi", "enter", *"calf", "down", "enter", "down", "enter", done)
        assert g.is_on(TypingScreen), "a name is asked for"
        await g.press("escape")
        assert isinstance(g.screen, RoutineEditor)
        await g.press("escape")
    first, second = (routine(g, id_) for id_ in ("my-routine", "my-routine-2"))
    assert second.name == "My routine 2"
    for found in (first, second):
        ids = [slot.exercise for _, slot in found.slots()]
        assert ids[0] == "nordic"
        assert len(ids) == 3
    await g.press("u")
    assert not kept(g, "my-routine-2")
    await g.press("n", "escape")
    assert g.is_on(RoutinesScreen)
    assert not kept(g, "my-routine-2"), "of nothing there is no routine"
    await g.press("n", *"xerxes", "enter", "enter", *"plank", "enter", "escape", "escape")
    ids = [slot.exercise for _, slot in routine(g, "my-routine-2").slots()]
    assert ids[0] == "xerxes", "a new exercise is written at once"
    await g.press("escape", "n", *"nordi", "enter", *"calf", "enter", "backspace", "down", "up")
    assert "a routine of 1 exercise" in g.line("That is all"), "the last one was taken out again"
    await g.press("enter")
    assert [slot.exercise for _, slot in routine(g, "my-routine-3").slots()] == ["nordic"]
    await g.press("escape", "escape", "n", *["down", "enter"] * 22)
    assert g.is_on(Gathering)
    assert "at most" in g.text(), "too many are refused, and none of them is lost"
    await g.press("escape", "escape")
    assert len(list(routine(g, "my-routine-4").slots())) > 7


async def test_lines_are_added_copied_moved_and_taken_out(g: Gym) -> None:
    await g.press("e")
    await to(g, 9)
    await g.press("n")
    await g.type("wall sit")
    await g.press("enter")
    assert [slot.label for _, slot in routine(g, "runner-lower-body").slots()][-1] == "B5"
    await g.press("K")
    assert "Moved B5 up" in g.text()
    await g.press("c")
    await g.press("d")
    order = [slot.label for _, slot in routine(g, "runner-lower-body").slots()]
    assert order == ["A1", "A2", "A3", "B1", "B2", "B3", "B5", "B4"]
    await g.press("b")
    await g.type("plank")
    await g.press("enter")
    assert len(routine(g, "runner-lower-body").blocks) == 3
    await g.press(*["u"] * 5)
    assert kept(g, "runner-lower-body") is None
    await to(g, 6)
    await g.press("d")
    assert "B2 takes half of B1; take B2 out first." in g.text()
    await g.press("shift+down")
    assert "B2: B1 comes later in the round." in g.text()


@pytest.mark.sweep
async def test_no_letter_is_lost_behind_the_key_that_opens_a_dialog(g: Gym) -> None:
    await g.pilot.press(*"nsplit", "enter", "enter", "escape")
    await g.settled()
    assert "My routine" in g.line("Edit ")
    await to(g, 2)
    await g.pilot.press(*"nwallsit", "enter")
    await g.settled()
    await g.pilot.press("enter", "down", "down", *"25-35", "enter")
    await g.settled()
    own = routine(g, "my-routine")
    assert own.slot("A2").exercise == "wall-sit"
    assert own.slot("A2").prescription == Hold(25, 35)


async def test_another_name_is_told_with_the_one_before_it(g: Gym) -> None:
    await g.press("n")
    assert "its name is asked for at the end" in g.text()
    await g.press(*"split squat", "enter", "enter")
    assert g.is_on(TypingScreen)
    before = "My routine"
    assert before in g.text()
    await g.type("Garage four")
    await g.press("enter")
    assert f"{before}, name: Garage four" in g.text()


async def test_what_undo_takes_back_in_another_routine_is_told_with_its_name(g: Gym) -> None:
    await g.press("n", *"split squat", "enter", "enter")
    await g.type("Garage three")
    await g.press("enter", "b")
    await g.type("plank")
    await g.press("enter", "escape")
    await to(g, 1)
    await g.press("e")
    assert isinstance(g.screen, RoutineEditor)
    assert "Garage three" not in g.line("Edit ")
    assert g.screen.changes.newest == "Added a block with Plank in Garage three"
    await g.press("u")
    assert "Undone: Added a block with Plank in Garage three." in g.text()


async def test_a_new_routine_from_its_name_to_its_first_set(g: Gym) -> None:
    await g.press("n", *"split squat", "enter", "enter")
    assert g.is_on(TypingScreen)
    await g.press("ctrl+u", "enter")
    assert "it is empty" in g.text()
    await g.type("[b]Beach[/b] \N{PALM TREE}")
    await g.press("enter")
    assert "[b]Beach[/b]" in g.line("Edit ")
    await to(g, 2)
    await g.press("n")
    await g.type("jumping lunge")
    await g.press("enter", "enter", "down", "down", "enter")
    await g.type("half of A1")
    await g.press("enter")
    own = routine(g, "my-routine")
    assert own.slot("A2").prescription == HalfOf("A1")
    assert own.slot("A1").priming_s == 180
    await g.press("escape", "escape", "space", "space")
    assert g.session.routine.id == "my-routine"
    await g.walk_out()


async def test_copies_archives_and_deletes_are_undone(g: Gym) -> None:
    await g.press("c")
    assert "own, 65 min" in g.line("▸ ")
    await g.press("d")
    assert "Deleted Runner's lower body (copy)" in g.text()
    await g.press("u")
    assert "own" in g.line("▸   Runner's lower body (copy)")
    await to(g, 1)
    await g.press("a")
    assert not any("Beginner's path  " in line for line in g.text().splitlines())
    await g.press("v")
    assert "archived" in g.line("Beginner's path  ")
    await to(g, 0)
    await g.press("d")
    assert "One that ships stays" in g.text()
    await g.press("u", "u", "U", "U", "u", "u")
    assert g.store.desk.shelf().routines == {}
    with tinydb.TinyDB(g.store.folder.library) as db:
        assert len(db.table("routines")) == 0


async def test_undoing_the_routine_itself_leads_back_to_the_list(g: Gym) -> None:
    await g.press("c", "e", "u")
    assert isinstance(g.screen, RoutinesScreen)


async def test_a_routine_whose_exercise_is_gone_says_what_to_do(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    base = shipped("runner-lower-body", SEASONED.level)
    text = {"id": "sled", "routine": _row(base, "step-up", "sled")}
    store.library.put("routines", "sled", text)
    store.library.put("athlete", "me", {"asked": True, "level": "advanced", "routine": "sled"})
    async with gym(tmp_path, clock, store=store) as g:
        assert "the exercise in B3 (sled) is gone" in g.text()
        assert "Runner's lower body" in g.text()
        await g.press("o")
        await to(g, 5)
        assert "cannot start" in g.line("▸ ")
        await g.press("space")
        assert isinstance(g.screen, RoutinesScreen)
        assert "put another one there" in " ".join(g.text().split())
        await g.press("e")
        await to(g, 8)
        assert "gone, choose another" in g.line("▸     B3")
        await g.press("enter", "enter")
        await g.type("step-up")
        await g.press("enter", "escape", "escape", "space", "space")
        assert g.session.routine.id == "sled"


def _row(base: Routine, old: str, new: str) -> dict[str, object]:
    import json

    import msgspec

    text = msgspec.json.encode(base).decode().replace(f'"{old}"', f'"{new}"')
    found: dict[str, object] = json.loads(text.replace('"runner-lower-body"', '"sled"'))
    return found


async def test_an_archived_exercise_stays_in_the_routine(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = Store(tmp_path, clock)
    store.open()
    mine = MyExercise(id="step-up", archived=True)
    store.library.put("exercises", mine.id, {"id": mine.id, "archived": True})
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("space", "space")
        assert isinstance(g.screen, SessionScreen)
        assert g.session.routine.slot("B3").exercise == "step-up"


async def test_beside_another_runlift_nothing_is_changed(
    tmp_path: Path, clock: ManualClock
) -> None:
    first = Store(tmp_path, clock)
    first.open()
    first.library.put("athlete", "me", {"asked": True})
    async with gym(tmp_path, clock) as g:
        await g.press("o")
        for key in ("c", "e", "n", "a", "space"):
            await g.press(key)
            assert isinstance(g.screen, RoutinesScreen)
            assert "can only look" in " ".join(g.text().split())
    first.close()


@pytest.mark.parametrize(
    "size", sweep(((80, 24), (120, 36), (160, 45), (60, 16), (40, 10)), stay=((40, 10),))
)
async def test_every_size_shows_what_is_chosen(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("o", "e")
        await to(g, 9)
        await g.press("enter")
        assert "▸" in g.text()
        await g.press("enter", "escape", "w", "escape", "question_mark", "escape")
        await g.press("escape", "escape")
        assert isinstance(g.screen, RoutinesScreen)


async def test_a_key_too_many_puts_no_other_exercise_in_a_slot(g: Gym) -> None:
    await g.press("e")
    await to(g, 6)
    await g.press("enter", "enter", "enter")
    assert kept(g, "runner-lower-body") is None
    assert isinstance(g.screen, RoutineEditor)
    await g.press("enter", "down", "enter")
    mine = kept(g, "runner-lower-body")
    assert mine is not None
    assert mine.slots["B1"].exercise not in (None, "rfe-split-squat")
