"""What a terminal sends, read to the end: any byte, and all that is told of a key."""

import asyncio
import codecs
import os
import re
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from textual import constants, events
from textual.app import App
from textual.keys import Keys
from textual.message import Message

from runlift_tui.core.keys.keyboard import Press
from runlift_tui.terminal.sequences import ESCAPE, Sequences

_AS_LATIN_1 = "runlift-latin-1"
_WIDEST = 2000
"""Columns, and rows: of a window that says to be larger nothing could be drawn."""

_KITTY = re.compile(
    r"\x1b\[(?P<code>\d{1,7})(?::(?P<shifted>\d*))?(?::(?P<base>\d{1,7}))?"
    r"(?:;(?P<modifiers>\d{0,4})(?::\d)?(?:;(?P<text>[\d:]*))?)?u"
)
"""A key as kitty and others tell it, alternatives and all."""
_SHIFT, _CAPS_LOCK = 1, 64
_OTHER_THAN_TEXT = 2 | 4 | 8 | 16 | 32
"""Alt, Ctrl and the like."""
_PAD_WITHOUT_NUMLOCK = range(57417, 57427)
_PAD = {
    "\x1bOX": "=",
    "\x1bOl": ",",
    "\x1bOE": "\x1b[57427~",
    "\x1bOI": "\t",
    "\x1bO ": " ",
}
"""Keys of a number pad in application mode that Textual does not know."""


class Sent(events.Key):
    """A key of which a terminal told more than its name; the app makes a plain one of it."""

    def __init__(self, press: Press) -> None:
        """Be a press."""
        super().__init__(press.key, press.character)
        self.press = press

    def copy(self) -> events.Key:
        """Return it once more."""
        return Sent(self.press)


def _plain(told: re.Match[str]) -> str:
    """Return a key as Textual reads it."""
    return f"\x1b[{told['code']};{told['modifiers'] or 1};{told['text'] or ''}u"


def _sent(key: events.Key, told: re.Match[str]) -> events.Key:
    """Return a key with what was told of it."""
    held = int(told["modifiers"] or 1) - 1
    base = chr(int(told["base"])) if told["base"] else ""
    name = key.key
    if base and held & _OTHER_THAN_TEXT and not name.isascii():
        head, plus, _ = name.rpartition("+")
        name = f"{head}{plus}{base}"  # Ctrl and a key, whatever its letter
    return Sent(
        Press(
            name,
            key.character,
            base,
            shift=bool(held & _SHIFT),
            caps=bool(held & _CAPS_LOCK),
            pad=int(told["code"]) in _PAD_WITHOUT_NUMLOCK,
        )
    )


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    """Return the letters that the bytes in the way of a decoder are in Latin-1, and go on there."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


def _forgiving(encoding: str) -> type[codecs.IncrementalDecoder]:
    found = codecs.getincrementaldecoder(encoding)

    class Forgiving(found):  # type: ignore[valid-type, misc]
        """Goes on after every byte."""

        def __init__(self, errors: str = _AS_LATIN_1) -> None:
            super().__init__(errors)

    return Forgiving


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
    parser = vars(linux_driver)["XTermParser"]
    if parser.__name__ == "Sensible":
        return

    class Sensible(parser):  # type: ignore[misc, valid-type]
        """Reads all that a keyboard tells, and takes nothing that a terminal says too seriously."""

        def __init__(self, *args: Any, **named: Any) -> None:
            self._sequences = Sequences(constants.ESCAPE_DELAY)
            super().__init__(*args, **named)

        def feed(self, data: str) -> Iterable[Message]:
            """Yield what a text comes to; an empty one is the end of all."""
            ready = self._sequences.take(data, time.monotonic()) if data else ""
            if ready or not data:
                yield from super().feed(ready)

        def tick(self) -> Iterable[Message]:
            """Yield what it comes to that nothing follows."""
            late = self._sequences.late(time.monotonic())
            if late == ESCAPE:
                yield events.Key("escape", ESCAPE)
            elif late:
                yield from super().feed(late)
            yield from super().tick()

        def parse_mouse_code(self, code: str) -> Message | None:
            """Return what a mouse did, or None where that cannot be told."""
            try:
                # A terminal may say that it is no pixels wide.
                found: Message | None = super().parse_mouse_code(code)
            except (ArithmeticError, ValueError):
                return None
            return found

        def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
            """Yield the keys that a sequence stands for, with what was told of them."""
            try:
                told = _KITTY.fullmatch(sequence)
                plain = _PAD.get(sequence, sequence) if told is None else _plain(told)
                found = list(super()._sequence_to_key_events(plain, alt))
                yield from found if told is None else (_sent(each, told) for each in found)
            except (ArithmeticError, ValueError):
                yield events.Key(Keys.Ignore, sequence)

    linux_driver.XTermParser = Sensible  # type: ignore[attr-defined]
    # Asked for as well: what stands on a key of another layout, or of no Latin one.
    linux_driver.KITTY_REPORT_ALL_KEYS |= linux_driver.KITTY_REPORT_ALTERNATE_KEYS  # type: ignore[misc]


def _modes_of(driver: Any) -> list[Any] | None:
    if sys.platform != "win32":
        import termios

        with suppress(termios.error):
            return termios.tcgetattr(driver.fileno)
    return None


def _set_modes(driver: Any, modes: list[Any]) -> None:
    if sys.platform != "win32":
        import termios

        with suppress(termios.error):
            termios.tcsetattr(driver.fileno, termios.TCSANOW, modes)


def listen(app: App[Any]) -> None:
    """Have an app take any byte, and hear all that a terminal tells of a key.

    Args:
        app: One that does not run yet.
    """
    _take_any_byte()
    driver = app.driver_class

    class Listening(driver):  # type: ignore[valid-type, misc]
        """Believes no window that nothing could be drawn of, and begins once however often told."""

        _modes: list[Any] | None = None
        """What the terminal is set to while the program has it."""

        def start_application_mode(self) -> None:
            """Take the terminal."""
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

        def process_message(self, message: Message) -> None:
            """Pass on what came."""
            if self._loop.is_closed():
                return
            if isinstance(message, events.Resize) and max(message.size) > _WIDEST:
                return
            super().process_message(message)

        def _run_input_thread(self) -> None:
            try:
                self.run_input_thread()
            except BaseException as error:
                with suppress(RuntimeError):  # it has ended in the same moment
                    self._loop.call_soon_threadsafe(self._app._handle_exception, error)

    app.driver_class = Listening
