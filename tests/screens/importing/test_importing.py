"""Import on the screen: a path, what it is, what of it comes; and out again by one key."""

import asyncio
import threading
from pathlib import Path

import pytest
from textual import events

from runlift_tui.clock import ManualClock
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.importing.importing import ImportScreen
from runlift_tui.screens.importing.preview import PreviewScreen
from runlift_tui.store.disk import files
from runlift_tui.store.disk.errors import Unwritable
from runlift_tui.store.importing import reading
from tests.exchange.reading import SAMPLES
from tests.screens.gym import SEASONED, Gym, gym


async def read(g: Gym, text: str) -> None:
    """Type paths, and wait for what comes of them."""
    await g.type(text)
    await g.press("enter")
    await g.comes("nothing is written yet")
    await g.settled()


async def to_import(g: Gym) -> None:
    await g.press("i")
    assert g.is_on(ImportScreen)


async def test_a_file_is_read_shown_taken_and_taken_back(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to_import(g)
        assert "Strong, Hevy, FitNotes" in g.text()
        await read(g, f"{SAMPLES / 'hevy.csv'}")
        assert g.is_on(PreviewScreen)
        assert "hevy.csv   Hevy" in g.text()
        assert not (tmp_path / "history").exists() or not list((tmp_path / "history").iterdir())
        await g.press("enter")
        assert g.is_on(ImportScreen)
        assert "2 sessions taken in. u takes all of it back." in g.text()
        assert len(list(g.store.past.documents())) == 2
        await g.press("escape")
        assert g.is_on(HomeScreen)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to_import(g)
        await g.press("escape", "u")
        assert "Taken out again: 2 sessions and 0 runs from hevy.csv." in g.text()
        assert list(g.store.past.documents()) == []
        await g.press("u")
        assert "There is no import to undo." in g.text()


@pytest.mark.sweep
async def test_an_import_is_the_newest_act_of_home_history_and_runs(
    tmp_path: Path, clock: ManualClock
) -> None:
    files = f"{SAMPLES / 'hevy.csv'} {SAMPLES / 'runkeeper.csv'}"
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        for place in ("", "h", "t"):
            await to_import(g)
            await read(g, files)
            await g.press("enter", "escape", "escape")
            assert g.is_on(HomeScreen)
            assert len(list(g.store.past.documents())) == 2
            await g.press(*place, "u")
            await g.comes("Taken out again: 2 sessions and ")
            assert "from hevy.csv and 1 other file." in g.text()
            assert list(g.store.past.documents()) == []
            await g.press("u")
            assert "Nothing to undo." in g.text() or not place
            await g.press(*(("escape",) if place else ()))


async def test_what_a_file_leaves_open_has_the_guess_and_names_like_ours_can_be_ours(
    tmp_path: Path, clock: ManualClock
) -> None:
    table = tmp_path / "my strong export.csv"
    head = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n"
    row = "2026-03-02 18:05:00,Legs,52m,Rear Foot Elevated Split Squats,1,12.0,8.0,0,0.0,\n"
    table.write_text(head + row)
    async with gym(tmp_path / "own", clock, athlete=SEASONED) as g:
        await to_import(g)
        await read(g, f"{table}")
        assert "‹ kg ›" in g.line("weights ")
        assert "96 kg lifted" in g.text()
        await g.press("right")
        await g.comes("44 kg lifted")
        await g.press("left")
        await g.comes("96 kg lifted")
        await g.settled()
        await g.press("down", "down", "down")
        assert "‹ new ›" in g.line("Rear Foot Elevated Split Squats, 1 set")
        assert "Same: it is our Rear-foot-elevated split squat" in g.text()
        await g.press("space")
        assert "‹ same ›" in g.line("Rear Foot Elevated Split Squats, 1 set")
        await g.press("enter")
        (session,) = g.store.past.documents()
        assert session["sets"][0]["exercise"] == "rfe-split-squat"
        assert session["sets"][0]["load_kg"] == 12
        assert session["source"]["import"]


async def test_files_that_are_dropped(tmp_path: Path, clock: ManualClock) -> None:
    one = tmp_path / "with spaces.csv"
    one.write_bytes((SAMPLES / "hevy.csv").read_bytes())
    two = SAMPLES / "run.fit"
    async with gym(tmp_path / "own", clock, athlete=SEASONED) as g:
        await to_import(g)
        g.screen.post_message(events.Paste(f"{one}\n{two.as_uri()}\n/no/such.gpx"))
        await g.settled()
        await read(g, "")
        assert "3 files in all" in g.text()
        assert "2 sessions" in g.text()
        assert "1 run" in g.text()
        assert "cannot be read" in g.text()
        assert "/no/such.gpx" in g.line("path"), "where it was looked for"
        await g.press("escape")
        assert g.is_on(ImportScreen)
        await g.type("other.csv")
        assert "such.gpx" not in g.text(), "what is typed takes the place of what was there"
        assert not (tmp_path / "own" / "history").exists() or list(g.store.past.documents()) == []


async def test_a_path_is_completed(tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "exports" / "strong").mkdir(parents=True)
    (tmp_path / "exports" / "strong" / "strong-2026.csv").write_text("")
    async with gym(tmp_path / "own", clock, athlete=SEASONED) as g:
        await to_import(g)
        await g.type(f"{tmp_path}/exp")
        await g.press("tab", "tab", "tab")
        assert f"{tmp_path}/exports/strong/strong-2026.csv" in g.line("exports/")
        await g.press("enter")
        await g.comes("it is empty")


async def test_settings_and_the_palette_lead_there(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("s", "end", *["down"] * 20, "enter")
        assert g.is_on(ImportScreen)
        await g.press("escape", "colon")
        await g.type("strava")
        await g.press("enter")
        assert g.is_on(ImportScreen)


async def test_a_long_reading_is_stopped(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = threading.Event()

    def slow(path: str) -> bytes:
        held.wait(10)
        return (SAMPLES / "hevy.csv").read_bytes()

    monkeypatch.setattr(reading, "bytes_of", slow)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to_import(g)
        await g.type("a.csv b.csv")
        await g.press("enter")
        await g.comes("Reading 1 of 2: a.csv   escape stops it")
        await g.press("escape")
        assert "Stopped; nothing was imported." in g.text()
        held.set()
        for reader in threading.enumerate():
            if reader.name == "runlift-import":
                await asyncio.to_thread(reader.join, 10)
                assert not reader.is_alive()
        await g.settled()
        assert g.is_on(ImportScreen)
        await g.press("enter")
        await g.comes("nothing is written yet")


async def test_a_folder_that_is_only_looked_at_takes_nothing(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        g.store.only_looking = "Another RunLift has the folder."
        await to_import(g)
        assert "Another RunLift has the folder." in g.text()
        await g.type("a.csv")
        await g.press("n")
        assert g.screen.focused is None
        assert "a.csv" not in g.text()


async def test_a_disk_that_refuses_takes_nothing_and_says_so(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = files.replace_whole

    def refuse(path: str, data: bytes, *, keep_previous: bool, mode: int | None = None) -> None:
        if path.endswith("2026.json"):
            raise Unwritable(path, OSError(28, "No space left on device"))
        whole(path, data, keep_previous=keep_previous, mode=mode)

    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await to_import(g)
        await read(g, f"{SAMPLES / 'hevy.csv'}")
        with monkeypatch.context() as patched:
            patched.setattr(files, "replace_whole", refuse)
            await g.press("enter")
            assert g.is_on(PreviewScreen)
            assert "Nothing was imported. The disk is full" in g.text()
        await g.press("enter")
        assert g.is_on(ImportScreen)
        assert len(list(g.store.past.documents())) == 2


async def test_what_cannot_be_taken_in_is_not_said_to_be_here(
    tmp_path: Path, clock: ManualClock
) -> None:
    bad = tmp_path / "timeless.gpx"
    bad.write_text(
        '<gpx version="1.1"><trk><type>9</type><trkseg>'
        '<trkpt lat="52" lon="13"/><trkpt lat="52.1" lon="13"/></trkseg></trk></gpx>'
    )
    async with gym(tmp_path / "own", clock, athlete=SEASONED) as g:
        await to_import(g)
        await read(g, f"{bad} {tmp_path}/nowhere.csv")
        assert "nothing that could be taken in" in g.text()
        assert "here already" not in g.text()
        await g.press("enter")
        assert "Nothing was new. 1 file left out." in g.text()
        await g.type(f"{tmp_path}/nowhere.csv")
        await g.press("enter")
        await g.comes("nothing to import")
        assert g.is_on(PreviewScreen)
        assert "enter  import it" not in g.text()
        await g.press("enter")
        assert "There is nothing in it to import." in g.text()
