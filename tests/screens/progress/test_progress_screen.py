"""Does it work? The page that answers."""

from pathlib import Path

from runlift_tui.clock import ManualClock
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.progress.exercise import ExercisePastScreen
from runlift_tui.screens.progress.progress import ProgressScreen
from runlift_tui.widgets.lists.listing import Listing
from tests.core.past import outing, row
from tests.screens.gym import SEASONED, gym
from tests.screens.progress.test_exercise import fill, heavy


async def test_nothing_yet(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b")
        assert g.line("weeks").endswith("no session yet")
        assert "No session yet. escape leads home, space begins one there." in g.text()
        await g.press("down", "enter", "tab", "enter", "up", "tab", "end", "shift+tab")
        await g.press("tab", "tab")
        assert "No plan yet. p on home makes one." in g.text()
        await g.press("tab")
        assert "No race yet." in g.text()
        await g.press("escape")
        assert g.is_on(HomeScreen)


async def test_one_session(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, outing(320, heavy(0), effort=7))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b")
        assert g.is_on(ProgressScreen)
        assert g.line("▸ weeks").endswith("last 4 weeks: 1 session, 1 min; before: no session")
        assert "1 of 1 best set from the last 4 weeks" in g.text()
        assert g.line("2026-11-16").split()[2:8] == ["1", "1", "0", "1", "7", "100"]
        assert "━" in g.line("2026-11-16")


async def test_every_answer_has_its_rows(tmp_path: Path, clock: ManualClock) -> None:
    pair = (
        row(left=8, right=8, rest_kind="priming", rest_taken_s=250),
        row("hop", name="Hop", slot="B2", half_of="B1", left=4, right=4, snap=4, contacts=1),
    )
    fill(tmp_path, *(outing(300 + day, *pair) for day in (0, 3)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b", "right")
        assert "▸ records" in g.text()
        assert "enter  its page" in g.text()
        await g.press("down", "tab")
        assert g.line("4-5 min   ").split()[:4] == ["4-5", "min", "2", "4"]
        assert "4 rated sessions missing" in g.text()
        await g.press("enter")
        assert g.is_on(ProgressScreen)
        await g.press("left")
        assert g.screen.query_one(Listing).chosen == 1
        await g.press("enter")
        assert g.is_on(ExercisePastScreen)
        assert "Hop   2 sessions, 2 sets" in g.text()
        await g.press("escape", "question_mark")
        assert g.is_on(HelpScreen)


async def test_a_names_markup_is_text(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, outing(300, row("mine", name="[red]Mine\x1b[31m", reps=5)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b", "tab")
        assert "[red]Mine" in g.text()
        await g.press("enter")
        assert "[red]Mine" in g.text()
