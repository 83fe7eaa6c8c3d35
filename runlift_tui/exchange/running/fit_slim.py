"""A FIT file without the records of each second, which nobody needs here: a tenth of the work.

Fields of developers are left out too: whoever describes them wrong, or not at all, hides a run.

Whatever is not quite right in a file is left as it is, for the reader that judges it.
"""

import struct
from typing import NamedTuple

from runlift_tui.exchange.out.fit_bytes import crc_of

_KEPT = frozenset((0, 18, 34, 225, 264))
"""file_id, session, activity, set, exercise_title."""
_DEFINITION, _DEVELOPER, _COMPRESSED = 0x40, 0x20, 0x80


class _Definition(NamedTuple):
    """What stands before messages of one kind."""

    is_kept: bool
    whole: int
    """Its own bytes."""
    plain: int
    """The same without what it says of developers' fields."""
    length: int
    """Bytes of each message, without its head."""
    more: int
    """Bytes of developers' fields behind them."""


class _Unclear(Exception):
    """A file that is not quite right."""


def slim(data: bytes) -> bytes:
    """Return a file with only the messages that say something here; as it is where unclear."""
    try:
        parts, at = [], 0
        while at < len(data):
            part, at = _slim_part(data, at)
            parts.append(part)
        return b"".join(parts)
    except (_Unclear, IndexError, struct.error):
        return data


def _slim_part(data: bytes, at: int) -> tuple[bytes, int]:
    """Return one of the files that may stand behind each other, and where it ends."""
    size = data[at]
    if size not in (12, 14) or data[at + 8 : at + 12] != b".FIT":
        raise _Unclear
    (length,) = struct.unpack_from("<I", data, at + 4)
    begin, end = at + size, at + size + length
    if end + 2 > len(data):
        raise _Unclear
    (crc,) = struct.unpack_from("<H", data, end)
    if crc != crc_of(data[at:end]):
        raise _Unclear
    if size == 14:
        (head_crc,) = struct.unpack_from("<H", data, at + 12)
        if head_crc not in (0, crc_of(data[at : at + 12])):
            raise _Unclear
    body = _messages(data, begin, end)
    head = data[at : at + 4] + struct.pack("<I", len(body)) + data[at + 8 : at + 12]
    if size == 14:
        head += struct.pack("<H", crc_of(head))
    part = head + body
    return part + struct.pack("<H", crc_of(part)), end + 2


def _messages(data: bytes, at: int, end: int) -> bytes:
    """Return the messages that are kept, with their definitions."""
    found = bytearray()
    known: dict[int, _Definition] = {}
    while at < end:
        head = data[at]
        if head & _COMPRESSED:
            local, is_definition = head >> 5 & 3, False
        else:
            local, is_definition = head & 0xF, bool(head & _DEFINITION)
        if is_definition:
            known[local] = defined = _definition(data, at, head)
            whole, plain = defined.whole, defined.plain
        else:
            if local not in known:
                raise _Unclear
            defined = known[local]
            whole, plain = 1 + defined.length + defined.more, 1 + defined.length
        if defined.is_kept:
            found.append(head & ~_DEVELOPER if is_definition else head)
            found += data[at + 1 : at + plain]
        at += whole
    if at != end:
        raise _Unclear
    return bytes(found)


def _definition(data: bytes, at: int, head: int) -> _Definition:
    order = ">" if data[at + 2] else "<"
    (number,) = struct.unpack_from(f"{order}H", data, at + 3)
    fields = data[at + 5]
    length = sum(data[at + 7 + 3 * n] for n in range(fields))
    plain = whole = 6 + 3 * fields
    more = 0
    if head & _DEVELOPER:
        theirs = data[at + plain]
        more = sum(data[at + plain + 2 + 3 * n] for n in range(theirs))
        whole += 1 + 3 * theirs
    return _Definition(number in _KEPT, whole, plain, length, more)
