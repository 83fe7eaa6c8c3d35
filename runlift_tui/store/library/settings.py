"""The few things that an athlete sets, as they lie in the library."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import structs

from runlift_tui.core.athlete.gates import Checks
from runlift_tui.core.athlete.held_back import Standing
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.routines.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.sets.weights import Gear, Weights
from runlift_tui.core.words.nonsense import NONSENSE
from runlift_tui.core.words.units import Distance, Unit

ATHLETE, SETTINGS = "athlete", "settings"
"""Tables of the library; each holds one document, `KEY`."""
KEY = "me"


class Athlete(msgspec.Struct, frozen=True, kw_only=True):
    """Who trains here. None of it is known until it was asked."""

    level: Level = Level.BEGINNER
    unit: Unit = Unit.KG
    distance: Distance | None = None
    """Of runs; None for the one that mostly goes with the unit of load."""
    asked: bool = False
    """Whether the first questions were put."""
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


_Kept = TypeVar("_Kept", Athlete, Preferences)


def athlete_of(document: dict[str, Any] | None) -> Athlete:
    """Return the athlete that a document tells of; what makes no sense in it is left out."""
    return _read(Athlete, document or {})


def preferences_of(document: dict[str, Any] | None) -> Preferences:
    """Return the preferences that a document tells of; what makes no sense in it is left out."""
    return _read(Preferences, document or {})


def _read(kind: type[_Kept], document: dict[str, Any]) -> _Kept:
    found = kind()
    for name in kind.__struct_fields__:
        if name not in document:
            continue
        try:
            found = msgspec.convert({**msgspec.to_builtins(found), name: document[name]}, kind)
        except NONSENSE:
            continue
    return found


def distance_of(athlete: Athlete) -> Distance:
    """Return the athlete's unit of distance: their choice, or what goes with that of load."""
    return athlete.distance or (Distance.MI if athlete.unit is Unit.LB else Distance.KM)


def overruled(kept: _Kept, settings: Mapping[str, Any]) -> _Kept:
    """Return what was kept as the hand-written settings have it."""
    if not settings:
        return kept
    return structs.replace(kept, **_of(kept, settings))


def not_overruled(wanted: _Kept, kept: _Kept, settings: Mapping[str, Any]) -> _Kept:
    """Return what is wanted, but as it was kept where the hand-written settings decide."""
    if not settings:
        return wanted
    return structs.replace(wanted, **{name: getattr(kept, name) for name in _of(kept, settings)})


def _of(kept: _Kept, settings: Mapping[str, Any]) -> dict[str, Any]:
    return {name: settings[name] for name in kept.__struct_fields__ if name in settings}


def standing_of(athlete: Athlete, level: Level | None = None) -> Standing:
    """Return where the athlete stands before the gates, at their own level or another one."""
    own = level is None or level is athlete.level
    return Standing(
        level=level or athlete.level,
        rung=athlete.rung if own else "",
        overruled=athlete.overruled is not None,
        checks=athlete.checks,
    )


def gear_of(athlete: Athlete) -> Gear:
    """Return what the athlete lifts with."""
    return Gear(athlete.weights, athlete.unit)


def document_of(kept: Athlete | Preferences) -> dict[str, Any]:
    """Return the athlete or their preferences as the library keeps them."""
    found: dict[str, Any] = msgspec.to_builtins(kept)
    return found
