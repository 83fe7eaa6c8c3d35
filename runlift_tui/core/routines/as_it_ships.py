"""What of a routine stands as it ships: level, path and plan have a say in that, and in no more.

A copy over one that ships is the athlete's own only in what they wrote otherwise: a slot that they
put in changes no rounds, and none of B1's numbers. Rounds, a range or a reserve that they set stay
theirs. What has a name of its own is theirs as a whole.
"""

from functools import cache

from msgspec import Struct

from runlift_tui.core.routines.levels import ALL_SLOTS, FIRST_DAY, Level
from runlift_tui.core.routines.routine import Routine, Slot
from runlift_tui.core.routines.shipped import SHIPPED, shipped

_Numbers = tuple[object, ...]


class AsItShips(Struct, frozen=True, kw_only=True):
    """What of a routine stands as it ships."""

    slots: frozenset[str] = frozenset()
    """Labels of the slots with the count and the reserve that ship, whatever is done in them."""
    blocks: frozenset[str] = frozenset()
    """Ids of the blocks with the rounds that ship."""


def as_it_ships(routine: Routine, level: Level) -> AsItShips:
    """Return what of a routine stands as it ships; nothing in one with a name of its own.

    Args:
        routine: As it is written, before any week had a say in it.
        level: Of the session; a copy of another level's numbers has its own.
    """
    if routine.id not in SHIPPED:
        return AsItShips()
    slots, blocks = _numbers(routine.id, level)
    return AsItShips(
        slots=frozenset(slot.label for _, slot in routine.slots() if _of(slot) in slots),
        blocks=frozenset(b.id for b in routine.blocks if (b.id, b.rounds) in blocks),
    )


@cache
def _numbers(id_: str, level: Level) -> tuple[frozenset[_Numbers], frozenset[_Numbers]]:
    """Return the numbers of slots and blocks that ship, at any stage of the beginner's path."""
    found = [shipped(id_, level, stage) for stage in range(FIRST_DAY, ALL_SLOTS + 1)]
    slots = {_of(slot) for each in found for _, slot in each.slots()}
    return frozenset(slots), frozenset((b.id, b.rounds) for each in found for b in each.blocks)


def _of(slot: Slot) -> _Numbers:
    return slot.label, slot.prescription, slot.rir
