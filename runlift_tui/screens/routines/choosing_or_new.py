"""An exercise for a slot: one that there is, or a new one that is written at once."""

from collections.abc import Callable, Iterator, Sequence

from textual.dom import DOMNode
from textual.widgets import Input

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.words.text import capital
from runlift_tui.screens.exercises.choosing import ExerciseChoosing, RowOfOne
from runlift_tui.screens.exercises.finder import Hit
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.widgets.lists.listing import Row, RowClicked

_NEW = "@new"


def is_new(exercise: Exercise) -> bool:
    """Whether what was chosen is to be written first; it has what was typed for a name."""
    return exercise.id == _NEW


def write(
    page: DOMNode, changes: RoutineChanges, name: str, then: Callable[[Exercise], None]
) -> None:
    """Have a new exercise written, and hand it over once it is kept.

    Args:
        page: From where the form opens.
        changes: Has the shelf.
        name: What the exercise is called at first.
        then: Called with it.
    """
    from runlift_tui.screens.exercises.editor import ExerciseEditor

    def keep(edit: Edit) -> None:
        from runlift_tui.screens.exercises.changes import ExerciseChanges

        # Among all others, with a way back of its own on their page.
        ExerciseChanges(changes.today.store).keep_written(edit)
        exercise = changes.shelf.get(edit.id)
        if exercise is not None:
            then(exercise)

    page.app.push_screen(ExerciseEditor(changes.shelf, None, keep, name))


class ChoosingOrNew(ExerciseChoosing):
    """Choose an exercise; what was typed can be a new one, which stands last."""

    def arranged(self, hits: Sequence[Hit], *, searched: bool) -> Iterator[RowOfOne]:
        """Yield the rows of what was found, and behind them a new one of that name."""
        yield from super().arranged(hits, searched=searched)
        if searched:
            new = self._new
            yield RowOfOne(Row(f"New exercise: {new.name}", "into this slot", key=_NEW), new)

    @property
    def _new(self) -> Exercise:
        typed = " ".join(self.query_one(Input).value.split())
        return Exercise(id=_NEW, name=capital(typed))

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the exercise that was clicked, or a new one."""
        if message.key == _NEW:
            self.taken(self._new)
        else:
            super().on_row_clicked(message)
