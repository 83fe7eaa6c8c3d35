"""A run, and a race or trial over a distance, as the athlete enters them."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

_MOST = 10_000_000
"""Metres, from the pole to the equator; seconds, a whole season."""
Metres = Annotated[float, Meta(gt=0, le=_MOST)]
Seconds = Annotated[int, Meta(gt=0, le=_MOST)]
Rating = Annotated[int, Meta(ge=0, le=10)]


class RunKind(StrEnum):
    """What a run was for."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    SPRINTS = "sprints"
    """Strides or sprints: the study counted them among the explosive training."""
    RACE = "race"


HARD = frozenset({RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.RACE})
"""Kinds that make a day a hard one."""


class Run(Struct, frozen=True, kw_only=True):
    """One outing on foot."""

    id: str
    day: date
    """The athlete's own calendar day."""
    kind: RunKind = RunKind.EASY
    metres: Metres | None = None
    seconds: Seconds | None = None
    """Time on the legs; at least one of distance and time is there."""
    fast_s: Seconds | None = None
    """Seconds of strides or sprints in it, rests left out; None where none were said."""
    effort: Rating | None = None
    """0 to 10, as for a session."""
    note: str = ""


class Trial(Struct, frozen=True, kw_only=True):
    """A race or time trial, whose time counts."""

    id: str
    day: date
    metres: Metres
    seconds: Annotated[float, Meta(gt=0, le=_MOST)]
    """To a tenth, where the athlete said one."""
    fast_s: Seconds | None = None
    """As in a run: strides before the start."""
    effort: Rating | None = None
    note: str = ""


def run_of(trial: Trial) -> Run:
    """Return a trial as the run that it also was; it stands once, among the trials."""
    return Run(
        id=trial.id,
        day=trial.day,
        kind=RunKind.RACE,
        metres=trial.metres,
        seconds=max(1, round(trial.seconds)),
        fast_s=trial.fast_s,
        effort=trial.effort,
        note=trial.note,
    )
