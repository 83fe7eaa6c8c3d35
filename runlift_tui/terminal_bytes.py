"""What a terminal sends, read to the end: a byte that is no UTF-8 is a letter of Latin-1."""

import codecs
import sys

_AS_LATIN_1 = "runlift-latin-1"


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


def take_any_bytes() -> None:
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
