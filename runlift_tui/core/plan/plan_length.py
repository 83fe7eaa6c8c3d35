"""How long a session of so many main rounds takes, as a plan counts it.

Our own estimate for the article's session, by level; the tests hold it against the estimate that
a session about to start shows.
"""

from runlift_tui.core.routines.levels import ALL_SLOTS, Level

MOST_MINUTES = 75
"""A session above this is too long for a runner's week: our own rule."""
MOST_ROUNDS = 6

_BEGINNER = ((6, 5.6), (9, 5.0), (9.4, 6.7), (9, 9))
"""Minutes beside the rounds, and minutes a round, by the stage of the beginner's path."""
_OTHERS = {Level.INTERMEDIATE: (10.4, 11.4), Level.ADVANCED: (13.2, 12.85)}


def session_minutes(level: Level, rounds: int, stage: int = ALL_SLOTS) -> int:
    """Return the whole minutes of a session, warm-up included.

    Args:
        level: Whose numbers.
        rounds: Of the main block.
        stage: How far along the beginner's path; other levels have every slot at once.
    """
    base, each = _OTHERS.get(level) or _BEGINNER[min(stage, ALL_SLOTS)]
    return round(base + each * rounds)
