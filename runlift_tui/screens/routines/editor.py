"""A routine, line by line: blocks, slots, their numbers, and what it all comes to."""

from collections.abc import Callable, Iterator
from functools import partial

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.routines.edit import At, block_beside, places
from runlift_tui.core.routines.fields import ALTERNATIVES, EXERCISE, TURNED, FieldLine, fields
from runlift_tui.core.routines.written import written
from runlift_tui.core.setup.preview import preview_sheet
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.changing_page import Openers
from runlift_tui.screens.parts.list_page import TwoSidedPage
from runlift_tui.screens.routines.asking import Asking
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.screens.routines.edited import EditedRoutine, NamedChange
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import Listing, Row
from runlift_tui.widgets.lists.value_listing import ValueListing

_LINE_KEYS = faces(
    "editor", "enter; new; block; delete; instead=instead; up down; undo; whole; back; help"
)
_OF_A_FIELD = "; side; undo; back=to the lines; help"
_FIELD_KEYS = faces("editor", f"enter=type; less more{_OF_A_FIELD}")
_CHOSEN_KEYS = faces("editor", f"enter=choose{_OF_A_FIELD}")
_TURNED_KEYS = faces("editor", f"enter less more=yes, no{_OF_A_FIELD}")


class RoutineEditor(TwoSidedPage):
    """The lines of a routine, the values of the chosen one, and the preview beside them.

    Every change is kept at once, and undone by one key; nothing that cannot work is ever kept.
    """

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
        self._asking = Asking(
            self, lambda: self.at, lambda: self.value, self._edited, self._keep, self._attempt
        )
        self.take_actions(self._asking)

    def compose(self) -> ComposeResult:
        """Yield the strip, lines and values, the preview beside them, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="lines"):
                yield Listing(id="outline")
                yield ValueListing(id="fields")
            yield Sheet()
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the routine, its first slot chosen, or its name where it is to be given one."""
        self.query_one(Sheet).more = named("…  {editor.whole} shows the rest")
        self.changes.listen(lambda: self.call_later(self.tell, ""))
        self.lines.chosen = 0 if self._new else 2
        self.paint()
        self.tell("")
        if self._new:
            self._asking.value("")  # the first one of the first line: its name

    @property
    def at(self) -> At:
        """The chosen line."""
        lines = places(self._edited.routine)
        return lines[min(self.lines.chosen, len(lines) - 1)]

    @property
    def value(self) -> FieldLine:
        """The chosen value."""
        found = fields(self._edited.routine, self.at, self._edited.exercises)
        return found[max(0, min(self.values.chosen, len(found) - 1))]

    def paint(self) -> None:
        """Show the lines, the values of the chosen one, and what the routine comes to."""
        _paint_sides(self, self._edited)
        routine = self._edited.routine
        seen = self.changes.preview(routine)
        self.query_one(Sheet).sheet = preview_sheet(seen, beside_it=True)
        length = f"{seen.which}: {seen.length}" if seen.which else seen.length
        self.show_strip(f"Edit   {routine.name}   {length}")
        keys = _field_keys(self.value.key) if self.in_values else _LINE_KEYS
        self.show_keys(keys, set(_in_vain(self, self._edited)))

    # Moving

    def choose(self, place: int, by: int = 1) -> None:
        """Choose another line, or another value; what was told is old."""
        super().choose(place, by)
        self.tell("")

    def action_move(self, by: int, blocks: bool = False) -> None:
        """Go to another line, or another value; or so many blocks on, to its first slot."""
        if blocks:
            self._stand_at(block_beside(self._edited.routine, self.at, by))
            self.paint()
            self.tell("")
        else:
            super().action_move(by)

    def _stand_at(self, at: At) -> None:
        """Choose the line of a place, and stay on the side that one is on."""
        self.lines.chosen = places(self._edited.routine).index(at)

    def action_leave(self) -> None:
        """Back to the routines."""
        self.dismiss(None)

    # Changing

    def _keep(self, step: NamedChange) -> None:
        """Keep a change, and stand where it is."""
        if step.routine == self._edited.routine:
            self.paint()
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
            self._stand_at(step.at)
        self.paint()
        self.tell(done.told)

    def action_edit(self, how: str) -> None:
        """Copy, take out or move the chosen line."""
        self._attempt(lambda: self._edited.line_edited(self.at, how))

    def action_nudge(self, by: int) -> None:
        """Make the chosen value a step less or more; in the lines, go to the values."""
        if self.in_values:
            self._attempt(lambda: self._edited.nudged(self.at, self.value.key, by))
        elif by > 0:
            self.action_other_side()

    def openers(self, event: events.Key) -> Openers:
        """Open a dialog at once; take a digit for the beginning of a new value."""
        found = {**super().openers(event)}
        found |= dict.fromkeys(self.keys_of("editor.block"), self._asking.action_add_block)
        found |= dict.fromkeys(self.keys_of("editor.new"), self._asking.action_add_slot)
        found |= dict.fromkeys(self.keys_of("editor.instead"), self._asking.action_instead)
        return found

    def type_value(self, begun: str = "") -> None:
        """Have the chosen value typed, or chosen, or turn it over."""
        key = self.value.key
        if begun or key not in (EXERCISE, ALTERNATIVES, *TURNED):
            self._asking.value(begun)
        elif key == EXERCISE:
            self._asking.another_exercise()
        elif key == ALTERNATIVES:
            self._asking.action_instead()
        else:
            self.action_nudge(1)

    def action_reset(self) -> None:
        """Bring the routine back as it ships."""
        self.show(self.changes.reset(self._edited.routine.id))


def _field_keys(key: str) -> tuple[KeyFace, ...]:
    """Return the keys over a value: it is typed, chosen from a list, or yes or no."""
    if key in TURNED:
        return _TURNED_KEYS
    return _CHOSEN_KEYS if key in (EXERCISE, ALTERNATIVES) else _FIELD_KEYS


def _paint_sides(page: RoutineEditor, edited: EditedRoutine) -> None:
    routine, exercises = edited.routine, edited.exercises
    above, below = page.lines, page.values
    room = above.text_width or None  # it has none before it is laid out
    lines = written(routine, exercises, room, cell_len)
    above.chosen = min(above.chosen, len(lines) - 1)
    above.rows = tuple(Row(line) for line in lines)
    above.styles.max_height = len(lines)
    found = fields(routine, page.at, exercises)
    below.chosen = max(0, min(below.chosen, len(found) - 1)) if page.in_values else -1
    width = max(len(line.name) for line in found)
    below.rows = tuple(
        Row(f"{line.name:>{width}}  {line.shown}", line.hint if number == below.chosen else "")
        for number, line in enumerate(found)
    )
    below.styles.height = len(found)


def _in_vain(page: RoutineEditor, edited: EditedRoutine) -> Iterator[str]:
    """Yield what would be refused of the chosen line, or change nothing: by trying it."""
    at = page.at
    tried = {
        "up": partial(edited.line_edited, at, "up"),
        "down": partial(edited.line_edited, at, "down"),
        "delete": partial(edited.line_edited, at, "remove"),
    }
    if page.in_values:
        key = page.value.key
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
