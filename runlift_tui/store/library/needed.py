"""What the start of a session needs of the library, without reading a thousand exercises.

`needed.jsonl` lies with the derived files and can be deleted at will. It holds the athlete, their
settings, plans and routines, and those exercises that a routine may have.
"""

import json
from collections.abc import Container

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.derived import Derived, fingerprint
from runlift_tui.store.library.library import (
    ATHLETE,
    EXERCISES,
    MERGED,
    PLANS,
    ROUTINES,
    SETTINGS,
    Library,
)

VERSION = 2
"""The shape of what is kept; another one is read as if it were not there."""

_WHOLE = (ATHLETE, SETTINGS, PLANS)

Tables = dict[str, dict[str, Document]]


class Needed:
    """The small part of a library, kept up to date by the fingerprint of its file."""

    def __init__(self, folder: str, library: Library) -> None:
        self._derived = Derived(folder, "needed", VERSION)
        self._library = library

    def load(self, shipped: Container[str]) -> Tables:
        """Return the tables as `Library.snapshot` does, without exercises that no routine has.

        Args:
            shipped: Ids of the exercises that ship; a copy over one of them is always needed.

        Raises:
            Newer, Unreadable: the library cannot be read.
        """
        mark = fingerprint(self._library.path)
        kept = self._derived.read_of("needed", mark)
        if kept is not None:
            tables: Tables = kept["tables"]
            return tables
        tables = _needed(self._library.snapshot(), shipped)
        if self._library.damaged is None:
            self._derived.keep_of("needed", mark, {"tables": tables})
        return tables


def _needed(tables: Tables, shipped: Container[str]) -> Tables:
    routines = tables.get(ROUTINES, {})
    said = json.dumps(routines)
    exercises = tables.get(EXERCISES, {})
    return {
        **{name: tables.get(name, {}) for name in _WHOLE},
        ROUTINES: routines,
        EXERCISES: {
            id_: row
            for id_, row in exercises.items()
            if id_ in shipped or row.get(MERGED) or json.dumps(id_) in said
        },
    }
