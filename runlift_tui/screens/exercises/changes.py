"""Changes of exercises, with the way back, and what each of them says."""

from collections.abc import Callable, Mapping
from functools import partial

from runlift_tui.core.exercises import shelf
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import FormerNames
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import broken_by
from runlift_tui.core.words.faults import Refused
from runlift_tui.screens.parts.changes import Changed, Changes
from runlift_tui.store.store import Store
from runlift_tui.store.undoing import edit_back


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
_THEN = {"copy": " {exercises.edit} gives it a name of its own."}


class ExerciseChanges(Changes[Edit]):
    """Changes of exercises."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, "exercises", store.desk.edit, partial(edit_back, store))

    def change(self, what: str, exercise: Exercise) -> Changed:
        """Change an exercise: `favour`, `archive`, `copy`, `reset` or `delete`."""
        then = f"{_THEN.get(what, '')}{self.undoes}"
        make = _MAKERS[what]
        return self.make(lambda: make(self._store.desk.shelf(), exercise.id), then, exercise.name)

    @property
    def former(self) -> FormerNames:
        """What exercises are called beside their names: what they were called before."""
        return self._store.desk.shelf().former

    def mergeable(self, exercise: Exercise) -> list[Exercise]:
        """Return the entries that may be of the same movement as one."""
        past = {time.exercise for time in self._store.facts().last_times}
        return shelf.mergeable(self._store.desk.shelf(), exercise, past)

    def counted_otherwise(self, exercise: Exercise) -> list[Exercise]:
        """Return the entries that would be mergeable if they were counted as one is."""
        return shelf.counted_otherwise(self._store.desk.shelf(), exercise)

    def merge(self, exercise: Exercise, other: Exercise) -> Changed:
        """Make another entry of the same movement this one, and its past too."""
        return self.make(
            lambda: shelf.merged(self._store.desk.shelf(), other, exercise), about=exercise.name
        )

    def keep_written(self, edit: Edit) -> Changed:
        """Make an edit that a form came to."""
        adapted = self._store.desk.shelf().after(edit).is_adapted(edit.id)
        back = " {exercises.reset} brings back how it was shipped." if adapted else ""
        return self.make(lambda: edit, f"{back}{self.undoes}")
