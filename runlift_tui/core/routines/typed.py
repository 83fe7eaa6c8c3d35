"""Values of a routine as they are typed, nudged or chosen: words back to values."""

import re
from collections.abc import Callable, Mapping

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.exercises.likeness import offered
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.edit import (
    At,
    Exercises,
    accepted,
    block_at,
    relabelled,
    slot_at,
    with_block,
    with_slot,
)
from runlift_tui.core.routines.fields import BY_DEFAULT, TURNED, fields
from runlift_tui.core.routines.reserve import guided
from runlift_tui.core.routines.resolve import halved_labels
from runlift_tui.core.routines.routine import Block, HalfOf, RampSet, Routine, Slot, prescribed
from runlift_tui.core.routines.spelling import hold_of, metres_of, rest_of
from runlift_tui.core.words.decimals import with_digits
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.nearest import meant
from runlift_tui.core.words.possible import MOST_ASKED_REST_S
from runlift_tui.core.words.spelling import Misspelt, range_of

_NONE = ("", "none", "–", "-", "0")
_RAMP = re.compile(
    r"(\d{1,3})(?:\s*(?:x|reps?))?\s*(?:at)?\s*"
    r"(?:(\d{1,3})\s*%|unloaded|without weight)\s*(?:,?\s*rest)?\s*(\S+)?"
)
_HALF = re.compile(r"half(?:\s+of)?\s+(\S+)", re.IGNORECASE)
_RAMP_REST_S = 60
_PRIMING_S, _LEAST_S = 180, 120
"""What a slot gets whose half is taken for the first time: our own rule."""
_YES = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


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
    text, said = with_digits(text).strip(), text.strip()
    try:
        if at.block is None:
            after = structs.replace(routine, name=said)
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
    if key in TURNED:
        line = next(each for each in fields(routine, at, exercises) if each.key == key)
        return typed(routine, at, key, "no" if line.shown == "yes" else "yes", exercises)
    if at.slot is not None:
        slot = slot_at(routine, at)
        if key == "target" and not isinstance(slot.prescription, HalfOf):
            wanted = max(slot.prescription.low, min(slot.prescription.high, slot.target + by))
            return typed(routine, at, key, f"{wanted}", exercises)
        if key == "rir":
            exercise = exercises.get(slot.exercise)
            now = slot.rir if exercise is None else guided(slot, exercise)
            return typed(routine, at, key, _rir_step(now, by), exercises)
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
    raise Refused(named("{editor.enter} changes it"))


def _rest_step(seconds: int, by: int) -> int:
    """Return a rest up to the next multiple of a step, or down to the one before."""
    step = 5 if seconds + by < 60 else 15
    moved = (seconds // step + 1) * step if by > 0 else (-(-seconds // step) - 1) * step
    return max(0, min(MOST_ASKED_REST_S, moved))


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
    measure = _measure_typed(text, Measure.REPS if exercise is None else exercise.measure)
    low, high = _RANGES[measure](text)
    prescription = prescribed(measure, low, high)
    target = max(low, min(high, slot.target or low))
    return with_slot(routine, at, structs.replace(slot, prescription=prescription, target=target))


def _measure_typed(text: str, own: Measure) -> Measure:
    """Return what typed numbers count: as the text says, else as the exercise is counted."""
    if text.endswith("reps"):
        return Measure.REPS
    if text.endswith(("m", "metres")):
        return Measure.METRES
    return Measure.HOLD if text.endswith(("s", "sec", "min")) or ":" in text else own


_RANGES: Mapping[Measure, Callable[[str], tuple[int, int]]] = {
    Measure.REPS: lambda text: range_of(text.removesuffix("reps")),
    Measure.HOLD: hold_of,
    Measure.METRES: metres_of,
}


def _primed(routine: Routine, label: str) -> Routine:
    """Return the routine with a priming rest after a slot that had none."""

    def primed(slot: Slot) -> Slot:
        if slot.label != label or slot.priming_s:
            return slot
        return structs.replace(slot, priming_s=_PRIMING_S, least_s=_LEAST_S)

    return routine.with_slots(primed)


def _seconds(text: str) -> int:
    if text.lower() in _NONE:
        return 0
    return rest_of(int(text) if text.isdigit() and text.isascii() and len(text) < 9 else text)


def _whole(text: str) -> int:
    bare = text.removesuffix("s").removesuffix("m").strip()
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
        raise Refused("a lighter set is written: 5 without weight 0:45, or 4 at 60% 1:00")
    share = int(found[2]) / 100 if found[2] else 0.0
    rest = _seconds(found[3]) if found[3] else _RAMP_REST_S
    return RampSet(reps=int(found[1]), share=share, rest_s=rest)


def _rir_of(text: str) -> tuple[int, int] | None:
    if text.endswith(BY_DEFAULT):
        return None
    bare = text.lower().removesuffix("more").strip()
    if bare in ("", "none"):
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


def likest(
    routine: Routine, at: At, offers: Exercises, exercises: Exercises
) -> tuple[Exercise, ...]:
    """Return what can stand in a slot: its own list first, then the likest.

    Args:
        routine: The slot's.
        at: The slot.
        offers: What may be offered.
        exercises: All that there are, archived ones among them.
    """
    slot = slot_at(routine, at)
    half = isinstance(slot.prescription, HalfOf) or slot.label in halved_labels(routine)
    now = exercises.get(slot.exercise)
    if now is not None:
        fit = offered(now, offers.values(), alternatives=slot.alternatives, reps_only=half)
        return tuple(fit)
    return tuple(each for each in offers.values() if each.in_reps or not half)
