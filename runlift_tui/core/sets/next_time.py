"""Next time, slot by slot: the load and the reps that the last sessions suggest, and why.

What is suggested is worked out once, before the session, and lies in its start: whoever replays
the session finds what stood there then. How it is worked out is our own rule: see `progression`.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.routine import Reps, Routine, Slot
from runlift_tui.core.sets.e1rm import weaker
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.progression import LEAST_STEP, RESERVE, Move, Suggestion, suggested_load
from runlift_tui.core.sets.weights import Gear, heavier, nearest
from runlift_tui.core.words.days import days_since
from runlift_tui.core.words.units import load

AWAY_DAYS = 14
"""After more days off than this no load goes up, and the reps begin at the low end."""


class NextTime(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an exercise is suggested to be done with in a slot."""

    slot: str
    exercise: str
    load_kg: float
    """Total external load."""
    reps: int
    """Per leg where the movement has sides; inside what the slot prescribes."""
    why: str
    """One sentence for the screen, without a full stop."""
    move: Move = Move.SAME


def next_times(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    last: Sequence[LastTime],
    gear: Gear,
    now: int,
) -> tuple[NextTime, ...]:
    """Return what is suggested for every slot of a routine of which the past says enough.

    Args:
        routine: As it may be done today.
        exercises: By id.
        last: What was done last time, newest first.
        gear: The athlete's.
        now: Milliseconds since the epoch.
    """
    found = (
        next_time(slot, exercises[slot.exercise], last, gear, now) for _, slot in routine.slots()
    )
    return tuple(each for each in found if each is not None)


def next_time(
    slot: Slot, exercise: Exercise, last: Iterable[LastTime], gear: Gear, now: int
) -> NextTime | None:
    """Return what is suggested for an exercise in a slot; None where the past says too little."""
    for time in last:
        if (time.slot, time.exercise) == (slot.label, exercise.id):
            found = by_the_past(slot, exercise, (time.before, time.sets), gear)
            days = days_since(time.when, now)
            if found is not None and days is not None and days > AWAY_DAYS:
                found = _after_time_off(found, slot, time.sets[-1], days, gear)
            elif found is not None and _is_above(time.sets, slot):
                found = _step_up(found, slot, time.sets[-1], gear)
            return None if found is None else offered(found, slot, exercise, time.sets[-1], gear)
    return None


def by_the_past(
    slot: Slot, exercise: Exercise, sessions: Sequence[Sequence[LastSet]], gear: Gear
) -> Suggestion | None:
    """Return what sessions, oldest first, suggest for a slot; None where they say too little."""
    if not isinstance(slot.prescription, Reps) or slot.unloaded or not exercise.takes_load:
        return None
    found = suggested_load(
        sessions,
        slot.prescription,
        reserve=slot.rir[0] if slot.rir else RESERVE,
        weights=gear.weights,
        unit=gear.unit,
    )
    # Of a load that nobody typed nothing follows: it is still to be found.
    return found if any(done.load_kg is not None for done in sessions[-1]) else None


def _after_time_off(
    found: Suggestion, slot: Slot, last: LastSet, days: int, gear: Gear
) -> Suggestion:
    """Return the last load again, from the low end; less of it, where that was due anyway."""
    if found.move is Move.DOWN or not isinstance(slot.prescription, Reps):
        return found
    shown = load(last.load_kg, last.implements, gear.unit)
    low = slot.prescription.low
    return Suggestion(last.load_kg, low, Move.SAME, f"{days} days off: {shown} again, from {low}")


def _is_above(sets: Sequence[LastSet], slot: Slot) -> bool:
    """Whether the range has fallen below what every set of the last time came to."""
    counts = [weaker(done) or 0 for done in sets]
    return isinstance(slot.prescription, Reps) and min(counts) > slot.prescription.high


def _step_up(found: Suggestion, slot: Slot, last: LastSet, gear: Gear) -> Suggestion:
    """Return one step up from the low end of a range that has fallen; the gym may have none."""
    if found.move is not Move.SAME or not isinstance(slot.prescription, Reps):
        return found
    now = (last.load_kg or 0.0) / last.implements
    after = heavier(gear.weights, now, gear.unit, now * (1 + LEAST_STEP)) if now > 0 else None
    if after is None:
        return found
    low, high = slot.prescription.low, slot.prescription.high
    total = round(after * last.implements, 4)
    before, there = (load(kg, last.implements, gear.unit) for kg in (last.load_kg, total))
    why = f"{low}-{high} reps now: {before} → {there}, from {low}"
    return Suggestion(total, low, Move.UP, why)


def offered(
    found: Suggestion, slot: Slot, exercise: Exercise, last: LastSet, gear: Gear
) -> NextTime | None:
    """Return the suggestion in weights that the athlete said are there."""
    if found.load_kg is None:
        return None
    total, why = found.load_kg, found.why
    each = nearest(gear.weights, total / last.implements)
    there = round(each * last.implements, 4)
    if abs(there - total) > 1e-3:
        lacking, instead = (load(kg, last.implements, gear.unit) for kg in (total, there))
        total, why = there, f"{instead}: {lacking} is not among your weights"
    return NextTime(
        slot=slot.label,
        exercise=exercise.id,
        load_kg=total,
        reps=found.reps,
        why=why,
        move=found.move,
    )


def aimed(routine: Routine, found: Iterable[NextTime]) -> Routine:
    """Return the routine with its slots aiming at what is suggested."""
    reps = {(each.slot, each.exercise): each.reps for each in found}

    return routine.with_slots(
        lambda slot: structs.replace(
            slot, target=reps.get((slot.label, slot.exercise), slot.target)
        )
    )


def foremost(found: Iterable[NextTime]) -> NextTime | None:
    """Return the suggestion that is worth a line: the first that changes a load, else the first."""
    every = tuple(found)
    return next((each for each in every if each.move is not Move.SAME), next(iter(every), None))
