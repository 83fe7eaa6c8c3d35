"""The past on the screen: the year, the list, the filters, and all of one session."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from runlift_tui.clock import ManualClock
from runlift_tui.screens.history.history import HistoryScreen
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts.whole import WholeScreen
from runlift_tui.store.disk.folder import DataFolder
from runlift_tui.widgets.lists.listing import Listing
from runlift_tui.widgets.lists.year import Year
from tests.benchmarks.made import fill, sessions
from tests.screens.gym import SEASONED, Gym, gym

SESSIONS = 450
UNTIL_MS = 1_795_500_000_000
"""A moment in November 2026."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with more than two years in it, for looking only."""
    folder = tmp_path_factory.mktemp("filled")
    fill(DataFolder(folder), SESSIONS, UNTIL_MS)
    return folder


@pytest.fixture
async def g(filled: Path, clock: ManualClock) -> AsyncIterator[Gym]:
    async with gym(filled, clock) as found:
        await found.press("h")
        yield found


def chosen(g: Gym) -> str:
    """Return the day that the list has chosen."""
    listing = g.screen.query_one(Listing)
    return listing.rows[listing.chosen].text[:10]


async def test_nothing_yet(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("h", "down", "left", "right_square_bracket", "w", "escape")
        assert "escape leads home, where space begins one." in " ".join(g.text().split())
        assert "search" not in g.text()
        assert "edit" not in g.text(), "only keys that do something"
        await g.press("slash", "x", "r")
        assert not g.screen.query_one(Input).has_focus
        await g.press("escape")
        assert g.is_on(HomeScreen)


async def test_the_newest_with_its_sets_and_its_year(g: Gym) -> None:
    newest = list(sessions(SESSIONS, UNTIL_MS - 2 * 86_400_000))[-1]
    assert chosen(g) == newest["started"][:10]
    assert "History   2026" in g.text()
    assert "Jan Feb Mar" in g.text()
    assert "B1  Rear-foot split squat" in g.text()
    of = [row for row in newest["sets"] if row["slot"] == "B1"]
    rested = [line for line in g.text().splitlines() if "of 4:00" in line]
    assert len(rested) == 1, "what was asked and rested, a line a slot"
    assert f"B1  {of[0]['target']}" in rested[0]
    assert rested[0].count("4:00") == len(of) + 1
    await g.press("w")
    assert "Rear-foot-elevated split squat" in g.text()
    assert f"{of[0]['target']} → {of[0]['left']}/{of[0]['right']}" in g.text()
    assert "4:00 of 4:00" in g.text()


async def test_all_of_a_session_is_in_sight_in_a_small_window(
    filled: Path, clock: ManualClock
) -> None:
    async with gym(filled, clock, size=(80, 24)) as g:
        await g.press("h")
        newest = list(sessions(SESSIONS, UNTIL_MS - 2 * 86_400_000))[-1]
        slots = dict.fromkeys(row["slot"] for row in newest["sets"])
        rows = {line.split()[0]: line for line in g.text().splitlines() if line.split()}
        assert set(slots) <= set(rows), "a row a slot"
        loads = {f"{row['load_kg'] / 2:g} kg" for row in newest["sets"] if row["slot"] == "B1"}
        assert all(load in rows["B1"] for load in loads)
        assert "shows the rest" not in g.text()
        listed = [line for line in g.text().splitlines() if "Runner's lower body" in line]
        assert f"effort {newest['effort']}  {len(newest['sets'])} sets" in listed[0]


async def test_the_arrows_go_through_time(g: Gym) -> None:
    first = chosen(g)
    await g.press("down")
    assert chosen(g) < first
    await g.press("up")
    assert chosen(g) == first
    await g.press("[", "[")
    assert chosen(g)[:4] == "2024"
    assert "History   2024" in g.text()
    squares = g.screen.query_one(Year).squares
    assert squares is not None
    assert squares.year == 2024
    days = {each["started"][:10] for each in sessions(SESSIONS, UNTIL_MS - 2 * 86_400_000)}
    assert sum(level > 0 for level in squares.levels) == sum(day[:4] == "2024" for day in days)
    await g.press("home")
    assert chosen(g) == first


async def test_the_end_is_the_oldest(g: Gym) -> None:
    await g.press("end")
    assert g.screen.query_one(Listing).chosen == SESSIONS - 1


async def test_a_search_finds_notes_far_back(g: Gym) -> None:
    await g.press("/")
    await g.type("long run")
    await g.press("enter")
    wanted = [s for s in sessions(SESSIONS, UNTIL_MS - 2 * 86_400_000) if "long run" in s["notes"]]
    await g.press("end")
    rows = g.screen.query_one(Listing).rows
    assert [row.text[:10] for row in rows] == [s["started"][:10] for s in reversed(wanted)]
    await g.press("escape", "escape")
    assert g.is_on(HomeScreen)


async def test_a_search_finds_sessions_by_their_day(g: Gym) -> None:
    days = [date.fromisoformat(row.text[:10]) for row in g.screen.query_one(Listing).rows]
    one = days[3]
    for query, expected in (
        (f"{one.day} {one:%b}", one),
        (f"{one:%A}", next(day for day in days if day.weekday() == one.weekday())),
        (f"{one:%B}".lower(), next(day for day in days if day.month == one.month)),
    ):
        await g.press("/")
        await g.type(query)
        await g.press("enter")
        assert chosen(g) == f"{expected}", query
        await g.press("escape", "home")


async def test_what_nothing_has(g: Gym) -> None:
    await g.press("/")
    await g.type("zzz")
    await g.press("enter")
    assert "nothing like that" in g.text()
    assert "fri 20, last week, last month" in g.text(), "it says what can be typed"
    await g.press("down", "left", "escape")
    assert isinstance(g.screen, HistoryScreen)
    assert len(g.screen.query_one(Listing).rows) > 30


async def test_only_one_exercise(g: Gym) -> None:
    await g.press("x", "down", "enter")
    name = g.line("History   2026").split("   ")[-1]
    await g.press("end")
    assert name in g.text()


async def test_all_of_a_session_in_a_small_window(filled: Path, clock: ManualClock) -> None:
    async with gym(filled, clock, size=(80, 24)) as g:
        await g.press("h", "w")
        assert g.is_on(WholeScreen)
        assert "Dead bug" in g.text()


async def test_the_past_is_saved_as_a_spreadsheet_and_what_is_there_is_asked_about(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = tmp_path / "data", tmp_path / "sets.csv"
    fill(DataFolder(folder), 3, UNTIL_MS)
    async with gym(folder, clock, athlete=SEASONED) as g:
        await g.press("h", "s", "down", "enter")
        assert "Semicolons, numbers as 12,5" in g.text()
        await g.press("up", "enter")
        assert "A spreadsheet, a row a set" in g.text()
        assert "enter  save" in g.text()
        await g.press("ctrl+u")
        await g.type(f"{out.with_suffix('')}")
        await g.press("enter")
        await g.settled()
        assert out.read_text(encoding="utf-8").startswith("\ufeffsession_id")
        out.write_text("mine", encoding="utf-8")
        await g.press("s", "down", "enter", "enter", "ctrl+u")
        await g.type(f"{out}")
        await g.press("enter")
        assert "sets.csv is there already: replace?" in g.text()
        assert out.read_text(encoding="utf-8") == "mine"
        await g.press("enter")
        await g.settled()
        assert out.read_text(encoding="utf-8") != "mine"
        await g.press("s", "down", "enter", "enter", "ctrl+u")
        await g.type(f"{folder}/sets.csv")
        await g.press("enter")
        assert "does not belong into the data folder" in g.text()
        own = tmp_path / "own"
        own.mkdir()
        monkeypatch.setenv("HOME", str(own))
        await g.press("escape", "s", "enter", "enter", "enter")
        await g.settled()
        names = [f"runlift-{what}-{g.store.today()}.csv" for what in ("runs", "sets")]
        assert sorted(each.name for each in own.iterdir()) == names, "all for Excel in one go"
        assert "Written: " in g.text()
        await g.press("s", "down", "enter", "down", "enter", "ctrl+u", *"half", "enter")
        await g.settled()
        semicolons = (own / "half.csv").read_text(encoding="utf-8")
        assert semicolons.startswith("\ufeffsession_id;")
        rows = sum(len(each.sets) for each in g.store.past.sessions())
        told = f"half.csv: {rows} sets, semicolons, 12,5."
        assert told in " ".join(g.text().split())
        await g.press("s", "down", "enter", "enter", "ctrl+u", *"mine", "enter")
        await g.settled()
        assert (own / "mine.csv").exists(), "a name alone, into the athlete's own folder"
        await g.press("s", "down", "down", "down", "enter")
        assert "Everything, as a backup" in g.text()
