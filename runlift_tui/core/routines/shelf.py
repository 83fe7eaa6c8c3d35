"""The athlete's own shelf of routines, over that of exercises."""

from collections.abc import Mapping
from typing import Self

from msgspec import Struct, structs

from runlift_tui.core.exercises.shelf import Edit, ExerciseShelf
from runlift_tui.core.routines.routine import Routine


class MySlot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete made of one slot of a routine that ships."""

    exercise: str = ""
    """Id of the exercise that stands there from now on; empty for the routine's own."""
    alternatives: tuple[str, ...] = ()


class MyRoutine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the athlete made of one routine."""

    id: str
    routine: Routine | None = None
    """Their own, or their copy over one that ships."""
    slots: dict[str, MySlot] = {}
    """By label."""
    archived: bool = False


class Shelf(ExerciseShelf, frozen=True, kw_only=True):
    """Everything that can stand in a slot, and every routine of the athlete's own."""

    routines: Mapping[str, MyRoutine] = {}

    def after(self, edit: Edit) -> Self:
        """Return the shelf after an edit of an exercise or of a routine."""
        if edit.table == "exercises":
            return super().after(edit)
        routines = {id_: each for id_, each in self.routines.items() if id_ != edit.id}
        if isinstance(edit.after, MyRoutine):
            routines[edit.id] = edit.after
        return structs.replace(self, routines=routines)
