"""A driver that takes whatever a terminal sends: any byte, any size, any time to go on."""

import asyncio
import codecs
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message

from runlift_tui.terminal.parser import SensibleParser

_KEY_COMES_S, _KEYS_MAY_TAKE_S = 0.1, 0.6
"""How long a key is on its way from a terminal to the app, and all of them to what they do."""
_MOST_ON_THEIR_WAY = 32
"""Keys that are passed on before those so far have done their work; no hand is so far ahead."""
_WAIT_S, _WAITS = 0.02, 50
"""How long and how often that is waited for: a screen that goes may never say that it has."""
_AS_LATIN_1 = "runlift-latin-1"
_NO_BREAK = "\u00a0"
"""A space bar's in UTF-8; by itself it is a broken byte sooner than a key, and presses nothing."""
_NO_UTF_8 = re.compile(rb"(?:[\x80-\xc1\xf5-\xff]|[\xc2-\xf4](?=[^\x80-\xbf]))+")
"""Bytes that no letter of UTF-8 begins with, where another letter has ended."""
_WIDEST = 2000
"""Columns, and rows: of a window that says to be larger nothing could be drawn."""


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    """Return the letters that the bytes in the way of a decoder are in Latin-1, and go on there."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    more = _NO_UTF_8.match(error.object, error.end)
    end = error.end if more is None else more.end()
    text = error.object[error.start : end].decode("latin-1")
    return text.replace(_NO_BREAK, "\ufffd"), end


def _forgiving(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """Return what makes a decoder that goes on after every byte."""
    return partial(codecs.getincrementaldecoder(encoding), _AS_LATIN_1)


def _take_any_byte() -> None:
    """Have no byte from a terminal end the program.

    Textual reads its terminal as strict UTF-8 and has no setting for it. Terminals in Latin-1
    send letters that are not, and those with mouse reports of the first kind a byte over 127 for
    every column beyond the 95th, of which the parser needs each one.
    """
    if os.name == "nt":  # where its other driver is given text
        return
    from textual.drivers import linux_driver

    codecs.register_error(_AS_LATIN_1, _as_latin_1)
    linux_driver.getincrementaldecoder = _forgiving  # type: ignore[attr-defined, assignment]
    linux_driver.XTermParser = SensibleParser  # type: ignore[attr-defined]
    # Asked for as well: what stands on a key of another layout, or of no Latin one.
    linux_driver.KITTY_REPORT_ALL_KEYS |= linux_driver.KITTY_REPORT_ALTERNATE_KEYS  # type: ignore[misc]


def _modes_of(driver: Any) -> list[Any] | None:
    if sys.platform != "win32":
        import termios

        with suppress(termios.error):
            return termios.tcgetattr(driver.fileno)
    return None


_TYPED_AHEAD = "ctrl+j"
"""What a terminal makes of enter until the program has it: shells take both for the same."""


def _set_modes(driver: Any, modes: list[Any]) -> None:
    if sys.platform != "win32":
        import termios

        with suppress(termios.error):
            termios.tcsetattr(driver.fileno, termios.TCSANOW, modes)


def behind_keys(app: App[Any], then: Callable[[], object]) -> None:
    """Have something done behind the keys that were pressed so far, or a little later anyway.

    A key goes from a thread to the app, from there to its screen, and does its work there: what
    comes straight on the app's loop would overtake it.

    Args:
        app: One that runs, on its own thread.
        then: Is called once or twice.
    """
    loop = asyncio.get_running_loop()
    loop.call_later(_KEY_COMES_S, _behind, app, then)
    loop.call_later(_KEYS_MAY_TAKE_S, then)


def _behind(app: App[Any], then: Callable[[], object]) -> None:
    app.call_later(app.in_order.behind, then)  # type: ignore[attr-defined]


def listen(app: App[Any]) -> None:
    """Have an app take any byte, and hear all that a terminal tells of a key.

    Args:
        app: One that does not run yet.
    """
    _take_any_byte()
    driver = app.driver_class

    class Listening(driver):  # type: ignore[valid-type, misc]
        """Believes no window that nothing could be drawn of, and begins once however often told."""

        _size: tuple[int, int] | None
        _modes: list[Any] | None = None
        """What the terminal is set to while the program has it."""
        exit_event = Event()
        """Is set while the terminal is given back; each driver makes one of its own."""
        _on_their_way = 0
        """Keys that were passed on since it was waited for them last."""

        def start_application_mode(self) -> None:
            """Take the terminal."""
            if os.name != "nt" and self._size is None:
                self._size = self._get_terminal_size()
            super().start_application_mode()
            self._modes = _modes_of(self)

        def stop_application_mode(self) -> None:
            """Give the terminal back."""
            self._modes = None
            super().stop_application_mode()

        def _sigcont_application(self, *given: Any) -> None:
            """Go on after a stop.

            Textual takes the terminal once more, with another pair of threads, also where it was
            never given back: where another program stopped this one, or only says to go on. Those
            threads have no end, nor has the program.
            """
            if self._must_signal_resume or not self._auto_restart:
                super()._sigcont_application(*given)
            elif self._modes is not None and not self._loop.is_closed():
                _set_modes(self, self._modes)
                asyncio.run_coroutine_threadsafe(
                    self._app._post_message(self.SignalResume()), loop=self._loop
                )

        def _get_terminal_size(self) -> tuple[int, int]:
            """Return columns and rows, of a window that something can be drawn of."""
            columns, rows = super()._get_terminal_size()
            return min(columns, _WIDEST), min(rows, _WIDEST)

        def process_message(self, message: Message) -> None:
            """Pass on what came."""
            if self._loop.is_closed() or self.exit_event.is_set():
                return
            if isinstance(message, events.Resize) and max(message.size) > _WIDEST:
                return
            if isinstance(message, events.Key) and message.key == _TYPED_AHEAD:
                message = events.Key("enter", "\r")
            super().process_message(message)
            if isinstance(message, events.Key):
                self._on_their_way += 1
                if self._on_their_way == _MOST_ON_THEIR_WAY:
                    self._let_them_work()

        def _let_them_work(self) -> None:
            """Read no more until the keys so far have done their work, or the program ends.

            Thousands of them, from something that lies on a key, would be worked through in one
            go: no timer comes in between, nor the end that a signal asks for.
            """
            self._on_their_way = 0
            done = Event()
            with suppress(RuntimeError):  # it has ended in the same moment
                self._loop.call_soon_threadsafe(_behind, self._app, done.set)
                for _ in range(_WAITS):
                    if done.wait(_WAIT_S) or self.exit_event.is_set():
                        return

        def _run_input_thread(self) -> None:
            try:
                self.run_input_thread()
            except BaseException as error:
                with suppress(RuntimeError):  # it has ended in the same moment
                    self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    app.driver_class = Listening
