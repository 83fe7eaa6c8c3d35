"""What goes out to a terminal that lacks glyphs, or takes nothing for a while."""

import re
from collections.abc import Callable
from queue import Queue
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.driver import Driver

from runlift_tui.terminal.output import MOST_WAITING, draw, said_once


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


PIECES = ("\x1b[0m", "\x1b[1;31m", "\x1b[32m", "\x1b[3;4H", "\n\x1b[5;6H", "ab", "\x1b[K", "x")


def cells(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is written, or moved, and in which styles."""
    held: tuple[str, ...] = ()
    found = []
    for part in re.findall(r"\x1b\[[0-9;]*[a-zA-Z]|.", text.replace("\n\x1b[5", "\x1b[5")):
        if part.endswith("m") and part.startswith("\x1b"):
            held = () if part == "\x1b[0m" else (*held, part)
        else:
            found.append((part, held if not part.endswith("H") else ()))
    return found


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_styles_said_once_are_seen_as_before(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert cells(said_once(text)) == cells(text)
    assert len(said_once(text)) <= len(text)


def test_the_rows_of_a_figure_have_one_style() -> None:
    rows = "\n".join(f"\x1b[{n};9H\x1b[38;2;1;2;3m##\x1b[0m" for n in range(1, 4))
    assert said_once(rows) == "\x1b[1;9H\x1b[38;2;1;2;3m##\x1b[2;9H##\x1b[3;9H##\x1b[0m"
