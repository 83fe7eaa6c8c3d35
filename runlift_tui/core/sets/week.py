"""What a week of a plan is for: below the rule for loads, which rises only in one that builds."""

from enum import StrEnum


class WeekKind(StrEnum):
    """What a week is for."""

    BUILD = "build"
    DELOAD = "deload"
    KEEP = "keeping"
    """Between building and a race far away: one session, so that nothing is lost."""
    TAPER = "taper"
    RACE = "race"
    """The week of a race, the second of its taper."""
    EASY = "easy"
    """The week after a race."""
