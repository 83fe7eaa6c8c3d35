"""Whether a session that hurt was worse the morning after: asked once, at the next start."""

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.sets.pain import GO_ON
from runlift_tui.core.words.days import day_of

REMEMBERED_DAYS = 7
"""Days after which nobody is asked any more."""


def morning_question(facts: Facts, now: int, utc_offset_min: int) -> str:
    """Return what to ask of the morning after the last session; empty where nothing is.

    Args:
        facts: What the history says.
        now: Milliseconds since the epoch.
        utc_offset_min: Minutes that the athlete's clock is ahead of UTC.
    """
    if not facts.outings or facts.last is None or not facts.last.id:
        return ""
    last = facts.outings[-1]
    if last.pain is None or last.pain < GO_ON or last.morning is not None:
        return ""
    days = (day_of(now, utc_offset_min) - last.day).days
    if not 1 <= days <= REMEMBERED_DAYS:
        return ""
    return f"Pain {last.pain} of 10 last time. Was it worse the morning after?"
