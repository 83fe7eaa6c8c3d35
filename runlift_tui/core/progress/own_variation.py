"""Left against right, and then against now, where the athlete's own days would not make it.

The rule, our own: five sessions at least, of which the last ten count; a difference of more than
two and a half times the typical error, which is the SD of the sessions' differences over the root
of two; and one of more than 3.5 %, below which a five-repetition maximum of the
rear-foot-elevated split squat told nothing clear of the legs (Helme 2019 J Strength Cond Res
33:3269-3275). Twice the error would hold at one look, but not for somebody who looks after every
session: `make simulate` prints how often that speaks of equal legs.

The same rule, of the first five sessions against the last five: the typical error is then that
from one session to the next, which a steady gain does not widen.
"""

from collections.abc import Sequence
from itertools import pairwise
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


class Gain(NamedTuple):
    """What the last sessions are more than the first, in per cent of these; negative for less."""

    percent: float
    typical_error: float
    """Of one session, per cent; the change is far more than that."""


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


def change(values: Sequence[float]) -> Gain | None:
    """Return how the last `ENOUGH` sessions differ from the first; None where days may make that.

    Args:
        values: One a session, above 0, oldest first; below twice `ENOUGH` there is no change.
    """
    if len(values) < 2 * ENOUGH:
        return None
    first, last = _mean(values[:ENOUGH]), _mean(values[-ENOUGH:])
    steps = [_per_cent(*pair) for pair in pairwise(values)]
    error = sqrt(_mean([step * step for step in steps]) / 2)
    percent = _per_cent(first, last)
    if abs(percent) <= max(_TIMES * error, _LEAST_PER_CENT):
        return None
    return Gain(percent, error)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _per_cent(before: float, after: float) -> float:
    return 100 * (after - before) / before


def _typical_error(apart: Sequence[float], mean: float) -> float:
    squares = sum((each - mean) ** 2 for each in apart)
    return sqrt(squares / (len(apart) - 1) / 2)
