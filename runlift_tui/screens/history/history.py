"""The past: a year of squares over the sessions, and all of the one that is chosen."""

from datetime import date, timedelta

from msgspec import structs
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.amend import Amendment
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import SessionFilter, detail, exercises_of, row_words
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS
from runlift_tui.screens.parts.past_changes import PastChanges, PastListPage
from runlift_tui.screens.parts.past_reading import painted
from runlift_tui.screens.parts.typing_in import typed_ahead
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, RowClicked, RowsScrolled
from runlift_tui.widgets.lists.year import DayClicked, Year

_KEYS = faces(
    "history",
    "previous next; edit; past; search; back; help; whole; text; "
    "week-older week-newer; year-older year-newer; routine; exercise",
)
_EMPTY_KEYS = faces("history", "back=home; undo; help")
_NOTHING = (
    "Every session stands here once it is done, a square for its day and a row for itself. "
    "escape leads home, where space begins one."
)
_SEARCH_KEYS = (
    KeyFace("enter", "to the list"),
    KeyFace("↑↓", "choose"),
    KeyFace("escape", "end the search"),
)


class HistoryScreen(PastListPage):
    """Sessions, newest first, under the squares of their year."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("history")

    def __init__(self, store: Store, at: str = "") -> None:
        """Show the past.

        Args:
            store: What there is.
            at: Id of the session that is chosen at first; empty for the newest.
        """
        super().__init__()
        self._first = at
        self._store = store
        self._unit = store.desk.athlete().unit
        self._list = PastList(store.past)
        self._reading = False
        self._changes = PastChanges(store, self)

    def compose(self) -> ComposeResult:
        """Yield the strip, the year, the search line, the list and the sheet, the keys."""
        yield Static(id="strip", markup=False)
        yield Static(_NOTHING, id="nothing", markup=False)
        with Container(id="browser"):
            with Container(id="found"):
                yield Year()
                yield Input(
                    placeholder="/  search", compact=True, max_length=60, select_on_focus=False
                )
                yield Listing()
            yield Sheet()
        yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the newest session; the rest of its year comes after the first paint."""
        self.query_one(Input).can_focus = False
        self.query_one(Sheet).more = "…  w shows the rest"
        self._changes.listen(self._settled, self._tell)
        self._list.reach(self.size.height)
        self.query_one(Listing).chosen = self._list.reach_id(self._first) if self._first else 0
        self._look()
        self._tell(self._store.only_looking)

    # The list

    @property
    def _at(self) -> int:
        return self.query_one(Listing).chosen

    @property
    def _chosen(self) -> PastSession | None:
        shown = self._list.shown
        return shown[self._at] if self._at < len(shown) else None

    def _look(self) -> None:
        """Show the rows anew, and read on behind them."""
        listing = self.query_one(Listing)
        listing.empty = "nothing like that"
        listing.rows = self._list.rows()
        listing.chosen = max(0, min(listing.chosen, len(self._list.shown) - 1))
        self._offer()
        self._paint()
        self._read_on()

    @property
    def _is_empty(self) -> bool:
        """Whether there is no session at all, as far as anyone can tell."""
        return not (self._list.shown or self._list.trouble or self._list.filter != SessionFilter())

    def _offer(self) -> None:
        """Show the keys that do something; where there is nothing, what will stand here."""
        self.set_class(self._is_empty, "-empty")
        if not self.query_one(Input).has_focus:
            self.show_keys(_EMPTY_KEYS if self._is_empty else _KEYS)

    def _read_on(self) -> None:
        if not self._reading:
            self._reading = True
            self.call_after_refresh(self._read_a_turn)

    async def _read_a_turn(self) -> None:
        """Read a stretch of the past, and let the keys in before the next one."""
        await painted()
        self._reading = False
        if not self.query(Listing):
            return  # the screen was left in between
        before = len(self._list.shown)
        more = self._list.read_on(self._at)
        if len(self._list.shown) != before:
            self.query_one(Listing).rows = self._list.rows()
            self._paint()
            self._offer()
        if self._list.trouble:
            self._offer()
            self._tell(self._list.trouble)
        if more:
            self._read_on()

    def _paint(self) -> None:
        chosen, year = self._chosen, self._list.year(self._at)
        self.query_one(Sheet).sheet = () if chosen is None else detail(chosen, self._unit)
        if year is not None or chosen is None:
            self.query_one(Year).squares = year
        self._strip("" if year is None else f"{year.year}")

    def _strip(self, year: str) -> None:
        what, shelf = self._list.filter, self._store.desk.shelf()
        exercise = shelf.get(what.exercise) if what.exercise else None
        name = what.exercise if exercise is None else exercise.name
        words = "   ".join(filter(None, ("History", year, what.routine, name)))
        self.query_one("#strip", Static).update(Content(safe_text(words)), layout=False)

    def _choose(self, place: int) -> None:
        listing = self.query_one(Listing)
        before = len(listing.rows)
        place = self._list.reach(max(0, place))
        if len(self._list.shown) != before:
            listing.rows = self._list.rows()
        listing.chosen = place
        self._paint()
        self._read_on()

    def action_move(self, by: int) -> None:
        """Choose another session."""
        self._choose(self._at + by)

    def action_away(self, days: int) -> None:
        """Choose the session so many days newer, or older below zero."""
        self._choose(self._list.days_away(self._at, days))

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the session that was clicked."""
        self._choose(message.index)

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    def on_day_clicked(self, message: DayClicked) -> None:
        """Choose the session of the day that was clicked."""
        place = self._list.on_day(date(message.year, 1, 1) + timedelta(days=message.day))
        if place is not None:
            self._choose(place)

    # Search and filters

    def on_key(self, event: events.Key) -> None:
        """Begin a search before the letters after it come: a binding would come too late."""
        if not typed_ahead(self, event) and event.key in self.keys_of("history.search"):
            event.stop()
            event.prevent_default()
            self.action_search()

    def action_search(self) -> None:
        """Let the typing go into the search line."""
        if self._is_empty:
            return
        line = self.query_one(Input)
        line.can_focus = True
        self.set_focus(line)
        self.show_keys(_SEARCH_KEYS)

    @on(Input.Changed)
    def _search(self, message: Input.Changed) -> None:
        self._narrow(structs.replace(self._list.filter, text=message.value))

    @on(Input.Submitted)
    def _end_search(self) -> None:
        self.set_focus(None)
        self.query_one(Input).can_focus = False
        self._offer()

    def _narrow(self, what: SessionFilter) -> None:
        """Look at what a filter lets through; the chosen session stays if it is among it."""
        chosen = self._chosen
        self._list.narrow(what)
        place = None if chosen is None else self._list.place_of(chosen.id)
        self.query_one(Listing).chosen = place or 0
        self._look()

    def action_routine(self) -> None:
        """Choose a routine to look at alone."""
        found = sorted(self._list.routines().items(), key=lambda each: each[0].casefold())
        self._ask("Only the routine", "routine", {name: name for name, _ in found})

    def action_exercise(self) -> None:
        """Choose an exercise to look at alone."""
        shelf = self._store.desk.shelf()
        ids = dict.fromkeys(each.exercise for each in self._store.facts().last_times)
        names = {(found.name if (found := shelf.get(id_)) else id_): id_ for id_ in ids}
        self._ask("Only with the exercise", "exercise", names)

    def _ask(self, title: str, by: str, names: dict[str, str]) -> None:
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        if self._is_empty:
            return
        now = getattr(self._list.filter, by)
        counts = [Count(name, 0) for name in sorted(names, key=str.casefold)]
        chosen_now = next((name for name, value in names.items() if value == now), "")

        def chosen(name: str | None) -> None:
            if name is not None:
                value = {by: names.get(name, "")}
                self._narrow(structs.replace(self._list.filter, **value))

        self.app.push_screen(ChoosingScreen(title, counts, chosen_now), chosen)

    def action_back(self) -> None:
        """Take the search away, then the filters, then go home."""
        line = self.query_one(Input)
        if line.has_focus or self._list.filter.text:
            self._end_search()
            with self.prevent(Input.Changed):
                line.value = ""
            self._narrow(structs.replace(self._list.filter, text=""))
        elif self._list.filter != SessionFilter():
            self._narrow(SessionFilter())
        else:
            self.action_leave()

    # Changes

    def _is_locked(self) -> bool:
        """Whether nothing can be changed here; the screen says why."""
        self._tell(self._store.only_looking)
        return bool(self._store.only_looking)

    def action_edit(self) -> None:
        """Go into the chosen session, to put it right."""
        from runlift_tui.screens.history.past_session import PastSessionScreen

        chosen = self._chosen
        if chosen is not None and not self._is_locked():
            screen = PastSessionScreen(chosen, self._unit, self._changes, self._settled)
            self.app.push_screen(screen, self._back)

    def _back(self, _: None) -> None:
        self._changes.listen(self._settled, self._tell)

    def action_delete(self) -> None:
        """Delete the chosen session."""
        chosen = self._chosen
        if chosen is not None and not self._is_locked():
            told = f"Deleted: {row_words(chosen)[0]}. u brings it back."
            self._changes.make(Amendment(chosen.document, None), told)

    def action_undo(self) -> None:
        """Take the last change back, or the last deletion of an earlier visit."""
        if not self._is_locked():
            self._tell(self._changes.undo().told)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        if not self._is_locked():
            self._tell(self._changes.redo().told)

    def _settled(self, change: Amendment, told: str) -> None:
        """Show a change that the disk has."""
        chosen = self._chosen
        self._list.take(change)
        id_ = change.id if change.after is not None or chosen is None else chosen.id
        place = self._list.place_of(id_)
        if place is not None:
            self.query_one(Listing).chosen = place
        self._look()
        self._tell(told)

    # More

    def action_leave(self) -> None:
        """Back home."""
        self.want(HomeWanted())

    def action_past(self) -> None:
        """Show how an exercise of the chosen session went."""
        from runlift_tui.screens.exercises.choosing import ExerciseChoosing
        from runlift_tui.screens.progress.exercise import ExercisePastScreen

        def show(exercise: Exercise | None) -> None:
            if exercise is not None:
                self.app.push_screen(ExercisePastScreen(self._store, exercise))

        only = self._list.filter.exercise
        shelf = self._store.desk.shelf()
        found = () if self._chosen is None else exercises_of(self._chosen, shelf.get)
        wanted = [each for each in found if each.id == only] or found
        if len(wanted) == 1:
            show(wanted[0])
        elif wanted:
            self.app.push_screen(ExerciseChoosing("How it went", wanted), show)

    def action_whole(self) -> None:
        """Show all of the session."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.query_one(Sheet).sheet))

    def action_as_text(self) -> None:
        """Copy the chosen session as text, and show it."""
        from runlift_tui.core.history.text import session_text
        from runlift_tui.screens.parts.as_text import AsTextScreen

        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(AsTextScreen(session_text(chosen, self._unit)))
