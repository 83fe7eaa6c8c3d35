"""A routine while it is edited: each change of it, and what that is called."""

from typing import NamedTuple

from runlift_tui.core.athlete.closed import open_first
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.edit import (
    At,
    Edited,
    Exercises,
    block_added,
    copied,
    exercised,
    moved,
    removed,
    slot_added,
    slot_at,
)
from runlift_tui.core.routines.fields import fields, name_of
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.typed import likest, nudged, typed, with_alternatives
from runlift_tui.screens.routines.changes import RoutineChanges


class NamedChange(NamedTuple):
    """A change of a routine that is not kept yet."""

    routine: Routine
    at: At | None
    """Where one stands after it; None for where one stood."""
    what: str
    """What it is called: "B1, rest: 2:00"."""


class EditedRoutine:
    """A routine as it stands, and the changes of its lines; each is refused or fit to be kept."""

    def __init__(self, changes: RoutineChanges, id_: str) -> None:
        self.changes = changes
        self._id = id_
        self.routine = changes.routine(id_)
        self.held = changes.today.allowed().held
        """What holds jumps back today, in words."""

    @property
    def exercises(self) -> Exercises:
        """Every exercise that there is, by id."""
        return self.changes.shelf.exercises(archived=True)

    def offered(self) -> tuple[Exercise, ...]:
        """Return the exercises that one can choose, what is closed last."""
        return tuple(open_first(self.changes.shelf.exercises().values(), self.held))

    def likest(self, at: At) -> tuple[Exercise, ...]:
        """Return what can be chosen for a slot: the likest to its exercise first, closed last."""
        found = likest(self.routine, at, self.changes.shelf.exercises(), self.exercises)
        return tuple(open_first(found, self.held))

    def read_again(self) -> None:
        """Take the routine as it stands now.

        Raises:
            Refused: it is gone.
        """
        self.routine = self.changes.routine(self._id)

    # Changes, each of which raises `Refused` where it cannot work

    def line_edited(self, at: At, how: str) -> NamedChange:
        """Return a line changed as a whole.

        Args:
            at: Which one.
            how: "copy", "remove", "up" or "down".
        """
        routine, exercises, name = self.routine, self.exercises, name_of(self.routine, at)
        match how:
            case "copy":
                return _step(copied(routine, at, exercises), f"Copied {name}")
            case "remove":
                return _step(removed(routine, at, exercises), f"Took {name} out")
            case "up":
                return _step(moved(routine, at, -1, exercises), f"Moved {name} up")
            case _:
                return _step(moved(routine, at, 1, exercises), f"Moved {name} down")

    def nudged(self, at: At, key: str, by: int) -> NamedChange:
        """Return a value some steps more, or less."""
        return self._valued(nudged(self.routine, at, key, by, self.exercises), at, key)

    def typed(self, at: At, key: str, text: str) -> NamedChange:
        """Return a value as it was typed."""
        return self._valued(typed(self.routine, at, key, text, self.exercises), at, key)

    def _valued(self, after: Routine, at: At, key: str) -> NamedChange:
        found = next(line for line in fields(after, at, self.exercises) if line.key == key)
        return NamedChange(after, at, f"{name_of(self.routine, at)}, {found.name}: {found.shown}")

    def with_exercise(self, at: At, exercise: Exercise) -> NamedChange:
        """Return another exercise in a slot."""
        what = f"{name_of(self.routine, at)} is {exercise.name}"
        return NamedChange(exercised(self.routine, at, exercise, self.exercises), at, what)

    def with_alternatives(self, at: At, ids: tuple[str, ...]) -> NamedChange:
        """Return a slot with its own list of what may stand there instead."""
        after = with_alternatives(self.routine, at, ids, self.exercises)
        return NamedChange(after, at, f"{slot_at(self.routine, at).label}, its own list")

    def with_slot(self, at: At, exercise: Exercise) -> NamedChange:
        """Return a slot for an exercise after a line."""
        return _step(
            slot_added(self.routine, at, exercise, self.exercises), f"Added {exercise.name}"
        )

    def with_block(self, at: At, exercise: Exercise) -> NamedChange:
        """Return a block with an exercise after a line."""
        what = f"Added a block with {exercise.name}"
        return _step(block_added(self.routine, at, exercise, self.exercises), what)


def _step(edited: Edited, what: str) -> NamedChange:
    return NamedChange(edited.routine, edited.at, what)
