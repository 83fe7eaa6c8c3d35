"""A fault inside the program itself, in every kind of handler that a loop has.

Run as `python -m tests.faults.handlers WHERE WHAT FOLDER` it is RunLift in the middle of a
session, in which one kind of handler raises from the moment that a file named `now` is there.
"""

import asyncio
import fcntl
import os
import signal
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from runlift_tui.clock import ManualClock
from runlift_tui.store.store import Store
from tests.faults.ledger import Broken
from tests.faults.tally import Tally
from tests.faults.world import Started, started
from tests.newcomers import introduce

WHAT: dict[str, Callable[[], BaseException]] = {
    "RuntimeError": lambda: RuntimeError("on purpose"),
    "RecursionError": lambda: RecursionError("on purpose"),
    "MemoryError": MemoryError,
    "OSError": lambda: OSError(5, "on purpose"),
    "UnicodeError": lambda: UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "on purpose"),
    "AssertionError": AssertionError,
    "CancelledError": asyncio.CancelledError,
}
METHODS = {
    "a message of the app": "textual.app:App.on_event",
    "a message of a screen": "textual.screen:Screen._forward_event",
    "an action": "textual.app:App.run_action",
    "a binding": "textual.app:App._check_bindings",
    "a timer": "textual.timer:Timer._tick",
    "a widget drawn": "textual.widget:Widget.render_lines",
    "a screen put together": "textual._compositor:Compositor.reflow",
    "what changed is written": "textual._compositor:Compositor.render_update",
    "a layout": "textual.screen:Screen._refresh_layout",
    "a style": "textual.css.stylesheet:Stylesheet.apply",
    "a place led to": "runlift_tui.app:RunLift.go",
    "a key of a session": "runlift_tui.screens.session.session:SessionScreen.on_key",
    "what a key is called": "runlift_tui.core.keys.key_names:as_printed",
    "a sequence read": "textual._xterm_parser:XTermParser.feed",
    "a byte read": "codecs:IncrementalDecoder.reset",
    "a write to the terminal": "textual.drivers._writer_thread:WriterThread.write",
    "the end of the screen": "textual.drivers.linux_driver:LinuxDriver.stop_application_mode",
}
_NOT_AWAITED = ("a write to the terminal", "a byte read", "a sequence read")
SCHEDULED = ("the loop", "a task", "later", "after a refresh", "a timer of its own", "a worker")


def _method(where: str, raise_: Callable[[], None]) -> None:
    """Have a function raise before it does anything."""
    module, _, path = METHODS[where].partition(":")
    holder: Any = __import__(module, fromlist=["_"])
    *classes, name = path.split(".")
    for each in classes:
        holder = getattr(holder, each)
    before = getattr(holder, name, None)

    def broken(*args: Any, **named: Any) -> Any:
        raise_()
        return None if before is None else before(*args, **named)

    setattr(holder, name, broken if before is None else wraps(before)(broken))


def _schedule(where: str, now: Path, what: Callable[[], BaseException]) -> None:
    """Have the loop of the app that runs come to a raising call of one kind."""
    from textual.app import App

    def raise_() -> None:
        raise what()

    async def raise_in_time() -> None:
        raise what()

    def place(app: App[Any]) -> None:
        loop = asyncio.get_running_loop()
        if where == "the loop":
            loop.call_soon(raise_)
        elif where == "a task":
            app.kept = loop.create_task(raise_in_time())  # type: ignore[attr-defined]
        elif where == "later":
            app.call_later(raise_)
        elif where == "after a refresh":
            app.screen.call_after_refresh(raise_)
            app.screen.refresh(layout=True)
        elif where == "a timer of its own":
            app.screen.set_timer(0.01, raise_)
        else:
            app.screen.run_worker(raise_in_time())

    before = App.run_async

    async def run_async(self: App[Any], *args: Any, **named: Any) -> Any:
        loop = asyncio.get_running_loop()

        def wait() -> None:
            while not now.exists():
                time.sleep(0.02)
            loop.call_soon_threadsafe(place, self)

        threading.Thread(target=wait, daemon=True).start()
        return await before(self, *args, **named)

    App.run_async = run_async  # type: ignore[method-assign]


def _victim(where: str, what: str, folder: str) -> int:
    from runlift_tui.cli import main

    now = Path(folder, "now")

    def raise_() -> None:
        if now.exists():
            raise WHAT[what]()

    if where in METHODS:
        _method(where, raise_)
    else:
        _schedule(where, now, WHAT[what])
    introduce(Path(folder, "data"))
    return main(["start", "--level", "beginner", "--data-dir", os.path.join(folder, "data")])


def _done(folder: Path) -> int:
    """Return how many sets a folder's unfinished session has."""
    left = Store(folder / "data", ManualClock()).sessions.unfinished()
    return 0 if left is None else len(left.live.session.done)


def _has_logged(here: Started, folder: Path) -> bool:
    """Log the first set; return whether it stands in the journal."""
    here.hear_until(here.has_begun)
    for _ in range(40):
        here.hear_for(0.5)
        here.send(b" ")
        if _done(folder):
            here.hear_for(0.5)
            return True
    return False


def _broken(where: str, what: str, folder: Path) -> list[Broken]:
    """Have a session fail in one kind of handler; return what is wrong with how it ended."""
    folder.mkdir()
    here = started((sys.executable, "-m", "tests.faults.handlers", where, what, os.fspath(folder)))
    if not _has_logged(here, folder):
        return [Broken("no set was logged"), *here.end()]
    (folder / "now").touch()
    for key in (b"x", b"?", b"\x1b", b"+"):
        here.send(key)
        here.hear_for(0.1)
    fcntl.ioctl(here.master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 90, 0, 0))
    here.process.send_signal(signal.SIGWINCH)
    here.hear_for(0.4)
    by_itself = here.is_over()
    found = here.end()
    text = here.said.decode("utf-8", "replace")
    if "on purpose" in text or "never retrieved" in text:
        found.append(Broken(f"it tells what nobody can use: {text[-300:]!r}"))
    if by_itself and "start runlift again" not in " ".join(text.split()):
        found.append(Broken(f"it ends and does not say what is safe: {text[-300:]!r}"))
    if not _done(folder):
        found.append(Broken("the set is lost"))
    return found


def faults(path: str, *, share: float = 1.0) -> Tally:
    """Raise every kind of exception in every kind of handler, in the middle of a session.

    Args:
        path: A folder to work in.
        share: Of all pairs of both, how many are tried.
    """
    tally = Tally()
    pairs = [
        (where, what)
        for where in (*METHODS, *SCHEDULED)
        for what in WHAT
        if what != "CancelledError" or where not in _NOT_AWAITED
    ]
    step = max(1, round(1 / share))
    for number, (where, what) in list(enumerate(pairs))[::step]:
        tally.add(_broken(where, what, Path(path, f"fault-{number}")), f"{what} in {where}")
    return tally


if __name__ == "__main__":
    sys.exit(_victim(*sys.argv[1:]))
