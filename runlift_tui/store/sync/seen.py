"""What was taken in and what was given out: fingerprints, which can be deleted at will."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from runlift_tui.core.words.documents import Document
from runlift_tui.store.disk.derived import Derived, Fingerprint
from runlift_tui.store.sync.came import CameIn

NAME = "seen"
_VERSION = 1


class SeenFiles:
    """What `seen.jsonl` holds; without it everything is read once more, to no harm."""

    def __init__(self, derived: str) -> None:
        """Read it.

        Args:
            derived: The folder of the derived files.
        """
        self.path = os.path.join(derived, f"{NAME}.jsonl")
        self._derived = Derived(derived, NAME, _VERSION)
        said = self._derived.read(NAME) or {}
        self.absorbed = _marks(said, "absorbed")
        """Of files that were taken in, by path."""
        self.home = _marks(said, "home")
        """Of this machine's own files as they were given out last, by name."""
        self.given = _marks(said, "given")
        """Of the same in the carried folder, by path."""
        self.faults: dict[str, Document] = _dicts(said, "faults")
        """Files that could not be taken in: why, since when, and the fingerprint."""
        self.waiting: dict[str, Document] = _dicts(said, "waiting")
        """Machines that wait for a yes, by the name of their folder."""
        self.at = said.get("at") if isinstance(said.get("at"), str) else ""
        """When anything was exchanged last."""
        self.away = _text(said, "away")
        """Since when the carried folder is away; empty while it is there."""
        self.refused = _text(said, "refused")
        """Why nothing could be given out when that was tried last; empty where it could."""
        self.refused_since = _text(said, "refused_since")
        told = said.get("told")
        self.told = told if isinstance(told, int) else CameIn(derived).last
        """The number of the last line of what came in that home has told."""
        self._before = self._document()

    def keep_only(self, stands: Callable[[str], bool]) -> None:
        """Forget what was said of files that stand no longer."""
        for known in (self.absorbed, self.faults):
            for path in [path for path in known if not stands(path)]:
                del known[path]

    def keep(self) -> None:
        """Keep it, where the disk lets us and anything is another."""
        said = self._document()
        if said != self._before:
            self._derived.keep(NAME, said)
            self._before = said

    def _document(self) -> Document:
        return {
            "absorbed": dict(self.absorbed),
            "home": dict(self.home),
            "given": dict(self.given),
            "faults": dict(self.faults),
            "waiting": dict(self.waiting),
            "at": self.at,
            "away": self.away,
            "refused": self.refused,
            "refused_since": self.refused_since,
            "told": self.told,
        }


def _text(said: Document, key: str) -> str:
    return str(said.get(key) or "")


def _marks(said: Document, key: str) -> dict[str, Fingerprint]:
    found = said.get(key)
    return dict(found) if isinstance(found, dict) else {}


def _dicts(said: Document, key: str) -> dict[str, Any]:
    found = said.get(key)
    rows = found.items() if isinstance(found, dict) else ()
    return {name: row for name, row in rows if isinstance(row, dict)}


def forget(derived: str) -> None:
    """Have everything read once more; what was told is not told again."""
    told = SeenFiles(derived).told
    with suppress(OSError):
        os.unlink(os.path.join(derived, f"{NAME}.jsonl"))
    seen = SeenFiles(derived)
    seen.told = told
    seen.keep()
