"""A routine, line by line: blocks, slots, their numbers, and what it all comes to."""

from collections.abc import Callable, Iterator
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.edit import block_beside
from runlift_tui.core.routines.fields import ALTERNATIVES, EXERCISE, TURNED
from runlift_tui.core.setup.preview import preview_sheet
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.changing_page import ChangingPage, Openers
from runlift_tui.screens.parts.page import LIST_CSS
from runlift_tui.screens.routines.asking import Asking
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.screens.routines.edited import EditedRoutine, NamedChange
from runlift_tui.screens.routines.lines import RoutineLines
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import RowClicked, RowsScrolled
from runlift_tui.widgets.lists.value_listing import ValueClicked

_LINE_KEYS = faces(
    "editor", "enter; new; block; delete; instead=instead; up down; undo; whole; back; help"
)
_NAMELESS = "It is kept. Give it a name of its own: {editor.enter}, {editor.enter}, and type."
_OF_A_FIELD = "; side; undo; back=to the lines; help"
_FIELD_KEYS = faces("editor", f"enter=type; less more{_OF_A_FIELD}")
_CHOSEN_KEYS = faces("editor", f"enter=choose{_OF_A_FIELD}")
_TURNED_KEYS = faces("editor", f"enter less more=yes, no{_OF_A_FIELD}")


class RoutineEditor(ChangingPage):
    """The lines of a routine, the values of the chosen one, and the preview beside them.

    Every change is kept at once, and undone by one key; nothing that cannot work is ever kept.
    """

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("editor")

    def __init__(self, changes: RoutineChanges, id_: str, *, new: bool = False) -> None:
        """Edit a routine.

        Args:
            changes: Where changes go.
            id_: Of the routine.
            new: Whether nobody gave it a name yet.
        """
        super().__init__()
        self._new = new
        self.changes: RoutineChanges = changes
        self._edited = EditedRoutine(changes, id_)
        self._lines = RoutineLines(self._edited)
        self._asking = Asking(self, self._lines, self._edited, self._keep, self._attempt)
        self.take_actions(self._asking)

    def compose(self) -> ComposeResult:
        """Yield the strip, lines and values, the preview beside them, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            yield self._lines
            yield Sheet()
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the routine, its first slot chosen, or its name where it is to be given one."""
        self.query_one(Sheet).more = named("…  {editor.whole} shows the rest")
        self.changes.listen(lambda: self.call_later(self.tell, ""))
        self._lines.choose_line(0 if self._new else 2)
        self._paint()
        self.tell(named(_NAMELESS) if self._new else "")

    def _paint(self) -> None:
        self._lines.paint()
        routine = self._edited.routine
        seen = self.changes.preview(routine)
        self.query_one(Sheet).sheet = preview_sheet(seen, beside_it=True)
        length = f"{seen.which}: {seen.length}" if seen.which else seen.length
        self.show_strip(f"Edit   {routine.name}   {length}")
        lines = self._lines
        keys = _field_keys(lines.value.key) if lines.in_values else _LINE_KEYS
        self.show_keys(keys, set(_in_vain(lines, self._edited)))

    # Moving

    def action_move(self, by: int, blocks: bool = False) -> None:
        """Go to another line, or another value; or so many blocks on, to its first slot."""
        if blocks:
            self._lines.choose_place(block_beside(self._edited.routine, self._lines.at, by))
        else:
            self._lines.move(by)
        self._paint()
        self.tell("")

    def action_next_value(self, by: int = 1) -> None:
        """Go to the next value, or the one before below zero; from the lines to the first, last."""
        if not self._lines.in_values:
            self.action_other_side()
            by = min(by, 0)
        self._lines.next_value(by)
        self._paint()
        self.tell("")

    def action_other_side(self) -> None:
        """From the lines to the values of the chosen one, or back."""
        self._lines.turn()
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the line that was clicked."""
        self._lines.choose_line(message.index)
        self._paint()

    def on_value_clicked(self, message: ValueClicked) -> None:
        """Choose the value that was clicked; one that was chosen already is changed."""
        again = self._lines.choose_value(message.index)
        self._paint()
        if again:
            self.action_enter()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the lines by the wheel."""
        self.action_move(message.by)

    def action_back(self) -> None:
        """From the values to the lines, and from there to the routines."""
        if self._lines.in_values:
            self.action_other_side()
        else:
            self.dismiss(None)

    # Changing

    def _keep(self, step: NamedChange) -> None:
        """Keep a change, and stand where it is."""
        if step.routine == self._edited.routine:
            self._paint()
        else:
            self._show(self.changes.keep(step.routine, step.what), step)

    def _attempt(self, make: Callable[[], NamedChange]) -> None:
        """Make a change and keep it, or say why it is refused."""
        try:
            step = make()
        except Refused as refused:
            self.tell(sentence(str(refused)))
            return
        self._keep(step)

    def show(self, done: Changed) -> None:
        """Show the routine as it is now."""
        self._show(done)

    def _show(self, done: Changed, step: NamedChange | None = None) -> None:
        """Show what came of a change; a routine that is gone leads back to the list."""
        try:
            self._edited.read_again()
        except Refused:
            self.dismiss(None)
            return
        if step is not None and step.at is not None:
            self._lines.choose_place(step.at)
        self._paint()
        self.tell(done.told)

    def action_edit(self, how: str) -> None:
        """Copy, take out or move the chosen line."""
        self._attempt(lambda: self._edited.line_edited(self._lines.at, how))

    def action_nudge(self, by: int) -> None:
        """Make the chosen value a step less or more; in the lines, go to the values."""
        lines = self._lines
        if lines.in_values:
            self._attempt(lambda: self._edited.nudged(lines.at, lines.value.key, by))
        elif by > 0:
            self.action_other_side()

    def openers(self, event: events.Key) -> Openers:
        """Open a dialog at once; take a digit for the beginning of a new value."""
        found: dict[str, Callable[[], object]] = {}
        if self._lines.in_values:
            found |= {digit: partial(self._asking.value, digit) for digit in "0123456789"}
            found |= dict.fromkeys(self.keys_of("editor.enter"), self.action_enter)
        found |= dict.fromkeys(self.keys_of("editor.block"), self._asking.action_add_block)
        found |= dict.fromkeys(self.keys_of("editor.new"), self._asking.action_add_slot)
        found |= dict.fromkeys(self.keys_of("editor.instead"), self._asking.action_instead)
        return found

    def action_enter(self) -> None:
        """Go to the values of the chosen line; there, change the chosen one."""
        if not self._lines.in_values:
            self.action_other_side()
            return
        key = self._lines.value.key
        if key == EXERCISE:
            self._asking.another_exercise()
        elif key == ALTERNATIVES:
            self._asking.action_instead()
        elif key in TURNED:
            self.action_nudge(1)
        else:
            self._asking.value("")

    def action_reset(self) -> None:
        """Bring the routine back as it ships."""
        self.show(self.changes.reset(self._edited.routine.id))


def _field_keys(key: str) -> tuple[KeyFace, ...]:
    """Return the keys over a value: it is typed, chosen from a list, or yes or no."""
    if key in TURNED:
        return _TURNED_KEYS
    return _CHOSEN_KEYS if key in (EXERCISE, ALTERNATIVES) else _FIELD_KEYS


def _in_vain(lines: RoutineLines, edited: EditedRoutine) -> Iterator[str]:
    """Yield what would be refused of the chosen line, or change nothing: by trying it."""
    at = lines.at
    tried = {
        "up": partial(edited.line_edited, at, "up"),
        "down": partial(edited.line_edited, at, "down"),
        "delete": partial(edited.line_edited, at, "remove"),
    }
    if lines.in_values:
        key = lines.value.key
        tried = {"less": partial(edited.nudged, at, key, -1)}
        tried["more"] = partial(edited.nudged, at, key, 1)
    for name, make in tried.items():
        try:
            comes_to = make().routine
        except Refused:
            yield name
        else:
            if comes_to == edited.routine:
                yield name
    if at.slot is None:
        yield "instead"
