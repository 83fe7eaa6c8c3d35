"""Landings of a session: of its jumps, and of the easy pogos that get the ankles ready for them."""

from collections.abc import Iterable

POGOS = 10
"""Before the first fast set that jumps: two times five, both feet together, one landing each."""


LOOK_BACK_DAYS = 28
LOOK_BACK = "4 weeks"
"""So far back landings are compared, in days and in words."""


def landings_of(sets: Iterable[tuple[int, bool]]) -> int:
    """Return the landings of a session, with its pogos where it had fast sets that jump.

    Args:
        sets: The landings of each set, and whether it is half of a heavy one.
    """
    found = list(sets)
    hopped = any(landings and fast for landings, fast in found)
    return sum(landings for landings, _ in found) + POGOS * hopped
