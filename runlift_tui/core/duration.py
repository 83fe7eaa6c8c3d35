"""How long a session took, without the gaps in which nobody trained."""

from collections.abc import Iterable
from itertools import pairwise

GAP_MS = 900_000
"""A quarter of an hour in which nothing happened is no training."""


def trained_minutes(moments: Iterable[int]) -> float:
    """Return the minutes between the moments at which something happened, long gaps left out.

    Args:
        moments: Milliseconds, in any order.
    """
    gaps = (after - before for before, after in pairwise(sorted(moments)))
    return sum(gap for gap in gaps if gap <= GAP_MS) / 60_000
