"""What no run can be: faster than anybody has run it, or slower than walking."""

from bisect import bisect_left
from math import exp, log

BEST: tuple[tuple[float, float], ...] = (
    (100.0, 9.5),
    (200.0, 19.0),
    (400.0, 43.0),
    (800.0, 100.0),
    (1500.0, 205.0),
    (3000.0, 435.0),
    (5000.0, 755.0),
    (10_000.0, 1570.0),
    (21_097.5, 3395.0),
    (42_195.0, 7200.0),
    (100_000.0, 21_900.0),
)
"""Metres, and seconds a little under the best that anybody has run over them."""

WALKING_S_PER_KM = 1200
"""Slower than 20 minutes a kilometre is a slow walk."""


def best_possible(metres: float) -> float:
    """Return the seconds under which nobody has come; between distances as a power of them."""
    least, most = BEST[0], BEST[-1]
    if metres <= least[0] or metres >= most[0]:
        at, seconds = least if metres <= least[0] else most
        return seconds * metres / at
    place = bisect_left(BEST, (metres, 0.0))
    (short, fast), (far, slow) = BEST[place - 1], BEST[place]
    share = log(metres / short) / log(far / short)
    return exp(log(fast) + share * log(slow / fast))


def is_too_fast(metres: float, seconds: float) -> bool:
    """Whether nobody has run so far in so little time."""
    return seconds < best_possible(metres)


def is_too_slow(metres: float, seconds: float) -> bool:
    """Whether a walk would have been faster."""
    return seconds > WALKING_S_PER_KM * metres / 1000
