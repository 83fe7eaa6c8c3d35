"""What the athlete's hand-written settings file says; `core.config` reads it."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Config(Struct, frozen=True):
    """What the file says, as far as it can be."""

    settings: Mapping[str, Any] = {}
    """Values by the name of the setting; each outranks what was chosen on the screen."""
    keys: Mapping[str, tuple[str, ...]] = {}
    """Names of keys by the id of an action."""
