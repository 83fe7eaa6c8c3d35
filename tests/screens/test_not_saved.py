"""What the disk refuses is said, tried again, and never lost without a word."""

import errno
import os
import threading
from pathlib import Path

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home import home
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts import retrying
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.disk import files
from runlift_tui.store.store import Store
from tests.screens.gym import SEASONED, Gym, folded, gym, journals

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)
SESSION = {
    "id": "s1",
    "routine": "r",
    "routine_name": "Legs",
    "level": "advanced",
    "started": "2026-11-20T17:00:00.000Z",
    "finished": "2026-11-20T18:00:00.000Z",
    "utc_offset_min": 0,
    "sets": [{"slot": "B1", "exercise": "step-up", "round": 1, "reps": 8}],
}


def _fill(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files, "write_all", full)


def _with_a_session(folder: Path, clock: ManualClock) -> Store:
    store = Store(folder, clock)
    store.open()
    store.history.fold(SESSION)
    return store


async def _comes(g: Gym, text: str) -> None:
    await g.comes(text)
    await g.settled()


async def test_quitting_with_something_unsaved_asks_once_more_and_tells_in_the_end(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        _fill(monkeypatch)
        await g.press("space", "ctrl+q")
        assert g.is_on(SessionScreen)
        assert any("Once more quits" in each.message for each in g.app._notifications)
        assert g.app._exit is False
        await g.press("ctrl+c")
    (lost,) = g.store.lost
    assert "The newest entries of the session were not saved." in lost


async def test_leaving_before_the_writer_answers_is_told_at_home(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        held = threading.Event()
        g.store.writer.submit(lambda: held.wait(5))
        with monkeypatch.context() as disk:
            _fill(disk)
            g.send("space")
            g.send("q")
            await g.keys_done()
            held.set()
            await g.settled()
        assert g.is_on(HomeScreen), g.text()
        assert "The newest entries of the session were not saved." in g.text()
        assert g.store.lost


async def test_the_history_goes_on_trying_what_the_disk_refused(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "RETRY_S", 0.02)
    store = _with_a_session(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("h")
        with monkeypatch.context() as disk:
            _fill(disk)
            await g.press("d")
            assert "NOT SAVED" in g.text()
        await _comes(g, "Saved now.")
        assert "NOT SAVED" not in g.text()
        await g.press("escape")
        assert folded(tmp_path) == []


async def test_a_past_session_goes_on_trying_what_the_disk_refused(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "RETRY_S", 0.02)
    store = _with_a_session(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("h", "enter", "down")
        with monkeypatch.context() as disk:
            _fill(disk)
            await g.press("n")
            assert "NOT SAVED" in g.text()
        await _comes(g, "Saved now.")
        assert "NOT SAVED" not in g.text()


@pytest.mark.parametrize("way", ["palette", "ctrl+q"])
async def test_what_was_changed_is_folded_whichever_way_the_runs_are_left(
    tmp_path: Path, clock: ManualClock, way: str
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        await g.press("t", "n")
        await g.type("today 5k")
        await g.press("enter")
        assert len(journals(tmp_path)) == 1
        if way == "palette":
            await g.press("colon")
            await g.type("history")
            await g.press("enter")
            assert journals(tmp_path) == []
        else:
            await g.press(way)
    assert journals(tmp_path) == []


async def test_what_was_corrected_is_folded_when_the_program_is_quit(
    tmp_path: Path, clock: ManualClock
) -> None:
    store = _with_a_session(tmp_path, clock)
    async with gym(tmp_path, clock, athlete=SEASONED, store=store) as g:
        await g.press("h", "d", "ctrl+q")
    assert folded(tmp_path) == []
    assert journals(tmp_path) == []


async def test_a_key_right_behind_the_end_of_the_summary_leaves_no_journal(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("space", "f", "enter")
        await g.wait(1)
        held = threading.Event()
        g.store.writer.submit(lambda: held.wait(5))
        g.send("enter")
        await g.pilot.pause(0)
        g.send("7")
        await g.pilot.pause(0)
        held.set()
        await g.settled()
        assert g.is_on(HomeScreen)
        assert journals(tmp_path) == []


async def test_a_discard_that_the_disk_refuses_is_taken_back_on_the_screen(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, choices=SHORT, athlete=SEASONED) as g:
        await g.press("space", "q")

        def barred(*_: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

        with monkeypatch.context() as disk:
            disk.setattr(files, "rename", barred)
            await g.press("d")
        assert "could not be discarded: Permission denied" in g.text()
        assert "Discarded" not in g.text()
        await g.press("d")
        assert "Discarded. u brings it back." in g.text()
        await g.press("u", "r")
        assert g.is_on(SessionScreen)


async def test_a_setting_that_is_not_saved_is_said_and_tried_again_at_home(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        with monkeypatch.context() as disk:
            _fill(disk)
            await g.press("s", "down", "right")
            assert "NOT SAVED" in g.text()
            await g.press("escape")
            assert "NOT SAVED" in g.text()
        screen = g.screen
        assert isinstance(screen, HomeScreen)
        home._refresh(screen)
        await g.settled()
        assert "NOT SAVED" not in g.text()
        assert g.store.unsaved == ""
