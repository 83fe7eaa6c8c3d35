"""A run, and a race or trial over a distance, as the athlete enters them."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from runlift_tui.core.words.possible import (
    FastSeconds,
    OfTen,
    RaceSeconds,
    RunMetres,
    RunSeconds,
    Text,
)


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
    UNSAID = "unsaid"
    """Nobody said: a run out of another program's file. Its document has null here."""


class Run(Struct, frozen=True, kw_only=True):
    """One outing on foot."""

    id: Text
    day: date
    """The athlete's own calendar day."""
    kind: RunKind = RunKind.EASY
    metres: RunMetres | None = None
    seconds: RunSeconds | None = None
    """Time on the legs; at least one of distance and time is there."""
    fast_s: FastSeconds | None = None
    """Seconds of strides or sprints in it, rests left out; None where none were said."""
    effort: OfTen | None = None
    """0 to 10, as for a session."""
    note: Text = ""


class Trial(Struct, frozen=True, kw_only=True):
    """A race or time trial, whose time counts."""

    id: Text
    day: date
    metres: RunMetres
    seconds: RaceSeconds
    """To a tenth, where the athlete said one."""
    fast_s: FastSeconds | None = None
    """As in a run: strides before the start."""
    effort: OfTen | None = None
    note: Text = ""


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
