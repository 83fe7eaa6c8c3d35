"""Left against right, told only where the athlete's own days would not make the difference.

The rule, our own: five sessions at least, of which the last ten count; a difference of more than
two and a half times the typical error, which is the SD of the sessions' differences over the root
of two; and one of more than 3.5 %, below which a five-repetition maximum of the
rear-foot-elevated split squat told nothing clear of the legs (Helme 2019 J Strength Cond Res
33:3269-3275). Twice the error would hold at one look, but not for somebody who looks after every
session: `make simulate` prints how often that speaks of equal legs.
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

ENOUGH, MOST = 5, 10
"""Sessions from which on sides are compared, and of how many of the last."""
_TIMES = 2.5
_LEAST_PER_CENT = 3.5


class Difference(NamedTuple):
    """What right is more than left, in per cent of the stronger side; negative for left."""

    percent: float
    typical_error: float
    """Of one session, per cent; the difference is far more than that."""
    sessions: int
    """That it is of."""


def asymmetry(left: float, right: float) -> float:
    """Return what right is more than left, per cent of the larger; 0 where both are nothing.

    The sign is our own convention. It says nothing about injuries: no study found that it does.
    """
    larger = max(left, right)
    return 0.0 if larger <= 0 else 100 * (right - left) / larger


def difference(tests: Sequence[tuple[float, float]]) -> Difference | None:
    """Return how the sides differ over the last tests; None where days alone may make that.

    Args:
        tests: Left and right, oldest first.
    """
    apart = [asymmetry(*test) for test in tests[-MOST:]]
    if len(apart) < ENOUGH:
        return None
    percent = sum(apart) / len(apart)
    error = _typical_error(apart, percent)
    if abs(percent) <= max(_TIMES * error, _LEAST_PER_CENT):
        return None
    return Difference(percent, error, len(apart))


def _typical_error(apart: Sequence[float], mean: float) -> float:
    squares = sum((each - mean) ** 2 for each in apart)
    return sqrt(squares / (len(apart) - 1) / 2)
