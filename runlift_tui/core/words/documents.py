"""A document, and the moments in it."""

from datetime import datetime, timedelta
from typing import Any

Document = dict[str, Any]
"""A JSON object. Times are UTC text, loads kilograms, what was not said is None."""


_EPOCH = datetime(1970, 1, 1)


def utc(ms: int) -> datetime:
    """Return milliseconds since the epoch as the time in UTC, also before 1970.

    By sums alone: Windows' own clock begins in 1970.
    """
    return _EPOCH + timedelta(milliseconds=ms)


def iso(ms: int) -> str:
    """Return milliseconds since the epoch as UTC text: "2026-11-22T17:04:28.142Z"."""
    return utc(ms).isoformat(timespec="milliseconds") + "Z"
