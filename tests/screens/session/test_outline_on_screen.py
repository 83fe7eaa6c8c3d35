"""What is left of a session on one key, and what will be done before its start."""

import re
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.session.state import Rest
from runlift_tui.core.session.targets import open_steps
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.parts.whole import WholeScreen
from runlift_tui.screens.session.outline import OutlineScreen
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.screens.session.swap import SwapScreen
from runlift_tui.screens.session.why import WhyScreen
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lists.listing import Listing
from tests.screens.gym import SEASONED, gym
from tests.sweep import sweep

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=2)
SLOTS = ("A1", "A2", "A3", "B1", "B2", "B3", "B4")


async def test_how_much_is_done_and_until_when_stand_in_one_line(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(120, 36)) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("o")
        until = g.line("What is left").partition("PRIMING")[0]
        assert re.search(r"1 of 11 sets done   \d+ min left   done \d\d:\d\d ", until)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (160, 45)])
async def test_the_sets_of_a_ramp_stand_under_no_round(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
        await g.skip_to("A3")
        await g.press("o")
        assert re.search(r"1 +(round )?2\s*\n", g.text()), "two rounds, and no third for its sets"
        told = g.line("ramp to B1").replace("then ", "")
        assert "· 5, · 5, · 2, before round 1" in told
        await g.press("o")
        for _ in range(4):  # A3, its rest, the first lighter set, its rest
            await g.space()
        await g.press("o")
        assert "5, ▣ 5, · 2, before round 1" in g.line("ramp to B1").replace("then ", "")
        await g.press("enter")
        assert "what was it?" in g.text()


@pytest.mark.parametrize("size", sweep([(80, 24), (160, 45)], stay=((80, 24),)))
async def test_what_is_left_stands_over_a_clock_that_runs_on(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=size) as g:
        await g.skip_to("B1")
        await g.press("8", "tab", "tab", "2", "4")
        await g.space()
        assert g.is_in(Rest)
        await g.press("o")
        text = g.text()
        wide = size[0] > 100
        much = ", 3 skipped, 7 to come" if wide else "  "
        assert f"What is left   1 of 11 sets done{much}" in text
        assert [each for each in g.line("Dead bug").split() if each == "×"], "a cell a round"
        assert g.line("Rear-foot-elevated").split()[-3:] == ["8", "·", "6"]
        assert g.line("▸").split()[-4:] == ["▣", "4", "·", "3"]
        assert "NEXT   B2  Split squat hop, 4 each leg" in text
        assert ("round 2, right first: Rear-foot" if wide else "Main, round 2") in text
        await g.wait(2)
        assert isinstance(g.screen, OutlineScreen)
        await g.press("up", "enter")
        assert "B1 round 1, Rear-foot-elevated split squat: what was it?" in g.text()
        await g.type("9/8, could do 2")
        await g.press("enter")
        assert g.is_on(OutlineScreen), "where the set is seen as it stands now"
        assert "9/8 +2" in g.line("▸")
        assert g.done("B1").load_kg == 48
        await g.press("down")
        g.screen._tick()
        assert ("PRIMING REST" if wide else "3:58   priming rest") in g.text()
        await g.press("o")
        assert g.is_on(SessionScreen)
        assert g.is_in(Rest)


async def test_the_chosen_slot_is_swapped_or_put_off_before_its_time(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.press("o", "down", "down", "x")
        assert isinstance(g.screen, SwapScreen)
        await g.press("escape")
        assert g.is_on(OutlineScreen), "one step back"
        assert "B3" in g.line("▸")
        await g.press("x")
        assert isinstance(g.screen, SwapScreen)
        where = g.screen.query_one(Listing)
        assert "harder" not in g.text().split(where.rows[where.chosen].text)[-1]
        await g.type("reverse lunge")
        await g.press("enter")
        assert g.session.routine.slot("B3").exercise == "reverse-lunge"
        assert g.is_on(OutlineScreen), "and back"
        assert "Reverse lunge" in g.line("▸")
        await g.press("l")
        assert [step.key.slot for step in open_steps(g.session)][:4] == ["B1", "B2", "B4", "B3"]
        await g.press("o", "up", "x")
        assert "A3 is done: there is nothing left to swap in it." in g.text()
        await g.press("o", "r")
        assert g.is_on(SessionScreen)
        assert "How many rounds of Main in all?" in g.text()
        await g.press("1")
        assert g.is_on(OutlineScreen), "and back"


OWN = """
[keys]
"session.outline" = "z"
"session.swap" = "v"
"outline.next" = ["down", "n"]
"""


async def test_its_keys_are_those_of_the_session_as_the_athlete_has_them(
    tmp_path: Path, clock: ManualClock
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(OWN, encoding="utf-8")
    store = Store(tmp_path, clock, config)
    store.open()
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24), store=store) as g:
        await g.skip_to("B1")
        await g.press("z")
        keys = g.text().splitlines()[-1].split()
        assert " ".join(keys).startswith("z back ↑↓ choose e correct v swap l later r rounds")
        await g.press("o", "x")
        assert g.is_on(OutlineScreen), "the shipped keys do nothing any more"
        await g.press("?")
        assert "swap what stands in the chosen slot" in g.line("v  ")
        assert "another slot" in g.line("↑ ↓")
        await g.press("escape", "z")
        assert g.is_on(SessionScreen)
        await g.press("z", "n", "v")
        assert isinstance(g.screen, SwapScreen)
        await g.press("escape", "escape", "w")
        assert g.is_on(WhyScreen)


@pytest.mark.parametrize("size", sweep([(80, 24), (160, 45)], stay=((80, 24),)))
async def test_todays_exercises_stand_at_home_and_before_the_start(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        for _ in range(2):
            for slot in SLOTS:
                assert g.line(f"{slot}  "), slot
            assert re.search("Step-up(, |  )", g.text())
            await g.press("space")
            if g.is_on(SessionScreen):
                break
            assert g.is_on(SetupScreen)


@pytest.mark.parametrize("size", [(60, 16), (80, 24)])
async def test_up_and_down_choose_a_slot_where_the_list_has_no_room_too(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=size) as g:
        await g.skip_to("B3")
        await g.press("o")
        for slot in (*reversed(SLOTS[:5]), *SLOTS[1:]):
            await g.press("up" if g.line("▸").split()[1] > slot else "down")
            assert g.line("▸").split()[1] == slot, "in sight"


@pytest.mark.parametrize("key", ["w", "question_mark", "k"])
async def test_what_is_read_over_a_narrow_session_leaves_no_ends_of_words_beside_it(
    key: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.press(key)
        assert g.screen.query_one(".dialog").region.width == 80


def shown(line: KeysLine) -> str:
    """Return what stands in a line of keys, under a page too."""
    return "".join(strip.text for strip in line.render_lines(line.region.reset_offset))


@pytest.mark.parametrize("key", ["w", "question_mark", "k", "ctrl+p", "n"])
async def test_under_a_page_no_keys_are_named_that_do_not_work_now(
    key: str, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED, size=(160, 45)) as g:
        await g.skip_to("B1")
        session = g.screen
        line = session.query_one(KeysLine)
        assert shown(line).strip().endswith("? keys")
        await g.press(key)
        assert g.screen is not session
        assert not shown(line).strip()
        await g.press("escape")
        assert g.screen is session
        assert g.text().rstrip().endswith("? keys")


async def test_the_weights_to_put_on_are_closed_by_the_key_that_opened_them(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.skip_to("B1")
        await g.press("k")
        assert g.is_on(WholeScreen)
        for _ in range(10):
            clock.advance(30)
            await g.press("k")
        assert g.is_on(WholeScreen), "held down it opens the page, and no more"
        await g.wait(1)
        await g.press("k")
        assert g.is_on(SessionScreen)


async def test_where_no_set_is_done_yet_the_list_stays_and_says_so(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, size=(80, 24)) as g:
        await g.skip_to("B1")
        await g.press("o", "e")
        assert g.is_on(OutlineScreen)
        assert "No set of B1 is done yet" in g.text()
        await g.press("up")
        assert "is done yet" not in g.text(), "it was about the row before"
