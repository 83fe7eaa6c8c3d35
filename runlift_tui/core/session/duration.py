"""How long a session took, without the gaps in which nobody trained."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

GAP_MS = 900_000
"""A quarter of an hour in which nothing happened is no training."""


def trained_minutes(moments: Iterable[int]) -> float:
    """Return the minutes between the moments at which something happened, long gaps left out.

    Args:
        moments: Milliseconds, in any order.
    """
    return sum(after - before for before, after in stretches(moments)) / 60_000


def stretches(moments: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield from when to when somebody trained, from one thing that happened to the next."""
    for before, after in pairwise(sorted(moments)):
        if after - before <= GAP_MS:
            yield before, after
