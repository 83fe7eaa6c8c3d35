"""The session of the day as the plan's week has it: rounds, B1's range, B2's rung.

The gate outranks the plan, and so does what the athlete chose: only what stands in a routine as it
ships is adapted, and only upwards as far as the rung that is offered. In a week that is lighter on
purpose what they wrote themselves has no more rounds than the week, and leaves as much.
"""

from collections.abc import Mapping, Sequence

from msgspec import structs

from runlift_tui.core.athlete.athlete import Standing
from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.held_back import Allowed, allowed
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.plan.steps import DELOAD, STEPS, for_level
from runlift_tui.core.plan.weeks import BEGINNER_ROUNDS, PlanWeek
from runlift_tui.core.routines.as_it_ships import AsItShips
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
    easy_day: str = "",
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
        easy_day=easy_day,
    )


def is_lighter(week: PlanWeek) -> bool:
    """Whether a week is lighter on purpose: a deload, and about a race or an illness."""
    return week.kind not in (WeekKind.BUILD, WeekKind.KEEP)


def adapted(routine: Routine, week: PlanWeek, level: Level, ships: AsItShips) -> Routine:
    """Return a routine with the week's rounds, and its range and reserve in B1.

    What the athlete wrote themselves stays, but in a week that is lighter on purpose: then it has
    no more rounds than the week, and leaves as much.

    Args:
        routine: With the level's numbers, or their own.
        week: Of the plan.
        level: Of the session.
        ships: What of it stands as it ships.
    """
    lighter = is_lighter(week)

    def fitted(slot: Slot) -> Slot:
        if slot.unloaded:
            return slot
        if slot.label not in ships.slots:
            return _leaving(slot, week.rir) if lighter else slot
        if slot.label != HEAVY or not isinstance(slot.prescription, Reps):
            return slot
        reps, rir = for_level(level, week.reps, week.rir)
        target = reps[0]  # what it is to be follows from the past, for every slot alike
        return structs.replace(slot, prescription=Reps(*reps), rir=rir, target=target)

    def within(block: Block) -> Block:
        if block.zero_is_go:
            return block
        found = block.with_slots(fitted)
        if block.id in ships.blocks:
            return structs.replace(found, rounds=_rounds(routine, block, week, level))
        if not lighter:
            return found
        rounds = min(block.rounds, week.rounds)
        return structs.replace(found, rounds=rounds, low=min(block.low, rounds))

    return routine.with_blocks(within)


def lightened(routine: Routine) -> Routine:
    """Return a routine as it is on an easy day after a race: as in a light week at most."""
    row = STEPS[DELOAD - 1]

    def within(block: Block) -> Block:
        if block.zero_is_go:
            return block
        found = block.with_slots(lambda slot: _leaving(slot, row.rir))
        rounds = min(block.rounds, row.rounds[1])
        return structs.replace(found, rounds=rounds, low=min(block.low, rounds))

    return routine.with_blocks(within)


def _leaving(slot: Slot, rir: tuple[int, int]) -> Slot:
    """Return a slot that leaves as much as a week asks for, where it has a reserve."""
    if slot.rir is None:
        return slot
    low, high = (max(own, of_week) for own, of_week in zip(slot.rir, rir, strict=True))
    return structs.replace(slot, rir=(low, high))


def _rounds(routine: Routine, block: Block, week: PlanWeek, level: Level) -> int:
    wanted = week.rounds
    unloaded = any(slot.unloaded for slot in block.slots)
    if routine.id == MINIMAL or unloaded:
        wanted = min(wanted, block.rounds)
    if level is Level.BEGINNER:
        wanted = min(wanted, BEGINNER_ROUNDS)
    return max(block.low, min(block.high, wanted))
