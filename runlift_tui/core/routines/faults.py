"""Everything in a routine that cannot work, in words: what has none can be walked to its end."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.routine import Block, Routine
from runlift_tui.core.routines.slot_faults import SlotPlace, rest_faults, slot_faults
from runlift_tui.core.words.faults import Fault, Place, text_faults

MOST_ROUNDS = 9
MOST_BLOCKS = 12
MOST_SLOTS = 20
"""In one block."""
NAME_LENGTH = 60
ID_LENGTH = 80
_LABEL = re.compile(r"[A-Z][1-9][0-9]?")


def faults(routine: Routine, exercises: Mapping[str, Exercise]) -> tuple[Fault, ...]:
    """Return everything in a routine that cannot work, in the order in which it stands there.

    Args:
        routine: As it would be kept.
        exercises: All that there are by id, archived ones among them: a routine keeps those.

    Returns:
        Faults whose places are named by the keys of the text form.
    """
    return tuple(_faults(routine, exercises))


def faults_in_itself(routine: Routine) -> tuple[Fault, ...]:
    """Return everything in a routine that cannot work whatever exercises there are."""
    return tuple(each for each in _faults(routine, {}) if not _asks_for_exercises(each.where))


def _asks_for_exercises(where: Place) -> bool:
    return where[-1] == "exercise" or "alternatives" in where


def _faults(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Fault]:
    yield from text_faults(("id",), routine.id, ID_LENGTH)
    yield from text_faults(("name",), routine.name, NAME_LENGTH)
    if not routine.blocks:
        yield Fault(("blocks",), "a routine needs at least one block")
    if len(routine.blocks) > MOST_BLOCKS:
        yield Fault(("blocks",), f"a routine has at most {MOST_BLOCKS} blocks")
    ids = Counter(block.id for block in routine.blocks)
    labels = Counter(slot.label for _, slot in routine.slots())
    for number, block in enumerate(routine.blocks):
        where: Place = ("blocks", number)
        yield from _block_faults(where, block, ids)
        for place, slot in enumerate(block.slots):
            at = SlotPlace((*where, "slots", place), routine, block, place)
            yield from _label_faults((*at.where, "label"), slot.label, labels)
            yield from slot_faults(at, slot, exercises)


def _block_faults(where: Place, block: Block, ids: Counter[str]) -> Iterator[Fault]:
    yield from text_faults((*where, "id"), block.id, ID_LENGTH)
    yield from text_faults((*where, "name"), block.name, NAME_LENGTH)
    if ids[block.id] > 1:
        yield Fault((*where, "id"), f'another block is called "{block.id}" too')
    yield from _rounds_faults(where, block)
    yield from rest_faults((*where, "round_rest"), block.round_rest_s)
    yield from rest_faults((*where, "rest_after"), block.rest_after_s)
    if not block.slots:
        yield Fault((*where, "slots"), "a block needs at least one slot")
    if len(block.slots) > MOST_SLOTS:
        yield Fault((*where, "slots"), f"a block has at most {MOST_SLOTS} slots")


def _rounds_faults(where: Place, block: Block) -> Iterator[Fault]:
    asked = {"rounds": block.rounds, "from": block.low, "to": block.high}
    wrong = [key for key, rounds in asked.items() if not 1 <= rounds <= MOST_ROUNDS]
    for key in wrong:
        yield Fault((*where, key), f"rounds go from 1 to {MOST_ROUNDS}, not {asked[key]}")
    if wrong:
        return
    if block.low > block.high:
        told = f"the fewest rounds, {block.low}, are more than the most, {block.high}"
        yield Fault((*where, "from"), told)
    elif not block.low <= block.rounds <= block.high:
        told = f"{block.rounds} rounds are not between {block.low} and {block.high}"
        yield Fault((*where, "rounds"), told)


def _label_faults(where: Place, label: str, labels: Counter[str]) -> Iterator[Fault]:
    if not label:
        yield Fault(where, "a slot needs a label, as A1")
    elif not _LABEL.fullmatch(label):
        yield Fault(where, f'"{label}" is no label: a capital letter and a number, as A1')
    elif labels[label] > 1:
        yield Fault(where, f"{label} is used {labels[label]} times")
