"""Keeping the laptop awake."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest

from runlift_tui.clock import ManualClock
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.devices.awake import Awake, keeping
from runlift_tui.devices.speaker import SystemSpeaker
from tests.devices.fakes import until


class Laptop:
    """Takes down when it was kept awake, and on which thread."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.threads: set[str] = set()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Keep it awake."""
        self._tell("awake")
        try:
            yield
        finally:
            self._tell("asleep")

    def _tell(self, what: str) -> None:
        self.told.append(what)
        self.threads.add(threading.current_thread().name)


def _is_over() -> bool:
    return not any(each.name == "awake" for each in threading.enumerate())


def test_it_is_awake_while_that_is_wanted() -> None:
    laptop = Laptop()
    awake = Awake(laptop.keeping)
    awake.want(False)
    assert _is_over(), "nothing is begun before it is wanted"
    for wanted in (True, True, False, False, True):
        awake.want(wanted)
    awake.close()
    until(_is_over)
    assert laptop.told == ["awake", "asleep"] * 2
    assert laptop.threads == {"awake"}, "never on the thread of the screen"


def test_where_it_cannot_be_nothing_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    def failing() -> AbstractContextManager[Any]:
        raise RuntimeError("no bus")

    awake = Awake(failing)
    awake.want(True)
    awake.want(False)
    awake.close()
    until(_is_over)
    assert capfd.readouterr() == ("", "")


def test_the_library_says_nothing_either(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS", raising=False)
    awake = Awake()
    awake.want(True)
    awake.close()
    until(_is_over)
    assert capfd.readouterr() == ("", "")


def test_the_library_is_asked_for_the_screen_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    with keeping() as mode:
        assert mode.active
        assert mode.name == "keep.presenting"
    assert not mode.active


@pytest.mark.parametrize(("wanted", "told"), [(True, ["awake", "asleep"]), (False, [])])
def test_it_is_a_preference(wanted: bool, told: list[str], clock: ManualClock) -> None:
    laptop = Laptop()
    speaker = SystemSpeaker(Preferences(awake=wanted), clock, lambda: None, laptop.keeping)
    speaker.awake(True)
    speaker.close()
    until(_is_over)
    assert laptop.told == told
