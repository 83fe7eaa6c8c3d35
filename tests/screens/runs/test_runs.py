"""Runs on the screen: the line and its reading, the list, and the way back of every change."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.lists.charts import BarChart
from runlift_tui.core.runs.logbook import RUNS, TRIALS, written
from runlift_tui.core.runs.run import Run, RunKind, Trial
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.progress.five_k import FiveKScreen
from runlift_tui.screens.runs.runs import RunsScreen
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.store import Store
from runlift_tui.widgets.charts.chart_view import ChartClicked, ChartView
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing
from tests.screens.gym import SEASONED, Gym, gym
from tests.screens.session.test_held_keys import keep_down
from tests.store.examples import plain
from tests.sweep import sweep

SAID: tuple[Run | Trial, ...] = (
    Run(id="1", day=date(2026, 9, 20), kind=RunKind.LONG, metres=10_000.0, seconds=3300),
    Trial(id="2", day=date(2026, 9, 27), metres=5000.0, seconds=1200.0),
    Run(id="3", day=date(2026, 11, 10), metres=8000.0, seconds=2530, effort=4, note="[b]wind"),
    Run(id="4", day=date(2026, 11, 20), kind=RunKind.TEMPO, seconds=2400),
    Trial(id="5", day=date(2026, 11, 21), metres=10_000.0, seconds=2430.0),
)


def filled(folder: Path, clock: ManualClock) -> Store:
    """Return a store with a few runs in it, open."""
    store = Store(folder, clock)
    store.open()
    for entry in map(written, SAID):
        store.history.fold(entry.document, table=entry.table)
    return store


@pytest.fixture
async def g(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Gym]:
    store = filled(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as found:
        await found.press("t")
        yield found


def chosen(g: Gym) -> str:
    listing = g.screen.query_one(Listing)
    return listing.rows[listing.chosen].text


def line(g: Gym) -> str:
    return g.screen.query_one(Input).value


def typing(g: Gym) -> bool:
    return g.screen.query_one(Input).has_focus


async def test_kinds_and_notes_stand_whole_beside_the_sheet(
    made_up_year: Path, tmp_path: Path, clock: ManualClock
) -> None:
    copytree(made_up_year, tmp_path, dirs_exist_ok=True)
    async with gym(tmp_path, clock, size=(100, 30)) as g:
        await g.press("t")
        await g.comes("intervals")
        assert "easy, fast 2:00" in g.text()
        assert "interva…" not in g.text()
        assert "easy, f…" not in g.text()


async def test_nothing_yet(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("t", "down", "e", "d", "u", "U", "w", "escape", "f", "escape")
        assert "n notes one down: today 8k 42:10 easy" in " ".join(g.text().split())
        assert "delete" not in g.text()
        await g.press("c")
        assert "No race yet." in g.text()
        await g.press("escape", "escape")
        assert g.is_on(HomeScreen)


async def test_a_run_is_typed_read_and_kept(g: Gym, tmp_path: Path) -> None:
    await g.press("n")
    await g.type("today 8k 42:10 ea")
    assert "Sun 22 Nov, 8.00 km, 42:10, 5:16 /km, easy" in g.text()
    await g.type("sy")
    await g.press("enter")
    assert g.line("Kept:") == "Kept: Sun 22 Nov, 8.00 km, 42:10, 5:16 /km, easy. u undoes it."
    assert chosen(g).startswith("Sun 22 Nov")
    assert not typing(g)
    assert line(g) == ""
    assert "3 runs, 18.00 km+, 2:02:40" in g.line("Week of 16 Nov")
    await g.press("escape")
    assert g.is_on(HomeScreen)
    rows = plain(str(tmp_path / "history" / "2026.json"), RUNS)
    assert [row["day"] for row in rows][-1] == "2026-11-22"


async def test_it_is_on_disk_before_the_screen_says_so(g: Gym, clock: ManualClock) -> None:
    await g.press("n")
    await g.type("8k 42:10")
    await g.press("enter")
    # Nothing is folded: this is what a kill leaves.
    left = Store(g.store.folder.path, clock)
    assert [run.day.day for run in left.runs.all()][-2:] == [21, 22]


async def test_a_digit_begins_the_line_and_no_letter_is_lost(g: Gym) -> None:
    for key in "8k e":
        g.send(key)
    await g.settled()
    assert line(g) == "8k e"
    assert typing(g)


async def test_what_is_wrong_is_said_and_the_line_stays(g: Gym) -> None:
    await g.press("n")
    await g.type("5k 3:00")
    await g.press("enter")
    assert "5.00 km in 3:00 is faster than anybody has run." in g.text()
    assert line(g) == "5k 3:00"
    assert typing(g)
    assert g.screen.query_one("#reading").has_class("-wrong")
    await g.press("backspace")
    assert not g.screen.query_one("#reading").has_class("-wrong")
    await g.press("escape")
    assert line(g) == "5k 3:0", "left, and still there"
    assert g.is_on(RunsScreen)
    await g.press("n")
    assert typing(g)


async def test_a_click_begins_the_line(g: Gym) -> None:
    await g.pilot.click(Input)
    await g.settled()
    assert typing(g)


async def test_keys_of_the_list_are_letters_in_the_line(g: Gym) -> None:
    await g.press("n")
    await g.type("duUfckq ?")
    assert line(g) == "duUfckq ?"
    assert g.is_on(RunsScreen)


async def test_an_edit_opens_the_same_line_and_can_be_undone(g: Gym) -> None:
    await g.press("down", "down")
    assert chosen(g).startswith("Tue 10 Nov")
    await g.press("e")
    assert line(g) == "2026-11-10 8 km 42:10 easy effort 4 note [b]wind"
    assert "changing Tue 10 Nov 2026" in g.text()
    g.screen.query_one(Input).value = "2025-12-31 10 mi 1:21:00 long"
    await g.press("enter")
    assert chosen(g).startswith("Wed 31 Dec")
    assert "Week of 29 Dec 2025" in g.text()
    await g.press("u")
    assert chosen(g).startswith("Tue 10 Nov")
    assert "Undone: Changed " in g.text()
    assert "U makes it again." in g.text()
    await g.press("U", "q")
    assert [run.day for run in g.store.runs.all()].count(date(2025, 12, 31)) == 1
    assert len(g.store.runs.all()) == len(SAID)


async def test_an_edit_that_is_left_brings_the_draft_back(g: Gym) -> None:
    await g.press("n")
    await g.type("9k")
    await g.press("escape", "e")
    assert line(g) == "2026-11-21 10 km 40:30 race"
    await g.press("escape")
    assert line(g) == "9k"
    assert "Kept" not in g.text()
    await g.press("e", "enter")
    assert "Kept" not in g.text(), "nothing was changed"
    assert line(g) == "9k"


async def test_a_run_becomes_a_race(g: Gym, tmp_path: Path) -> None:
    await g.press("down", "down", "enter")
    g.screen.query_one(Input).value = "2026-11-10 5k 19:50 race"
    await g.press("enter", "q")
    path = str(tmp_path / "history" / "2026.json")
    assert [row["id"] for row in plain(path, TRIALS)] == ["2", "5", "3"]
    assert "3" not in [row["id"] for row in plain(path, RUNS)]


async def test_deleted_undone_and_brought_back_later(g: Gym) -> None:
    await g.press("d")
    assert "Deleted: Sat 21 Nov, 10.00 km, 40:30" in g.text()
    assert chosen(g).startswith("Fri 20 Nov")
    await g.press("u")
    assert chosen(g).startswith("Sat 21 Nov")
    await g.press("d", "q", "t", "u")
    assert g.line("Undone").startswith("Undone: Deleted Sat 21 Nov, 10.00 km, 40:30")
    assert len(g.store.runs.all()) == len(SAID)
    assert len(g.store.runs.trials()) == 2


async def test_only_one_kind(g: Gym) -> None:
    await g.press("f", "down", "down", "enter")
    assert "Runs   1   long" in g.text()
    assert "tempo" not in g.text().split("u undo")[0].split("Sun 20 Sep 2026")[0]
    await g.press("escape")
    assert "Runs   5" in g.text()


async def test_headings_are_gone_over(g: Gym) -> None:
    seen = [chosen(g)]
    for _ in range(6):
        await g.press("down")
        seen.append(chosen(g))
    assert not any(text.startswith("Week") for text in seen)
    await g.press("home")
    assert chosen(g).startswith("Sat 21 Nov")
    await g.press("end")
    assert chosen(g).startswith("Sun 20 Sep")


async def test_miles_and_back(g: Gym) -> None:
    await g.press("k")
    assert "6.21 mi" in g.text()
    assert "Distances are in miles now." in g.text()
    await g.press("n")
    await g.type("5 45:00")
    assert "5.00 mi, 45:00, 9:00 /mi" in g.text()
    await g.press("escape", "q", "t")
    assert "6.21 mi" in g.text()


async def test_pounds_go_with_miles_until_somebody_chooses(tmp_path: Path) -> None:
    from runlift_tui.core.athlete.athlete import distance_of
    from runlift_tui.core.words.units import Distance, Unit
    from runlift_tui.store.library.library import document_of
    from runlift_tui.store.library.settings import athlete_of

    assert distance_of(Athlete(unit=Unit.LB)) is Distance.MI
    assert distance_of(Athlete(unit=Unit.KG)) is Distance.KM
    own = Athlete(unit=Unit.LB, distance=Distance.KM)
    assert distance_of(athlete_of(document_of(own))) is Distance.KM
    assert athlete_of({"distance": "furlongs"}).distance is None


async def test_a_far_longer_run_is_told_of_while_it_is_typed(g: Gym) -> None:
    await g.press("n")
    await g.type("today 20k")
    assert "100 % more than the longest run of the 30 days before, 10.00 km." in g.text()
    for _ in "20k":
        await g.press("backspace")
    await g.type("8k")
    assert not g.screen.query_one("#longer").display


async def test_a_full_disk_is_said_and_nothing_is_lost(
    g: Gym, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:

        def full(*_: object, **__: object) -> None:
            raise Unwritable(str(tmp_path / "x"), OSError(28, "full"))

        patched.setattr("runlift_tui.store.disk.files.replace_whole", full)
        await g.press("n")
        await g.type("8k 42:10")
        await g.press("enter")
        assert g.line("NOT SAVED").startswith("NOT SAVED: ")
        assert chosen(g).startswith("Sun 22 Nov")
    screen = g.screen
    assert isinstance(screen, RunsScreen)
    screen.changes.retry()
    await g.settled()
    assert g.line("Saved now.")
    assert "NOT SAVED" not in g.text()
    await g.press("n")
    await g.type("yesterday 5k 30:00")
    await g.press("enter")
    await g.press("q")
    assert len(g.store.runs.all()) == len(SAID) + 2


async def test_looking_only_keeps_the_line(tmp_path: Path, clock: ManualClock) -> None:
    first = filled(tmp_path, clock)
    async with gym(tmp_path, clock) as g:
        await g.press("t", "n")
        await g.type("8k 42:10")
        await g.press("enter")
        assert line(g) == "8k 42:10"
        assert g.store.only_looking[:20] in g.text()
        await g.press("escape", "d", "e", "u")
        assert len(g.store.runs.all()) == len(SAID)
    first.close()


async def test_the_5k_over_time_with_the_studies_beside_it(g: Gym) -> None:
    await g.press("c")
    assert g.is_on(FiveKScreen)
    text = g.text()
    assert ": 0:34 faster, 2.8 %" in text
    assert "study groups: about 3 % faster" in text
    assert "10.00 km in 40:30" in text
    assert "●" in text
    await g.press("w")
    words = " ".join(line.text for line in g.screen.query_one(Sheet).sheet)
    assert "Two small studies of highly trained runners: about 3 %" in words
    assert "3 % off 20:00 would be 19:24" in words
    await g.press("escape")
    await g.press("down")
    assert chosen(g).startswith("Sun 27 Sep 2026")
    await g.press("question_mark", "escape", "escape")
    assert g.is_on(RunsScreen)


async def test_one_race_is_a_point_and_no_change(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("t", "n")
        await g.type("5k 19:58 race")
        await g.press("enter", "c")
        assert "19:58 on Sun 22 Nov 2026. A second race shows what it does." in g.text()
        assert "◆" in g.text()


WINDOWS = ((80, 24), (60, 16), (40, 10), (20, 5), (160, 45))


@pytest.mark.parametrize("size", sweep(WINDOWS, stay=((20, 5),)))
async def test_every_size(tmp_path: Path, clock: ManualClock, size: tuple[int, int]) -> None:
    store = filled(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=size) as g:
        await g.press("t")
        if size[1] >= 10:
            assert "Sat 21 Nov" in g.text()
        await g.press("n")
        await g.type("5k 25:00 race")
        await g.press("enter", "c", "down", "escape", "q")
        assert g.is_on(HomeScreen)
        assert len(store.runs.all()) == len(SAID) + 1


async def test_home_says_what_the_5k_did(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("t")
        for line in ("2026-09-05 5k 20:41 race", "2026-11-14 5k 20:12 race"):
            await g.press("n")
            await g.type(line)
            await g.press("enter")
        await g.press("escape", "escape", "escape")
        assert g.is_on(HomeScreen)
        await g.comes("0:29 faster")


async def test_a_key_that_is_held_deletes_one_run(g: Gym) -> None:
    rows = len(g.screen.query_one(Listing).rows)
    await keep_down(g, "d")
    assert len(g.screen.query_one(Listing).rows) == rows - 1
    await keep_down(g, "u")
    assert len(g.screen.query_one(Listing).rows) == rows


@pytest.mark.parametrize("size", [(120, 36), (160, 45)])
async def test_the_distance_of_every_week_is_drawn_where_there_is_room(
    tmp_path: Path, clock: ManualClock, size: tuple[int, int]
) -> None:
    store = filled(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=size) as g:
        await g.press("t")
        view = g.screen.query_one(ChartView)
        assert isinstance(view.chart, BarChart)
        chosen = view.chart.bars[-1]
        assert view.chart.chosen == len(view.chart.bars) - 1
        assert chosen.value == 10.0, "of the tempo run no distance is known"
        assert "km a week" in g.text()
        assert view.region.height >= 5
        await g.press("k")
        assert "mi a week" in g.text()
        assert view.chart.bars[-1].value == pytest.approx(6.21, abs=0.01)
        await g.press("end")
        assert view.chart.chosen == 0


async def test_a_small_window_has_the_weeks_beside_the_run_and_a_click_leads_to_one(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = filled(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store, size=(80, 24)) as g:
        await g.press("t")
        assert "km a week" in g.text()
        assert "pace" in g.text(), "what is known of the run stays beside them"
        view = g.screen.query_one(ChartView)
        view.post_message(ChartClicked(0))
        await g.pilot.pause()
        assert chosen(g).startswith("Sun 20 Sep")
        view.post_message(ChartClicked(3))
        await g.pilot.pause()
        assert chosen(g).startswith("Sun 20 Sep"), "a week without a run has nothing to choose"
