"""How long an athlete's own session is beside the one that a plan reckons with."""

from runlift_tui.core.plan.weeks import session_minutes
from runlift_tui.core.routines.resolve import is_warm_up
from runlift_tui.core.session.commands import Started
from runlift_tui.core.setup.fit import minutes_of


def pace_of(start: Started, stage: int) -> float:
    """Return the share of a plan's minutes that the athlete's own session takes; 1 for as long.

    What the ledger has room for follows from the plan's own minutes, so that no quick or slow
    session changes the number of sessions; what a session takes is told by this everywhere.

    Args:
        start: The session that comes.
        stage: How far along the beginner's path it is.
    """
    blocks = start.routine.blocks
    main = next((block for block in blocks if not is_warm_up(block)), blocks[0])
    return minutes_of(start) / session_minutes(start.level, main.rounds, stage)
