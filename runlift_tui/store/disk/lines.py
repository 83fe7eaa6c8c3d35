"""Lines that know whether they are whole: a checksum, a space, and one JSON object in ASCII."""

import json
import zlib
from typing import Any, NoReturn

_DIGITS = 8
_AS_JSON = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


def encode_line(record: dict[str, Any]) -> bytes:
    """Return a record as one line, with its newline.

    Raises:
        ValueError, TypeError: it holds a number or a thing that JSON has no word for.
    """
    text = _AS_JSON.encode(record).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def decode_line(line: bytes) -> dict[str, Any] | None:
    """Return the record of a line without its newline, or None where it is not whole."""
    head, text = line[:_DIGITS], line[_DIGITS + 1 :]
    if line[_DIGITS : _DIGITS + 1] != b" " or head != b"%08x" % zlib.crc32(text):
        return None
    try:
        record = json.loads(text, parse_constant=refuse_constant, parse_float=finite)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def is_start_of_line(text: bytes) -> bool:
    """Return whether bytes without a newline are what a write that was cut short leaves."""
    head, space, brace = text[:_DIGITS], text[_DIGITS : _DIGITS + 1], text[_DIGITS + 1 :]
    hexadecimal = all(byte in b"0123456789abcdef" for byte in head)
    plain = brace.isascii() and brace.decode("ascii", "replace").isprintable()
    return (
        bool(text) and hexadecimal and space in (b"", b" ") and brace[:1] in (b"", b"{") and plain
    )


def finite(text: str) -> float:
    """Return a number that is one: 1e999 would be read as infinity.

    Raises:
        ValueError: it is none.
    """
    number = float(text)
    if number - number != 0:
        raise ValueError(f"{text} is no finite number")
    return number


def refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not have and Python reads all the same."""
    raise ValueError(f"{name} is not a number")
