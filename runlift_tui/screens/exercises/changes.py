"""Changes of exercises, with the way back, and what each of them says."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from runlift_tui.core.exercises import shelf
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import broken_by
from runlift_tui.core.words.faults import Refused
from runlift_tui.store.store import Store


class Changed(NamedTuple):
    """What came of a change."""

    told: str
    """In one line."""
    id: str = ""
    """Of the exercise that was changed; empty where nothing was."""


def _reset(now: Shelf, id_: str) -> Edit:
    """Take the athlete's copy off, unless a routine stands on it."""
    edit = shelf.reset(now, id_)
    for routine, what in broken_by(edit, now):
        raise Refused(f"{routine} would not work any more, {what}")
    return edit


def _deleted(now: Shelf, id_: str) -> Edit:
    """Delete one of the athlete's own, unless a routine has it."""
    edit = shelf.deleted(now, id_)
    names = dict.fromkeys(routine for routine, _ in broken_by(edit, now))
    return shelf.deleted(now, id_, tuple(names))


_MAKERS: Mapping[str, Callable[[Shelf, str], Edit]] = {
    "favour": shelf.favoured,
    "archive": shelf.archived,
    "copy": shelf.duplicated,
    "reset": _reset,
    "delete": _deleted,
}
_THEN = {"copy": " e gives it a name of its own."}


class Changes:
    """Changes the shelf of a store, and remembers the way back."""

    def __init__(self, store: Store, trail: Trail[Edit]) -> None:
        self._store = store
        self._trail = trail

    def make(self, what: str, id_: str) -> Changed:
        """Make a change: `favour`, `archive`, `copy`, `reset` or `delete`."""
        now = self._store.desk.shelf()
        found = now.get(id_)
        if self._store.only_looking or found is None:
            return Changed(self._store.only_looking)
        try:
            edit = _MAKERS[what](now, id_)
        except Refused as refused:
            return Changed(f"{found.name}: {refused}.")
        return self.keep(edit, _THEN.get(what, ""))

    def keep(self, edit: Edit, then: str = "") -> Changed:
        """Make an edit; `then` says in a sentence what can be done next."""
        self._trail.add(edit)
        self._store.desk.edit(edit)
        return Changed(f"{edit.told}.{then} u undoes.", edit.id)

    def keep_written(self, edit: Edit) -> Changed:
        """Make an edit that a form came to."""
        adapted = self._store.desk.shelf().after(edit).is_adapted(edit.id)
        return self.keep(edit, " r brings back how it was shipped." if adapted else "")

    def undo(self) -> Changed:
        """Take the newest change back."""
        return self._again(self._trail.undo(), "Undone", "Nothing to undo.")

    def redo(self) -> Changed:
        """Make the change again that was undone last."""
        return self._again(self._trail.redo(), "Changed again", "Nothing to do again.")

    def _again(self, edit: Edit | None, word: str, nothing: str) -> Changed:
        if edit is None:
            return Changed(nothing)
        self._store.desk.edit(edit)
        return Changed(f"{word}: {edit.told}.", edit.id)
