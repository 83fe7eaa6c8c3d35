"""What in one slot of a routine cannot work: its exercise, its numbers, and the half it takes."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.routines.routine import LEAST, Block, HalfOf, Hold, Reps, Routine, Slot
from runlift_tui.core.words.faults import Fault, Place, meant
from runlift_tui.core.words.units import clock

MOST_REPS = 200
MOST_HOLD_S = 900
MOST_REST_S = 1800
MOST_RIR = 10
MOST_RAMP = 6
MOST_RAMP_REPS = 50
MOST_ALTERNATIVES = 30

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
    elif seconds > MOST_REST_S:
        yield Fault(where, f"{_clock(seconds)} is over half an hour")


def _unknown(id_: str, exercises: Exercises) -> str:
    if not id_:
        return "an exercise is missing"
    return f'there is no exercise "{id_}"{meant(id_, exercises)}'


def _half_faults(place: SlotPlace, slot: Slot, label: str, exercises: Exercises) -> Iterator[Fault]:
    what = _no_half(place, label, exercises)
    if what:
        yield Fault(place.at("half_of"), what)
    if _is_hold(slot.exercise, exercises):
        told = f"{exercises[slot.exercise].name} is a hold, and half of reps is reps"
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
    if isinstance(heavy.prescription, Hold) or _is_hold(heavy.exercise, exercises):
        return f"{label} is a hold, and only reps can be halved"
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


def _is_hold(id_: str, exercises: Exercises) -> bool:
    return id_ in exercises and exercises[id_].measure is Measure.HOLD


def _count_faults(
    place: SlotPlace, slot: Slot, count: Reps | Hold, exercises: Exercises
) -> Iterator[Fault]:
    held = isinstance(count, Hold)
    key, unit, most = ("hold", "seconds", MOST_HOLD_S) if held else ("reps", "reps", MOST_REPS)
    if slot.exercise in exercises and _is_hold(slot.exercise, exercises) is not held:
        told = "counted in reps, not held" if held else "a hold, not counted in reps"
        yield Fault(place.at(key), f"{exercises[slot.exercise].name} is {told}")
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
    if low > high:
        yield Fault(place.at("rir"), f"{low}-{high} is upside down")
    elif low < 0 or high > MOST_RIR:
        yield Fault(place.at("rir"), f"reps in reserve go from 0 to {MOST_RIR}")


def _ramp_faults(place: SlotPlace, slot: Slot, exercises: Exercises) -> Iterator[Fault]:
    if not slot.ramp:
        return
    if isinstance(slot.prescription, HalfOf):
        yield Fault(place.at("ramp"), "a slot that takes half of another has no ramp")
    elif _is_hold(slot.exercise, exercises):
        yield Fault(place.at("ramp"), "a hold has no ramp")
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
        elif paired and _is_hold(id_, exercises):
            told = f"{exercises[id_].name} is a hold, and the pair is counted in reps"
            yield Fault(where, told)


def _clock(seconds: int) -> str:
    return clock(seconds) if seconds >= 0 else f"{seconds} s"
