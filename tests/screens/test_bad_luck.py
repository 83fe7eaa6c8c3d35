"""What can go wrong around a session, and the one clear thing that the screen says then."""

import errno
import os
from pathlib import Path

import pytest

from runlift_tui.app import RunLift
from runlift_tui.clock import ManualClock
from runlift_tui.core.face.shapes import ScreenState
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.setup.choices import Choices
from runlift_tui.screens.home.home import HomeScreen
from runlift_tui.screens.parts import retrying
from runlift_tui.screens.session.session import SessionScreen
from runlift_tui.store.disk import files
from tests.screens.gym import SEASONED, Gym, commands, folded, gym, journals
from tests.sweep import sweep

SHORT = Choices(level=Level.ADVANCED, warm_up_rounds=1, main_rounds=1)
DAY_MS = 86_400_000


def _fill(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files, "write_all", full)


async def _until_saved(g: Gym) -> None:
    for _ in range(300):
        if not g.training.on_disk.unsaved:
            return
        await g.pilot.pause(0.01)
    raise AssertionError("it is never tried again")


async def test_not_saved_is_said_and_gone_when_the_disk_has_room(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "RETRY_S", 0.02)
    async with gym(tmp_path, clock, choices=SHORT) as g:
        with monkeypatch.context() as disk:
            _fill(disk)
            await g.press("space")
            assert "NOT SAVED" in g.text()
            assert "disk is full" in g.text()
            assert g.is_on(SessionScreen), "the session goes on in memory"
            await g.press("8", "enter")
            assert g.values()["left"] == "8"
            assert commands(tmp_path) == ["started"]
        await _until_saved(g)
        await g.settled()
        assert "NOT SAVED" not in g.text()
        assert commands(tmp_path)[:3] == ["started", "log", "correct"]


async def test_leaving_with_something_unsaved_asks_once_more(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        with monkeypatch.context() as disk:
            _fill(disk)
            await g.press("space", "q")
            assert g.is_on(SessionScreen)
            assert "q again" in g.text()
            await g.wait(1)
            await g.press("q")
            assert g.is_on(HomeScreen)


async def test_a_session_begun_on_a_full_disk_goes_on_trying(
    tmp_path: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "RETRY_S", 0.02)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        with monkeypatch.context() as disk:
            _fill(disk)
            await g.press("space", "space")
            assert "NOT SAVED" in g.text()
        await _until_saved(g)
        assert commands(tmp_path) == ["started"]


async def test_a_lid_closed_for_an_hour_in_a_rest(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        await g.wait(3600)
        assert g.shows(ScreenState.OVERTIME)
        assert g.face.big == "+56:00"
        await g.space()
        assert g.done("B1").rest_taken_s == 3601


async def test_a_clock_set_back_lengthens_nothing(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space")
        await g.wait(5)
        clock.set_utc(clock.stamp().utc_ms - 7_200_000)
        await g.tick()
        assert g.face.big == "0:15"
        await g.wait(15)
        assert g.shows(ScreenState.LEAD_IN)


async def test_resumed_after_three_days_and_another_boot(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.skip_to("B1")
        await g.space()
        await g.press("7", "q")
    clock.advance(3 * DAY_MS)
    clock.reboot()
    async with gym(tmp_path, clock) as g:
        assert "finish" in g.line("space")
        assert "3 days" in g.text()
        await g.press("r")
        assert g.shows(ScreenState.OVERTIME)
        assert g.done("B1").left == 7
        await g.space()
        await g.wait(30)
        await g.press("space", "f", "enter", "escape")
        (row,) = folded(tmp_path)
        taken = [each["rest_taken_s"] for each in row["sets"] if each["slot"] == "B1"]
        assert taken[0] is None or taken[0] > 3 * 86_400 - 60


async def test_a_damaged_line_in_the_journal_costs_that_line_alone(
    tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "8", "enter", "7", "enter", "q")
    (path,) = journals(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if b'"correct"' in line)
    lines[at] = lines[at][:20] + b"\x00\xff" + lines[at][22:]
    path.write_bytes(b"".join(lines))
    async with gym(tmp_path, clock) as g:
        await g.press("space")
        assert g.is_on(SessionScreen)
        assert g.done("A1").left == 7
        await g.press("q")
        assert "1 line" in g.text(), "what was lost is said"


DAMAGE = (b"", b"\0" * 500, b'{"sessions": {"1": {"id"', b"[1, 2]")


@pytest.mark.parametrize("damage", sweep(DAMAGE, stay=DAMAGE[2:3]))
async def test_a_history_that_cannot_be_read_is_set_aside(
    damage: bytes, tmp_path: Path, clock: ManualClock
) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "f", "enter", "escape")
    path = tmp_path / "history" / "2026.json"
    path.write_bytes(damage)
    async with gym(tmp_path, clock, athlete=SEASONED) as g:
        assert "2026" in g.text(), "it is said"
        await g.press("h", "escape")
        assert g.is_on(HomeScreen)
        await g.press("space", "space")
        await g.space()
        await g.press("f", "enter", "escape")
        assert len(folded(tmp_path)) >= 1
        kept = [p for p in (tmp_path / "history").iterdir() if p.read_bytes() == damage]
        assert kept, "its bytes are kept under another name"


async def test_a_window_made_small_and_large_again(tmp_path: Path, clock: ManualClock) -> None:
    async with gym(tmp_path, clock, choices=SHORT) as g:
        await g.press("space", "plus")
        await g.settled()
        before = g.text()
        await g.pilot.resize_terminal(40, 12)
        await g.settled()
        assert g.face.big == "0:35"
        await g.pilot.resize_terminal(120, 36)
        await g.settled()
        assert g.text() == before


async def _fault(folder: Path, clock: ManualClock, told: list[RunLift]) -> None:
    async with gym(folder, clock, choices=SHORT) as g:
        told.append(g.app)
        await g.press("space")
        g.app.call_later(lambda: 1 // 0)
        await g.pilot.pause(0)
        await g.pilot.pause(0)


async def test_a_fault_of_our_own_leaves_a_sentence_and_a_report(
    tmp_path: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    apps: list[RunLift] = []
    with pytest.raises(ZeroDivisionError):
        await _fault(tmp_path, clock, apps)
    assert "Traceback" not in capsys.readouterr().err
    told = apps[0].fault
    (report,) = (tmp_path / "crashes").iterdir()
    assert "ZeroDivisionError" in report.read_text()
    assert report.name in told
    assert commands(tmp_path)[:2] == ["started", "log"]
