"""What a terminal sends, read to the end: any byte, and a key by what is printed on it."""

import codecs
import sys
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message

from runlift_tui.core.keys.key_names import as_printed

_AS_LATIN_1 = "runlift-latin-1"
_WIDEST = 2000
"""Columns, and rows: of a window that says to be larger nothing could be drawn."""


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
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    codecs.register_error(_AS_LATIN_1, _as_latin_1)
    linux_driver.getincrementaldecoder = _forgiving  # type: ignore[attr-defined, assignment]
    parser = vars(linux_driver)["XTermParser"]
    if parser.__name__ == "Sensible":
        return

    class Sensible(parser):  # type: ignore[misc, valid-type]
        """Knows that a terminal may say that it is no pixels wide."""

        def parse_mouse_code(self, code: str) -> Message | None:
            """Return what a mouse did, or None where that cannot be told."""
            try:
                found: Message | None = super().parse_mouse_code(code)
            except (ArithmeticError, ValueError):
                return None
            return found

    linux_driver.XTermParser = Sensible  # type: ignore[attr-defined]


def listen(app: App[Any]) -> None:
    """Have an app take any byte, and every key by what is printed on it.

    A key keeps the character that it types: a note in another alphabet stays as it was typed.

    Args:
        app: One that does not run yet.
    """
    _take_any_byte()
    driver = app.driver_class

    class Listening(driver):  # type: ignore[valid-type, misc]
        """Names a key before anything is bound to it."""

        def process_message(self, message: Message) -> None:
            """Name a key, and pass on what came."""
            if isinstance(message, events.Resize) and max(message.size) > _WIDEST:
                return
            if isinstance(message, events.Key):
                message = events.Key(*as_printed(message.key, message.character))
            super().process_message(message)

    app.driver_class = Listening
