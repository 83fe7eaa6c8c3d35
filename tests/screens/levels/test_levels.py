"""The levels, the gate and its checks, from key to disk."""

from pathlib import Path

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.keys.action import NO, YES
from runlift_tui.core.routines.levels import Level
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.levels.checks import CheckScreen
from runlift_tui.screens.levels.levels import LevelsScreen
from runlift_tui.screens.session.reason import ReasonScreen
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, folded, gym
from tests.sweep import sweep

BEGINNER = Athlete(level=Level.BEGINNER, asked=True)

KEYS = {"y": YES, "n": NO}


async def check(g: Gym, *, left_s: float, right_s: float, answers: str) -> None:
    """Go through the checks: calm, left, right, squats, landings."""
    await g.press(KEYS[answers[0]])
    for held_s in (left_s, right_s):
        await g.press("space")
        g.clock.advance(5_000 + round(held_s * 1000))
        screen = g.screen
        assert isinstance(screen, CheckScreen)
        if held_s < 30:
            await g.press("space")
        else:
            screen._tick()
        await g.settled()
    await g.press(*map(KEYS.__getitem__, answers[1:]))


@pytest.mark.parametrize("size", sweep([(80, 24), (120, 36)], stay=((80, 24),)))
async def test_each_level_can_be_read_and_taken_and_taken_back(
    size: tuple[int, int], tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=size) as g:
        await g.press("l")
        assert g.is_on(LevelsScreen)
        await g.comes("BEGINNER, YOURS")
        await g.comes("could do 4 more; later 3")
        await g.press("right")
        await g.comes("INTERMEDIATE")
        assert "YOURS" not in g.text()
        assert "Before the first jump" not in g.text()
        await g.press("enter")
        await g.comes("INTERMEDIATE, YOURS")
        await g.press("u")
        await g.comes("BEGINNER, YOURS")
        await g.press("U")
        await g.comes("INTERMEDIATE, YOURS")
        await g.press("u")
        await g.comes("BEGINNER, YOURS")
        await g.press("3", "enter", "escape")
        assert g.is_on(HomeScreen)
    assert Store(tmp_path, clock).desk.athlete().level is Level.ADVANCED


async def test_the_gate_says_what_is_missing_and_the_checks_fill_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(160, 45)) as g:
        await g.press("l")
        await g.comes("B2 later: Fast split squat")
        await g.comes("0 of 8 sessions")
        assert g.text().count("not checked yet") == 3
        await g.press("c")
        await check(g, left_s=30, right_s=12, answers="nyn")
        assert g.is_on(LevelsScreen)
        await g.comes("30 s on one leg, each side: 12 s")
        assert "not yet good" in g.line("landings")
        assert "■" in g.line("5 single-leg squats")
        await g.press("c", "escape")
        assert "12 s" in g.line("30 s on one leg"), "broken off, nothing is changed"
    found = Store(tmp_path, clock).desk.athlete().checks
    assert (found.stance_s, found.squats, found.landings, found.calm) == (12, True, False, True)


async def test_pain_ends_the_checks_and_nobody_lands_without_good_squats(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(160, 45)) as g:
        await g.press("l", "c")
        assert "Any pain over 2 of 10 in daily life?" in g.text()
        await g.press("y")
        assert g.is_on(LevelsScreen)
        await g.comes("the checks end here")
        await g.press("c")
        await check(g, left_s=30, right_s=30, answers="nn")
        assert g.is_on(LevelsScreen)
        await g.comes("No landings before the squats are good")
    found = Store(tmp_path, clock).desk.athlete().checks
    assert (found.calm, found.squats, found.landings) == (True, False, None)
    assert found.when is not None


async def test_whoever_is_not_to_jump_at_all_is_not_asked_to_land(
    tmp_path: Path, clock: ManualClock
) -> None:
    ill = structs.replace(BEGINNER, ask_first=True)
    async with gym(tmp_path, clock, athlete=ill, size=(160, 45)) as g:
        await g.press("l", "c")
        await check(g, left_s=30, right_s=30, answers="ny")
        assert g.is_on(LevelsScreen)
        await g.comes("No landings while you are not to jump at all")
    found = Store(tmp_path, clock).desk.athlete().checks
    assert (found.squats, found.landings, found.is_good) == (True, None, False)


async def test_overruling_is_known_and_written_down(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER, size=(160, 45)) as g:
        await g.press("l")
        await g.comes("Before the first jump")
        await g.press("o")
        await g.comes("verruled by you")
        await g.press("o")
        await g.comes("gate stands again")
        await g.press("u")
        await g.comes("verruled by you")
    assert Store(tmp_path, clock).desk.athlete().overruled == "2026-11-22T17:00:00.000Z"


async def test_why_explains_the_gate(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=BEGINNER) as g:
        await g.press("l", "w")
        assert g.is_on(ReasonScreen)
        await g.comes("our own rule")
        await g.press("space")
        assert g.is_on(LevelsScreen)


async def test_why_says_where_the_numbers_of_a_level_are_from(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("l", "w")
        said = ""
        for _ in range(6):
            said += g.text()
            await g.press("pagedown")
        assert g.is_on(ReasonScreen)
        for title in ("Sets, reps and weeks", "Priming rest", "Half of the", "The next load"):
            assert title in said, title
        for source in ("Blagrove 2018", "Dobbs 2019", "Grgic 2018"):
            assert source in said, source


async def test_a_key_is_named_where_the_window_cuts_the_page(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 18)) as g:
        await g.press("l")
        await g.comes("PgDn read on")
        assert "All of them can be changed" not in g.text()
        await g.press("pagedown")
        assert "All of them can be changed" in g.text()
        await g.pilot.resize_terminal(120, 45)
        await g.settled()
        assert "PgDn" not in g.text()


async def test_why_in_a_rest_goes_from_the_exercise_to_the_rest(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("w")
        await g.comes("Split squat hop")
        await g.press("w")
        assert g.is_on(ReasonScreen)
        await g.comes("Gouvêa 2013")


async def test_pain_before_the_session_takes_the_jumps_out_of_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        assert "hurt" in g.face.flash
        await g.press("h", "4")
        assert g.session.pain == 4
        assert g.values()["left"] == "10", "the digit was an answer and no reps"
        await g.wait(1)
        await g.press("n")
        await g.wait(1)
        await g.press("space")
        await g.skip_to("B1")
        await g.space()
        assert "B3" in g.face.label
        await g.press("f", "enter", "escape")
    assert folded(tmp_path)[0]["pain"] == 4


async def test_a_swap_for_today_is_gone_tomorrow_and_one_for_good_is_not(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press("x")
        await g.type("bird dog")
        await g.press("enter")
        await g.comes("Bird dog")
        await g.space()
        await g.skip_to("B3")
        await g.press("x", "tab")
        await g.type("high step")
        await g.press("enter")
        assert g.session.exercises[g.session.routine.slot("B3").exercise].id == "step-up-high"
        assert "B3" not in Store(tmp_path, clock).desk.shelf().routines, "only when it is saved"
        await g.press("f", "enter", "escape")
    assert folded(tmp_path)[0]["sets"][0]["swapped_from"] == "dead-bug"
    async with gym(tmp_path, clock, athlete=SEASONED, level=Level.ADVANCED) as g:
        await g.comes("Dead bug")
        assert g.session.routine.slot("B3").exercise == "step-up-high"


async def test_a_swap_for_good_that_was_undone_is_not_kept(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.press("x", "tab")
        await g.type("bird dog")
        await g.press("enter", "u")
        await g.comes("Dead bug")
        await g.space()
        await g.press("f", "enter", "escape")
    assert not Store(tmp_path, clock).desk.shelf().routines


async def test_later_puts_a_heavy_set_and_its_fast_one_at_the_end_of_the_round(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, level=Level.ADVANCED) as g:
        await g.skip_to("B1")
        await g.press("l")
        assert g.face.label == "B3"
        await g.press("u")
        assert g.face.label == "B1"
