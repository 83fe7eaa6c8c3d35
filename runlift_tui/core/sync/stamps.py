"""When something was changed, and on which machine: texts that sort by what beats what."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from runlift_tui.core.words.documents import iso

BORN = ""
"""The stamp of what was never changed since it was first written; every other one beats it."""
_SHAPE = re.compile(
    r"(?:19[7-9]\d|[2-8]\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z [a-z0-9]{1,32}",
    re.ASCII,
)
_LAST_MS = 221_000_000_000_000
"""In the year 8973: a clock that is ahead of it stands still, and the device's id decides."""


def is_stamp(value: object) -> bool:
    """Whether a value is a stamp of ours; one of another shape counts as none."""
    return isinstance(value, str) and _SHAPE.fullmatch(value) is not None


def known_stamp(value: object) -> str:
    """Return a stamp, `BORN` for what is none."""
    return str(value) if is_stamp(value) else BORN


def stamp(now_ms: int, device: str, replaced: Iterable[str] = ()) -> str:
    """Return a stamp that beats every one that it replaces, whatever the clock says.

    Args:
        now_ms: Milliseconds since the epoch, by this machine's clock.
        device: The id of this machine.
        replaced: Stamps of the values that are replaced; `BORN` ones are among them.
    """
    newest = max(replaced, default=BORN)
    after = _ms(newest) + 1 if newest else 0
    return f"{iso(min(max(now_ms, after, 0), _LAST_MS))} {device}"


def _ms(text: str) -> int:
    """Return the moment of a stamp; -1 where no calendar has it."""
    try:
        moment = datetime.strptime(text[:23], "%Y-%m-%dT%H:%M:%S.%f").replace(tzinfo=UTC)
    except ValueError:
        return -1
    return round(moment.timestamp() * 1000)
