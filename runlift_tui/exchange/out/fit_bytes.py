"""The bytes of a FIT file: definitions, messages, checksums. Little-endian, timestamps in UTC.

Source: Flexible and Interoperable Data Transfer (FIT) Protocol, Garmin; profile 21.
"""

import struct
from datetime import UTC, datetime
from typing import NamedTuple

_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
_PROTOCOL, _PROFILE = 0x20, 2178
_CRC = (
    *(0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401),
    *(0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400),
)
ENUM, UINT8, UINT16, UINT32, UINT32Z, STRING = 0x00, 0x02, 0x84, 0x86, 0x8C, 0x07
_FORMATS = {ENUM: "B", UINT8: "B", UINT16: "H", UINT32: "I", UINT32Z: "I"}
_NONE = {ENUM: 0xFF, UINT8: 0xFF, UINT16: 0xFFFF, UINT32: 0xFFFFFFFF, UINT32Z: 0}


class FitField(NamedTuple):
    """One field of a message."""

    number: int
    kind: int
    value: int | str | None
    """None is the kind's own word for nothing."""


def fit_time(at: datetime) -> int:
    """Return a moment as FIT has it: seconds since the end of 1989."""
    return int((at - _EPOCH).total_seconds())


class FitBytes:
    """A file that grows message by message."""

    def __init__(self) -> None:
        self._body = bytearray()
        self._defined: dict[int, tuple[int, bytes]] = {}

    def add(self, message: int, *fields: FitField) -> None:
        """Append a message, with its definition where that changed.

        Args:
            message: The number of its kind.
            fields: With their values; a text is ended by a zero.
        """
        packed = [_packed(field) for field in fields]
        definition = struct.pack("<BBHB", 0, 0, message, len(fields)) + b"".join(
            struct.pack("BBB", field.number, len(data), field.kind)
            for field, data in zip(fields, packed, strict=True)
        )
        local = min(len(self._defined), 15)
        known = self._defined.get(message)
        if known is not None:
            local = known[0]
        if known is None or known[1] != definition:
            self._defined[message] = local, definition
            self._body += bytes((0x40 | local,)) + definition
        self._body += bytes((local,)) + b"".join(packed)

    def whole(self) -> bytes:
        """Return the file, with its header and its checksums."""
        head = struct.pack("<BBHI4s", 14, _PROTOCOL, _PROFILE, len(self._body), b".FIT")
        head += struct.pack("<H", crc_of(head))
        data = head + bytes(self._body)
        return data + struct.pack("<H", crc_of(data))


def _packed(field: FitField) -> bytes:
    if field.kind == STRING:
        return f"{field.value or ''}".encode() + b"\0"
    value = _NONE[field.kind] if field.value is None else field.value
    return struct.pack("<" + _FORMATS[field.kind], value)


def crc_of(data: bytes) -> int:
    """Return FIT's checksum of some bytes."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ _BY_BYTE[(crc ^ byte) & 0xFF]
    return crc


def _of_byte(byte: int) -> int:
    crc = 0
    for nibble in (byte & 0xF, byte >> 4):
        crc = (crc >> 4) & 0x0FFF ^ _CRC[crc & 0xF] ^ _CRC[nibble]
    return crc


_BY_BYTE = tuple(map(_of_byte, range(256)))
