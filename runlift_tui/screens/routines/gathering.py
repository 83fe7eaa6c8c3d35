"""The exercises of a new routine, one after the other, before it is made."""

from collections.abc import Callable, Iterator, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.athlete.closed import closed_to, open_first
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.shelf_edits import gathered
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import plural, safe_text
from runlift_tui.screens.exercises.choosing import RowOfOne
from runlift_tui.screens.exercises.finder import Hit
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.screens.routines.choosing_or_new import ChoosingOrNew, is_new, write
from runlift_tui.widgets.lists.listing import Row, RowClicked

TITLE = "A new routine: its first exercise; its name is asked for at the end"


_DONE = Exercise(id="@done", name="That is all")
"""Stands for none of them: the row that ends it."""


class Gathering(ChoosingOrNew):
    """Choose exercises until that is all; dismissed once they were taken."""

    KEYS = "enter  add     ↑↓  through the list     escape  back"
    ADDED_KEYS = "enter  add, or done     backspace  the last one out     escape  done"
    BINDINGS = [Binding("backspace", "rub", show=False, priority=True)]

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
        super().__init__(TITLE, choices, lambda each: closed_to(each, held), former=shelf.former)
        self._changes = changes
        self._take = take
        self._gathered: tuple[Exercise, ...] = ()

    def arranged(self, hits: Sequence[Hit], *, searched: bool) -> Iterator[RowOfOne]:
        """Yield that it is all, once there is one and nothing is typed, before what there is."""
        if self._gathered and not searched:
            told = f"a routine of {plural(len(self._gathered), 'exercise')}"
            yield RowOfOne(Row("That is all", told, key=_DONE.id), _DONE)
        yield from super().arranged(hits, searched=searched)

    def taken(self, exercise: Exercise) -> None:
        """Add it, and ask for the next one; or that is all."""
        if exercise == _DONE:
            self.action_back()
        elif is_new(exercise):
            write(self, self._changes, exercise.name, self._add)
        else:
            self._add(exercise)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Take the exercise that was clicked, or that it is all."""
        if message.key == _DONE.id:
            self.action_back()
        else:
            super().on_row_clicked(message)

    def _add(self, exercise: Exercise) -> None:
        wanted = (*self._gathered, exercise)
        try:
            gathered(self._changes.shelf, wanted)
        except Refused as refused:
            self.query_one(".dialog-keys", Static).update(Content(safe_text(f"{refused}.")))
            return
        self._hold(wanted)

    def _hold(self, wanted: tuple[Exercise, ...]) -> None:
        """Have these, and ask for the next one."""
        self._gathered = wanted
        self.KEYS = self.ADDED_KEYS if wanted else Gathering.KEYS
        names = ", ".join(each.name for each in wanted)
        told = f"A new routine: {names}" if wanted else TITLE
        self.query_one(".dialog-title", Static).update(Content(safe_text(told)))
        self.query_one(Input).value = ""
        self.find("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the key to the line while anything is typed in it."""
        return action != "rub" or bool(self._gathered and not self.query_one(Input).value)

    def action_rub(self) -> None:
        """Take the last one out again."""
        self._hold(self._gathered[:-1])

    def action_back(self) -> None:
        """Make a routine of what was chosen; of nothing, none."""
        self.dismiss(None)
        if self._gathered:
            self._take(self._gathered)
