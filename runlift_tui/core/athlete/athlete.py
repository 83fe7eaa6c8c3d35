"""Who trains here: level, units, checks, and what they lift with."""

import msgspec
from msgspec import Struct

from runlift_tui.core.athlete.gates import Checks
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.sets.weights import Barbell, Gear, Weights
from runlift_tui.core.words.units import Distance, Unit


class Standing(Struct, frozen=True, kw_only=True):
    """Where an athlete stands, by their own word and checks."""

    level: Level = Level.BEGINNER
    """Of the session."""
    own: Level | None = None
    """The level that they said is theirs; None for that of the session."""
    rung: str = ""
    """Id of the fast movement that they took; empty for their level's."""
    overruled: bool = False
    """Whether they overruled the gate to jumping."""
    checks: Checks = Checks()
    ask_first: bool = False
    """Whether they are to ask a doctor or physiotherapist before any jump: see `pain.ASK_FIRST`."""

    @property
    def is_gated(self) -> bool:
        """Whether the gate to jumping stands before them: neither level may be a beginner's."""
        return Level.BEGINNER in (self.level, self.own)


class Athlete(msgspec.Struct, frozen=True, kw_only=True):
    """Who trains here. None of it is known until it was asked."""

    level: Level = Level.BEGINNER
    unit: Unit = Unit.KG
    distance: Distance | None = None
    """Of runs; None for the one that mostly goes with the unit of load."""
    asked: bool = False
    """Whether the first questions were put."""
    ask_first: bool | None = None
    """Whether one of `pain.ASK_FIRST` is true of them; None where it was not asked."""
    routine: str = ARTICLE_ROUTINE
    """Id of the routine that was chosen last; home suggests it."""
    rung: str = ""
    """Id of the fast movement that they took since; empty for their level's."""
    overruled: str | None = None
    """When they overruled the gate to jumping, UTC; None while it stands."""
    checks: Checks = Checks()
    """Their own checks of their control."""
    weights: Weights = Weights()
    """What their gym has; a suggestion is always one of these."""
    bar: Barbell = Barbell()
    """The bar of their gym, and its plates."""


def distance_of(athlete: Athlete) -> Distance:
    """Return the athlete's unit of distance: their choice, or what goes with that of load."""
    return athlete.distance or (Distance.MI if athlete.unit is Unit.LB else Distance.KM)


def standing_of(athlete: Athlete, level: Level | None = None) -> Standing:
    """Return where the athlete stands before the gates, at their own level or another one."""
    own = level is None or level is athlete.level
    return Standing(
        level=level or athlete.level,
        own=athlete.level if athlete.asked else None,
        rung=athlete.rung if own else "",
        overruled=athlete.overruled is not None,
        checks=athlete.checks,
        ask_first=athlete.ask_first is True,
    )


def gear_of(athlete: Athlete) -> Gear:
    """Return what the athlete lifts with."""
    return Gear(athlete.weights, athlete.unit, athlete.bar)
