"""Ids that sort by time: UUIDs of version 7."""

import os
from collections.abc import Iterable


def new_id(now_ms: int) -> str:
    """Return a new id for something that began at a moment, milliseconds since the epoch.

    Written out here because the standard library has version 7 only since Python 3.14.
    """
    return id_of(now_ms, int.from_bytes(os.urandom(10), "big"))


def id_of(now_ms: int, chance: int) -> str:
    """Return the id of a moment with 80 bits of chance in it, a few of which give way."""
    value = (now_ms & ((1 << 48) - 1)) << 80 | chance
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def later_id(now_ms: int, ids: Iterable[str]) -> str:
    """Return a new id that sorts behind these, also where the clock was set back since."""
    newest = max((_ms(id_) for id_ in ids), default=-1)
    return new_id(max(now_ms, newest + 1))


def _ms(id_: str) -> int:
    """Return the moment of an id; -1 of another name."""
    try:
        return int(id_.replace("-", "")[:12], 16)
    except ValueError:
        return -1
