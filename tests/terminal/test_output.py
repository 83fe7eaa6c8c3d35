"""What goes out to a terminal that lacks glyphs, or takes nothing for a while."""

from collections.abc import Callable
from queue import Queue
from types import SimpleNamespace
from typing import Any

from textual.app import App
from textual.driver import Driver

from runlift_tui.terminal.output import MOST_WAITING, draw


class Loop:
    """Has things done later, when a test says so."""

    def __init__(self) -> None:
        self.later: list[Callable[[], object]] = []

    def call_soon_threadsafe(self, do: Callable[..., object], *with_: object) -> None:
        do(*with_)

    def call_later(self, _: float, do: Callable[[], object]) -> None:
        self.later.append(do)

    def run(self) -> None:
        """Do what is due."""
        due, self.later = self.later, []
        for each in due:
            each()


class Terminal(Driver):
    """Keeps what is written to it; it takes nothing while it is stopped."""

    def __init__(self, loop: Loop) -> None:
        self._loop: Any = loop
        self.took: list[str] = []
        self.queue: Queue[str] = Queue()
        self._writer_thread = SimpleNamespace(_queue=self.queue)
        self.is_stopped = False

    def write(self, data: str) -> None:
        """Take it, or let it wait."""
        if self.is_stopped:
            self.queue.put(data)
        else:
            self.took.append(data)

    def let_go(self) -> None:
        """Take what waits."""
        self.is_stopped = False
        while not self.queue.empty():
            self.took.append(self.queue.get())

    def start_application_mode(self) -> None:
        """Begin."""

    def disable_input(self) -> None:
        """Take no keys."""

    def stop_application_mode(self) -> None:
        """End."""
        self.write("the end")


def drawn(wanted: Any = "full") -> tuple[Any, Loop, list[str]]:
    """Return a terminal on which an app draws, its loop, and what had to be drawn anew."""
    app, loop = App[None](), Loop()
    anew: list[str] = []
    app.driver_class = Terminal
    app.call_later = lambda do, *_: bool(do())  # type: ignore[method-assign]
    draw(app, wanted, lambda: anew.append("all of it"))
    return app.driver_class(loop), loop, anew


def test_what_a_terminal_has_not_goes_out_in_ascii() -> None:
    here, _, _ = drawn("ascii")
    here.write("\x1b[1m██▌ 2×12 kg · ok\x1b[0m")
    assert here.took == ["\x1b[1m##| 2x12 kg . ok\x1b[0m"]


def test_all_goes_out_as_it_is_where_nothing_speaks_against_it() -> None:
    here, _, _ = drawn()
    here.write("██▌")
    assert here.took == ["██▌"]


def test_a_stopped_terminal_is_not_waited_for_and_gets_the_last_picture_whole() -> None:
    here, loop, anew = drawn()
    here.is_stopped = True
    for second in range(5 * MOST_WAITING):
        here.write(f"{second}")
    assert here.queue.qsize() == MOST_WAITING + 1
    loop.run()
    assert anew == [], "it is still stopped"
    here.let_go()
    here.write("now")
    assert here.took[-1] == "now"
    loop.run()
    assert anew == ["all of it"]
    assert loop.later == []


def test_a_terminal_is_given_back_whole_however_much_waits() -> None:
    here, _, _ = drawn()
    here.is_stopped = True
    for second in range(2 * MOST_WAITING):
        here.write(f"{second}")
    here.stop_application_mode()
    here.let_go()
    assert here.took[-1] == "the end"
