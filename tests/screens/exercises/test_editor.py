"""The form: what is kept, what is refused where it is typed, and that nothing is lost silently."""

from pathlib import Path

import pytest
import tinydb
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.exercise import Measure, Sides
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.exercises.editor import ExerciseEditor
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.widgets.lines.choice import Choice
from runlift_tui.widgets.lines.sheet import Sheet
from tests.core.builders import library
from tests.screens.exercises.test_exercises import chosen, find, names, rows
from tests.screens.gym import SEASONED, Gym, folded, gym
from tests.sweep import sweep


async def retype(g: Gym, text: str) -> None:
    """Put a text in the place of what stands in the line of the focus."""
    await g.press("end", "ctrl+u")
    await g.type(text)
    await g.pilot.pause()


async def press(g: Gym, *keys: str) -> None:
    """Press keys, and wait for all the messages that widgets and screens pass on for them."""
    for key in keys:
        await g.press(key)
        await g.pilot.pause()


@pytest.mark.parametrize("size", sweep(((80, 24), (120, 36), (160, 45)), stay=((80, 24),)))
async def test_a_new_exercise_is_written_and_chosen(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await press(g, "e", "n")
        assert "New exercise" in g.text()
        await g.type("Hill bound")
        await press(g, "down")
        await g.type("Uphill, Hills")
        await press(g, "down", "down", "right", "down", "right")
        await press(g, "enter")
        assert isinstance(g.screen, ExercisesScreen)
        assert chosen(g) == "Hill bound"
        assert "Added Hill bound. u undoes." in g.text()
        await press(g, "u")
        assert "Hill bound" not in names(g)
        await press(g, "U")
        made = g.store.desk.shelf().exercises()["hill-bound"]
        assert (made.measure, made.sides, made.aliases) == (
            Measure.HOLD,
            Sides.EACH,
            ("Uphill", "Hills"),
        )
    assert rows(tmp_path)["hill-bound"]["exercise"]["name"] == "Hill bound"


async def test_a_built_in_is_adapted_and_reset(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e")
        await find(g, "bulgarain")
        await press(g, "e")
        await retype(g, "My split squat")
        assert "My split squat" in g.screen.query_one(Sheet).sheet[0].text
        await press(g, "enter", "escape")
        assert chosen(g) == "My split squat"
        assert "adapted" in g.line("▸")
        assert "r brings back how it was shipped. u undoes." in " ".join(g.text().split())
        await press(g, "r")
        assert chosen(g) == "Rear-foot-elevated split squat"
        assert rows(tmp_path) == {}
        await press(g, "u")
        assert chosen(g) == "My split squat"


async def test_a_new_name_never_changes_the_past(tmp_path: Path, clock: ManualClock) -> None:
    choices = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)
    async with gym(tmp_path, clock, choices=choices, athlete=SEASONED) as g:
        await g.walk_out()
        await press(g, "enter")
    before = folded(tmp_path)
    assert before
    async with gym(tmp_path, clock) as g:
        await press(g, "e")
        await find(g, "bulgarian")
        assert "B1" in g.line("last  ")
        await press(g, "e")
        await retype(g, "Something else")
        await press(g, "enter")
        assert "B1" in g.line("last  ")
    assert folded(tmp_path) == before
    assert any(row["name"] == "Rear-foot-elevated split squat" for row in before[0]["sets"])


REFUSED = {
    "name: it is empty.": (0, ""),
    "name: it has 90 characters, and 80 is the most.": (0, "x" * 90),
    "rung: a whole number is needed.": (15, "one"),
    "rung: rungs go from 0 to 20.": (15, "44"),
    "contacts: contacts a rep go from 0 to 10.": (16, "99"),
}


@pytest.mark.parametrize(
    "said", sweep(REFUSED, stay=("name: it is empty.", "rung: rungs go from 0 to 20."))
)
async def test_what_cannot_work_is_refused_where_it_is_typed(
    said: str, tmp_path: Path, clock: ManualClock
) -> None:
    downs, text = REFUSED[said]
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e")
        await find(g, "step-up")
        before = g.store.desk.shelf()
        await press(g, "e")
        await g.burst(*["down"] * downs)
        await retype(g, text)
        assert said in g.text()
        await press(g, "home", "up", "ctrl+s")
        assert isinstance(g.screen, ExerciseEditor)
        assert said in g.text()
        assert isinstance(g.screen.focused, Input)
        assert g.screen.focused.value == text
        assert g.store.desk.shelf() is before


async def test_half_of_a_pair_cannot_become_a_hold(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e")
        await find(g, "rear-foot-elevated split squat")
        await press(g, "e", "down", "down", "down", "right")
        await g.pilot.pause()
        assert g.screen.query_one("#field-measure", Choice).value == Measure.REPS
        told = " ".join(g.text().split())
        assert "Runner's lower body has it" in told
        assert "A copy can be changed." in told


async def test_what_was_typed_is_not_lost_silently(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e", "e", "escape")
        assert f"Exercises   {len(library())}" in g.text()
        await press(g, "e")
        await retype(g, "Half an idea")
        await press(g, "escape")
        assert "Not kept yet: enter keeps it, escape again throws it away." in g.text()
        await g.type("!")
        await press(g, "escape")
        assert "Not kept yet" in g.text()
        await press(g, "escape")
        assert f"Exercises   {len(library())}" in g.text()
        assert "Half an idea" not in g.text()
        assert "Nothing" not in g.text()
    assert rows(tmp_path) == {}


async def test_keeping_what_was_not_changed_changes_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e", "e", "enter")
        assert isinstance(g.screen, ExercisesScreen)
        await press(g, "u")
        assert "Nothing to undo." in g.text()


async def test_a_name_that_is_taken_is_a_friendly_word(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e", "n")
        await g.type("step-up")
        await g.pilot.pause()
        assert "name: another exercise has this name too." in g.text()
        await press(g, "enter")
        await g.pilot.pause()
        assert "step-up-2" in g.store.desk.shelf().exercises()


async def test_markup_and_control_characters_are_plain_text(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await press(g, "e", "n")
        await g.type("[red]loud[/] $x")
        await press(g, "enter")
        assert chosen(g) == "[red]loud[/] $x"
        assert g.line("▸   [red]loud[/] $x")
        await press(g, "w")
        assert "[red]loud[/] $x" in g.text()
    with tinydb.TinyDB(tmp_path / "library.json") as db:
        (row,) = db.table("exercises").all()
    assert row["exercise"]["name"] == "[red]loud[/] $x"
