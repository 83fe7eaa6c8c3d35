"""Everything in a routine that cannot work, in words: what has none can be walked to its end."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Exercise, Measure, counting
from runlift_tui.core.routines.routine import (
    LEAST,
    Block,
    Counted,
    HalfOf,
    Hold,
    Metres,
    Routine,
    Slot,
    measured,
)
from runlift_tui.core.words.faults import Fault, Place, text_faults
from runlift_tui.core.words.nearest import meant
from runlift_tui.core.words.possible import (
    EXERCISE_NAME,
    MOST_ALTERNATIVES,
    MOST_ASKED_M,
    MOST_ASKED_REPS,
    MOST_ASKED_REST_S,
    MOST_ASKED_S,
    MOST_BLOCKS,
    MOST_LEFT_OVER,
    MOST_RAMP,
    MOST_RAMP_REPS,
    MOST_ROUNDS,
    MOST_SLOTS,
    ROUTINE_NAME,
)
from runlift_tui.core.words.units import clock

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
    yield from text_faults(("id",), routine.id, EXERCISE_NAME)
    yield from text_faults(("name",), routine.name, ROUTINE_NAME)
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
    yield from text_faults((*where, "id"), block.id, EXERCISE_NAME)
    yield from text_faults((*where, "name"), block.name, ROUTINE_NAME)
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


Exercises = Mapping[str, Exercise]


class SlotPlace(NamedTuple):
    """Where a slot stands."""

    where: Place
    routine: Routine
    block: Block
    number: int
    """From 0, in its block."""

    def at(self, *keys: str | int) -> Place:
        """Return the place of something inside the slot."""
        return (*self.where, *keys)

    def halved(self, label: str) -> bool:
        """Whether another slot takes half of the one with this label."""
        half = HalfOf(label)
        return any(slot.prescription == half for _, slot in self.routine.slots())


def slot_faults(place: SlotPlace, slot: Slot, exercises: Exercises) -> Iterator[Fault]:
    """Yield what in a slot cannot work, but for its label."""
    if slot.exercise not in exercises:
        yield Fault(place.at("exercise"), _unknown(slot.exercise, exercises))
    prescription = slot.prescription
    if isinstance(prescription, HalfOf):
        yield from _half_faults(place, slot, prescription.slot, exercises)
    else:
        yield from _count_faults(place, slot, prescription, exercises)
    yield from _rir_faults(place, slot)
    yield from rest_faults(place.at("rest"), slot.rest_s)
    yield from rest_faults(place.at("priming_rest"), slot.priming_s)
    yield from rest_faults(place.at("least_rest"), slot.least_s)
    if slot.least_s > slot.priming_s:
        told = f"{_clock(slot.least_s)} is more than the priming rest, {_clock(slot.priming_s)}"
        yield Fault(place.at("least_rest"), told)
    yield from _ramp_faults(place, slot, exercises)
    yield from _alternative_faults(place, slot, exercises)


def rest_faults(where: Place, seconds: int) -> Iterator[Fault]:
    """Yield what is wrong with a rest."""
    if seconds < 0:
        yield Fault(where, "a rest cannot be negative")
    elif seconds > MOST_ASKED_REST_S:
        yield Fault(where, f"{_clock(seconds)} is over half an hour")


def _unknown(id_: str, exercises: Exercises) -> str:
    if not id_:
        return "an exercise is missing"
    return f'there is no exercise "{id_}"{meant(id_, exercises)}'


def _half_faults(place: SlotPlace, slot: Slot, label: str, exercises: Exercises) -> Iterator[Fault]:
    what = _no_half(place, label, exercises)
    if what:
        yield Fault(place.at("half_of"), what)
    if _is_not_in_reps(slot.exercise, exercises):
        found = exercises[slot.exercise]
        told = f"{found.name} is {counting(found)}, and half of reps is reps"
        yield Fault(place.at("exercise"), told)
    if slot.target:
        yield Fault(place.at("target"), "the target of a half is the half")


def _no_half(place: SlotPlace, label: str, exercises: Exercises) -> str:
    """Return why there can be no half of the slot with this label, or nothing."""
    own = place.block.slots[place.number].label
    if label == own:
        return f"{label} cannot be half of itself"
    earlier = {slot.label: slot for slot in place.block.slots[: place.number]}
    if label not in earlier:
        return _not_before(place, label)
    heavy = earlier[label]
    if isinstance(heavy.prescription, HalfOf):
        return f"{label} is itself half of {heavy.prescription.slot}"
    if isinstance(heavy.prescription, Hold):
        return f"{label} is a hold, and only reps can be halved"
    if isinstance(heavy.prescription, Metres):
        return f"{label} is counted in metres, and only reps can be halved"
    if _is_not_in_reps(heavy.exercise, exercises):
        return f"{label} is {counting(exercises[heavy.exercise])}, and only reps can be halved"
    if heavy.prescription.high < 2 * LEAST:
        return f"half of {label} is always under {LEAST} reps, so it would never be done"
    return ""


def _not_before(place: SlotPlace, label: str) -> str:
    if any(slot.label == label for slot in place.block.slots):
        return f"{label} comes later in the round"
    labels = [slot.label for _, slot in place.routine.slots()]
    if label in labels:
        return f"{label} stands in another block"
    return f'there is no slot "{label}"{meant(label, labels)}'


def _is_not_in_reps(id_: str, exercises: Exercises) -> bool:
    return id_ in exercises and not exercises[id_].in_reps


_COUNTS = {
    Measure.REPS: ("reps", "reps", MOST_ASKED_REPS, "counted in reps"),
    Measure.HOLD: ("hold", "seconds", MOST_ASKED_S, "held"),
    Measure.METRES: ("metres", "metres", MOST_ASKED_M, "counted in metres"),
}
"""The key of a count in a file, what it is of, how many there can be, and how it is told."""


def _count_faults(
    place: SlotPlace, slot: Slot, count: Counted, exercises: Exercises
) -> Iterator[Fault]:
    measure = measured(count)
    key, unit, most, told = _COUNTS[measure]
    found = exercises.get(slot.exercise)
    if found is not None and found.measure is not measure:
        yield Fault(place.at(key), f"{found.name} is {counting(found)}, not {told}")
    low, high = count.low, count.high
    if low > high:
        yield Fault(place.at(key), f"{low}-{high} is upside down")
    elif low < 1 or high > most:
        yield Fault(place.at(key), f"{unit} go from 1 to {most}")
    elif not low <= slot.target <= high:
        yield Fault(place.at("target"), f"{slot.target} is not within {low}-{high} {unit}")


def _rir_faults(place: SlotPlace, slot: Slot) -> Iterator[Fault]:
    if slot.rir is None:
        return
    low, high = slot.rir
    if isinstance(slot.prescription, Metres):
        yield Fault(place.at("rir"), "of metres no reps are left: none")
    elif low > high:
        yield Fault(place.at("rir"), f"{low}-{high} is upside down")
    elif low < 0 or high > MOST_LEFT_OVER:
        yield Fault(place.at("rir"), f"reps in reserve go from 0 to {MOST_LEFT_OVER}")


def _ramp_faults(place: SlotPlace, slot: Slot, exercises: Exercises) -> Iterator[Fault]:
    if not slot.ramp:
        return
    if isinstance(slot.prescription, HalfOf):
        yield Fault(place.at("ramp"), "a slot that takes half of another has no ramp")
    elif _is_not_in_reps(slot.exercise, exercises):
        is_hold = exercises[slot.exercise].measure is Measure.HOLD
        told = "a hold has no ramp" if is_hold else "what is counted in metres has no ramp"
        yield Fault(place.at("ramp"), told)
    if len(slot.ramp) > MOST_RAMP:
        yield Fault(place.at("ramp"), f"a ramp has at most {MOST_RAMP} sets")
    for number, step in enumerate(slot.ramp):
        if not 1 <= step.reps <= MOST_RAMP_REPS:
            told = f"reps of a ramp go from 1 to {MOST_RAMP_REPS}"
            yield Fault(place.at("ramp", number, "reps"), told)
        if not 0 <= step.share <= 1:
            told = "it is a part of the working load, from 0 to 1"
            yield Fault(place.at("ramp", number, "share"), told)
        yield from rest_faults(place.at("ramp", number, "rest"), step.rest_s)
    for number, (before, after) in enumerate(pairwise(slot.ramp), 1):
        if after.share <= before.share:
            told = f"{after.share:g} is not more than the {before.share:g} before it"
            yield Fault(place.at("ramp", number, "share"), told)


def _alternative_faults(place: SlotPlace, slot: Slot, exercises: Exercises) -> Iterator[Fault]:
    paired = isinstance(slot.prescription, HalfOf) or place.halved(slot.label)
    if len(slot.alternatives) > MOST_ALTERNATIVES:
        yield Fault(place.at("alternatives"), f"{MOST_ALTERNATIVES} are the most")
    for number, id_ in enumerate(slot.alternatives):
        where = place.at("alternatives", number)
        if id_ not in exercises:
            yield Fault(where, _unknown(id_, exercises))
        elif id_ in slot.alternatives[:number]:
            yield Fault(where, f"{id_} is listed twice")
        elif paired and _is_not_in_reps(id_, exercises):
            found = exercises[id_]
            told = f"{found.name} is {counting(found)}, and the pair is counted in reps"
            yield Fault(where, told)


def _clock(seconds: int) -> str:
    return clock(seconds) if seconds >= 0 else f"{seconds} s"
