"""The session of the day as the plan's week has it: rounds, B1's range, B2's rung.

The gate outranks the plan, and so does what the athlete chose: only a routine that ships and was
not made their own copy is adapted, and only upwards as far as the rung that is offered. In a week
that is lighter on purpose one of their own has no more rounds than the week, and leaves as much.
"""

from collections.abc import Mapping, Sequence

from msgspec import structs

from runlift_tui.core.athlete.athlete import Standing
from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.held_back import Allowed, allowed
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.plan.weeks import BEGINNER_ROUNDS, PlanWeek, for_level
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.routine import Block, Reps, Routine, Slot
from runlift_tui.core.routines.shipped import MINIMAL
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.words.days import midnight

HEAVY = "B1"


def climbed(
    standing: Standing,
    week: PlanWeek,
    outings: Sequence[Outing],
    library: Mapping[str, Exercise],
    now: int,
    utc_offset_min: int,
) -> Allowed:
    """Return what is allowed with the rungs that the plan and calm sessions give the athlete.

    A deload has no harder jump for the first time either: it is lighter in all. The week that leads
    back after an illness is a rung under the one that they stood on: our own rule.
    """
    return allowed(
        standing,
        outings,
        library,
        now,
        above=week.rung,
        is_light=is_lighter(week) or week.is_light,
        back_since=midnight(week.monday, utc_offset_min) if week.way_back else None,
    )


def is_lighter(week: PlanWeek) -> bool:
    """Whether a week is lighter on purpose: a deload, and about a race or an illness."""
    return week.kind not in (WeekKind.BUILD, WeekKind.KEEP)


def lightened(routine: Routine, week: PlanWeek) -> Routine:
    """Return a routine of the athlete's own as a week has it that is lighter on purpose.

    Args:
        routine: As they wrote it; what is lighter already stays.
        week: Of the plan.
    """

    def fitted(slot: Slot) -> Slot:
        if slot.rir is None or slot.unloaded:
            return slot
        low, high = (max(own, of_week) for own, of_week in zip(slot.rir, week.rir, strict=True))
        return structs.replace(slot, rir=(low, high))

    def within(block: Block) -> Block:
        if block.zero_is_go:
            return block
        rounds = min(block.rounds, week.rounds)
        low = min(block.low, rounds)
        return structs.replace(block.with_slots(fitted), rounds=rounds, low=low)

    return routine.with_blocks(within)


def adapted(routine: Routine, week: PlanWeek, level: Level) -> Routine:
    """Return a routine with the week's rounds, and its range and reserve in B1.

    Args:
        routine: One that ships, with the level's numbers.
        week: Of the plan.
        level: Of the session.
    """

    def fitted(slot: Slot) -> Slot:
        if slot.label != HEAVY or slot.unloaded or not isinstance(slot.prescription, Reps):
            return slot
        reps, rir = for_level(level, week.reps, week.rir)
        target = reps[0]  # what it is to be follows from the past, for every slot alike
        return structs.replace(slot, prescription=Reps(*reps), rir=rir, target=target)

    def within(block: Block) -> Block:
        if block.zero_is_go:
            return block
        rounds = _rounds(routine, block, week, level)
        return structs.replace(block.with_slots(fitted), rounds=rounds)

    return routine.with_blocks(within)


def _rounds(routine: Routine, block: Block, week: PlanWeek, level: Level) -> int:
    wanted = week.rounds
    unloaded = any(slot.unloaded for slot in block.slots)
    if routine.id == MINIMAL or unloaded:
        wanted = min(wanted, block.rounds)
    if level is Level.BEGINNER:
        wanted = min(wanted, BEGINNER_ROUNDS)
    return max(block.low, min(block.high, wanted))
