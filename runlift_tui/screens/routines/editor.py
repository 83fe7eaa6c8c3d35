"""A routine, line by line: blocks, slots, their numbers, and what it all comes to."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.routines.edit import (
    At,
    Edited,
    Exercises,
    block_added,
    copied,
    exercised,
    moved,
    places,
    removed,
    slot_added,
    slot_at,
)
from runlift_tui.core.routines.fields import (
    ALTERNATIVES,
    EXERCISE,
    FieldLine,
    fields,
    name_of,
    outline,
)
from runlift_tui.core.routines.routine import Routine
from runlift_tui.core.routines.typed import likest, nudged, typed, with_alternatives
from runlift_tui.core.setup.preview import preview_sheet
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed, sentence
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.typing_in import opened
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled
from runlift_tui.widgets.lists.value_listing import ValueClicked, ValueListing

_LINE_KEYS = faces("editor", "enter; new; block; delete; up down; undo; whole; back; help")
_FIELD_KEYS = faces("editor", "enter=type; less more; undo; side; back=back; help")


class RoutineEditor(Page):
    """The lines of a routine, the values of the chosen one, and the preview beside them.

    Every change is kept at once, and undone by one key; nothing that cannot work is ever kept.
    """

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("editor")

    def __init__(self, changes: RoutineChanges, id_: str) -> None:
        super().__init__()
        self._changes = changes
        self._routine_id = id_
        self._in_fields = False
        self._routine = changes.routine(id_)

    def compose(self) -> ComposeResult:
        """Yield the strip, lines and values, the preview beside them, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="lines"):
                yield Listing(id="outline")
                yield ValueListing(id="fields")
            yield Sheet()
        yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the routine, its first slot chosen."""
        self.query_one(Sheet).more = "…  w shows the rest"
        self._changes.today.store.told = lambda: self.call_later(self._tell, "")
        self._outline.chosen = 2
        self._paint()
        self._tell("")

    @property
    def _outline(self) -> Listing:
        return self.query_one("#outline", Listing)

    @property
    def _fields(self) -> Listing:
        return self.query_one("#fields", Listing)

    @property
    def _exercises(self) -> Exercises:
        return self._changes.shelf.exercises(archived=True)

    @property
    def _at(self) -> At:
        lines = places(self._routine)
        return lines[min(self._outline.chosen, len(lines) - 1)]

    @property
    def _field(self) -> FieldLine:
        found = fields(self._routine, self._at, self._exercises)
        return found[min(self._fields.chosen, len(found) - 1)]

    # What is shown

    def _paint(self) -> None:
        routine, exercises = self._routine, self._exercises
        outline_, below = self._outline, self._fields
        lines = outline(routine, exercises)
        outline_.chosen = min(outline_.chosen, len(lines) - 1)
        outline_.rows = tuple(Row(f"{line.indent}{line.text}", line.note) for line in lines)
        outline_.styles.max_height = len(lines)
        found = fields(routine, self._at, exercises)
        below.chosen = min(below.chosen, len(found) - 1) if self._in_fields else -1
        width = max(len(line.name) for line in found)
        below.rows = tuple(
            Row(f"{line.name:>{width}}  {line.shown}", self._hint(number, line))
            for number, line in enumerate(found)
        )
        below.styles.height = len(found)
        seen = self._changes.preview(routine)
        self.query_one(Sheet).sheet = preview_sheet(seen)
        self.show_strip(f"Edit   {routine.name}   {seen.length}")
        self.show_keys(_FIELD_KEYS if self._in_fields else _LINE_KEYS)

    def _hint(self, number: int, line: FieldLine) -> str:
        return line.hint if self._in_fields and number == self._fields.chosen else ""

    def _tell(self, text: str) -> None:
        unkept = self._changes.today.store.desk.outbox.unkept
        line = self.query_one("#told", Static)
        line.update(Content(safe_text(f"NOT SAVED: {unkept}" if unkept else text)), layout=False)
        line.set_class(bool(unkept), "-unsaved")

    # Moving

    def action_move(self, by: int) -> None:
        """Go to another line, or another value."""
        listing = self._fields if self._in_fields else self._outline
        listing.chosen = max(0, min(listing.chosen + by, len(listing.rows) - 1))
        self._paint()
        self._tell("")

    def action_other_side(self) -> None:
        """From the lines to the values of the chosen one, or back."""
        self._in_fields = not self._in_fields
        self._fields.chosen = 0
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the line that was clicked."""
        self._in_fields = False
        self._outline.chosen = message.index
        self._paint()

    def on_value_clicked(self, message: ValueClicked) -> None:
        """Choose the value that was clicked; one that was chosen already is changed."""
        again = self._in_fields and self._fields.chosen == message.index
        self._in_fields = True
        self._fields.chosen = message.index
        self._paint()
        if again:
            self.action_enter()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the lines by the wheel."""
        self.action_move(message.by)

    def action_back(self) -> None:
        """From the values to the lines, and from there to the routines."""
        if self._in_fields:
            self.action_other_side()
        else:
            self.dismiss(None)

    # Changing

    def _keep(self, routine: Routine, what: str, at: At | None = None) -> None:
        """Keep a change, and stand where it is."""
        if routine == self._routine:
            self._paint()
            return
        done = self._changes.keep(routine, what)
        self._stand(done, at)

    def _stand(self, done: Changed, at: At | None = None) -> None:
        """Show the routine as it is now; one that is gone leads back to the list."""
        try:
            self._routine = self._changes.routine(self._routine_id)
        except Refused:
            self.dismiss(None)
            return
        if at is not None:
            self._outline.chosen = places(self._routine).index(at)
        self._paint()
        self._tell(done.told)

    def _try(self, change: Callable[[], Edited], what: str) -> None:
        try:
            found = change()
        except Refused as refused:
            self._tell(sentence(refused))
            return
        self._keep(found.routine, what, found.at)

    def action_edit(self, what: str) -> None:
        """Copy, take out or move the chosen line."""
        routine, at, exercises = self._routine, self._at, self._exercises
        name = name_of(routine, at)
        changes: dict[str, tuple[Callable[[], Edited], str]] = {
            "copy": (lambda: copied(routine, at, exercises), f"Copied {name}"),
            "remove": (lambda: removed(routine, at, exercises), f"Took {name} out"),
            "up": (lambda: moved(routine, at, -1, exercises), f"Moved {name} up"),
            "down": (lambda: moved(routine, at, 1, exercises), f"Moved {name} down"),
        }
        self._try(*changes[what])

    def action_nudge(self, by: int) -> None:
        """Make the chosen value a step less or more; in the lines, go to the values."""
        if not self._in_fields:
            if by > 0:
                self.action_other_side()
            return
        line, at = self._field, self._at
        try:
            after = nudged(self._routine, at, line.key, by, self._exercises)
        except Refused as refused:
            self._tell(sentence(refused))
            return
        self._keep(after, self._what(after, at, line.key), at)

    def _what(self, after: Routine, at: At, key: str) -> str:
        """Return a changed value in words: "B1, rest: 2:00"."""
        found = next(line for line in fields(after, at, self._exercises) if line.key == key)
        return f"{name_of(after, at)}, {found.name}: {found.shown}"

    def on_key(self, event: events.Key) -> None:
        """Open a dialog at once; take a digit for the beginning of a new value."""
        openers = {
            **dict.fromkeys(self.keys_of("editor.new"), self.action_add_slot),
            **dict.fromkeys(self.keys_of("editor.block"), self.action_add_block),
        }
        if self._in_fields:
            openers |= dict.fromkeys(self.keys_of("editor.enter"), self.action_enter)
        if opened(self, event, openers):
            return
        if self._in_fields and event.character is not None and event.character in "0123456789":
            event.stop()
            self._type(event.character)

    def action_enter(self) -> None:
        """Go to the values of the chosen line; there, change the chosen one."""
        if not self._in_fields:
            self.action_other_side()
        elif self._field.key == EXERCISE:
            self._choose_exercise()
        elif self._field.key == ALTERNATIVES:
            self._edit_alternatives()
        elif self._field.key in ("unloaded", "zero_is_go"):
            self.action_nudge(1)
        else:
            self._type("")

    def _type(self, begun: str) -> None:
        from runlift_tui.screens.parts.typing_in import TypingScreen

        line, at = self._field, self._at
        if line.key in (EXERCISE, ALTERNATIVES):
            return

        def take(text: str) -> None:
            after = typed(self._routine, at, line.key, text, self._exercises)
            self._keep(after, self._what(after, at, line.key), at)

        title = f"{name_of(self._routine, at)}   {line.name}"
        self.app.push_screen(TypingScreen(title, line.shown, line.hint, take, begun))

    def _choose_exercise(self) -> None:
        at = self._at

        def chosen(exercise: Exercise | None) -> None:
            if exercise is not None:
                what = f"{name_of(self._routine, at)} is {exercise.name}"
                self._try(
                    lambda: Edited(exercised(self._routine, at, exercise, self._exercises), at),
                    what,
                )

        self._choose(f"{name_of(self._routine, at)}   another exercise", self._likest(), chosen)

    def _likest(self) -> tuple[Exercise, ...]:
        return likest(self._routine, self._at, self._changes.shelf.exercises(), self._exercises)

    def _choose(
        self,
        title: str,
        choices: Sequence[Exercise],
        then: Callable[[Exercise | None], None],
    ) -> None:
        from runlift_tui.screens.exercises.choosing import ExerciseChoosing

        self.app.push_screen(ExerciseChoosing(title, choices), then)

    def _edit_alternatives(self) -> None:
        from runlift_tui.screens.routines.instead import InsteadScreen

        at = self._at
        slot = slot_at(self._routine, at)

        def take(ids: tuple[str, ...]) -> None:
            after = with_alternatives(self._routine, at, ids, self._exercises)
            self._keep(after, f"{slot.label}, its own list", at)

        title = f"{slot.label}   what may stand there instead"
        screen = InsteadScreen(title, slot.alternatives, self._likest(), self._exercises, take)
        self.app.push_screen(screen)

    def action_add_slot(self) -> None:
        """Choose an exercise, and put it into a slot of its own after the chosen one."""
        at = self._at

        def chosen(exercise: Exercise | None) -> None:
            if exercise is not None:
                what = f"Added {exercise.name}"
                self._try(lambda: slot_added(self._routine, at, exercise, self._exercises), what)

        self._choose("A new slot", list(self._changes.shelf.exercises().values()), chosen)

    def action_add_block(self) -> None:
        """Choose an exercise, and put it into a block of its own after the chosen one."""
        at = self._at

        def chosen(exercise: Exercise | None) -> None:
            if exercise is not None:
                what = f"Added a block with {exercise.name}"
                self._try(lambda: block_added(self._routine, at, exercise, self._exercises), what)

        self._choose("A new block", list(self._changes.shelf.exercises().values()), chosen)

    def action_reset(self) -> None:
        """Bring the routine back as it ships."""
        self._stand(self._changes.reset(self._routine_id))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._stand(self._changes.undo())

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self._stand(self._changes.redo())

    # More

    def action_whole(self) -> None:
        """Show all of the preview."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.query_one(Sheet).sheet))
