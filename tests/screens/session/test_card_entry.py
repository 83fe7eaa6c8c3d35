"""Entering a session from its card: keys in, what stands on the screen and on the disk out."""

from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.parts.typing_in import TypingScreen
from runlift_tui.screens.session.card_entry import EntryScreen
from runlift_tui.screens.session.summary import SummaryScreen
from tests.screens.gym import SEASONED, Gym, commands, folded, gym, journals
from tests.sweep import sweep


async def entering(g: Gym, when: str = "yesterday 18:30") -> None:
    """Go from home to the first set of a card."""
    await g.press("space")
    assert g.is_on(SetupScreen)
    await g.press("c")
    assert g.is_on(TypingScreen), g.text()
    await g.type(when)
    await g.press("enter")
    assert g.is_on(EntryScreen)


async def next_sets(g: Gym, count: int) -> None:
    for _ in range(count):
        await g.wait(1)
        await g.press("space")


@pytest.mark.parametrize("size", sweep(((120, 36), (80, 24), (40, 10)), stay=((80, 24), (40, 10))))
async def test_one_key_a_set_to_the_history(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await entering(g)
        await next_sets(g, 6)
        if size[1] > 10:
            assert "yesterday 18:30" in g.text()
            assert "20/20 s" in g.text()
            assert "▸ B1" in g.text()
        await next_sets(g, 8)
        assert g.is_on(SummaryScreen), g.text()
        await g.wait(1)
        await g.press("7", "enter")
        assert g.is_on(HomeScreen)
        (row,) = folded(tmp_path)
    assert row["entered"]
    assert row["effort"] == 7
    assert len(row["sets"]) == 14
    assert all(each["rest_taken_s"] is None for each in row["sets"])
    assert not journals(tmp_path)


async def test_values_are_typed_and_b2_takes_half_of_them(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await entering(g)
        await next_sets(g, 6)
        await g.press("9", "tab", "7", "tab", "1", "2")
        await next_sets(g, 1)
        assert (g.done("B1").left, g.done("B1").right, g.done("B1").load_kg) == (9, 7, 24.0)
        assert "half of 7" in g.text()
        await g.press("s", "1")
        assert g.done("B2").skipped == "time"
        await g.press("u")
        await g.wait(1)
        await g.press("u")
        assert "▸ B1" in g.text()


@pytest.mark.sweep
async def test_killed_in_the_middle_it_goes_on_where_it_stood(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await entering(g)
        await next_sets(g, 7)
        await g.press("4")
        await g.comes("left [4]")
    async with gym(tmp_path, clock) as g:
        assert "from a card, up to B2 round 1" in g.text()
        await g.press("space")
        assert g.is_on(EntryScreen)
        assert "yesterday 18:30" in g.text()
        assert "▸ B2" in g.text()
        await g.press("q")
        assert g.is_on(HomeScreen)
    assert commands(tmp_path).count("log") == 7


async def test_a_key_that_is_held_down_enters_one_set(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await entering(g)
        await g.wait(1)
        for _ in range(20):
            clock.advance(30)
            await g.press("space")
        assert len(g.session.done) == 1


async def test_taps_behind_a_question_that_the_same_key_closed_are_taps(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await entering(g)
        await g.wait(1)
        await g.press("h", "1")
        clock.advance(600)
        await g.press("space")
        clock.advance(600)
        await g.press("space")
        assert not g.session.done, "a keyboard may wait so long before it repeats a key held down"
        assert "may still be down from before" in g.text()
        for tapped in (1, 2, 3):
            clock.advance(600)
            await g.press("space")
            assert len(g.session.done) == tapped
    assert g.session.pain == 1


async def test_a_key_held_down_behind_a_question_that_it_closed_enters_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await entering(g)
        await g.wait(1)
        await g.press("h", "1")
        clock.advance(600)
        await g.press("space")
        clock.advance(500)
        for _ in range(40):
            await g.press("space")
            clock.advance(30)
        assert not g.session.done


async def test_when_can_be_put_right_and_what_is_still_to_come_cannot_be_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("space", "c", "escape")
        assert g.is_on(SetupScreen), "one step back, to where the card was asked for"
        assert not journals(tmp_path)
        await g.press("escape")
        await entering(g)
        await g.press("t")
        await g.type("2099-01-01")
        await g.press("enter")
        assert "still to come" in g.text()
        await g.press("escape", "t")
        await g.type("yesterday 7:15")
        await g.press("enter")
        assert "yesterday 07:15" in g.text()
        await g.press("p", "2")
        assert g.session.pain == 2


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_pain_is_asked_for_and_said_with_the_key_that_says_it_everywhere(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await entering(g)
        assert "Pain before it, as on the card: h and the number." in g.text()
        assert "h pain" in " ".join(g.text().split())
        await next_sets(g, 2)
        await g.press("h", "2")
        assert g.session.pain == 2
        assert "Pain 2 of 10 before it." in g.text()
        await g.press("u")
        assert g.session.pain is None


async def test_the_end_can_be_undone_into_the_card(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await entering(g)
        await next_sets(g, 7)
        await g.press("f", "enter")
        assert g.is_on(SummaryScreen)
        assert "entered from a card" in g.text()
        assert "rest taken" not in g.text()
        await g.press("u")
        assert g.is_on(EntryScreen)
        assert not folded(tmp_path)


async def test_a_stop_sign_stands_over_the_card_too(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await entering(g)
        await g.press("p", "7")
        await g.wait(2)
        await g.press("e")
        await g.wait(2)
        assert "escape  read" in g.text(), "there is nothing to finish or to go on with"
        await g.press("escape")
        for _ in range(3):
            assert "STOP: get emergency help now" in g.text()
            await next_sets(g, 1)
