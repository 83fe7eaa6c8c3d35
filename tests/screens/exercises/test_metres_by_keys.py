"""An exercise counted in metres, by keys alone: made, trained, looked back on, taken along."""

import csv
import io
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.exercises.exercise import LoadKind, Measure
from runlift_tui.core.routines.routine import Metres
from runlift_tui.core.words.days import DAY_MS
from runlift_tui.screens.routines.editor import RoutineEditor
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.summary import SummaryScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.choice import Choice
from tests.commands.running import ran
from tests.screens.gym import SEASONED, Gym, folded, gym


async def press(g: Gym, *keys: str) -> None:
    """Press keys, and wait for all that widgets and screens pass on for them."""
    for key in keys:
        await g.press(key)
        await g.pilot.pause()


async def choose(g: Gym, name: str, value: str) -> None:
    """Go down to a choice of the form, and right until it says this."""
    for _ in range(30):
        if g.screen.focused is g.screen.query_one(f"#field-{name}"):
            break
        await press(g, "down")
    for _ in range(10):
        if g.screen.query_one(f"#field-{name}", Choice).value == value:
            return
        await press(g, "right")
    raise AssertionError(f"{name} is never {value}")


async def with_a_sled(g: Gym) -> None:
    """Make an exercise that is counted in metres, and a routine of it alone."""
    await press(g, "e", "n")
    await g.type("Sled drag")
    await choose(g, "measure", "metres")
    await choose(g, "load", "external")
    await press(g, "enter")
    assert "Added Sled drag" in g.text()
    await press(g, "escape", "o", "n")
    await g.type("sled drag")
    await press(g, "enter", "escape", "enter")
    assert g.is_on(RoutineEditor)
    await press(g, "down", "down")
    assert "metres" in g.line("counts  ") or " m" in g.line("counts  ")
    await press(g, "escape")


async def trained(g: Gym) -> None:
    """Train it: the first set as it was typed, the rest as they stand."""
    await press(g, "space")
    await g.space()
    assert g.is_on(SessionScreen)
    assert g.face.big == "20"
    await g.press("h", "4")  # what hurts, of 10
    await g.wait(2)
    await g.press("minus")
    await g.wait(1)
    await g.press("space")
    await g.wait(2)
    await g.press("3", "5", "tab", "6", "0")
    await g.space()
    assert (g.done("A1").metres, g.done("A1").load_kg) == (35, 60.0)
    await g.walk_out()
    assert g.is_on(SummaryScreen)
    assert "35 m at 60 kg" in g.text()
    await g.wait(2)
    await press(g, "space")
    assert g.is_home


@pytest.mark.sweep
async def test_from_the_form_to_the_history_and_its_text(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await with_a_sled(g)
        await trained(g)
        await press(g, "h")
        assert "Sled drag" in g.text()
        assert "20 → 35 m  60 kg" in g.text()
        await press(g, "y")
        assert "Sled drag: 35 m" in g.text()
    (row,) = folded(tmp_path)
    assert row["sets"][0]["metres"] == 35


@pytest.mark.sweep
async def test_out_of_one_folder_and_into_another(
    tmp_path: Path, clock: ManualClock, capfd: pytest.CaptureFixture[str]
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    file = tmp_path / "all.json"
    async with gym(here, clock, athlete=SEASONED) as g:
        await with_a_sled(g)
        await trained(g)
    clock.advance(DAY_MS)
    async with gym(here, clock, athlete=SEASONED) as g:
        await g.press("plus")
    for words in (["export", "-o", f"{file}"], ["import", f"{file}"]):
        folder = there if words[0] == "import" else here
        assert ran([*words, "--data-dir", f"{folder}"], capfd).status == 0
    assert folded(there) == folded(here)
    store = Store(there, clock)
    made = store.desk.shelf().exercises()["sled-drag"]
    assert (made.measure, made.load) == (Measure.METRES, LoadKind.EXTERNAL)
    routine = store.desk.shelf().routines["my-routine"].routine
    assert routine is not None
    (slot,) = routine.blocks[0].slots
    assert isinstance(slot.prescription, Metres)
    assert store.facts().outings[-1].morning is True
    told = ran(["export", "--format", "csv", "--data-dir", f"{there}"], capfd)
    rows = list(csv.DictReader(io.StringIO(told.out)))
    assert (rows[0]["metres"], rows[0]["load_kg"]) == ("35", "60.0")
    assert {each["session_morning"] for each in rows} == {"worse"}
