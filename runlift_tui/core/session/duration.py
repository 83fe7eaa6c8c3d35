"""How long a session took, without the gaps in which nobody trained."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

GAP_MS = 900_000
"""A quarter of an hour in which nothing happened is no training."""
_GAP, _MINUTE = timedelta(milliseconds=GAP_MS), timedelta(minutes=1)


def trained_minutes(moments: Iterable[int]) -> float:
    """Return the minutes between the moments at which something happened, long gaps left out.

    Args:
        moments: Milliseconds, in any order.
    """
    return sum(after - before for before, after in stretches(moments)) / 60_000


def minutes_trained(times: Iterable[datetime]) -> float:
    """Return the same of moments as a document has them: a lifetime of them is much to convert."""
    steps = (after - before for before, after in pairwise(sorted(times)))
    return sum((step for step in steps if step <= _GAP), timedelta()) / _MINUTE


def stretches(moments: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield from when to when somebody trained, from one thing that happened to the next."""
    for before, after in pairwise(sorted(moments)):
        if after - before <= GAP_MS:
            yield before, after
