"""What a set would come to at one repetition: a range, never one number, wider for more reps.

Epley, w * (1 + r / 30), and Brzycki, w * 36 / (37 - r), with r the reps done plus the reps that
the athlete said were left. People are off by about one of those (Halperin 2022 Sports Med
52:377-390), so the range goes from r - 1 to r + 1; the formulas' own error is put at half a per
cent a rep, our own rule. It is for the external load alone, for which no formula was tested in a
movement on one leg: a trend of one exercise, never a comparison of two.
"""

from functools import lru_cache
from math import inf
from typing import NamedTuple

from runlift_tui.core.sets.last import LastSet

TRUSTED_REPS, MOST_REPS = 10, 12
"""Up to the first the formulas err by some per cent; above the second nothing is said."""
OPEN_RIR = 5
"""So many reps in reserve, or more, are "5+": people guess them too badly to count them."""
_POLE = 37
_OFF_REPS, _OFF_A_REP = 1, 0.005
"""By how many reps a reserve may be wrong, and the formulas' error as a share, a rep."""


class Estimate(NamedTuple):
    """A one-repetition load, kilograms of external load."""

    low: float
    high: float
    reps: int
    """Reps done and left together, of the weaker leg."""

    @property
    def loose(self) -> bool:
        """Whether it rests on more reps than the formulas are good for."""
        return self.reps > TRUSTED_REPS


def epley(load: float, reps: int) -> float:
    """Return Epley's estimate, in the unit of the load; one rep is the load itself.

    Raises:
        ValueError: there is no rep.
    """
    if reps < 1:
        raise ValueError("a one-repetition load needs at least one rep")
    return load if reps == 1 else load * (1 + reps / 30)


def brzycki(load: float, reps: int) -> float:
    """Return Brzycki's estimate, in the unit of the load.

    Raises:
        ValueError: there is no rep, or so many that the formula has no value.
    """
    if not 1 <= reps < _POLE:
        raise ValueError(f"a one-repetition load needs 1 to {_POLE - 1} reps")
    return load if reps == 1 else load * 36 / (_POLE - reps)


@lru_cache(maxsize=4096)  # an athlete does the same few sets for years
def estimate(load_kg: float | None, reps: int | None, rir: int | None) -> Estimate | None:
    """Return the range that a set comes to; None where it says too little, or too much.

    Args:
        load_kg: External load.
        reps: Of the weaker leg.
        rir: As the athlete typed it; without it nothing is known.
    """
    if load_kg is None or reps is None or rir is None:
        return None
    if not 0 < load_kg < inf or reps < 1 or not 0 <= rir < OPEN_RIR or reps + rir > MOST_REPS:
        return None
    total = reps + rir
    fewer, more, off = max(1, total - _OFF_REPS), total + _OFF_REPS, _OFF_A_REP * total
    low = min(brzycki(load_kg, fewer), epley(load_kg, fewer)) * (1 - off)
    high = max(brzycki(load_kg, more), epley(load_kg, more)) * (1 + off)
    return Estimate(max(load_kg, low), high, total)  # one rep at least was done with it


def weaker(done: LastSet) -> int | None:
    """Return the reps of the weaker leg, or of both together; None where none were counted."""
    if done.left is not None and done.right is not None and done.reps is None:
        return min(done.left, done.right)
    said = (done.left, done.right, done.reps)
    return min((reps for reps in said if reps is not None), default=None)


def estimate_of(done: LastSet) -> Estimate | None:
    """Return the range that a set comes to, only up to `TRUSTED_REPS`; None beyond."""
    found = estimate(done.load_kg, weaker(done), done.rir)
    return None if found is None or found.loose else found


def why_none(done: LastSet) -> str:
    """Return why a set of reps with a load has no estimate, in a few words; empty where it has."""
    if estimate_of(done) is not None or not done.load_kg or not weaker(done):
        return ""
    if done.rir is None:
        return "left unsaid"
    total = (weaker(done) or 0) + done.rir
    return f"above {TRUSTED_REPS} reps" if total > TRUSTED_REPS else f"with {OPEN_RIR}+ left"
