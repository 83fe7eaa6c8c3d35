"""The athlete's exercises: find one, see all of it, make it theirs."""

from functools import cached_property

from msgspec import structs
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.exercises import browse
from runlift_tui.core.exercises.browse import ExerciseFilter
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.sheet import sheet
from runlift_tui.core.exercises.shelf import Edit
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.lists.undo import Trail
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.told import last_lines
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.exercises.browser import Browser
from runlift_tui.screens.exercises.changes import ExerciseChanges
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changes import Changed
from runlift_tui.screens.parts.page import LIST_CSS, Page
from runlift_tui.screens.parts.turning import Turning
from runlift_tui.screens.parts.typing_in import typed_ahead
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.begun_line import SearchLine
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing, RowClicked, RowsScrolled
from runlift_tui.widgets.session.moving_figure import MovingFigure

_KEYS = faces("exercises", "search; edit; new; past; favourite; tag; gear; view; whole; back; help")
_SEARCH_KEYS = (
    KeyFace("enter", "to the list"),
    KeyFace("↑↓", "choose"),
    KeyFace("escape", "end the search"),
)


class ExercisesScreen(Page):
    """A list, and beside or below it all of the exercise that is chosen."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("exercises")

    def __init__(self, store: Store, trail: Trail[Edit], at: str = "") -> None:
        """Show the exercises.

        Args:
            store: What there is.
            trail: What was changed, and the way back.
            at: Id of the one that is chosen at first; empty for the first of the list.
        """
        super().__init__()
        self._first = at
        self._store = store
        self._changes = ExerciseChanges(store, trail)
        self._browser = Browser(store)
        self._unit = store.desk.athlete().unit

    @cached_property
    def _last(self) -> tuple[LastTime, ...]:
        return self._store.facts().last_times

    @cached_property
    def _turning(self) -> Turning:
        motion = self._store.desk.preferences().motion and self.app.animation_level != "none"
        return Turning(self, self.query_one(MovingFigure), motion=motion)

    def compose(self) -> ComposeResult:
        """Yield the strip, the search line, the list and the sheet, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="found"):
                yield SearchLine(self._search)
                yield Listing()
            with Container(id="about"):
                yield MovingFigure(classes="-absent")
                yield Sheet()
        yield Told()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one(Input).can_focus = False
        self.query_one(Sheet).more = "…  w shows the rest"
        self.query_one(Listing).empty = "nothing here"
        self._store.told = lambda: self.call_later(self._tell, "")
        self.show_keys(_KEYS)
        self._look(self._first)
        self.call_after_refresh(self._browser.prepare)
        self._tell(self._store.only_looking)

    # The list

    @property
    def _chosen(self) -> Exercise | None:
        hits, at = self._browser.hits, self.query_one(Listing).chosen
        return hits[at].exercise if at < len(hits) else None

    def _look(self, id_: str = "") -> None:
        """Find anew what is shown, and choose an exercise: this one, or whatever is there now."""
        browser, listing = self._browser, self.query_one(Listing)
        browser.look()
        listing.rows = browser.rows()
        place = browser.place(id_) if id_ else None
        listing.chosen = max(
            0, min(listing.chosen, len(browser.hits) - 1) if place is None else place
        )
        self._paint()

    def _paint(self) -> None:
        chosen, shelf = self._chosen, self._store.desk.shelf()
        lines = (
            ()
            if chosen is None
            else sheet(chosen, shelf, last_lines(chosen.id, self._last, self._unit))
        )
        self.query_one(Sheet).sheet = lines
        self._turning.show("" if chosen is None else chosen.id)
        words = Content(safe_text(self._browser.words()))
        self.query_one("#strip", Static).update(words, layout=False)

    def _tell(self, text: str) -> None:
        """Say in one line what was done; what is not saved goes before it."""
        unkept = self._store.desk.outbox.unkept
        told = self.query_one(Told)
        told.text = f"NOT SAVED: {unkept}" if unkept else text
        told.wrong = bool(unkept)

    def action_move(self, by: int) -> None:
        """Choose another exercise."""
        self._choose(self.query_one(Listing).chosen + by)

    def _choose(self, place: int) -> None:
        self.query_one(Listing).chosen = max(0, min(place, len(self._browser.hits) - 1))
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the exercise that was clicked."""
        self._choose(message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    # Search and filters

    def on_key(self, event: events.Key) -> None:
        """Begin a search before the letters after it come: a binding would come too late."""
        if not typed_ahead(self, event) and event.key in self.keys_of("exercises.search"):
            event.stop()
            event.prevent_default()
            self.action_search()

    def action_search(self) -> None:
        """Let the typing go into the search line."""
        line = self.query_one(Input)
        line.can_focus = True
        self.set_focus(line)
        self.show_keys(_SEARCH_KEYS)

    def _search(self, query: str) -> None:
        self._browser.query = query
        self.query_one(Listing).chosen = 0
        self._look()

    @on(Input.Submitted)
    def _end_search(self) -> None:
        self.set_focus(None)
        self.query_one(Input).can_focus = False
        self.show_keys(_KEYS)

    def action_back(self) -> None:
        """Take the search away, then the filters, then go home."""
        browser, line, chosen = self._browser, self.query_one(Input), self._chosen
        if line.has_focus or browser.query:
            self._end_search()
            line.value = ""
            self._look("" if chosen is None else chosen.id)
        elif browser.filter != ExerciseFilter():
            self._narrowed(ExerciseFilter())
        else:
            self.action_leave()

    def action_view(self) -> None:
        """Look at the favourites, the athlete's own, the archived ones, all."""
        what = self._browser.filter
        self._narrowed(structs.replace(what, view=what.view.next()))

    def action_narrow(self, by: str) -> None:
        """Choose a tag, or a piece of equipment, to look at alone."""
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        what = self._browser.filter
        others = browse.shown(self._store.desk.shelf(), structs.replace(what, **{by: ""}))

        def chosen(name: str | None) -> None:
            if name is not None:
                self._narrowed(structs.replace(what, **{by: name}))

        if by == "tag":
            screen = ChoosingScreen("Only with the tag", browse.tags(others), what.tag)
        else:
            screen = ChoosingScreen("Only with the equipment", browse.kits(others), what.kit)
        self.app.push_screen(screen, chosen)

    def _narrowed(self, what: ExerciseFilter) -> None:
        chosen = self._chosen
        self._browser.filter = what
        self._look("" if chosen is None else chosen.id)

    # Changes

    def _show(self, done: Changed) -> None:
        self._look(done.id)
        self._tell(done.told)

    def action_change(self, what: str) -> None:
        """Make one change of the chosen exercise, or say why not."""
        chosen = self._chosen
        if chosen is not None:
            self._show(self._changes.change(what, chosen))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._show(self._changes.undo())

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self._show(self._changes.redo())

    def action_edit(self, new: bool = False) -> None:
        """Change the chosen exercise in a form, or write a new one."""
        from runlift_tui.screens.exercises.editor import ExerciseEditor

        exercise = None if new else self._chosen
        if self._store.only_looking:
            self._tell(self._store.only_looking)
        elif new or exercise is not None:
            editor = ExerciseEditor(
                self._store.desk.shelf(),
                exercise,
                self._unit,
                lambda edit: self._show(self._changes.keep_written(edit)),
            )
            self.app.push_screen(editor)

    # More

    def action_leave(self) -> None:
        """Back home."""
        self.want(HomeWanted())

    def action_past(self) -> None:
        """Show how the chosen exercise went."""
        from runlift_tui.screens.progress.exercise import ExercisePastScreen

        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(ExercisePastScreen(self._store, chosen))

    def action_whole(self) -> None:
        """Show all of the sheet."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.query_one(Sheet).sheet))
