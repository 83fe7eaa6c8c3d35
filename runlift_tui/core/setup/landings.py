"""Landings of a session about to start, against those of the last four weeks.

Coaches count contacts and let them grow slowly; a limit that is known to protect there is none.
The numbers here are our own rule.
"""

from collections.abc import Iterable
from datetime import timedelta

from runlift_tui.core.athlete.facts import Facts, Outing
from runlift_tui.core.sets.landings import LOOK_BACK, LOOK_BACK_DAYS, POGOS
from runlift_tui.core.words.days import DAY_MS, ago, day_of

FEW = 60 + POGOS
"""As many as a session of RunLift's own has at most: up to here nothing is said."""
MOST_MORE = 1.2
"""Of the most in one session of late; more than that is said."""
APART = timedelta(days=2)
"""Between two days with jumps: 48 hours."""


def best_of_late(outings: Iterable[Outing], now: int) -> int:
    """Return the most landings of one session in the last 4 weeks before `now`, milliseconds."""
    since = now - LOOK_BACK_DAYS * DAY_MS
    return max((each.landings for each in outings if since <= each.when <= now), default=0)


def more_than_usual(planned: int, outings: Iterable[Outing], now: int) -> str:
    """Return that so many landings are more than the last weeks prepared for; empty where not.

    Args:
        planned: Landings of the session.
        outings: The sessions of the past.
        now: Milliseconds since the epoch.
    """
    best = best_of_late(outings, now)
    if planned <= max(FEW, MOST_MORE * best):
        return ""
    if not best:
        return (
            f"{planned} contacts (landings), and none in the last {LOOK_BACK}: "
            f"begin with {FEW} or fewer (our own rule)."
        )
    return (
        f"{planned} contacts (landings): the most in one session of the last {LOOK_BACK} is "
        f"{best}. Up to {max(FEW, int(MOST_MORE * best))} is a step (our own rule)."
    )


def last_jumps(facts: Facts, now: int, utc_offset_min: int) -> str:
    """Return when the last jumps were, and that 48 hours lie between where they do not yet."""
    if facts.jumps is None:
        return "none logged so far"
    said = f"last jumps {ago(facts.jumps, now, utc_offset_min)}"
    between = day_of(now, utc_offset_min) - day_of(facts.jumps, utc_offset_min)
    if timedelta(0) <= between < APART:
        return f"{said}: leave 48 hours between (our own rule)"
    return said
