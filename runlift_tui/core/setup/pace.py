"""What an athlete's own session is beside the one that a plan reckons with."""

from msgspec import structs

from runlift_tui.core.plan.ledger import session_minutes
from runlift_tui.core.plan.own import AsDone, Own
from runlift_tui.core.plan.todays_session import HEAVY, adapted
from runlift_tui.core.plan.weeks import PlanWeek
from runlift_tui.core.routines.as_it_ships import AsItShips, as_it_ships
from runlift_tui.core.routines.routine import Block, Prescription, Reps, Routine, Slot
from runlift_tui.core.routines.shipped import MINIMAL
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.told import heart
from runlift_tui.core.setup.fit import minutes_of


def own_session(start: Started, stage: int, written: Routine, *, ships: bool) -> Own:
    """Return what a session of any week of a plan is to one athlete.

    A routine that ships takes a share of the plan's own minutes, the same in every week; the one
    of a minimal dose has no more rounds than it is written with. One that the athlete wrote goes by
    the week as far as it stands as it ships, and takes as long as it is.

    Args:
        start: The session that comes.
        stage: How far along the beginner's path it is.
        written: Its routine as it is written, before any week had a say in it.
        ships: Whether that is one that ships, as it ships.
    """
    # Exercises of the routine as it is written may be none of the session's, its blocks are.
    about = heart(start.routine, {each.id: each for each in start.exercises})[0].id
    level, as_shipped = start.level, as_it_ships(written, start.level)

    def main_rounds(routine: Routine) -> int:
        return next((each.rounds for each in routine.blocks if each.id == about), 1)

    if not ships:
        whole = start.routine.with_blocks(lambda block: _as_written(block, written))
        targets = {s.label: (s.prescription, s.target) for _, s in start.routine.slots()}
        main = next(block for block in whole.blocks if block.id == about)
        own_heavy = not any(_follows(slot, as_shipped) for slot in main.slots)
        own_rounds = main.id not in as_shipped.blocks

        def aimed(slot: Slot) -> Slot:
            now = targets[slot.label]
            return structs.replace(slot, target=_within(slot.prescription, *now))

        def of_theirs(week: PlanWeek) -> AsDone:
            routine = adapted(whole, week, level, as_shipped).with_slots(aimed)
            minutes = minutes_of(structs.replace(start, routine=routine))
            return AsDone(minutes, main_rounds(routine), routine.name, own_heavy, own_rounds)

        return of_theirs
    pace = minutes_of(start) / session_minutes(level, main_rounds(start.routine), stage)

    def of_the_plan(week: PlanWeek) -> AsDone:
        few = written.id == MINIMAL
        rounds = main_rounds(adapted(written, week, level, as_shipped)) if few else week.rounds
        minutes = week.minutes if rounds == week.rounds else session_minutes(level, rounds, stage)
        return AsDone(round(pace * minutes), rounds)

    return of_the_plan


def _follows(slot: Slot, ships: AsItShips) -> bool:
    """Whether a slot is the B1 of a plan's week."""
    is_heavy = slot.label == HEAVY and isinstance(slot.prescription, Reps)
    return is_heavy and not slot.unloaded and slot.label in ships.slots


def _within(asked: Prescription, before: Prescription, target: int) -> int:
    """Return what is aimed at where something is asked for, by what is aimed at where it was."""
    if asked == before or not isinstance(asked, Reps):
        return target
    return max(asked.low, min(asked.high, target))


def _as_written(block: Block, written: Routine) -> Block:
    rounds = next((each.rounds for each in written.blocks if each.id == block.id), block.rounds)
    return structs.replace(block, rounds=rounds)
