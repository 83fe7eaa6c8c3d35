"""The athlete's routines: what each is for, how long it takes, and which one is next."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changing_page import Openers
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.parts.wanted import PlaceWanted
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.screens.routines.routine_list import RoutineList
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import Listing

_SHOWN = "train; edit; suggest; new; copy; archive{}; view; whole; back; help"
_KEYS = faces("routines", _SHOWN.format(""))
_AWAY_KEYS = faces("routines", _SHOWN.format("=bring back"))


class RoutinesScreen(ListPage):
    """A list, and beside or below it all of the routine that is chosen."""

    KEYS = _KEYS

    BINDINGS = bindings("routines")

    listed: RoutineList
    changes: RoutineChanges

    def __init__(self, today: Today, at: str = "") -> None:
        """Show the routines.

        Args:
            today: This moment.
            at: Id of the one that is chosen at first; empty for the suggestion.
        """
        super().__init__()
        self._first = at
        self._today = today
        self.changes = RoutineChanges(today)
        self.listed = RoutineList(self.changes)

    def compose(self) -> ComposeResult:
        """Yield the strip, the list and the sheet, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            yield Listing(id="list")
            yield Sheet()
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show them, the suggestion chosen."""
        self.query_one(Sheet).more = named("…  {routines.whole} shows the rest")
        self.listing.empty = named("nothing here; {routines.view} shows the archived ones")
        self._listen()
        self.look(self._first or self.changes.suggested)
        self.tell(self.changes.locked)

    def _listen(self) -> None:
        self.changes.listen(lambda: self.call_later(self.tell, ""))

    # The list

    def paint(self) -> None:
        """Show all of the chosen routine."""
        self.query_one(Sheet).sheet = self.listed.sheet(self.chosen_id)
        self.show_keys(_AWAY_KEYS if self.listed.is_away(self.chosen_id) else _KEYS)
        self.show_strip(self.listed.words())

    def action_view(self) -> None:
        """Show the archived ones too, or no more."""
        id_ = self.chosen_id
        self.listed.archived = not self.listed.archived
        self.look(id_)

    # Changes

    def openers(self, event: events.Key) -> Openers:
        """Return the exercises of a new one, by the key that asks for it."""
        return dict.fromkeys(self.keys_of("routines.new"), self.action_new)

    def action_change(self, what: str) -> None:
        """Make one change of the chosen routine, or say why not."""
        id_ = self.chosen_id
        if id_:
            self.show(getattr(self.changes, what)(id_))

    def action_new(self) -> None:
        """Have exercises chosen, and open the editor on a routine of them."""
        from runlift_tui.screens.routines.gathering import Gathering

        if not self.is_locked():
            self.app.push_screen(Gathering(self.changes, self._add))

    def _add(self, exercises: tuple[Exercise, ...]) -> None:
        self.show(self.changes.gather(exercises))
        self.call_later(self._edit, True)

    def action_edit(self) -> None:
        """Edit the chosen routine."""
        self._edit(False)

    def _edit(self, new: bool) -> None:
        from runlift_tui.screens.routines.editor import RoutineEditor

        id_ = self.chosen_id
        if not self.is_locked() and id_:
            self.app.push_screen(
                RoutineEditor(self.changes, id_, new=new), lambda _: self._back(id_)
            )

    def _back(self, id_: str) -> None:
        """Show the list again, after the editor."""
        self._listen()
        self.look(id_)
        self.tell("")

    # Ways on

    def action_train(self) -> None:
        """Go on to the choices before a session of the chosen routine."""
        id_ = self.chosen_id
        if not id_:
            return
        why_not = self.changes.locked or self.listed.preview(id_).why_not
        if not why_not and self._today.unfinished is not None:
            why_not = "A session is unfinished: home goes on with it, or discards it, first."
        if why_not:
            self.tell(why_not)
        else:
            self.want(PlaceWanted(Place.SETUP, id_))
