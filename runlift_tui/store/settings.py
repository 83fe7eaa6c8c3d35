"""The few things that an athlete sets, as they lie in the library."""

from typing import Any

import msgspec

from runlift_tui.core.levels import Level
from runlift_tui.core.units import Unit

ATHLETE = "athlete"
KEY = "me"


class Athlete(msgspec.Struct, frozen=True, kw_only=True):
    """Who trains here. None of it is known until it was asked."""

    level: Level = Level.BEGINNER
    unit: Unit = Unit.KG
    asked: bool = False
    """Whether the first questions were put."""


def athlete_of(document: dict[str, Any] | None) -> Athlete:
    """Return the athlete that a document tells of; what makes no sense in it is left out."""
    found = Athlete()
    for name in ("level", "unit", "asked"):
        value = (document or {}).get(name)
        try:
            found = msgspec.convert({**msgspec.to_builtins(found), name: value}, Athlete)
        except msgspec.ValidationError:
            continue
    return found


def document_of(athlete: Athlete) -> dict[str, Any]:
    """Return the athlete as the library keeps them."""
    found: dict[str, Any] = msgspec.to_builtins(athlete)
    return found
