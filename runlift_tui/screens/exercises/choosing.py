"""One exercise out of those that can stand in a place, found by typing."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.athlete.closed import marked
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.exercises.finder import Finder, Hit
from runlift_tui.screens.parts.typing_in import LineScreen
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled

ResultT = TypeVar("ResultT")


class ExerciseList(LineScreen[ResultT]):
    """A line to search with over what can be chosen; `taken` says what comes of it."""

    KEYS = "enter  choose     ↑↓  through the list     escape  back"

    BINDINGS = [
        Binding("escape", "back", "Back"),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Exercise],
        closed: Callable[[Exercise], str] = lambda _: "",
    ) -> None:
        """Offer exercises.

        Args:
            title: What is asked.
            choices: What can be chosen, in the order in which it is offered.
            closed: Returns why one is closed for now, in words; empty where it is open. What is
                closed stands last in whatever a search finds.
        """
        super().__init__()
        self._title = title
        self._choices = choices
        self._why_closed = closed
        self._finder = Finder(choices)
        self._hits: list[Hit] = []

    def compose(self) -> ComposeResult:
        """Yield what is asked, a line to search with, and what can be chosen."""
        with Vertical(classes="dialog -list"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            yield from self.between()
            yield Input(placeholder="type to search")
            yield Listing(aligned=True)
            yield Static(id="closed", classes="dialog-refused", markup=False)
            yield Static(Content(self.KEYS), classes="dialog-keys")

    def between(self) -> ComposeResult:
        """Yield what stands between the title and the line."""
        yield from ()

    def taken(self, exercise: Exercise) -> None:
        """Go on with the exercise that was chosen."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show everything, the likest first."""
        self.query_one(Listing).empty = "nothing by that name"
        self._find("")

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self._find(message.value)

    def _find(self, query: str) -> None:
        found = self._finder.find(query)
        self._hits = sorted(found, key=lambda hit: self._why_closed(hit.exercise) != "")
        listing = self.query_one(Listing)
        listing.rows = tuple(
            Row(hit.exercise.name, self._note(hit), key=hit.exercise.id) for hit in self._hits
        )
        self._choose(0)

    def _note(self, hit: Hit) -> str:
        return marked(self._why_closed(hit.exercise)) or hit.alias or hit.exercise.trains

    def _choose(self, place: int) -> None:
        """Choose a row, and say in full why it is closed, where it is."""
        self.query_one(Listing).chosen = place
        why = self._why_closed(self._hits[place].exercise) if place < len(self._hits) else ""
        told = self.query_one("#closed", Static)
        told.update(Content(safe_text(marked(why))))
        told.display = why != ""

    @on(Input.Submitted)
    def _submit(self) -> None:
        chosen = self.query_one(Listing).chosen
        if chosen < len(self._hits):
            self.taken(self._hits[chosen].exercise)

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the exercise that was clicked."""
        # By its key: another letter may have changed the list since the row was clicked.
        self.taken(next(each for each in self._choices if each.id == message.key))

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    def action_move(self, by: int) -> None:
        """Go through the list while the search line keeps the typing."""
        chosen = self.query_one(Listing).chosen
        self._choose(max(0, min(chosen + by, len(self._hits) - 1)))

    def action_back(self) -> None:
        """Choose none."""
        self.dismiss(None)


class ExerciseChoosing(ExerciseList[Exercise | None]):
    """Choose an exercise; dismissed with it, or with None."""

    def taken(self, exercise: Exercise) -> None:
        """Choose it."""
        self.dismiss(exercise)
