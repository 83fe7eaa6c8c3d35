"""Does it work? The page that answers."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from runlift_tui.clock import ManualClock
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts.help import HelpScreen
from runlift_tui.screens.progress.exercise import ExercisePastScreen
from runlift_tui.screens.progress.progress import ProgressScreen
from runlift_tui.screens.progress.section_pane import SectionPane
from runlift_tui.widgets.lists.listing import Listing
from tests.core.past import outing, row
from tests.screens.gym import SEASONED, gym
from tests.screens.progress.test_exercise import fill, heavy
from tests.sweep import sweep


async def test_nothing_yet(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b")
        assert g.line("weeks").endswith("no session yet")
        assert "No session yet. escape leads home, space begins one there." in g.text()
        await g.press("down", "enter", "tab", "enter", "up", "tab", "end", "shift+tab")
        await g.press("tab", "tab", "tab")
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
        assert g.line("▸ weeks").endswith("28 days: 1 session, under 1 min a week; 28 before: none")
        assert "no best set yet" in g.text(), "a first time is none"
        assert "minutes a week, 1 week since 16 Nov 26" in g.text()
        assert "week of 16 Nov 26, so far: 1 session, 1 set, 1 min, 0 contacts, load 7" in g.text()
        await g.press("t")
        assert g.line("2026-11-16").split()[2:8] == ["1", "1", "0", "1", "7", "100"]
        assert "━" in g.line("2026-11-16")


PAIR = (
    row(left=8, right=8, load_kg=24.0, implements=2, rest_kind="priming", rest_taken_s=250),
    row("hop", name="Hop", slot="B2", half_of="B1", left=4, right=4, snap=4, contacts=1),
)


async def test_every_answer_has_its_chart_and_its_rows(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, *(outing(300 + day, *PAIR) for day in (0, 3, 14)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b")
        assert "week of 16 Nov 26, so far: no session" in g.text()
        await g.press("home")
        assert "week of 26 Oct 26: 1 session, 2 sets, 3 min, 18 contacts" in g.text()
        await g.press("down")
        assert "contacts a week, 4 weeks since 26 Oct 26" in g.text()
        assert "week of 26 Oct 26: 1 session" in g.text()
        await g.press("tab")
        assert g.line("▸ heavy").endswith(
            "2 x 12 kg since 1 Nov 26: Rear-foot-elevated split squat"
        )
        assert "15 Nov 26: 8/8 at 2 x 12 kg" in g.text()
        assert "enter  its page" in g.text()
        await g.press("left", "left")
        assert "1 Nov 26: 8/8 at 2 x 12 kg" in g.text()
        await g.press("tab")
        assert "▸ records" in g.text()
        await g.press("down", "tab")
        assert "4   3 of 6 sessions" in g.text()
        await g.press("t")
        assert g.line("4-5 min   ").split()[:4] == ["4-5", "min", "3", "4"]
        assert "3 rated sessions missing" in g.text()
        await g.press("enter")
        assert g.is_on(ProgressScreen)
        await g.press("w")
        assert "You chose these rests" in " ".join(g.text().split())
        await g.press("escape", "shift+tab")
        assert len(g.screen.query_one(Listing).rows) == 1, "a fast set is no best one"
        await g.press("enter")
        assert g.is_on(ExercisePastScreen)
        assert "3 sessions, 3 sets" in g.text()
        await g.press("escape", "question_mark")
        assert g.is_on(HelpScreen)


async def test_the_table_stays_until_the_chart_is_asked_for(
    tmp_path: Path, clock: ManualClock
) -> None:
    fill(tmp_path, *(outing(300 + day, *PAIR) for day in (0, 3)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b", "t", "tab")
        assert g.line("2026-11-04").split()[2:6] == ["2", "x", "12", "kg"]
        assert not g.screen.query_one(SectionPane).is_drawn
        await g.press("c", "enter")
        assert g.is_on(ExercisePastScreen)
        await g.press("escape")
        assert g.screen.query_one(SectionPane).is_drawn


async def test_a_click_on_a_bar_and_the_wheel_over_it(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, *(outing(300 + day, *PAIR) for day in (0, 3, 14)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b")
        region = g.screen.query_one("#first").region
        await g.pilot.click(offset=(region.x + 6, region.y + 2))
        await g.comes("week of 26 Oct 26")
        await g.pilot._post_mouse_events([MouseScrollDown], offset=(40, region.y + 2))
        await g.comes("week of 2 Nov 26")


@pytest.mark.parametrize(
    "size", sweep([(80, 24), (60, 16), (40, 10), (20, 5), (160, 45)], stay=((40, 10),))
)
async def test_whatever_the_window_every_chart_stands(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    fill(tmp_path, *(outing(300 + day, *PAIR) for day in (0, 3, 14)))
    async with gym(tmp_path, clock, athlete=SEASONED, size=size) as g:
        await g.press("b", *["left", "down", "t", "down", "c", "tab"] * 6)
        assert g.is_on(ProgressScreen)


async def test_a_names_markup_is_text(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, outing(300, row("mine", name="[red]Mine\x1b[31m", reps=5)))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("b", "tab", "tab")
        assert "[red]Mine" in g.text()
        await g.press("enter")
        assert "[red]Mine" in g.text()


async def test_a_best_set_has_its_exercise_where_there_is_little_room(
    tmp_path: Path, clock: ManualClock
) -> None:
    name = "Rear-foot-elevated split squat"
    done = row(left=8, right=8, load_kg=24.0, implements=2, rir=2, name=name)
    fill(tmp_path, outing(318, {**done, "load_kg": 16.0}), outing(320, done))
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("b", "tab", "tab")
        assert "1 of 1 best set from the last 4 weeks" in g.text()
        said = g.line("8/8 at 2 x 12 kg")
        assert " 1RM, load " in said
        assert said.endswith("Rear-foot-elevated split…")
        assert g.line("best by").endswith("exercise")
