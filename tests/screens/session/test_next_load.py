"""The load of the set that comes, typed in the rest before it."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest
from runlift_tui.core.sets.values import Field
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.session.session import SessionScreen
from tests.screens.gym import SEASONED, gym

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)


@pytest.mark.parametrize(
    ("typed", "kg"),
    [("14", 28.0), ("2 x 14 kg", 28.0), ("12,5", 25.0)],
)
async def test_it_is_typed_by_one_key_and_stands_in_the_set(
    typed: str, kg: float, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.walk_to("B2")
        await g.wait(5)
        await g.space()
        assert g.is_in(Rest)
        assert "t types the load of B3; digits are for B2" in g.text(), "whose values stand below"
        before = g.session.done
        await g.press("t")
        await g.type(typed)
        await g.press("enter")
        assert g.is_on(SessionScreen)
        assert g.session.done == before, "the set that is done is left alone"
        assert g.session.prepared == {Field.LOAD_KG: kg}
        await g.walk_to("B3")
        assert f"2 x {kg / 2:g} kg" in g.values()["load"]
        await g.on()
        assert g.done("B3").load_kg == kg


async def test_what_is_no_load_is_refused_and_elsewhere_the_key_says_where_it_counts(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("t")
        assert "This is for a rest before a set with a load" in g.text()
        await g.walk_to("B2")
        await g.wait(5)
        await g.space()
        await g.press("t")
        await g.type("12,,5")
        await g.press("enter")
        assert "12..5 is no number" in g.text()
        await g.press("escape")
        assert not g.session.prepared


@pytest.mark.parametrize("right", [True, False], ids=["yes", "no"])
async def test_a_load_far_from_the_last_is_asked_about_in_the_rest_and_once(
    right: bool, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.walk_to("B3")
        await g.press("tab", "tab", *"12", "enter")
        await g.walk_to("B2", 2)
        await g.wait(5)
        await g.space()
        before = g.session.done
        await g.press("t", *"120", "enter")
        assert g.is_in(Rest)
        assert "B3 round 2: 2 x 120 kg after 2 x 12 kg. Is it" in g.text()
        await g.press("y" if right else "n")
        assert g.session.done == before, "the set that is done is left alone"
        assert "B3 round 2: " not in g.text()
        await g.walk_to("B3", 2)
        assert "B3 round 2: " not in g.text(), "it was asked once"
        assert ("2 x 120 kg" if right else "2 x 12 kg") in g.values()["load"]
