"""The few things that an athlete sets, as they lie in the library."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import msgspec

from runlift_tui.core.athlete.athlete import Athlete
from runlift_tui.core.athlete.preferences import Preferences
from runlift_tui.core.settings.hand_written import Config
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import NONSENSE, Fault
from runlift_tui.core.words.text import safe_text
from runlift_tui.store.library.library import Library, document_of

KEY = "me"
"""The id of the one document that `ATHLETE` and `SETTINGS` hold each."""

_Kept = TypeVar("_Kept", Athlete, Preferences)


def athlete_of(document: Document | None) -> Athlete:
    """Return the athlete that a document tells of; what makes no sense in it is left out."""
    return _read(Athlete, document or {})[0]


def _read(kind: type[_Kept], document: Document) -> tuple[_Kept, list[Fault]]:
    """Return what a document tells, and what in it makes no sense."""
    found, faults = kind(), list[Fault]()
    for name in kind.__struct_fields__:
        if name not in document:
            continue
        try:
            found = msgspec.convert({**msgspec.to_builtins(found), name: document[name]}, kind)
        except NONSENSE as error:
            faults.append(Fault((name,), f"{error}"))
    return found, faults


def _passed_over(table: str, fault: Fault) -> str:
    """Return that a value does not count."""
    what = f"{fault.place} under {table} in library.json makes no sense and does not count"
    return safe_text(f"{what}; it stays in the file until it is set anew.")


class Own(Generic[_Kept]):
    """One such document: as it was kept last, which the disk may not have yet."""

    def __init__(self, kind: type[_Kept], table: str) -> None:
        self._table = table
        self._kept: _Kept = kind()
        self.is_known = False
        """Whether it was read or kept; until then it is the default."""

    def take(self, tables: Mapping[str, Mapping[str, Document]] | None) -> list[str]:
        """Take what the library has, unless it is known already; None has nothing to say.

        Returns:
            A sentence about each value that cannot be: its default counts in its place.
        """
        if tables is None or self.is_known:
            return []
        row = tables.get(self._table, {}).get(KEY) or {}
        self._kept, faults = _read(type(self._kept), row)
        self.is_known = True
        return [_passed_over(self._table, fault) for fault in faults]

    def as_set(self, by_hand: Config) -> _Kept:
        """Return it as the hand-written settings have it."""
        return by_hand.over(self._kept)

    def keep(self, wanted: _Kept, by_hand: Config, library: Library) -> Callable[[], object]:
        """Have it be something else from now on; return what writes that.

        What the hand-written settings overrule stays in the library as it was.
        """
        before = document_of(self._kept)
        self._kept = by_hand.spared(wanted, self._kept)
        self.is_known = True
        row = document_of(self._kept)
        return lambda: library.put(self._table, KEY, row, before)
