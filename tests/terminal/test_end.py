"""The program ends when the system asks, whatever else waits to be heard."""

import asyncio
import ctypes
import importlib.util
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from runlift_tui.terminal import end as terminal_end
from runlift_tui.terminal.end import TerminalEnd
from tests.rows import for_each

_WAITING = 5000
"""More keys than the pipe that wakes a loop has room for."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.posix
def test_heard_behind_thousands_of_keys_that_wait(number: int) -> None:
    async def run() -> None:
        loop, left = asyncio.get_running_loop(), asyncio.Event()
        with TerminalEnd(lambda: loop.call_soon_threadsafe(left.set), lambda: None):
            for _ in range(_WAITING):
                loop.call_soon_threadsafe(lambda: None)
            os.kill(os.getpid(), number)
            async with asyncio.timeout(10):
                await left.wait()

    before = signal.getsignal(number)
    asyncio.run(run())
    assert signal.getsignal(number) is before


@pytest.mark.posix
def test_every_signal_that_would_end_it_at_once_is_heard() -> None:
    left: list[int] = []
    with TerminalEnd(lambda: left.append(1), lambda: None):
        for name in ("SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGPROF", "SIGVTALRM", "SIGIO"):
            signal.raise_signal(getattr(signal, name))
    assert len(left) == 7


class Ended:
    """What was asked for at the end, in order."""

    def __init__(self, *, leaves: bool) -> None:
        self.asked: list[str] = []
        self.end = TerminalEnd(self._leave, self._note("close"), self._note("put back"))
        self._leaves = leaves

    def _leave(self) -> None:
        self.asked.append("leave")
        if self._leaves:
            self.end.__exit__()

    def _note(self, what: str) -> Callable[[], None]:
        return lambda: self.asked.append(what)


@for_each("kind", [1, 2, 5, 6])
def test_a_console_that_ends_gets_the_last_writes(kind: int) -> None:
    ended = Ended(leaves=True)
    assert ended.end.console_ended(kind)
    assert ended.asked == ["leave", "close"]


def test_a_console_is_put_back_where_the_screen_does_not_leave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(terminal_end, "_LAST_WRITES_S", 0.01)
    ended = Ended(leaves=False)
    assert ended.end.console_ended(1)
    assert ended.asked == ["leave", "put back", "close"]


def test_ctrl_c_is_a_key_for_a_console() -> None:
    ended = Ended(leaves=True)
    assert not ended.end.console_ended(0)
    assert ended.asked == []


@pytest.mark.posix
def test_a_terminal_that_is_gone_is_noticed_by_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    import pty
    import termios

    ask, left, before = termios.tcgetattr, threading.Event(), list[bool]()
    master, slave = pty.openpty()

    def answered(terminal: int) -> object:
        answer = ask(terminal)
        before.append(left.is_set())
        if len(before) == 3:
            os.close(master)  # right behind an answer, which still was that it is there
        return answer

    monkeypatch.setattr(termios, "tcgetattr", answered)
    with open(slave) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        ended = TerminalEnd(left.set, lambda: None)
        monkeypatch.setattr(terminal_end, "_LAST_WRITES_S", 1000)
        asking = threading.Thread(target=ended.ask, args=(0.01,), daemon=True)
        asking.start()
        assert left.wait(10)
        asking.join()
        assert before == [False] * 3, "nobody leaves while it is there"


def test_windows_is_asked_to_say_how_its_console_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = list[tuple[Callable[[int], bool], int]]()
    system = SimpleNamespace(SetConsoleCtrlHandler=lambda *what: taken.append(what))
    with monkeypatch.context() as there:
        there.setattr(ctypes, "WINFUNCTYPE", lambda *_: lambda call: call, raising=False)
        there.setattr(ctypes, "windll", SimpleNamespace(kernel32=system), raising=False)
        there.setattr(sys, "platform", "win32")
        spec = importlib.util.find_spec(terminal_end.__name__)
        assert spec is not None
        assert spec.loader is not None
        as_there = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(as_there)
        asked: list[str] = []
        with as_there.TerminalEnd(lambda: asked.append("leave"), lambda: asked.append("close")):
            ((handler, added),) = taken
            there.setattr(as_there, "_LAST_WRITES_S", 0.01)
            assert added == 1
            assert [handler(kind) for kind in (0, 2)] == [False, True]
        assert asked == ["leave", "close"]
