"""Child processes: no more than a few, and no trace of them."""

import subprocess
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.devices import children
from runlift_tui.devices.children import MOST, Children, Command
from tests.devices.fakes import is_alive, until


@pytest.mark.posix
def test_no_zombie_is_left(clock: ManualClock) -> None:
    alive = Children(clock)
    started = [alive.start(Command(("/bin/sh", "-c", "exit 3")), 1_000) for _ in range(MOST)]

    def over() -> bool:
        alive.check()
        return not len(alive)

    until(over)
    assert all(child.failed for child in started)
    assert not any(is_alive(child._process.pid) for child in started)


@pytest.mark.posix
def test_one_that_takes_too_long_is_killed(clock: ManualClock) -> None:
    alive = Children(clock)
    child = alive.start(Command(("/bin/sleep", "600")), 1_000)
    clock.advance(999)
    alive.check()
    assert len(alive) == 1
    clock.advance(1)
    alive.check()
    assert child.failed
    assert not len(alive)


@pytest.mark.posix
def test_the_oldest_makes_room_and_is_not_blamed(clock: ManualClock) -> None:
    alive = Children(clock)
    started = [alive.start(Command(("/bin/sleep", "600")), 1_000) for _ in range(MOST + 2)]
    assert [child.failed for child in started] == [False, False, *[None] * MOST]
    assert len(alive) == MOST
    clock.advance(1_000)
    alive.check()
    assert not len(alive)


@pytest.mark.posix
def test_what_it_reads_comes_from_a_file_without_a_name(clock: ManualClock) -> None:
    alive = Children(clock)
    script = "read line && [ \"$line\" = 'as it is: $(date)' ] && ! read line"
    child = alive.start(Command(("/bin/sh", "-c", script), b"as it is: $(date)\n"), 5_000)
    until(lambda: child.failed is not None)
    assert child.failed is False


def test_no_child_opens_a_window_or_hears_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    how = list[dict[str, Any]]()
    monkeypatch.setattr(children, "_NO_WINDOW", 0x08000000)
    monkeypatch.setattr(subprocess, "Popen", lambda _, **more: how.append(more))
    for stdin in (b"", b"as it is"):
        children.opened(Command(("say",), stdin))
    assert [each["creationflags"] for each in how] == [0x08000000] * 2
    assert all(each["start_new_session"] for each in how)
    assert all(each["stdout"] == each["stderr"] == subprocess.DEVNULL for each in how)
