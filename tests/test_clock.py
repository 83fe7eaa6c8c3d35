import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from runlift_tui import clock as clock_module
from runlift_tui.clock import Clock, ManualClock, SystemClock, boot_id
from runlift_tui.core.session.timeline import Stamp, Timeline

MAC_ID = "0E4C9F0C-6E0B-4E0E-9A2C-5C2E0B8C1A11"


@pytest.fixture(autouse=True)
def forget_boot() -> Iterator[None]:
    boot_id.cache_clear()
    yield
    boot_id.cache_clear()


def test_both_are_clocks() -> None:
    clocks: list[Clock] = [SystemClock(), ManualClock()]
    assert all(isinstance(clock.stamp(), Stamp) for clock in clocks)


def test_system_stamps_run_forwards_within_one_boot() -> None:
    before_ms = time.time_ns() // 1_000_000
    first, second = SystemClock().stamp(), SystemClock().stamp()
    assert first.boot == second.boot
    assert first.boot_ms <= second.boot_ms
    assert before_ms <= first.utc_ms


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux alone has")
def test_linux_counts_from_boot_with_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def read(which: int) -> int:
        asked.append(which)
        return 12_345_678_901

    monkeypatch.setattr(time, "clock_gettime_ns", read)
    stamp = SystemClock().stamp()
    assert stamp.boot_ms == 12_345
    assert asked == [time.CLOCK_BOOTTIME]


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux alone has")
def test_linux_boot_is_the_kernels() -> None:
    told = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")
    assert SystemClock().stamp().boot == told.strip()


@pytest.mark.parametrize("content", [None, b"", b"short\n", b"\xff" * 36])
def test_without_a_boot_id_the_process_stands_alone(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "boot_id"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(clock_module, "_BOOT_ID_FILE", str(file))
    mine = boot_id()
    assert mine.startswith("process-")
    assert boot_id() == mine
    boot_id.cache_clear()
    assert boot_id() != mine


@pytest.mark.posix
def test_macos_asks_for_the_clock_that_sleeps_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", _answer(MAC_ID + "\n"))
    monkeypatch.setattr(time, "clock_gettime_ns", {time.CLOCK_MONOTONIC: 2_000_999_999}.__getitem__)
    stamp = SystemClock().stamp()
    assert stamp.boot == MAC_ID.lower()
    assert stamp.boot_ms == 2_000


def test_macos_asks_the_system_once_and_without_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[tuple[str, ...], dict[str, Any]]] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", _answer(MAC_ID, calls))
    assert boot_id() == boot_id() == MAC_ID.lower()
    [(command, options)] = calls
    assert command == ("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")
    assert "shell" not in options
    assert options["timeout"] <= 2


@pytest.mark.parametrize(
    "fault",
    [FileNotFoundError("sysctl"), subprocess.TimeoutExpired("sysctl", 2), UnicodeDecodeError],
)
def test_macos_without_an_answer_stands_alone(
    fault: Exception | type[UnicodeDecodeError], monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(fault, type):
        fault = fault("ascii", b"\xff", 0, 1, "ordinal not in range")

    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", fail)
    assert boot_id().startswith("process-")


def test_elsewhere_the_process_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(time, "monotonic_ns", lambda: 7_000_000)
    stamp = SystemClock().stamp()
    assert stamp.boot.startswith("process-")
    assert stamp.boot_ms == 7


@pytest.mark.posix
def test_the_offset_is_that_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    # A rule of its own, because a test machine may lack the zone files.
    with monkeypatch.context() as zone:
        zone.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        winter, summer = 1_795_366_800_000, 1_783_000_000_000
        assert SystemClock().utc_offset_min(winter) == 60
        assert SystemClock().utc_offset_min(summer) == 120
        zone.setenv("TZ", "NST3:30")
        time.tzset()
        assert SystemClock().utc_offset_min(winter) == -210
    time.tzset()


def test_manual_clock_stands_still_until_it_is_moved() -> None:
    clock = ManualClock()
    first = clock.stamp()
    assert clock.stamp() == first == Stamp(1_795_366_800_000, "boot-1", 0)
    clock.advance(1500)
    assert clock.stamp() == Stamp(first.utc_ms + 1500, "boot-1", 1500)


def test_manual_clock_refuses_to_run_backwards() -> None:
    with pytest.raises(ValueError, match="-1 ms"):
        ManualClock().advance(-1)


def test_a_wall_clock_set_back_leaves_the_boot_clock() -> None:
    clock = ManualClock(start_utc_ms=10_000)
    line = Timeline.start(clock.stamp())
    clock.advance(2_000)
    clock.set_utc(1_000)
    assert clock.stamp() == Stamp(1_000, "boot-1", 2_000)
    assert line.at_stamp(clock.stamp()) == 12_000


def test_every_reboot_is_another_boot() -> None:
    clock = ManualClock(start_utc_ms=10_000)
    boots = {clock.stamp().boot}
    for _ in range(3):
        clock.advance(500)
        clock.reboot()
        boots.add(clock.stamp().boot)
        assert clock.stamp().boot_ms == 0
    assert len(boots) == 4
    assert clock.stamp().utc_ms == 11_500


def test_manual_offset() -> None:
    assert ManualClock(offset_min=60).utc_offset_min(0) == 60


def _answer(
    text: str, calls: list[tuple[tuple[str, ...], dict[str, Any]]] | None = None
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Stand in for `subprocess.run`: answer `text`, and write down what was asked."""

    def run(command: tuple[str, ...], **options: Any) -> subprocess.CompletedProcess[str]:
        if calls is not None:
            calls.append((command, options))
        return subprocess.CompletedProcess(command, 0, stdout=text)

    return run
