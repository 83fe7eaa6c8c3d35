"""The exercises of a new routine, one after the other, before it is made."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.athlete.closed import closed_to, open_first
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.shelf_edits import gathered
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.screens.routines.choosing_or_new import ChoosingOrNew, is_new, write

TITLE = "A new routine: its exercises, in their order"


class Gathering(ChoosingOrNew):
    """Choose exercises until the line is left empty; dismissed once they were taken."""

    KEYS = "enter  add     ↑↓  through the list     escape  back"
    ADDED_KEYS = "enter  add; empty: done     ↑↓  through the list     escape  done"

    def __init__(
        self, changes: RoutineChanges, take: Callable[[tuple[Exercise, ...]], None]
    ) -> None:
        """Offer all exercises.

        Args:
            changes: Has the shelf, and what holds jumps back.
            take: Called with what was chosen; never with nothing.
        """
        shelf, held = changes.shelf, changes.today.allowed().held
        choices = tuple(open_first(shelf.exercises().values(), held))
        super().__init__(TITLE, choices, lambda each: closed_to(each, held), shelf.former)
        self._changes = changes
        self._take = take
        self._gathered: tuple[Exercise, ...] = ()
        self._moved = False

    def taken(self, exercise: Exercise) -> None:
        """Add it, and ask for the next one."""
        if is_new(exercise):
            write(self, self._changes, exercise.name, self._add)
        else:
            self._add(exercise)

    def _add(self, exercise: Exercise) -> None:
        wanted = (*self._gathered, exercise)
        try:
            gathered(self._changes.shelf, wanted)
        except Refused as refused:
            self.query_one(".dialog-keys", Static).update(Content(safe_text(f"{refused}.")))
            return
        self._gathered, self._moved = wanted, False
        self.KEYS = self.ADDED_KEYS
        names = ", ".join(each.name for each in self._gathered)
        self.query_one(".dialog-title", Static).update(
            Content(safe_text(f"A new routine: {names}"))
        )
        self.query_one(Input).value = ""
        self.find("")

    def entered(self) -> None:
        """Add the chosen row; on the empty line, where none was gone to, that is all."""
        if self._gathered and not self._moved and not self.query_one(Input).value.strip():
            self.action_back()
        else:
            super().entered()

    def action_move(self, by: int) -> None:
        """Go through the list; what was gone to is meant by the next enter."""
        self._moved = True
        super().action_move(by)

    def action_back(self) -> None:
        """Make a routine of what was chosen; of nothing, none."""
        self.dismiss(None)
        if self._gathered:
            self._take(self._gathered)
