"""A slot's own list: what may stand there instead, in the athlete's order."""

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.same import FormerNames
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.choosing import ListDialog, going
from runlift_tui.screens.parts.once import is_held
from runlift_tui.screens.parts.typing_in import opened
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked

_KEYS = "n  add     d  take out     K J  move     escape  back"


class InsteadScreen(ListDialog[None]):
    """Edit the list of a slot; every change is kept at once, and u undoes it in the editor."""

    BINDINGS = [
        *going("down,j", "up,k"),
        Binding("n,e,enter,space", "add", "Add"),
        Binding("d,delete", "remove", "Take out"),
        Binding("K,shift+up", "move(-1)", "Up"),
        Binding("J,shift+down", "move(1)", "Down"),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(
        self,
        title: str,
        ids: tuple[str, ...],
        choices: Sequence[Exercise],
        exercises: Mapping[str, Exercise],
        former: FormerNames,
        take: Callable[[tuple[str, ...]], None],
        closed: Callable[[Exercise], str],
    ) -> None:
        """Show a list.

        Args:
            title: Whose list it is.
            ids: What is in it.
            choices: What may be added, the likest first.
            exercises: All that there are by id.
            former: What else they are found by.
            take: Called with the list after a change; raises `Refused` where that cannot be.
            closed: Returns why one is closed for now, in words; empty where it is open.
        """
        super().__init__()
        self._title = title
        self._ids = ids
        self._choices = choices
        self._exercises = exercises
        self._former = former
        self._take = take
        self._why_closed = closed

    def compose(self) -> ComposeResult:
        """Yield the title, the list and the keys."""
        with Vertical(classes="dialog -list"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            yield Listing()
            yield Static(id="why", classes="dialog-refused", markup=False)
            yield Static(Content(_KEYS), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the list."""
        self.query_one(Listing).empty = named(
            "none yet: n adds one, and {session.swap} in a session offers it first"
        )
        self._paint()

    def _paint(self, why: str = "") -> None:
        listing = self.query_one(Listing)
        listing.rows = tuple(Row(self._called(id_)) for id_ in self._ids)
        listing.chosen = max(0, min(listing.chosen, len(self._ids) - 1))
        self.query_one("#why", Static).update(Content(safe_text(why)))

    def _called(self, id_: str) -> str:
        return self._exercises[id_].name if id_ in self._exercises else f"{id_} is gone"

    def _keep(self, ids: tuple[str, ...], chosen: int) -> None:
        try:
            self._take(ids)
        except Refused as refused:
            self._paint(f"{refused}.")
            return
        self._ids = ids
        self.query_one(Listing).chosen = chosen
        self._paint()

    def on_key(self, event: events.Key) -> None:
        """Open the search at once, and pass on what is typed behind that key."""
        opened(self, event, {"n": self.action_add})

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the row that was clicked."""
        self.choose(message.index)

    def action_add(self) -> None:
        """Add an exercise at the end; no list is left standing that has none in it."""
        from runlift_tui.screens.exercises.choosing import ExerciseChoosing

        def chosen(exercise: Exercise | None) -> None:
            if exercise is not None:
                self._keep((*self._ids, exercise.id), len(self._ids))
            elif not self._ids:
                self.dismiss()

        choices = [each for each in self._choices if each.id not in self._ids]
        title = f"{self._title}: add"
        screen = ExerciseChoosing(title, choices, self._why_closed, former=self._former)
        self.app.push_screen(screen, chosen)

    def action_remove(self) -> None:
        """Take the chosen exercise out."""
        at = self.query_one(Listing).chosen
        if is_held(self):
            self._paint("held down, the key takes out no more")
        elif self._ids:
            self._keep((*self._ids[:at], *self._ids[at + 1 :]), at)

    def action_move(self, by: int) -> None:
        """Move the chosen exercise up or down."""
        at = self.query_one(Listing).chosen
        if self._ids and 0 <= at + by < len(self._ids):
            ids = list(self._ids)
            ids[at], ids[at + by] = ids[at + by], ids[at]
            self._keep(tuple(ids), at + by)
