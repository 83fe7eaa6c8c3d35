"""What can be changed in one line of a routine, and its values in words."""

from typing import NamedTuple

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.edit import At, Exercises, block_at, slot_at
from runlift_tui.core.routines.reserve import guided, so_many_more
from runlift_tui.core.routines.resolve import halved_labels
from runlift_tui.core.routines.routine import (
    Block,
    HalfOf,
    Metres,
    RampSet,
    Reps,
    Routine,
    Slot,
    unit_mark,
)
from runlift_tui.core.words.units import WITHOUT_WEIGHT, clock, span

EXERCISE, ALTERNATIVES = "exercise", "alternatives"
"""Fields that are chosen from a list, not typed."""
TURNED = ("unloaded", "zero_is_go")
"""Fields that are yes or no."""
BY_DEFAULT = " by default"
"""Behind a value that stands while an athlete says no other."""


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
        FieldLine("rounds", "rounds", f"{block.rounds}", "as planned, 1 to 9"),
        FieldLine("low", "at least", f"{block.low}", "the fewest to choose, 1 to 9"),
        FieldLine("high", "at most", f"{block.high}", "the most to choose, 1 to 9"),
        FieldLine("name", "name", block.name, "its name"),
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
    name = exercise.name if exercise is not None else f"{slot.exercise} is gone"
    found = [
        FieldLine(EXERCISE, "exercise", name, named("{editor.enter} chooses another")),
        FieldLine("label", "label", slot.label, "a letter and a number, as B1"),
        FieldLine("count", "counts", count_text(slot), "5-10, 10-20 s, 40 m or half of B1"),
    ]
    if not half:
        aim = f"{slot.target}{unit_mark(slot.prescription)}"
        found.append(FieldLine("target", "aim", aim, "a number within that"))
        if not isinstance(slot.prescription, Metres) or slot.rir is not None:
            hint = "how many more: 2-3, or none of your own"
            found.append(FieldLine("rir", "could do", _rir(slot, exercise), hint))
        if exercise is None or exercise.takes_load or slot.unloaded:
            hint = "yes: body weight alone"
            found.append(FieldLine("unloaded", "unloaded", _yes(slot.unloaded), hint))
    found.append(FieldLine("rest", "rest", _rest(slot.rest_s), "1:30 or 90, to the next slot"))
    if slot.label in halved_labels(routine):
        found.append(FieldLine("priming", "priming", _rest(slot.priming_s), "rest to the fast set"))
        found.append(FieldLine("least", "at least", _rest(slot.least_s), "below it, go is early"))
    if isinstance(slot.prescription, Reps):
        found.append(
            FieldLine("ramp", "ramp", ramp_text(slot.ramp), "5 without weight 0:45, 4 at 60% 1:00")
        )
    names = [exercises[id_].name if id_ in exercises else id_ for id_ in slot.alternatives]
    found.append(FieldLine(ALTERNATIVES, "instead", ", ".join(names) or "none", "your own list"))
    return tuple(found)


def count_text(slot: Slot) -> str:
    """Return what a slot counts: "5-10", "10-20 s", "20-40 m", "half of B1"."""
    prescription = slot.prescription
    if isinstance(prescription, HalfOf):
        return f"half of {prescription.slot}"
    return f"{span(prescription.low, prescription.high)}{unit_mark(prescription)}"


def ramp_text(ramp: tuple[RampSet, ...]) -> str:
    """Return lighter sets in a line: "5 without weight 0:45, 4 at 60% 1:00"."""
    return ", ".join(_ramp_set(each) for each in ramp) or "none"


def _ramp_set(each: RampSet) -> str:
    load = f"at {each.share * 100:.10g}%" if each.share else WITHOUT_WEIGHT
    return f"{each.reps} {load} {clock(each.rest_s)}"


def _rest(seconds: int) -> str:
    return clock(seconds) if seconds else "none"


def _rir(slot: Slot, exercise: Exercise | None) -> str:
    """Return what the session will say beside the set, and whether nobody but us said so."""
    asked = slot.rir if exercise is None else guided(slot, exercise)
    if asked is None:
        return "none"
    return f"{so_many_more(asked)}{'' if slot.rir else BY_DEFAULT}"


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def name_of(routine: Routine, at: At) -> str:
    """Return what a line is called: "B1", "Main", "Runner's lower body"."""
    if at.block is None:
        return routine.name
    return block_at(routine, at).name if at.slot is None else slot_at(routine, at).label
