"""What the athlete's hand-written settings file says, and what it outranks; `config` reads it."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct, structs

_Kept = TypeVar("_Kept", bound=Struct)


class Config(Struct, frozen=True):
    """What the file says, as far as it can be."""

    settings: Mapping[str, Any] = {}
    """Values by the name of the setting; each outranks what was chosen on the screen."""
    keys: Mapping[str, tuple[str, ...]] = {}
    """Names of keys by the id of an action."""

    @property
    def digit_row(self) -> str:
        """The keyboard whose row of digits types digits without Shift; empty where none is set."""
        return str(self.settings.get("digit_row", ""))

    def over(self, kept: _Kept) -> _Kept:
        """Return what was chosen on the screen, as the file has it."""
        if not self.settings:
            return kept
        return structs.replace(kept, **{name: self.settings[name] for name in self._of(kept)})

    def spared(self, wanted: _Kept, kept: _Kept) -> _Kept:
        """Return what is wanted on the screen, but as it was kept where the file decides."""
        if not self.settings:
            return wanted
        return structs.replace(wanted, **{name: getattr(kept, name) for name in self._of(kept)})

    def _of(self, kept: Struct) -> Iterator[str]:
        return (name for name in kept.__struct_fields__ if name in self.settings)
