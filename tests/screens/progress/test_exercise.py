"""An exercise's page: read, walked along, looked at closer, as a table, and left."""

import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.lists.charts import TimeChart
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.exercises.choosing import ExerciseChoosing
from runlift_tui.screens.exercises.exercises import ExercisesScreen
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.history.past_session import PastSessionScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.progress.exercise import ExercisePastScreen
from runlift_tui.screens.progress.progress import ProgressScreen
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.store.history.years import History
from runlift_tui.widgets.charts.chart_view import ChartView
from runlift_tui.widgets.lists.listing import Listing
from tests.core.past import outing, row
from tests.screens.gym import SEASONED, Gym, gym

DAYS = (0, 3, 7, 10, 60, 63)
"""After the first session, so that there is a gap."""


def heavy(day: int) -> dict[str, Any]:
    return row(left=8, right=7, load_kg=20.0 + day / 10, implements=2, rir=2 if day < 60 else None)


def fill(folder: Path, *documents: dict[str, Any]) -> None:
    made = DataFolder(folder)
    made.create()
    for each in documents:
        History(made.history).fold(each)


@pytest.fixture
async def g(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Gym]:
    """On the page of the split squat, six sessions in."""
    fill(tmp_path, *(outing(day, heavy(day), heavy(day), row("dead-bug", reps=9)) for day in DAYS))
    async with gym(tmp_path, clock, athlete=SEASONED) as found:
        await found.press("h", "b", "enter")
        assert found.is_on(ExercisePastScreen)
        await found.comes("◆")
        yield found


def drawn(g: Gym) -> TimeChart:
    chart = g.screen.query_one(ChartView).chart
    assert isinstance(chart, TimeChart)
    return chart


async def becomes(g: Gym, so: Callable[[], bool]) -> None:
    """Wait until something is so, where the mouse brings it: its messages go a longer way."""
    for _ in range(300):
        if so():
            return
        await g.pilot.pause(0.01)
    raise AssertionError(f"it never comes to that:\n{g.text()}")


@pytest.mark.parametrize("calm", [False, True])
async def test_the_page_of_what_was_stopped_for_pain_says_how_far_it_went(
    calm: bool, tmp_path: Path, clock: ManualClock
) -> None:
    sets = {"left": 5, "right": 3, "load_kg": 20.0, "implements": 2}
    stopped = row("step-up", slot="B3", skipped="pain", pain=5, **sets)
    before = [outing(0, row("step-up", slot="B3", **sets))] if calm else []
    fill(tmp_path, *before, outing(3, heavy(3), stopped))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("h", "b", *"step-up", "enter")
        assert g.is_on(ExercisePastScreen)
        await g.comes("stopped: pain 5")
        assert "2026-01-08: 5/3 at 2 x 10 kg, stopped: pain 5" in g.text()
        assert "Not done yet" not in g.text()
        assert "add until" not in g.text()


async def test_the_curve_stands_with_its_newest_session_read_out(g: Gym) -> None:
    assert g.line("6 sessions, 12 sets").endswith("since 2026-01-05")
    assert g.line("estimated 1RM   load").endswith(
        "kg, Epley and Brzycki, a rep less to a rep more"
    )
    assert g.line("2026-01-15 Thu").startswith(
        "2026-01-15 Thu   4 of 6: the 2 after it have no estimated 1RM (left unsaid)   best so far "
    )
    assert "load 2 x 10.5 kg   reps 7   volume 630 kg" in g.text()
    assert "◆" in g.text()
    assert "●" in g.text()
    assert "sides  right did 12 % less than left over the last 6 sessions" in g.text()


async def test_what_changed_is_marked_and_said(g: Gym) -> None:
    assert "▲ best so far" in g.text()
    assert "have no estimated 1RM (left unsaid)   best so far   8/7" in g.text()
    await g.press("home")
    assert "best" not in g.line("2026-01-05 Mon")
    await g.press("tab")
    assert "50 days without" in g.text()


async def test_the_arrows_walk_from_session_to_session(g: Gym) -> None:
    await g.press("left")
    assert "2026-01-12 Mon" in g.text()
    await g.press("home")
    assert "2026-01-05 Mon   1 of 6" in g.text()
    await g.press("left", "right", "end")
    assert "2026-01-15 Thu" in g.text()
    await g.press("tab")
    assert "kg in all, of the heaviest set" in g.text()
    await g.press("end")
    assert "2026-03-09 Mon   6 of 6" in g.text()
    assert "estimated 1RM left unsaid" in g.text()
    await g.press("shift+tab")
    assert "2026-01-15 Thu" in g.text()


async def test_a_gap_is_not_bridged(g: Gym) -> None:
    await g.press("tab")
    shown = drawn(g)
    assert len(shown.points) == 6
    assert shown.joined == 28
    assert "50 days without" in g.text()


def seen(g: Gym) -> tuple[float, float]:
    """Return the days at the ends of the chart."""
    return drawn(g)[1:3]


async def test_closer_along_and_back_to_all_of_it(g: Gym) -> None:
    await g.press("tab", "end")
    all_of_it = seen(g)
    await g.press("plus", "plus")
    closer = seen(g)
    assert closer[1] - closer[0] == pytest.approx((all_of_it[1] - all_of_it[0]) * 0.36)
    assert "Mar" in g.text()
    await g.press("[")
    assert seen(g)[0] < closer[0]
    assert "2026-03-09 Mon" in g.text()
    await g.press("home")
    assert seen(g)[0] == pytest.approx(all_of_it[0], abs=2)
    await g.press("]", "]", "]", "]", "]", "]", "]")
    assert seen(g)[1] == pytest.approx(all_of_it[1], abs=0.01)
    await g.press("0")
    assert seen(g) == all_of_it
    await g.press("minus")
    assert seen(g) == pytest.approx(all_of_it, abs=0.01)


async def test_the_wheel_looks_closer_and_goes_no_further_than_there_is_something(g: Gym) -> None:
    all_of_it = seen(g)
    middle = (40, g.screen.query_one(ChartView).region.y + 3)
    await g.pilot._post_mouse_events([MouseScrollDown], offset=middle)
    await becomes(g, lambda: seen(g) == pytest.approx(all_of_it, abs=0.01))
    await g.pilot._post_mouse_events([MouseScrollUp], offset=middle)
    await becomes(g, lambda: seen(g)[1] - seen(g)[0] < all_of_it[1] - all_of_it[0])


async def test_a_click_chooses_the_nearest_session(g: Gym) -> None:
    region = g.screen.query_one(ChartView).region
    await g.pilot.click(offset=(region.x + 6, region.y + 3))
    await g.comes("2026-01-05 Mon   1 of 6")


async def test_the_same_numbers_as_a_table(g: Gym) -> None:
    await g.press("t")
    words = g.line("date").split()
    assert words[:6] == ["date", "load", "reps", "volume", "estimated", "1RM"]
    assert words[6:] == ["left", "and", "right", "sets"]
    chosen = " ".join(g.line("▸").split()[1:])
    assert chosen.startswith("2026-01-15 2 x 10.5 kg 7 630 kg 24.9-29.3 kg 16/14, -12 % 8/7, 8/7")
    await g.press("up", "up")
    assert g.screen.query_one(Listing).chosen == 0
    assert "2026-03-09 Mon" in g.text()
    await g.press("pagedown", "up", "plus", "c")
    assert "2026-01-08 Thu" in g.text()
    assert "◆" in g.text()


async def test_enter_goes_into_the_chosen_session(g: Gym) -> None:
    await g.press("t", "down", "down")
    chosen = g.line("▸ ")
    await g.press("enter")
    await g.comes("one more set")
    assert g.is_on(PastSessionScreen)
    assert g.line("History").split()[1] in chosen
    await g.press("escape")
    assert g.is_on(HistoryScreen)


async def test_the_answers_stand_over_the_curve(g: Gym) -> None:
    assert g.line("load  2 x").endswith("up 31 %; up 1 % since 6 Mar 26 (2 x 13 kg)")
    assert "6 more sessions with an estimated 1RM before it can be said" in g.text()


async def test_in_a_narrow_window_what_the_sets_say_has_no_column_and_the_rest_stands_aligned(
    g: Gym,
) -> None:
    await g.press("t")
    await g.pilot.resize_terminal(80, 24)
    await g.settled()
    words = g.line("date").split()
    assert words == ["date", "volume", "estimated", "1RM", "left", "and", "right", "sets"]
    lines = g.text().splitlines()
    head = next(line for line in lines if "volume" in line)
    rows = [line for line in lines if re.match(r"\W+20\d\d-", line) and " of " not in line]
    assert len(rows) > 3
    for line in rows:
        assert line[: head.index("volume") + len("volume")].rstrip().endswith("kg")
    await g.pilot.resize_terminal(120, 36)
    await g.settled()
    assert g.line("date").split()[:3] == ["date", "load", "reps"]


@pytest.mark.sweep
async def test_escape_leads_back_to_where_one_came_from(g: Gym) -> None:
    await g.press("escape")
    assert g.is_on(HistoryScreen)
    await g.press("escape")
    assert g.is_on(HomeScreen)
    await g.press("b", "tab", "tab", "enter")
    assert g.is_on(ExercisePastScreen)
    await g.press("q")
    assert g.is_on(ProgressScreen)
    await g.press("escape", "e", "/")
    await g.type("rear-foot")
    await g.press("enter", "b")
    assert "6 sessions, 12 sets" in g.text()
    await g.press("escape")
    assert g.is_on(ExercisesScreen)
    assert "rear-foot" in g.text()


async def test_a_session_with_several_exercises_asks_for_one(g: Gym) -> None:
    await g.press("escape", "b")
    assert g.is_on(ExerciseChoosing)
    await g.type("dead")
    await g.press("enter")
    assert "Dead bug" in g.text()
    assert "6 sessions, 6 sets" in g.text()


async def test_whatever_the_window_it_stands(g: Gym) -> None:
    for size in ((30, 6), (9, 3), (200, 60), (40, 10), (120, 36)):
        await g.pilot.resize_terminal(*size)
        await g.press("left", "tab", "plus", "right", "minus", "t", "down", "c", "0")
    assert "◆" in g.text()


async def test_never_done(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "b")
        assert "Not done yet." in g.text()
        await g.press("t", "c", "tab", "plus", "0", "left", "down", "home", "[", "question_mark")
        await g.press("escape", "escape")
        assert g.is_on(ExercisesScreen)


async def test_one_session_and_one_of_which_nothing_is_known(
    tmp_path: Path, clock: ManualClock
) -> None:
    fill(tmp_path, outing(0, row("dead-bug", reps=9), row("gone [b]", name="Gone [b]")))
    async with gym(tmp_path, clock, athlete=Athlete(asked=True, unit=Unit.LB)) as g:
        await g.press("h", "b", "enter")
        assert g.line("1 session, 1 set").startswith("Dead bug")
        assert "2026-01-05 Mon   1 of 1   9" in g.text()
        await g.press("left", "right", "plus", "minus", "escape", "b", "down", "enter")
        assert g.line("1 session, 1 set").startswith("Gone [b]")
        await g.press("c", "tab", "left", "plus", "t")
        assert not g.screen.query_one(ChartView).display
        assert "2026-01-05 Mon   1 of 1   –" in g.text()


async def test_keys_before_the_past_is_read(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, *(outing(day, heavy(day)) for day in DAYS))
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        for key in ("b", "tab", "tab", "enter", "escape", "c", "0", "left", "escape"):
            g.send(key)
        await g.settled()
        assert g.screen.is_attached


async def test_a_year_that_cannot_be_read_is_told(tmp_path: Path, clock: ManualClock) -> None:
    fill(tmp_path, outing(0, row("dead-bug", reps=9)))
    path = tmp_path / "history" / "2025.json"
    path.write_text('{"meta": {"1": {"schema": 99}}, "sessions": {}}', encoding="ascii")
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("e", "/")
        await g.type("dead bug")
        await g.press("enter", "b")
        assert "1 session, 1 set" in g.text()
        assert "99" in g.line("Dead bug")
        await g.press("escape", "escape", "escape", "b")
        assert "99" in g.line("Progress")


async def test_notes_on_its_sets_stand_below_and_no_volume_is_cut(
    tmp_path: Path, clock: ManualClock
) -> None:
    noted = heavy(0) | {"note": "bench hole 3"}
    fill(tmp_path, *(outing(day, noted if day else heavy(day), pain=3) for day in DAYS[:2]))
    async with gym(tmp_path, clock, athlete=SEASONED, size=(80, 24)) as g:
        await g.press("h", "b")
        await g.comes("◆")
        assert "noted: bench hole 3" in g.text()
        assert re.search(r"volume +\d+ kg", " ".join(g.text().split()))
        await g.press("left")
        assert "noted:" not in g.text(), "of another session"
