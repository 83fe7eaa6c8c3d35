"""The athlete's exercises: find one, see all of it, make it theirs."""

from functools import cached_property

from msgspec import structs
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.exercises import browse
from runlift_tui.core.exercises.browse import ExerciseFilter
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import key, named
from runlift_tui.screens.exercises.browser import Browser
from runlift_tui.screens.exercises.changes import ExerciseChanges
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.list_page import SearchPage
from runlift_tui.screens.parts.once import once_painted
from runlift_tui.screens.parts.turning import Turning
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.begun_line import SearchLine
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet, ShorterSheet
from runlift_tui.widgets.lines.told import Told
from runlift_tui.widgets.lists.listing import Listing
from runlift_tui.widgets.session.moving_figure import MovingFigure

_KEYS = faces("exercises", "search; edit; new; past; favourite; tag; gear; view; whole; back; help")


class ExercisesScreen(SearchPage):
    """A list, and beside or below it all of the exercise that is chosen."""

    KEYS = _KEYS
    TOLD = Told

    BINDINGS = bindings("exercises")

    listed: Browser
    changes: ExerciseChanges

    def __init__(self, store: Store, at: str = "") -> None:
        """Show the exercises.

        Args:
            store: What there is.
            at: Id of the one that is chosen at first; empty for the first of the list.
        """
        super().__init__()
        self._first = at
        self._store = store
        self.listed = Browser(store)
        self.changes = ExerciseChanges(store)

    @cached_property
    def _turning(self) -> Turning:
        motion = self._store.desk.preferences().motion and self.app.animation_level != "none"
        return Turning(self, self.query_one(MovingFigure), motion=motion)

    def compose(self) -> ComposeResult:
        """Yield the strip, the search line, the list and the sheet, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            with Container(id="found"):
                yield SearchLine(self.search, key("exercises.search"))
                yield Listing()
            with Container(id="about"):
                yield MovingFigure(classes="-absent")
                yield ShorterSheet()
        yield Told()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one(Sheet).more = named("…  {exercises.whole} shows the rest")
        self.listing.empty = "nothing here"
        self.changes.listen(lambda: self.call_later(self.tell, ""))
        self.look(self._first)
        once_painted(self, self.listed.prepare)
        self.tell(self.changes.locked)

    # The list

    @property
    def _chosen(self) -> Exercise | None:
        return self.listed.exercise(self.listing.chosen)

    def paint(self) -> None:
        """Show all of the chosen exercise."""
        about = self.query_one(ShorterSheet)
        about.sheet, _ = told = self.listed.sheets(self.listing.chosen)
        about.told = lambda _: told
        self._turning.show(self.chosen_id)
        self.show_strip(self.listed.words())

    # Search and filters

    def search(self, query: str) -> None:
        """Look at the exercises that a query means, the best first."""
        self.listed.query = query
        self.listing.chosen = 0
        self.look()

    def widen(self) -> bool:
        """Look at all exercises."""
        narrowed = self.listed.filter != ExerciseFilter()
        if narrowed:
            self._narrow(ExerciseFilter())
        return narrowed

    def _narrow(self, what: ExerciseFilter) -> None:
        """Look at what a filter lets through; the chosen exercise stays if it is among it."""
        id_ = self.chosen_id
        self.listed.filter = what
        self.look(id_)

    def action_view(self) -> None:
        """Look at the favourites, the athlete's own, the archived ones, all."""
        what = self.listed.filter
        self._narrow(structs.replace(what, view=what.view.next()))

    def action_narrow(self, by: str) -> None:
        """Choose a tag, or a piece of equipment, to look at alone."""
        what = self.listed.filter
        others = browse.shown(self._store.desk.shelf(), structs.replace(what, **{by: ""}))
        if by == "tag":
            title, names, now, row = "Only with the tag", browse.tags(others), what.tag, "tag"
        else:
            title, names, now = "Only with the equipment", browse.kits(others), what.kit
            row = "gear"

        def taken(name: str) -> None:
            self._narrow(structs.replace(what, **{by: name}))

        self.ask(title, names, now, taken, f"exercises.{row}")

    # Changes

    def action_change(self, what: str) -> None:
        """Make one change of the chosen exercise, or say why not."""
        chosen = self._chosen
        if chosen is not None:
            self.show(self.changes.change(what, chosen))

    def action_merge(self) -> None:
        """Have another entry of the same movement chosen, which becomes the chosen one."""
        from runlift_tui.screens.exercises.choosing import MergeChoosing

        chosen = self._chosen
        if chosen is None or self.is_locked():
            return

        def take(other: Exercise | None) -> None:
            if other is not None:
                self.show(self.changes.merge(chosen, other))

        others = self.changes.mergeable(chosen)
        otherwise = self.changes.counted_otherwise(chosen)
        if not others and not otherwise:
            self.tell(f"There is no other entry that is counted like {chosen.name}.")
            return
        title = f"Which one is the same movement as {chosen.name}?"
        former = self.changes.former
        self.app.push_screen(MergeChoosing(title, others, otherwise, former=former), take)

    def action_edit(self, new: bool = False) -> None:
        """Change the chosen exercise in a form, or write a new one."""
        from runlift_tui.screens.exercises.editor import ExerciseEditor

        exercise = None if new else self._chosen
        if not self.is_locked() and (new or exercise is not None):
            shelf = self._store.desk.shelf()
            editor = ExerciseEditor(
                shelf, exercise, lambda edit: self.show(self.changes.keep_written(edit))
            )
            self.app.push_screen(editor)

    # More

    def action_past(self) -> None:
        """Show how the chosen exercise went."""
        from runlift_tui.screens.progress.exercise import ExercisePastScreen

        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(ExercisePastScreen(self._store, chosen))
