"""A document, and the moments in it."""

from datetime import UTC, datetime
from typing import Any

Document = dict[str, Any]
"""A JSON object. Times are UTC text, loads kilograms, what was not said is None."""


def iso(ms: int) -> str:
    """Return milliseconds since the epoch as UTC text: "2026-11-22T17:04:28.142Z"."""
    seconds, rest = divmod(ms, 1000)
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.{rest:03}Z"
