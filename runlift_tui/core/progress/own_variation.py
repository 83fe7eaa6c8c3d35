"""How much an athlete's own values vary from day to day: no difference is real below that."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

LAST = 3
"""Tests that the variation is taken from."""


class Difference(NamedTuple):
    """What right is more than left, in per cent of the stronger side; negative for left."""

    percent: float
    variation: float
    """The athlete's own, per cent; the difference is larger."""


def variation(values: Sequence[float]) -> float | None:
    """Return the coefficient of variation, per cent: the sample's SD over its mean.

    None for fewer than `LAST` values, or a mean of nothing.
    """
    mean = sum(values) / len(values) if values else 0.0
    if len(values) < LAST or mean <= 0:
        return None
    squares = sum((value - mean) ** 2 for value in values)
    return 100 * sqrt(squares / (len(values) - 1)) / mean


def asymmetry(left: float, right: float) -> float:
    """Return what right is more than left, per cent of the larger; 0 where both are nothing.

    The sign is our own convention. It says nothing about injuries: no study found that it does.
    """
    larger = max(left, right)
    return 0.0 if larger <= 0 else 100 * (right - left) / larger


def difference(tests: Sequence[tuple[float, float]]) -> Difference | None:
    """Return how the sides differ over the last tests, only beyond the athlete's own variation.

    Args:
        tests: Left and right, oldest first.
    """
    lefts = [left for left, _ in tests[-LAST:]]
    rights = [right for _, right in tests[-LAST:]]
    own = [found for side in (lefts, rights) if (found := variation(side)) is not None]
    if not own:
        return None
    percent = asymmetry(sum(lefts), sum(rights))
    return Difference(percent, max(own)) if abs(percent) > max(own) else None
