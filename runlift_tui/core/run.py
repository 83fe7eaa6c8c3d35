"""A run, and a race or trial over a distance, as the athlete enters them."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a run was for."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    SPRINTS = "sprints"
    """Strides or sprints: the study counted them among the explosive training."""
    RACE = "race"


HARD = frozenset({Kind.TEMPO, Kind.INTERVALS, Kind.HILLS, Kind.RACE})
"""Kinds that make a day a hard one."""


class Run(Struct, frozen=True, kw_only=True):
    """One outing on foot."""

    id: str
    day: date
    """The athlete's own calendar day."""
    kind: Kind = Kind.EASY
    metres: float | None = None
    seconds: int | None = None
    """Time on the legs; at least one of distance and time is there."""
    fast_s: int | None = None
    """Seconds of strides or sprints in it, rests left out; None where none were said."""
    effort: int | None = None
    """0 to 10, as for a session."""
    note: str = ""


class Trial(Struct, frozen=True, kw_only=True):
    """A race or time trial, whose time counts."""

    id: str
    day: date
    metres: float
    seconds: float
    note: str = ""
