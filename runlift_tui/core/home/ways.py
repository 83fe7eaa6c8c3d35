"""The places that home leads to; each is an action of home, whose key and words stand there."""

from enum import StrEnum


class Place(StrEnum):
    """A screen that is reached by a key and left for home."""

    SETUP = "setup"
    """The choices before a session."""
    BIN = "bin"
    """What was deleted; the palette leads there."""
    PLAN = "plan"
    RUNS = "runs"
    HISTORY = "history"
    PROGRESS = "progress"
    ROUTINES = "routines"
    EXERCISES = "exercises"
    LEVELS = "levels"
    SETTINGS = "settings"
    IMPORT = "import"
    """What other programs have; home has its key in the last line."""


_ELSEWHERE = {Place.SETUP, Place.BIN, Place.IMPORT}
"""Those that have no line on home: eight are as many as a first home has room for at 80x24."""
PLACES = tuple(place for place in Place if place not in _ELSEWHERE)
"""The places that home leads to by a key, two beside each other that belong together."""
