"""A bar in a session follows its plates: two sessions in which every load typed is found again."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.swaps import keep_swap
from runlift_tui.core.sets.weights import Barbell, Weights
from runlift_tui.core.setup.card import card
from runlift_tui.core.setup.coming import ComingSession
from runlift_tui.core.setup.kit import kit
from runlift_tui.core.words.units import Unit
from runlift_tui.store.library.rows import write_edit
from runlift_tui.store.store import Store
from tests.screens.gym import Gym, gym
from tests.screens.session.test_typed_loads import keys_of, lift
from tests.sweep import sweep

DUMBBELLS = Weights(list_kg=(4.0, 8.0, 12.0, 16.0, 20.0, 25.0, 27.5, 30.0))
WHO = Athlete(
    level=Level.INTERMEDIATE,
    asked=True,
    ask_first=False,
    weights=DUMBBELLS,
    bar=Barbell(bar_kg=20.0, plates_kg=(25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25)),
)
SIZES = [(80, 24), (120, 36), (160, 45)]
BARE = "the empty bar is the lightest; a lighter load can be typed"
BAR = "rfe-split-squat-barbell"


def with_bar(folder: Path, clock: ManualClock) -> None:
    """Put a barbell exercise into B1 of the routine in a data folder."""
    store = Store(folder, clock)
    store.open()
    write_edit(store.library, keep_swap(store.desk.shelf(), ARTICLE_ROUTINE, "B1", BAR))
    store.close()


async def step(g: Gym, *keys: str) -> list[str]:
    """Press keys at the load; return what it is after each."""
    found = []
    for key in keys:
        await g.press(key)
        found.append(g.values()["load"].removesuffix(" kg"))
    return found


@pytest.mark.parametrize("size", sweep(SIZES, stay=((80, 24),)))
async def test_every_load_of_a_bar_is_found_again(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    with_bar(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=WHO, size=size) as g:
        await g.press("space", "space")
        assert g.session.routine.slot("B1").exercise == BAR
        await g.walk_to("B1", ramp=1)
        assert g.values()["load"] == "20 kg"
        assert g.face.load == "BAR 20 KG"
        assert "empty bar, 20 kg" in g.face.units
        assert "unloaded" not in g.text()
        await g.space()
        await g.walk_to("B1", ramp=2)
        assert g.values()["load"] == "20 kg", "what the ramp led to, and never less than the bar"
        assert "easy: as in the ramp before" in g.face.units
        await g.press("tab", "tab", "3", "0", "enter")
        assert "easy: lighter than round 1" in g.face.units, "no share of a guess"
        await g.space()
        await g.walk_to("B1")
        assert g.values()["load"] == "20 kg", "a ramp's load is never the working load"
        assert "begin with the empty bar, 20 kg, add" in " ".join(g.face.own.lines)
        await g.press("tab", "tab", *keys_of("42.5"), "enter")
        assert await step(g, "up", "up", "down", "down", "down") == [
            "45",
            "47.5",
            "45",
            "42.5",
            "40",
        ]
        await g.press("up")
        assert "20 bar + 2 x (10 + 1.25)" in " ".join(g.text().split())
        await g.space()
        await g.walk_to("B1", 2)
        assert g.values()["load"] == "42.5 kg"
        await lift(g, "45")
        assert [g.done("B1", n).load_kg for n in (1, 2)] == [42.5, 45.0]
        await g.walk_out()
        coming = g.line("next time")
        assert "45 kg" in coming
        assert "30 kg" not in coming
        await g.space()
        clock.advance(3 * 86_400_000)
        await g.press("s", "escape", "space", "space")
        start = g.session.start
        fetch = kit(begin(start, 0), Unit.KG)
        assert "45 kg (20 bar + 2 x (10 + 2.5))" in fetch
        assert "20 kg (empty bar), 27.5 kg (20 bar + 2 x (2.5 + 1.25)) in the ramp" in fetch
        assert "at 45 kg" in "\n".join(card(ComingSession(start=start), Unit.KG))
        for ramp, load in ((1, "20 kg"), (2, "27.5 kg")):
            await g.walk_to("B1", ramp=ramp)
            assert g.values()["load"] == load
            assert "lighter than a bar" not in g.text()
        for round_ in (1, 2):
            await g.walk_to("B1", round_)
            assert g.values()["load"] == "45 kg"
            await g.space()


async def test_at_the_end_of_what_there_is_it_says_so(tmp_path: Path, clock: ManualClock) -> None:
    with_bar(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=WHO) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        await g.press("tab", "tab")
        assert await step(g, "down") == ["20"]
        assert BARE in g.text()
        assert await step(g, "down") == ["20"]
        assert g.text().count(BARE) == 1
        await g.wait(1)
        assert await step(g, "up", "down") == ["22.5", "20"]
        assert BARE not in g.text()
        await g.press("down")
        assert BARE in g.text()


async def test_a_first_bar_may_be_as_heavy_as_it_is_and_its_load_is_asked_for(
    tmp_path: Path, clock: ManualClock
) -> None:
    with_bar(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=WHO) as g:
        await g.press("space", "space")
        await g.skip_to("B1")
        assert g.values()["load"] == "20 kg"
        assert "begin with the empty bar, 20 kg" in " ".join(g.text().split())
        assert "type the load" in g.text()
        await g.press("tab", "tab", *"55", "enter")
        assert g.values()["load"] == "55 kg", "it is no three times the empty bar"
        assert "type the load" not in g.text()


async def test_the_plates_in_a_rest_are_those_of_the_load_that_was_typed_for_what_comes(
    tmp_path: Path, clock: ManualClock
) -> None:
    with_bar(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=WHO, size=(120, 36)) as g:
        await g.press("space", "space")
        await g.walk_to("B1")
        await lift(g, "40")
        await g.walk_to("B4")
        await g.space()
        assert "20 bar + 2 x 10" in g.face.units
        await g.press("t")
        await g.type("60")
        await g.press("enter")
        assert "20 bar + 2 x 20" in g.face.units
        assert g.face.made in g.face.units
        assert "20 bar + 2 x 10" not in g.text()
