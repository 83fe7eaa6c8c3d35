"""What the editor of a routine asks: an exercise, a value, what may stand in a place instead."""

from collections.abc import Callable, Iterable

from textual.dom import DOMNode

from runlift_tui.core.athlete.closed import closed_to
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.edit import At, slot_at
from runlift_tui.core.routines.fields import ALTERNATIVES, EXERCISE, FieldLine, name_of
from runlift_tui.screens.routines.edited import EditedRoutine, NamedChange


class Asking:
    """The dialogs of the editor, each about the line that is chosen when it opens."""

    def __init__(
        self,
        page: DOMNode,
        at: Callable[[], At],
        value: Callable[[], FieldLine],
        edited: EditedRoutine,
        keep: Callable[[NamedChange], None],
        attempt: Callable[[Callable[[], NamedChange]], None],
    ) -> None:
        """Ask on a page.

        Args:
            page: From where dialogs open.
            at: Returns the chosen line.
            value: Returns the chosen value of it.
            edited: Makes the changes.
            keep: Keeps a change; a refusal before it is the dialog's to tell.
            attempt: Makes and keeps a change; a refusal is told on the page.
        """
        self._page = page
        self._at = at
        self._value = value
        self._edited = edited
        self._keep = keep
        self._attempt = attempt

    def action_add_slot(self) -> None:
        """Choose an exercise, and put it into a slot of its own after the chosen one."""
        at, edited = self._at(), self._edited
        self._choose("A new slot", edited.offered(), lambda it: edited.with_slot(at, it))

    def action_add_block(self) -> None:
        """Choose an exercise, and put it into a block of its own after the chosen one."""
        at, edited = self._at(), self._edited
        self._choose("A new block", edited.offered(), lambda it: edited.with_block(at, it))

    def another_exercise(self) -> None:
        """Choose another exercise for the chosen slot."""
        at, edited = self._at(), self._edited
        title = f"{name_of(edited.routine, at)}   another exercise"
        # What stands there comes first, so that a key too many puts no other in its place.
        now = edited.exercises.get(slot_at(edited.routine, at).exercise)
        choices = (*([] if now is None else [now]), *edited.likest(at))
        self._choose(title, choices, lambda it: edited.with_exercise(at, it))

    def _choose(
        self, title: str, choices: Iterable[Exercise], change: Callable[[Exercise], NamedChange]
    ) -> None:
        from runlift_tui.screens.routines.choosing_or_new import ChoosingOrNew, is_new, write

        changes = self._edited.changes

        def put(exercise: Exercise) -> None:
            self._attempt(lambda: change(exercise))

        def chosen(exercise: Exercise | None) -> None:
            if exercise is not None and is_new(exercise):
                write(self._page, changes, exercise.name, put)
            elif exercise is not None:
                put(exercise)

        former = changes.shelf.former
        screen = ChoosingOrNew(title, tuple(choices), self._closed, former=former)
        self._page.app.push_screen(screen, chosen)

    def _closed(self, exercise: Exercise) -> str:
        return closed_to(exercise, self._edited.held)

    def action_instead(self) -> None:
        """Change what may stand in the chosen slot instead; an empty list opens at its search."""
        from runlift_tui.screens.routines.instead import InsteadScreen

        at, edited = self._at(), self._edited
        if at.slot is None:
            self._attempt(lambda: edited.with_alternatives(at, ()))  # which is refused, and told
            return
        slot = slot_at(edited.routine, at)

        def take(ids: tuple[str, ...]) -> None:
            self._keep(edited.with_alternatives(at, ids))

        title = f"{slot.label}   what may stand there instead"
        choices, closed = edited.likest(at), self._closed
        screen = InsteadScreen(
            title,
            slot.alternatives,
            choices,
            edited.exercises,
            edited.changes.shelf.former,
            take,
            closed,
        )
        self._page.app.push_screen(screen)
        if not slot.alternatives:
            screen.action_add()

    def value(self, begun: str) -> None:
        """Have the chosen value typed, unless it is one that is chosen from a list.

        Args:
            begun: What was typed of it already.
        """
        from runlift_tui.screens.parts.typing_in import TypingScreen

        line, at = self._value(), self._at()
        if line.key in (EXERCISE, ALTERNATIVES):
            return

        def take(text: str) -> None:
            self._keep(self._edited.typed(at, line.key, text))

        title = f"{name_of(self._edited.routine, at)}   {line.name}"
        self._page.app.push_screen(TypingScreen(title, line.shown, line.hint, take, begun))
