"""The few things that an athlete sets, as they lie in the library."""

from typing import Any

import msgspec

from runlift_tui.core.gates import Checks
from runlift_tui.core.holding_back import Standing
from runlift_tui.core.levels import ARTICLE_ROUTINE, Level
from runlift_tui.core.units import Unit
from runlift_tui.core.weights import Weights

ATHLETE = "athlete"
KEY = "me"


class Athlete(msgspec.Struct, frozen=True, kw_only=True):
    """Who trains here. None of it is known until it was asked."""

    level: Level = Level.BEGINNER
    unit: Unit = Unit.KG
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


def athlete_of(document: dict[str, Any] | None) -> Athlete:
    """Return the athlete that a document tells of; what makes no sense in it is left out."""
    found = Athlete()
    for name in Athlete.__struct_fields__:
        if name not in (document or {}):
            continue
        value = (document or {})[name]
        try:
            found = msgspec.convert({**msgspec.to_builtins(found), name: value}, Athlete)
        except msgspec.ValidationError:
            continue
    return found


def standing_of(athlete: Athlete, level: Level | None = None) -> Standing:
    """Return where the athlete stands before the gates, at their own level or another one."""
    own = level is None or level is athlete.level
    return Standing(
        level=level or athlete.level,
        rung=athlete.rung if own else "",
        overruled=athlete.overruled is not None,
        checks=athlete.checks,
    )


def document_of(athlete: Athlete) -> dict[str, Any]:
    """Return the athlete as the library keeps them."""
    found: dict[str, Any] = msgspec.to_builtins(athlete)
    return found
