"""The few things that an athlete sets, as they lie in the library."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import structs

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.words.faults import NONSENSE

ATHLETE, SETTINGS = "athlete", "settings"
"""Tables of the library; each holds one document, `KEY`."""
KEY = "me"


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


def document_of(kept: Athlete | Preferences) -> dict[str, Any]:
    """Return the athlete or their preferences as the library keeps them."""
    found: dict[str, Any] = msgspec.to_builtins(kept)
    return found
