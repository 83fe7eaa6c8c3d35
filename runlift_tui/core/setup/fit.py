"""Fit a session to the minutes that there are."""

from collections.abc import Iterator

from msgspec import structs

from runlift_tui.core.routines.routine import HalfOf, Routine
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.fold import begin
from runlift_tui.core.session.length import seconds_left, whole_minutes
from runlift_tui.core.session.told import shape

LONG_MINUTES = 75
"""Above this a session is called long before it starts."""


def minutes_of(start: Started) -> int:
    """Return the estimated length of a session, in whole minutes."""
    return whole_minutes(seconds_left(begin(start, 0)))


def in_brief(start: Started) -> str:
    """Return a session in a line: "39 min: 2 rounds, B1 6 each leg, could do 2 more"."""
    return f"{minutes_of(start)} min: {shape(start)}"


def fitted(start: Started, minutes: int) -> Started:
    """Return the session that fits into the minutes, or the smallest one when none does.

    Rounds go first, then the slots after the heavy set and its fast one, the last one first;
    never the priming rest, never the last round of a warm-up.
    """
    best = start
    for routine in _smaller(start.routine):
        best = structs.replace(start, routine=routine)
        if minutes_of(best) <= minutes:
            return best
    return best


def without_words(whole: Routine, fitted: Routine) -> str:
    """Return which slots fitting left out: "without B3 and B4"; empty for none.

    Args:
        whole: The routine before it was fitted.
        fitted: The same after it.
    """
    labels = {slot.label for _, slot in fitted.slots()}
    gone = [slot.label for _, slot in whole.slots() if slot.label not in labels]
    return f"without {' and '.join(gone)}" if gone else ""


def _smaller(routine: Routine) -> Iterator[Routine]:
    """Yield the routine and ever smaller ones."""
    main = {block.id: block.rounds for block in routine.blocks if not block.zero_is_go}
    warm_up = {block.id: block.rounds for block in routine.blocks if block.zero_is_go}
    drops = list(_drops(routine))
    for drop in drops:
        least = 1 if drop == drops[-1] else 2
        less = without(routine, drop)
        most = max(main.values(), default=1)
        for count in range(most, min(most, least) - 1, -1):
            yield with_rounds(less, {id_: min(n, count) for id_, n in main.items()})
        fewest = {id_: min(n, least) for id_, n in main.items()}
        for count in range(max(warm_up.values(), default=1) - 1, 0, -1):
            rounds = {id_: min(n, count) for id_, n in warm_up.items()}
            yield with_rounds(less, fewest | rounds)


def _drops(routine: Routine) -> Iterator[tuple[str, ...]]:
    """Yield which slots are left out: none, the last one, the last two..."""
    prescriptions = (slot.prescription for _, slot in routine.slots())
    paired = {each.slot for each in prescriptions if isinstance(each, HalfOf)}
    main = [slot for block, slot in routine.slots() if not block.zero_is_go]
    spare = [
        slot.label
        for slot in main[1:]
        if slot.label not in paired and not isinstance(slot.prescription, HalfOf)
    ]
    for number in range(len(spare) + 1):
        yield tuple(reversed(spare))[:number]


def with_rounds(routine: Routine, rounds: dict[str, int]) -> Routine:
    """Return the routine with other rounds in these blocks, by block id."""
    return routine.with_blocks(
        lambda block: structs.replace(block, rounds=rounds.get(block.id, block.rounds))
    )


def without(routine: Routine, labels: tuple[str, ...]) -> Routine:
    """Return the routine without these slots, and without a block that has none left."""
    blocks = []
    for block in routine.blocks:
        kept = tuple(slot for slot in block.slots if slot.label not in labels)
        if kept:
            blocks.append(structs.replace(block, slots=kept))
    return structs.replace(routine, blocks=tuple(blocks) or routine.blocks)
