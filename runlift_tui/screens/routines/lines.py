"""The lines of a routine and the values of the chosen one, and which of all these is chosen."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container

from runlift_tui.core.routines.edit import At, places
from runlift_tui.core.routines.fields import FieldLine, fields
from runlift_tui.core.routines.written import written
from runlift_tui.screens.routines.edited import EditedRoutine
from runlift_tui.widgets.lists.listing import Listing, Row
from runlift_tui.widgets.lists.value_listing import ValueListing


class RoutineLines(Container):
    """Two lists, one below the other; the keys go through the one or the other."""

    in_values = False
    """Whether they go through the values."""

    def __init__(self, edited: EditedRoutine) -> None:
        super().__init__(id="lines")
        self._edited = edited
        self._outline = Listing(id="outline")
        self._values = ValueListing(id="fields")

    def compose(self) -> ComposeResult:
        """Yield the lines and the values."""
        yield self._outline
        yield self._values

    @property
    def at(self) -> At:
        """The chosen line."""
        lines = places(self._edited.routine)
        return lines[min(self._outline.chosen, len(lines) - 1)]

    @property
    def value(self) -> FieldLine:
        """The chosen value."""
        found = fields(self._edited.routine, self.at, self._edited.exercises)
        return found[min(self._values.chosen, len(found) - 1)]

    def paint(self) -> None:
        """Show all of it anew."""
        routine, exercises = self._edited.routine, self._edited.exercises
        above, below = self._outline, self._values
        room = above.text_width or None  # it has none before it is laid out
        lines = written(routine, exercises, room, cell_len)
        above.chosen = min(above.chosen, len(lines) - 1)
        above.rows = tuple(Row(line) for line in lines)
        above.styles.max_height = len(lines)
        found = fields(routine, self.at, exercises)
        below.chosen = min(below.chosen, len(found) - 1) if self.in_values else -1
        width = max(len(line.name) for line in found)
        below.rows = tuple(
            Row(f"{line.name:>{width}}  {line.shown}", line.hint if number == below.chosen else "")
            for number, line in enumerate(found)
        )
        below.styles.height = len(found)

    def on_resize(self) -> None:
        """Give the columns the room that there is."""
        self.paint()

    def move(self, by: int) -> None:
        """Choose another line, or another value."""
        listing = self._values if self.in_values else self._outline
        listing.chosen = max(0, min(listing.chosen + by, len(listing.rows) - 1))

    def next_value(self, by: int) -> None:
        """Go so many values on, or back, round and round."""
        self._values.chosen = (self._values.chosen + by) % max(1, len(self._values.rows))

    def turn(self) -> None:
        """Go from the lines to the first value of the chosen one, or back."""
        self.in_values = not self.in_values
        self._values.chosen = 0

    def choose_line(self, number: int) -> None:
        """Choose a line by its number."""
        self.in_values = False
        self._outline.chosen = number

    def choose_place(self, at: At) -> None:
        """Choose the line of a place, and stay on the side that one is on."""
        self._outline.chosen = places(self._edited.routine).index(at)

    def choose_value(self, number: int) -> bool:
        """Choose a value by its number; return whether it was chosen already."""
        again = self.in_values and self._values.chosen == number
        self.in_values = True
        self._values.chosen = number
        return again
