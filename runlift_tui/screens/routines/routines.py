"""The athlete's routines: what each is for, how long it takes, and which one is next."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.home.ways import Place
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.routines.edit import fresh_routine
from runlift_tui.core.routines.resolve import is_adapted, is_archived, is_own, routine_ids
from runlift_tui.core.routines.shelf import Shelf
from runlift_tui.core.routines.shelf_edits import free_routine_id
from runlift_tui.core.setup.preview import Preview, routine_sheet
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.home.today import Today
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.typing_in import opened
from runlift_tui.screens.parts.wanted import HomeWanted, PlaceWanted
from runlift_tui.screens.routines.changes import RoutineChanges
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled

_KEYS = faces("routines", "train; edit; new; copy; archive; view; whole; back; help")
_FIRST_EXERCISE = "split-squat"


class RoutinesScreen(Page):
    """A list, and beside or below it all of the routine that is chosen."""

    CSS_PATH = LIST_CSS

    BINDINGS = bindings("routines")

    def __init__(self, today: Today, trail: Trail[Edit], at: str = "") -> None:
        """Show the routines.

        Args:
            today: This moment.
            trail: What was changed, and the way back.
            at: Id of the one that is chosen at first; empty for the suggestion.
        """
        super().__init__()
        self._first = at
        self._today = today
        self._changes = RoutineChanges(today, trail)
        self._archived = False
        self._ids: tuple[str, ...] = ()
        self._previews: tuple[Shelf, dict[str, Preview]] | None = None

    def compose(self) -> ComposeResult:
        """Yield the strip, the list and the sheet, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            yield Listing(id="list")
            yield Sheet()
        yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show them, the suggestion chosen."""
        self.query_one(Sheet).more = "…  w shows the rest"
        self.query_one(Listing).empty = "nothing here; v shows the archived ones"
        self._today.store.told = lambda: self.call_later(self._tell, "")
        self.show_keys(_KEYS)
        self._look(self._first or self._changes.suggested)
        self._tell(self._today.store.only_looking)

    # The list

    @property
    def _chosen(self) -> str:
        at = self.query_one(Listing).chosen
        return self._ids[at] if at < len(self._ids) else ""

    def _look(self, id_: str = "") -> None:
        """Show the list anew, and choose a routine: this one, or whatever is there now."""
        shelf = self._changes.shelf
        listing = self.query_one(Listing)
        self._ids = routine_ids(shelf, archived=self._archived)
        if id_ in self._ids:
            listing.chosen = self._ids.index(id_)
        listing.chosen = max(0, min(listing.chosen, len(self._ids) - 1))
        listing.rows = tuple(self._row(shelf, each) for each in self._ids)
        self._paint()

    def _row(self, shelf: Shelf, id_: str) -> Row:
        said = (
            ("own", is_own(shelf, id_)),
            ("changed", is_adapted(shelf, id_)),
            ("archived", is_archived(shelf, id_)),
        )
        found = self._preview(id_)
        length = f"{found.minutes} min" if found.sets else "cannot start"
        note = ", ".join([*(word for word, so in said if so), length])
        mark = "●" if id_ == self._changes.suggested else " "
        return Row(self._changes.routine(id_).name, note, mark)

    def _preview(self, id_: str) -> Preview:
        shelf = self._changes.shelf
        if self._previews is None or self._previews[0] is not shelf:
            self._previews = (shelf, {})
        found = self._previews[1]
        if id_ not in found:
            found[id_] = self._changes.today_preview(id_)
        return found[id_]

    def _paint(self) -> None:
        id_, shelf = self._chosen, self._changes.shelf
        sheet = self.query_one(Sheet)
        sheet.sheet = ()
        if id_:
            routine = self._changes.routine(id_)
            sheet.sheet = routine_sheet(routine, self._preview(id_), shelf, self._changes.suggested)
        more = "   with the archived ones" if self._archived else ""
        self.show_strip(f"Routines   {len(self._ids)}{more}")

    def _tell(self, text: str) -> None:
        """Say in one line what was done; what is not saved goes before it."""
        unkept = self._today.store.desk.outbox.unkept
        line = self.query_one("#told", Static)
        line.update(Content(safe_text(f"NOT SAVED: {unkept}" if unkept else text)), layout=False)
        line.set_class(bool(unkept), "-unsaved")

    def action_move(self, by: int) -> None:
        """Choose another routine."""
        listing = self.query_one(Listing)
        listing.chosen = max(0, min(listing.chosen + by, len(self._ids) - 1))
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the routine that was clicked."""
        self.query_one(Listing).chosen = message.index
        self._paint()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    def action_view(self) -> None:
        """Show the archived ones too, or no more."""
        id_ = self._chosen
        self._archived = not self._archived
        self._look(id_)

    # Changes

    def on_key(self, event: events.Key) -> None:
        """Ask for a name at once, and pass on what is typed behind that key."""
        opened(self, event, dict.fromkeys(self.keys_of("routines.new"), self.action_new))

    def _show(self, done: Changed) -> None:
        self._look(done.id)
        self._tell(done.told)

    def action_change(self, what: str) -> None:
        """Make one change of the chosen routine, or say why not."""
        if self._chosen:
            self._show(getattr(self._changes, what)(self._chosen))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._show(self._changes.undo())

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self._show(self._changes.redo())

    def action_new(self) -> None:
        """Ask for a name, and open the editor on a routine of one slot."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        if self._today.store.only_looking:
            self._tell(self._today.store.only_looking)
            return
        hint = "its name; it begins with one slot, to be added to"
        self.app.push_screen(TypingScreen("A new routine", "", hint, self._add))

    def _add(self, name: str) -> None:
        """Add a routine of this name.

        Raises:
            Refused: the name is empty or too long.
        """
        from runlift_tui.core.routines.edit import At
        from runlift_tui.core.routines.typed import typed

        exercises = self._changes.shelf.exercises(archived=True)
        exercise = exercises.get(_FIRST_EXERCISE) or next(iter(exercises.values()))
        fresh = fresh_routine(free_routine_id(self._changes.shelf, name), "New", exercise)
        self._show(self._changes.add(typed(fresh, At(), "name", name, exercises)))
        self.call_later(self.action_edit)

    def action_edit(self) -> None:
        """Edit the chosen routine."""
        from runlift_tui.screens.routines.editor import RoutineEditor

        if self._today.store.only_looking:
            self._tell(self._today.store.only_looking)
        elif self._chosen:
            id_ = self._chosen
            self.app.push_screen(RoutineEditor(self._changes, id_), lambda _: self._back(id_))

    def _back(self, id_: str) -> None:
        """Show the list again, after the editor."""
        self._today.store.told = lambda: self.call_later(self._tell, "")
        self._look(id_)
        self._tell("")

    # Ways on

    def action_train(self) -> None:
        """Make the chosen routine the suggestion, and go on to the choices before a session."""
        id_ = self._chosen
        if not id_:
            return
        why_not = self._preview(id_).why_not
        if self._today.store.only_looking or why_not:
            self._tell(self._today.store.only_looking or why_not)
            return
        try:
            self._changes.suggest(id_)
        except Refused as refused:
            self._tell(f"{refused}.")
            return
        if self._today.unfinished is None:
            self.want(PlaceWanted(Place.SETUP))
        else:
            name = self._changes.routine(id_).name
            self.want(HomeWanted(f"{name} is next; the unfinished session comes first."))

    def action_leave(self) -> None:
        """Back home."""
        self.want(HomeWanted())

    def action_whole(self) -> None:
        """Show all of the sheet."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.query_one(Sheet).sheet))
