"""A routine as plain tables and texts, fit for a file that a person edits, and back."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec import structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.faults import faults
from runlift_tui.core.routines.routine import (
    NAMELESS,
    Block,
    Counted,
    HalfOf,
    Hold,
    Metres,
    Prescription,
    RampSet,
    Reps,
    Routine,
    Slot,
)
from runlift_tui.core.routines.spelling import (
    hold_of,
    hold_text,
    metres_of,
    metres_text,
    rest_of,
    rest_text,
)
from runlift_tui.core.words.faults import Fault
from runlift_tui.core.words.ids import id_from
from runlift_tui.core.words.possible import MOST_ROUNDS
from runlift_tui.core.words.spelling import is_id, no_id, range_of, range_text
from runlift_tui.core.words.table_reader import Notes, Reader, number, text, texts, whole, yes

_STAND_IN = Reps(5, 10)
"""Stands for a prescription that cannot be read, so that the rest of the slot can be judged."""
_COUNTED: Mapping[str, tuple[Callable[[int, int], Counted], Callable[[Any], tuple[int, int]]]] = {
    "reps": (Reps, range_of),
    "hold": (Hold, hold_of),
    "metres": (Metres, metres_of),
}
_HIGH = 6
"""Up to how many rounds, where a file does not say."""


def routine_plain(routine: Routine) -> dict[str, Any]:
    """Return a routine as plain values, in the order in which one would like to read them."""
    blocks = [_block_plain(block) for block in routine.blocks]
    return {"id": routine.id, "name": routine.name, "blocks": blocks}


def read_routine(
    table: Mapping[str, Any],
    exercises: Mapping[str, Exercise],
    ids: Collection[str] = (),
    id_of: Callable[[str], str] = lambda name: id_from(name, "routine"),
) -> tuple[Routine, list[Fault]]:
    """Return a routine out of plain values, with every fault in it.

    Args:
        table: As a file has it.
        exercises: All that there are by id, archived ones among them.
        ids: Of the routines that there are; a new one has to look like an id.
        id_of: Makes the id of one that has none, of its name.

    Returns:
        The routine, which is not to be used unless there are no faults, and the faults.
    """
    notes = Notes()
    reader = Reader(table, (), notes)
    name = reader.need("name", text, "")
    id_ = reader.get("id", text, id_of(name))
    blocks = tuple(_block(each) for each in reader.tables("blocks"))
    if id_ and id_ not in ids and not is_id(id_):
        reader.wrong("id", no_id(id_))
    reader.close()
    routine = Routine(id=id_, name=name, blocks=blocks)
    return routine, [*notes.faults, *notes.sound(faults(routine, exercises))]


def _block_plain(block: Block) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": block.id,
        "name": block.name,
        "rounds": block.rounds,
        "from": block.low,
        "to": block.high,
    }
    if block.round_rest_s:
        plain["round_rest"] = rest_text(block.round_rest_s)
    if block.rest_after_s:
        plain["rest_after"] = rest_text(block.rest_after_s)
    if block.zero_is_go:
        plain["zero_is_go"] = True
    return {**plain, "slots": [_slot_plain(slot) for slot in block.slots]}


def _block(reader: Reader) -> Block:
    name = reader.need("name", text, "")
    rounds = reader.need("rounds", whole, 1)
    block = Block(
        id=reader.get("id", text, id_from(name, NAMELESS)),
        name=name,
        rounds=rounds,
        low=reader.get("from", whole, 1),
        high=reader.get("to", whole, min(max(_HIGH, rounds), MOST_ROUNDS)),
        round_rest_s=reader.get("round_rest", rest_of, 0),
        rest_after_s=reader.get("rest_after", rest_of, 0),
        zero_is_go=reader.get("zero_is_go", yes, False),
        slots=tuple(_slot(each) for each in reader.tables("slots")),
    )
    reader.close()
    return block


def _slot_plain(slot: Slot) -> dict[str, Any]:
    plain: dict[str, Any] = {"label": slot.label, "exercise": slot.exercise}
    prescription = slot.prescription
    if isinstance(prescription, Reps):
        plain["reps"] = range_text(prescription.low, prescription.high)
    elif isinstance(prescription, Hold):
        plain["hold"] = hold_text(prescription.low, prescription.high)
    elif isinstance(prescription, Metres):
        plain["metres"] = metres_text(prescription.low, prescription.high)
    else:
        plain["half_of"] = prescription.slot
    if slot.target:
        plain["target"] = slot.target
    if slot.rir is not None:
        plain["rir"] = range_text(*slot.rir)
    if slot.unloaded:
        plain["unloaded"] = True
    plain["rest"] = rest_text(slot.rest_s)
    if slot.priming_s:
        plain["priming_rest"] = rest_text(slot.priming_s)
    if slot.least_s:
        plain["least_rest"] = rest_text(slot.least_s)
    if slot.ramp:
        plain["ramp"] = [_ramp_plain(each) for each in slot.ramp]
    if slot.alternatives:
        plain["alternatives"] = list(slot.alternatives)
    return plain


def _slot(reader: Reader) -> Slot:
    label = reader.need("label", text, "")
    exercise = reader.need("exercise", text, "")
    prescription, certain = _prescription(reader)
    low = 0 if isinstance(prescription, HalfOf) else prescription.low
    target = reader.get("target", whole, low)
    slot = Slot(
        label=label,
        exercise=exercise,
        prescription=prescription,
        target=target if certain else low,
        rir=reader.get("rir", range_of, None),
        unloaded=reader.get("unloaded", yes, False),
        rest_s=reader.get("rest", rest_of, 0),
        priming_s=reader.get("priming_rest", rest_of, 0),
        least_s=reader.get("least_rest", rest_of, 0),
        ramp=tuple(_ramp(each) for each in reader.tables("ramp")),
        alternatives=reader.get("alternatives", texts, ()),
    )
    reader.close()
    if reader.stands_in("priming_rest"):
        slot = structs.replace(slot, priming_s=slot.least_s)
    return slot


def _prescription(reader: Reader) -> tuple[Prescription, bool]:
    """Return what a slot prescribes, and whether that could be read."""
    given = [key for key in ("reps", "hold", "metres", "half_of") if reader.has(key)]
    for key in given[1:]:
        reader.wrong(key, f"the slot has {given[0]} already")
    if not given:
        reader.need("reps", range_of, None, "reps, hold, metres or half_of is missing")
        return _STAND_IN, False
    if given[0] == "half_of":
        return HalfOf(reader.get("half_of", text, "")), True
    kind, reads = _COUNTED[given[0]]
    ends = reader.get(given[0], reads, None)
    return (_STAND_IN, False) if ends is None else (kind(*ends), True)


def _ramp_plain(step: RampSet) -> dict[str, Any]:
    return {"reps": step.reps, "share": step.share, "rest": rest_text(step.rest_s)}


def _ramp(reader: Reader) -> RampSet:
    step = RampSet(
        reps=reader.need("reps", whole, 1),
        share=reader.need("share", number, 0.0),
        rest_s=reader.get("rest", rest_of, 0),
    )
    reader.close()
    return step
