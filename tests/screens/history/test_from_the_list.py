"""What the list of the history puts right at once: a swap, a start, an end."""

from pathlib import Path
from shutil import copytree

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.screens.exercises.choosing import ExerciseChoosing
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.history.past_session import PastSessionScreen
from tests.screens.gym import Gym, gym


@pytest.fixture
def filled(made_up_year: Path, tmp_path: Path) -> Path:
    """Return a folder of one's own with a year of training."""
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    return tmp_path


async def find(g: Gym, query: str) -> None:
    """Type a query at home, and take its first hit."""
    await g.press("slash")
    await g.type(query)
    await g.press("enter")
    await g.settled()


async def test_the_last_line_names_what_is_needed(filled: Path, clock: ManualClock) -> None:
    async with gym(filled, clock, size=(80, 24)) as g:
        await g.press("h")
        said = g.text().splitlines()[-1]
        for key in ("e edit", "x swap", "t start, end", "d delete"):
            assert key in said, said
        await g.press("e")
        said = g.text().splitlines()[-1]
        for key in ("x  swap", "t  start, end"):
            assert key.replace("  ", " ") in " ".join(said.split()), said


async def test_t_leads_to_the_start_with_the_end_below(filled: Path, clock: ManualClock) -> None:
    async with gym(filled, clock) as g:
        await g.press("h", "t")
        assert g.is_on(PastSessionScreen)
        assert "began" in g.line("▸")
        await g.press("down")
        assert "ended" in g.line("▸")
        await g.press("escape", "down", "down", "tab", "t")
        assert "began" in g.line("▸"), "from a set's values, too"
        await g.press("escape", "escape")
        assert g.is_on(HistoryScreen)


async def test_x_asks_at_once_which_exercise_was_another(filled: Path, clock: ManualClock) -> None:
    async with gym(filled, clock) as g:
        newest = next(iter(g.store.past.sessions())).day
        await g.press("h", "x")
        assert g.is_on(ExerciseChoosing)
        assert f"{newest:%a} {newest.day} {newest:%b}" in g.text(), "it says of which day"
        await g.press("escape", "escape", "f")
        assert "Only with the exercise" in g.text()


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("swap", "which was not done"),
        ("wrong exercise", "which was not done"),
        ("ended", "▸     began"),
        ("wrong day", "▸     began"),
        ("forgot a set", "n one more set"),
        ("delete session", "d delete"),
    ],
)
async def test_by_name_it_is_gone_there(
    query: str, there: str, filled: Path, clock: ManualClock
) -> None:
    async with gym(filled, clock, size=(120, 36)) as g:
        await find(g, query)
        await g.comes(there.split("  ")[0])
        assert " ".join(there.split()) in " ".join(g.text().split())
