"""One figure has one value: what the eye reads on each screen, held against what is reckoned."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import copytree

import pytest
from msgspec import structs

from runlift_tui.clock import ManualClock
from runlift_tui.core.runs.five_k import five_ks, summary_words
from runlift_tui.core.setup.outlook import outlook
from runlift_tui.core.words.days import day_and_year
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.home.setup import SetupScreen
from runlift_tui.screens.home.today import Today
from runlift_tui.store.store import Store
from runlift_tui.widgets.large.heading import Heading
from tests.screens.gym import Gym, gym
from tests.screens.lives import Own, with_own
from tests.sweep import sweep

SIZES = ((80, 24), (120, 36), (160, 45))


@asynccontextmanager
async def trained(
    year: Path,
    folder: Path,
    clock: ManualClock,
    size: tuple[int, int],
    unit: Unit = Unit.KG,
    own: Own = Own.NOT,
) -> AsyncIterator[Gym]:
    """Yield the program over a year of training, in another unit or with a routine of one's own."""
    copytree(year, folder, dirs_exist_ok=True)
    if (unit, own) != (Unit.KG, Own.NOT):
        store = Store(folder, clock)
        store.open()
        athlete = store.desk.athlete()
        store.desk.keep_athlete(structs.replace(athlete, unit=unit))
        with_own(Today(store), athlete.routine, own)
        store.close()
    async with gym(folder, clock, size=size) as g:
        yield g


def flat(g: Gym) -> str:
    return " ".join(g.text().split())


@pytest.mark.parametrize("size", sweep(SIZES, stay=SIZES[:2]))
async def test_the_5k_stands_with_both_its_days_wherever_it_is_told(
    made_up_year: Path, tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    async with trained(made_up_year, tmp_path, clock, size) as g:
        fives = five_ks(g.store.runs.trials())
        gain = summary_words(fives)
        assert "faster" in gain
        if size != SIZES[0]:  # which has no room for it on home
            await g.comes("5K  ")
            home = flat(g)
            for each in (fives[0], fives[-1]):
                assert each.words in home
                assert day_and_year(each.day) in home
            assert gain.split(": ")[-1].partition(",")[0] in home
        await g.press("t", "c")
        assert gain in flat(g)
        await g.press("escape", "escape", "b")
        await g.press(*["shift+tab"])
        assert gain in flat(g)


@pytest.mark.parametrize("own", sweep(Own, stay=(Own.NOT, Own.CHANGED)))
@pytest.mark.parametrize("rounds", sweep(range(1, 5), stay=(4,)))
async def test_the_minutes_before_the_start_are_those_of_what_is_chosen(
    rounds: int, own: Own, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    async with trained(made_up_year, tmp_path, clock, (100, 21), own=own) as g:
        await g.press("space", f"{rounds}")
        page = g.screen
        assert isinstance(page, SetupScreen)
        today = page._today
        start = today.planned()
        seen = outlook(start, today.facts, today.athlete.unit, today.now())
        letters = page.query_one(Heading)
        assert (letters.word, letters.figure) == (f"{seen.minutes} min", f"ends {seen.ends}")
        assert rounds in [block.rounds for block in start.routine.blocks]


@pytest.mark.parametrize(("unit", "own"), [(Unit.KG, Own.NOT), (Unit.LB, Own.COPIED)])
async def test_what_comes_next_of_an_exercise_stands_on_its_page(
    unit: Unit, own: Own, made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    async with trained(made_up_year, tmp_path, clock, (160, 45), unit, own) as g:
        page = g.screen
        assert isinstance(page, HomeScreen)
        told = page._today.coming().start.next_times
        assert told, "or there would be nothing to compare"
        for each in told:
            exercise = g.store.desk.shelf().exercises()[each.exercise]
            await g.press("e", "slash")
            await g.type(exercise.name)
            await g.press("enter", "b")
            assert exercise.name in g.line(" sessions, ")
            assert g.line("next time ").removeprefix("next time ").strip() == each.why
            await g.press("escape", "escape", "escape", "escape")
            assert g.is_home
