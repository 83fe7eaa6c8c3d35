"""The bounds of what documents say of a time, for msgspec to hold."""

from typing import Annotated

from msgspec import Meta

UtcMs = Annotated[int, Meta(ge=-62_135_000_000_000, le=253_402_000_000_000)]
"""Milliseconds since the epoch: from the year 1 to 9999, less some days for whatever clock."""

MinutesAhead = Annotated[int, Meta(ge=-1440, le=1440)]
"""How far a clock is ahead of UTC; less than a day, whichever clock it is."""
