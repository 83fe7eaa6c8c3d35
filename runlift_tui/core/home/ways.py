"""The places that home leads to, each with its key: one table for the screen and its help."""

from enum import StrEnum

from msgspec import Struct


class Place(StrEnum):
    """A screen that is reached by a key and left for home."""

    SETUP = "setup"
    """The choices before a session."""
    PLAN = "plan"
    RUNS = "runs"
    HISTORY = "history"
    PROGRESS = "progress"
    ROUTINES = "routines"
    EXERCISES = "exercises"
    LEVELS = "levels"
    SETTINGS = "settings"


class Way(Struct, frozen=True):
    """A key of home, and where it leads."""

    key: str
    place: Place
    word: str
    """As home has it beside the key."""
    meaning: str
    """As the help has it."""


WAYS: tuple[Way, ...] = (
    Way("p", Place.PLAN, "plan", "plan: nine weeks, their ledger, and what is due when"),
    Way("t", Place.RUNS, "runs", "runs: note one down in a line, the weeks, the 5K"),
    Way("h", Place.HISTORY, "history", "history: what was done, and putting it right"),
    Way(
        "b",
        Place.PROGRESS,
        "progress",
        "progress: weeks, best sets, rests before jumps, plans, the 5K",
    ),
    Way("o", Place.ROUTINES, "routines", "routines: the one for next time, your own, the editor"),
    Way("e", Place.EXERCISES, "exercises", "exercises: search them, adapt them, add your own"),
    Way("l", Place.LEVELS, "levels", "levels, the gate to jumping, the ladder of B2"),
    Way("s", Place.SETTINGS, "settings", "settings: units, weights, sounds, theme, and the like"),
)
