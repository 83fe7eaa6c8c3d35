"""Session load after Foster: how hard it felt, 0 to 10, times the minutes that it took.

The sums are shown; no threshold is, and no score of injury: none of them holds.
"""

from collections.abc import Sequence
from math import sqrt

WEEK_DAYS = 7


def session_load(effort: int | None, minutes: float) -> float | None:
    """Return the load of a session in arbitrary units.

    None where no effort was said, or where its minutes are not known.
    """
    return None if effort is None or not minutes else effort * minutes


def monotony(days: Sequence[float]) -> float | None:
    """Return the mean daily load over its SD, of the days of a week, those without one included.

    The SD is the population's. None where every day is the same: there is none.

    Raises:
        ValueError: it is not a week.
    """
    if len(days) != WEEK_DAYS:
        raise ValueError(f"a week has {WEEK_DAYS} days, not {len(days)}")
    mean = sum(days) / WEEK_DAYS
    spread = sqrt(sum((day - mean) ** 2 for day in days) / WEEK_DAYS)
    return None if spread <= 1e-9 * max(1.0, mean) else mean / spread


def strain(days: Sequence[float]) -> float | None:
    """Return a week's load times its monotony; None where it has none."""
    found = monotony(days)
    return None if found is None else sum(days) * found
