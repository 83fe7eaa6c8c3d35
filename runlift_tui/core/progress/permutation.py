"""How often chance alone would part two groups of values as far as they are: exactly, not drawn."""

from collections.abc import Sequence
from math import comb

MOST = 20
"""Values of a group that are looked at: more would cost time and change little."""
_BITS = 64
"""Room for one count of ways: there are 1.4e11 of drawing 20 from 40."""


def p_value(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the share of all ways to part the values that part the means as far or further.

    Fisher's permutation test of two means, two-sided. It asks for no shape of the values, only
    that without an effect any of them could have stood in either group.

    Args:
        one: Whole numbers, at most `MOST`; one at least.
        other: Likewise.

    Returns:
        0 to 1; small where chance seldom does that.
    """
    values = [*one, *other]
    least, drawn, count = min(values), len(one), len(values)
    raised = [value - least for value in values]
    whole = sum(raised)

    def apart(total: int) -> int:
        return abs(count * total - drawn * whole)

    seen = apart(sum(one) - least * drawn)
    ways = _ways(raised, drawn)
    far = sum(found for total, found in enumerate(ways) if apart(total) >= seen)
    return far / comb(count, drawn)


def _ways(values: Sequence[int], drawn: int) -> list[int]:
    """Return in how many ways so many of some values come to each sum, from 0 on.

    The counts of one size stand side by side in a single integer, so that a shift adds a value to
    all of them at once.
    """
    packed = [1] + [0] * drawn
    for value in values:
        for size in range(drawn, 0, -1):
            packed[size] += packed[size - 1] << (_BITS * value)
    sums = sum(values) + 1
    mask = (1 << _BITS) - 1
    return [packed[drawn] >> (_BITS * total) & mask for total in range(sums)]
