"""Fit a session to the minutes that there are."""

from collections.abc import Iterator

from msgspec import structs

from runlift_tui.core.commands import Started
from runlift_tui.core.estimate import seconds_left
from runlift_tui.core.fold import begin
from runlift_tui.core.levels import MAIN, WARM_UP
from runlift_tui.core.routine import Routine

_DROPS: tuple[tuple[str, ...], ...] = ((), ("B4",), ("B4", "B3"))
LONG_MINUTES = 75
"""Above this a session is called long before it starts."""


def minutes_of(start: Started) -> int:
    """Return the estimated length of a session, in whole minutes."""
    return round(seconds_left(begin(start, 0)) / 60)


def fitted(start: Started, minutes: int) -> Started:
    """Return the session that fits into the minutes, or the smallest one when none does.

    Rounds go first, then B4, then B3; never the priming rest, never the last warm-up round.
    """
    best = start
    for routine in _smaller(start.routine):
        best = structs.replace(start, routine=routine)
        if minutes_of(best) <= minutes:
            return best
    return best


def _smaller(routine: Routine) -> Iterator[Routine]:
    """Yield the routine and ever smaller ones."""
    rounds = {block.id: block.rounds for block in routine.blocks}
    main, warm_up = rounds.get(MAIN, 0), rounds.get(WARM_UP, 0)
    for drop in _DROPS:
        least = min(main, 1 if drop == _DROPS[-1] else 2)
        less = without(routine, drop)
        for count in range(main, least - 1, -1):
            yield with_rounds(less, {MAIN: count})
        for count in range(warm_up - 1, 0, -1):
            yield with_rounds(less, {MAIN: least, WARM_UP: count})


def with_rounds(routine: Routine, rounds: dict[str, int]) -> Routine:
    """Return the routine with other rounds in these blocks, by block id."""
    blocks = tuple(
        structs.replace(block, rounds=rounds.get(block.id, block.rounds))
        for block in routine.blocks
    )
    return structs.replace(routine, blocks=blocks)


def without(routine: Routine, labels: tuple[str, ...]) -> Routine:
    """Return the routine without these slots; a block keeps at least one."""
    blocks = []
    for block in routine.blocks:
        kept = tuple(slot for slot in block.slots if slot.label not in labels)
        blocks.append(structs.replace(block, slots=kept or block.slots))
    return structs.replace(routine, blocks=tuple(blocks))
