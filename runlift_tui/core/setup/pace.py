"""What an athlete's own session is beside the one that a plan reckons with."""

from msgspec import structs

from runlift_tui.core.plan.own import AsDone, Own
from runlift_tui.core.plan.todays_session import adapted, is_lighter, lightened
from runlift_tui.core.plan.weeks import PlanWeek, session_minutes
from runlift_tui.core.routines.routine import Block, Routine
from runlift_tui.core.routines.shipped import MINIMAL
from runlift_tui.core.session.commands import Started
from runlift_tui.core.session.told import heart
from runlift_tui.core.setup.fit import minutes_of


def own_session(start: Started, stage: int, written: Routine, *, ships: bool) -> Own:
    """Return what a session of any week of a plan is to one athlete.

    A routine that ships takes a share of the plan's own minutes, the same in every week; the one
    of a minimal dose has no more rounds than it is written with. One of the athlete's own stays as
    they wrote it, but in weeks that are lighter on purpose.

    Args:
        start: The session that comes.
        stage: How far along the beginner's path it is.
        written: Its routine as it is written, before any week had a say in it.
        ships: Whether that is one that ships, as it ships.
    """
    exercises = {each.id: each for each in start.exercises}

    def main_rounds(routine: Routine) -> int:
        return heart(routine, exercises)[0].rounds

    if not ships:
        whole = start.routine.with_blocks(lambda block: _as_written(block, written))

        def of_theirs(week: PlanWeek) -> AsDone:
            routine = lightened(whole, week) if is_lighter(week) else whole
            minutes = minutes_of(structs.replace(start, routine=routine))
            return AsDone(minutes, main_rounds(routine), routine.name)

        return of_theirs
    level = start.level
    pace = minutes_of(start) / session_minutes(level, main_rounds(start.routine), stage)

    def of_the_plan(week: PlanWeek) -> AsDone:
        few = written.id == MINIMAL
        rounds = main_rounds(adapted(written, week, level)) if few else week.rounds
        minutes = week.minutes if rounds == week.rounds else session_minutes(level, rounds, stage)
        return AsDone(round(pace * minutes), rounds)

    return of_the_plan


def _as_written(block: Block, written: Routine) -> Block:
    rounds = next((each.rounds for each in written.blocks if each.id == block.id), block.rounds)
    return structs.replace(block, rounds=rounds)
