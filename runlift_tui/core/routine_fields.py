"""What can be changed in one line of a routine: its values in words, and words back to values."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.exercise import Exercise, Measure
from runlift_tui.core.faults import meant
from runlift_tui.core.routine import Block, HalfOf, Hold, RampSet, Reps, Routine, Slot
from runlift_tui.core.routine_edit import (
    At,
    Exercises,
    accepted,
    block_at,
    relabelled,
    slot_at,
    with_block,
    with_slot,
)
from runlift_tui.core.routines import halved_labels
from runlift_tui.core.sets import Refused
from runlift_tui.core.slot_faults import MOST_REST_S
from runlift_tui.core.spelling import Misspelt, hold_of, range_of, rest_of
from runlift_tui.core.units import clock

EXERCISE, ALTERNATIVES = "exercise", "alternatives"
"""Fields that are chosen from a list, not typed."""
_NONE = ("", "none", "–", "-", "0")
_RAMP = re.compile(
    r"(\d{1,3})(?:\s*(?:x|reps?))?\s*(?:at)?\s*(?:(\d{1,3})\s*%|unloaded)\s*(?:,?\s*rest)?\s*(\S+)?"
)
_HALF = re.compile(r"half(?:\s+of)?\s+(\S+)", re.IGNORECASE)
_RAMP_REST_S = 60
_PRIMING_S, _LEAST_S = 180, 120
"""What a slot gets whose half is taken for the first time: our own rule."""
_YES = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


class FieldLine(NamedTuple):
    """One value of a line, in words."""

    key: str
    name: str
    shown: str
    hint: str
    """What may be typed there."""


def fields(routine: Routine, at: At, exercises: Exercises) -> tuple[FieldLine, ...]:
    """Return what can be changed in a line, in the order in which it is thought of."""
    if at.block is None:
        return (FieldLine("name", "name", routine.name, "its name"),)
    if at.slot is None:
        return _of_block(block_at(routine, at))
    return _of_slot(routine, slot_at(routine, at), exercises)


def _of_block(block: Block) -> tuple[FieldLine, ...]:
    return (
        FieldLine("name", "name", block.name, "its name"),
        FieldLine("rounds", "rounds", f"{block.rounds}", "as planned, 1 to 9"),
        FieldLine("low", "at least", f"{block.low}", "the fewest to choose, 1 to 9"),
        FieldLine("high", "at most", f"{block.high}", "the most to choose, 1 to 9"),
        FieldLine("round_rest", "rest, round", _rest(block.round_rest_s), "1:30 or 90"),
        FieldLine("rest_after", "rest after", _rest(block.rest_after_s), "1:00, to the next block"),
        FieldLine(
            "zero_is_go",
            "zero is go",
            _yes(block.zero_is_go),
            "yes: the next set starts by itself, as in a warm-up",
        ),
    )


def _of_slot(routine: Routine, slot: Slot, exercises: Exercises) -> tuple[FieldLine, ...]:
    exercise = exercises.get(slot.exercise)
    half = isinstance(slot.prescription, HalfOf)
    hold = isinstance(slot.prescription, Hold)
    name = exercise.name if exercise is not None else f"{slot.exercise} is gone"
    found = [
        FieldLine(EXERCISE, "exercise", name, "enter chooses another"),
        FieldLine("label", "label", slot.label, "a letter and a number, as B1"),
        FieldLine("count", "counts", count_text(slot), "5-10, 10-20 s or half of B1"),
    ]
    if not half:
        unit = " s" if hold else ""
        found.append(FieldLine("target", "aim", f"{slot.target}{unit}", "a number within that"))
        found.append(FieldLine("rir", "could do", _rir(slot.rir), "how many more: 2-3, or none"))
        if exercise is None or exercise.takes_load or slot.unloaded:
            hint = "yes: body weight alone"
            found.append(FieldLine("unloaded", "unloaded", _yes(slot.unloaded), hint))
    found.append(FieldLine("rest", "rest", _rest(slot.rest_s), "1:30 or 90, to the next slot"))
    if slot.label in halved_labels(routine):
        found.append(FieldLine("priming", "priming", _rest(slot.priming_s), "rest to the fast set"))
        found.append(FieldLine("least", "at least", _rest(slot.least_s), "below it, go is early"))
    if not half and not hold:
        found.append(
            FieldLine("ramp", "ramp", ramp_text(slot.ramp), "5 unloaded 0:45, 4 at 60% 1:00")
        )
    names = [exercises[id_].name if id_ in exercises else id_ for id_ in slot.alternatives]
    found.append(FieldLine(ALTERNATIVES, "instead", ", ".join(names) or "none", "your own list"))
    return tuple(found)


def count_text(slot: Slot) -> str:
    """Return what a slot counts: "5-10", "10-20 s", "half of B1"."""
    prescription = slot.prescription
    if isinstance(prescription, HalfOf):
        return f"half of {prescription.slot}"
    low, high = prescription.low, prescription.high
    text = f"{low}" if low == high else f"{low}-{high}"
    return f"{text} s" if isinstance(prescription, Hold) else text


def ramp_text(ramp: tuple[RampSet, ...]) -> str:
    """Return lighter sets in a line: "5 unloaded 0:45, 4 at 60% 1:00"."""
    return ", ".join(_ramp_set(each) for each in ramp) or "none"


def _ramp_set(each: RampSet) -> str:
    load = f"at {each.share * 100:.10g}%" if each.share else "unloaded"
    return f"{each.reps} {load} {clock(each.rest_s)}"


def _rest(seconds: int) -> str:
    return clock(seconds) if seconds else "none"


def _rir(rir: tuple[int, int] | None) -> str:
    if rir is None:
        return "not asked"
    low, high = rir
    return f"{low} more" if low == high else f"{low}-{high} more"


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def typed(routine: Routine, at: At, key: str, text: str, exercises: Exercises) -> Routine:
    """Return the routine with a value of a line as it was typed.

    Args:
        routine: Before.
        at: The line.
        key: Of the field.
        text: What was typed.
        exercises: All that there are.

    Raises:
        Refused: it cannot be, and why.
    """
    text = text.strip()
    try:
        if at.block is None:
            after = structs.replace(routine, name=text)
        elif at.slot is None:
            after = with_block(routine, at, _BLOCK[key](block_at(routine, at), text))
        elif key == "label":
            return relabelled(routine, at, text.upper(), exercises)
        elif key == "count":
            after = _counted(routine, at, text, exercises)
        else:
            after = with_slot(routine, at, _SLOT[key](slot_at(routine, at), text))
    except Misspelt as error:
        raise Refused(str(error)) from None
    return accepted(routine, after, exercises)


def nudged(routine: Routine, at: At, key: str, by: int, exercises: Exercises) -> Routine:
    """Return the routine with a value a step less or more.

    Raises:
        Refused: it cannot be, or the field has no steps.
    """
    if key in ("unloaded", "zero_is_go"):
        line = next(each for each in fields(routine, at, exercises) if each.key == key)
        return typed(routine, at, key, "no" if line.shown == "yes" else "yes", exercises)
    if at.slot is not None:
        slot = slot_at(routine, at)
        if key == "target" and not isinstance(slot.prescription, HalfOf):
            wanted = max(slot.prescription.low, min(slot.prescription.high, slot.target + by))
            return typed(routine, at, key, f"{wanted}", exercises)
        if key == "rir":
            return typed(routine, at, key, _rir_step(slot.rir, by), exercises)
        if key in _SLOT_RESTS:
            seconds = _rest_step(getattr(slot, _SLOT_RESTS[key]), by)
            return typed(routine, at, key, f"{seconds}", exercises)
    elif at.block is not None:
        block = block_at(routine, at)
        if key in ("rounds", "low", "high"):
            return typed(routine, at, key, f"{getattr(block, key) + by}", exercises)
        if key in _BLOCK_RESTS:
            seconds = _rest_step(getattr(block, _BLOCK_RESTS[key]), by)
            return typed(routine, at, key, f"{seconds}", exercises)
    raise Refused("enter changes it")


def _rest_step(seconds: int, by: int) -> int:
    """Return a rest up to the next multiple of a step, or down to the one before."""
    step = 5 if seconds + by < 60 else 15
    moved = (seconds // step + 1) * step if by > 0 else (-(-seconds // step) - 1) * step
    return max(0, min(MOST_REST_S, moved))


def _rir_step(rir: tuple[int, int] | None, by: int) -> str:
    if rir is None:
        return "2" if by > 0 else "none"
    low, high = rir
    return "none" if low + by < 0 else f"{low + by}-{high + by}"


def _counted(routine: Routine, at: At, text: str, exercises: Exercises) -> Routine:
    """Return the routine with another prescription in a slot, and all that follows from it."""
    slot = slot_at(routine, at)
    half = _HALF.fullmatch(text)
    if half is not None:
        label = half[1].upper()
        slot = structs.replace(slot, prescription=HalfOf(label), target=0, rir=None, ramp=())
        return _primed(with_slot(routine, at, slot), label)
    exercise = exercises.get(slot.exercise)
    is_hold = exercise is not None and exercise.measure is Measure.HOLD
    bare = text.removesuffix("reps")
    held = bare.endswith("s") or (is_hold and bare == text)
    low, high = hold_of(text) if held else range_of(bare)
    prescription: Reps | Hold = Hold(low, high) if held else Reps(low, high)
    target = max(low, min(high, slot.target or low))
    return with_slot(routine, at, structs.replace(slot, prescription=prescription, target=target))


def _primed(routine: Routine, label: str) -> Routine:
    """Return the routine with a priming rest after a slot that had none."""

    def primed(slot: Slot) -> Slot:
        if slot.label != label or slot.priming_s:
            return slot
        return structs.replace(slot, priming_s=_PRIMING_S, least_s=_LEAST_S)

    blocks = tuple(
        structs.replace(block, slots=tuple(primed(slot) for slot in block.slots))
        for block in routine.blocks
    )
    return structs.replace(routine, blocks=blocks)


def _seconds(text: str) -> int:
    if text.lower() in _NONE:
        return 0
    return rest_of(int(text) if text.isdigit() and text.isascii() and len(text) < 9 else text)


def _whole(text: str) -> int:
    bare = text.removesuffix("s").strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) < 9):
        raise Refused("a whole number stands there")
    return int(bare)


def _truth(text: str) -> bool:
    word = text.lower()
    if word not in _YES:
        raise Refused(f"yes or no{meant(word, _YES)}")
    return _YES[word]


def _ramp_of(text: str) -> tuple[RampSet, ...]:
    if text.lower() in _NONE:
        return ()
    return tuple(_ramp_step(part.strip()) for part in text.split(","))


def _ramp_step(text: str) -> RampSet:
    found = _RAMP.fullmatch(text)
    if found is None:
        raise Refused("a lighter set is written: 5 unloaded 0:45, or 4 at 60% 1:00")
    share = int(found[2]) / 100 if found[2] else 0.0
    rest = _seconds(found[3]) if found[3] else _RAMP_REST_S
    return RampSet(reps=int(found[1]), share=share, rest_s=rest)


def _rir_of(text: str) -> tuple[int, int] | None:
    bare = text.lower().removesuffix("more").strip()
    if bare in ("", "none", "not asked"):
        return None
    return range_of(bare)


_SLOT_RESTS = {"rest": "rest_s", "priming": "priming_s", "least": "least_s"}
_BLOCK_RESTS = {"round_rest": "round_rest_s", "rest_after": "rest_after_s"}
_SLOT: Mapping[str, Callable[[Slot, str], Slot]] = {
    "target": lambda slot, text: structs.replace(slot, target=_whole(text)),
    "rir": lambda slot, text: structs.replace(slot, rir=_rir_of(text)),
    "unloaded": lambda slot, text: structs.replace(slot, unloaded=_truth(text)),
    "rest": lambda slot, text: structs.replace(slot, rest_s=_seconds(text)),
    "priming": lambda slot, text: structs.replace(slot, priming_s=_seconds(text)),
    "least": lambda slot, text: structs.replace(slot, least_s=_seconds(text)),
    "ramp": lambda slot, text: structs.replace(slot, ramp=_ramp_of(text)),
}
_BLOCK: Mapping[str, Callable[[Block, str], Block]] = {
    "name": lambda block, text: structs.replace(block, name=text),
    "rounds": lambda block, text: structs.replace(block, rounds=_whole(text)),
    "low": lambda block, text: structs.replace(block, low=_whole(text)),
    "high": lambda block, text: structs.replace(block, high=_whole(text)),
    "round_rest": lambda block, text: structs.replace(block, round_rest_s=_seconds(text)),
    "rest_after": lambda block, text: structs.replace(block, rest_after_s=_seconds(text)),
    "zero_is_go": lambda block, text: structs.replace(block, zero_is_go=_truth(text)),
}


def with_alternatives(
    routine: Routine, at: At, alternatives: tuple[str, ...], exercises: Exercises
) -> Routine:
    """Return the routine with another list of what may stand in a slot instead, in order.

    Raises:
        Refused: one of them cannot stand there.
    """
    slot = structs.replace(slot_at(routine, at), alternatives=alternatives)
    return accepted(routine, with_slot(routine, at, slot), exercises)


def fitting(routine: Routine, at: At, exercises: Exercises) -> tuple[Exercise, ...]:
    """Return the exercises that can stand in a slot: only those in reps where a half is taken."""
    slot = slot_at(routine, at)
    half = isinstance(slot.prescription, HalfOf) or slot.label in halved_labels(routine)
    return tuple(each for each in exercises.values() if not (half and each.measure is Measure.HOLD))
