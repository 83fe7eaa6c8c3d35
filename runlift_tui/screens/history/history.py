"""The past: a year of squares over the sessions, and all of the one that is chosen."""

from datetime import date, timedelta
from functools import partial

from msgspec import structs
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.rounds import sheets
from runlift_tui.core.history.told import SessionFilter, detail
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import key, named
from runlift_tui.screens.history.closer_looks import CloserLooks, exercise_names, filter_words
from runlift_tui.screens.history.going_in import GoingIn
from runlift_tui.screens.history.reading_on import ReadingOn
from runlift_tui.screens.history.saving import Saving
from runlift_tui.screens.history.session_list import PastList
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.list_page import SearchPage
from runlift_tui.screens.parts.past_changes import PastChanges, settle
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.begun_line import SearchLine
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet, ShorterSheet
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import Listing
from runlift_tui.widgets.lists.year import DayClicked, Year

_KEYS = faces(
    "history",
    "previous next; edit; swap; when; delete; back; help; undo; search; save; past; whole; text; "
    "week-older week-newer; year-older year-newer; routine; exercise",
)
_EMPTY_KEYS = faces("history", "back=home; undo; help")
_NOTHING = (
    "Every session stands here once it is done, a square for its day and a row for itself. "
    "{history.back} leads home, where {home.space} begins one."
)
_NONE_FOUND = """nothing like that
days are found as 27 nov, 27.11,
fri 20, last week, last month;
else type a name, a note, no pain"""
_AROUND = 12
"""Rows of a window that never show a session: the strip, the year or less, the search, the keys."""


class HistoryScreen(SearchPage):
    """Sessions, newest first, under the squares of their year."""

    KEYS = _KEYS
    EMPTY_KEYS = _EMPTY_KEYS

    BINDINGS = bindings("history")

    listed: PastList
    changes: PastChanges

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
        self.listed = PastList(store.past)
        self.changes = PastChanges(store, self, "history", self._read_anew)
        self._settled = partial(settle, self, self.listed)
        self._reading_on = ReadingOn(self, self.listed)
        going_in = GoingIn(self, store, self.listed, self.changes, self._settled)
        self.take_actions(CloserLooks(self, store, self.listed), Saving(self, store), going_in)

    def compose(self) -> ComposeResult:
        """Yield the strip, the year, the search line, the list and the sheet, the keys."""
        yield Static(id="strip", markup=False)
        yield Static(named(_NOTHING), id="nothing", markup=False)
        with Container(id="browser"):
            with Container(id="found"):
                yield Year()
                yield SearchLine(self.search, key("history.search"))
                yield Listing()
            yield ShorterSheet()
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the newest session; the rest of its year comes after the first paint."""
        self.query_one(Sheet).more = named("…  {history.whole} shows the rest")
        self.listing.empty = _NONE_FOUND
        self.changes.listen(self._settled, self.tell)
        self.listed.reach(max(0, self.size.height - _AROUND))
        self.listing.chosen = self.listed.reach_id(self._first) if self._first else 0
        self.look()
        self.tell(self.changes.locked)

    def read_anew(self) -> bool:
        """Read anew, the chosen session staying chosen, and what is looked for looked for."""
        if self.changes.unsaved:
            return False
        self._read_anew()
        return True

    def _read_anew(self) -> None:
        id_ = self.chosen_id
        self.listed.reload()
        self.listed.reach_id(id_)
        self.look(id_)

    # The list

    @property
    def _chosen(self) -> PastSession | None:
        return self.listed.at(self.listing.chosen)

    def paint(self) -> None:
        """Show the chosen session and its year, and read on behind it."""
        chosen, year = self._chosen, self.listed.year(self.listing.chosen)
        machine = "" if chosen is None else self._store.past.other_machine(chosen.document)
        self.query_one(ShorterSheet).told = (
            None
            if chosen is None
            else partial(sheets, chosen, self._unit, self._store.desk.shelf().get, machine)
        )
        self.query_one(Sheet).sheet = () if chosen is None else detail(chosen, self._unit, machine)
        if year is not None or chosen is None:
            self.query_one(Year).squares = year
        words = (
            self.listed.year_words(self.listing.chosen),
            *filter_words(self._store, self.listed.filter),
        )
        self.show_strip("   ".join(filter(None, ("History", *words))))
        self._reading_on.begin()

    def choose(self, place: int, by: int = 1) -> None:
        """Choose a session; it is read first, if it can be."""
        before = len(self.listing.rows)
        place = self.listed.reach(max(0, place))
        if len(self.listed.shown) != before:
            self.listing.rows = self.listed.rows()
        super().choose(place, by)

    def action_away(self, days: int) -> None:
        """Choose the session so many days newer, or older below zero."""
        self.choose(self.listed.days_away(self.listing.chosen, days))

    def on_day_clicked(self, message: DayClicked) -> None:
        """Choose the session of the day that was clicked."""
        place = self.listed.on_day(date(message.year, 1, 1) + timedelta(days=message.day))
        if place is not None:
            self.choose(place)

    # Search and filters

    def search(self, query: str) -> None:
        """Look at the sessions in which a text stands."""
        shelf, today = self._store.desk.shelf(), self._store.today()
        self._narrow(self.listed.filter.looking_for(query, shelf, today))

    def widen(self) -> bool:
        """Look at all sessions."""
        narrowed = self.listed.filter != SessionFilter()
        if narrowed:
            self._narrow(structs.replace(self.listed.filter, routine="", exercise=""))
        return narrowed

    def _narrow(self, what: SessionFilter) -> None:
        """Look at what a filter lets through; the chosen session stays if it is among it."""
        id_ = self.chosen_id
        self.listed.narrow(what)
        self.listing.chosen = 0
        self.look(id_)

    def action_narrow(self, by: str) -> None:
        """Choose a routine, or an exercise, to look at alone."""
        if self.listed.is_empty:
            return
        if by == "routine":
            title, names = "Only the routine", {name: name for name in self.listed.routines()}
        else:
            title, names = "Only with the exercise", exercise_names(self._store)
        what = self.listed.filter
        now = getattr(what, by)
        counts = [Count(name, 0) for name in sorted(names, key=str.casefold)]
        chosen_now = next((name for name, value in names.items() if value == now), "")

        def taken(name: str) -> None:
            self._narrow(structs.replace(what, **{by: names.get(name, "")}))

        self.ask(title, counts, chosen_now, taken, f"history.{by}")
