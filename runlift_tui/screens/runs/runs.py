"""Runs: one line of typing over the list of them, and all of the one that is chosen."""

from datetime import timedelta
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input, Static

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.athlete.pain import stopped_after
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.keys.action import DIGITS
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import key, named
from runlift_tui.core.keys.key_names import names
from runlift_tui.core.runs.logbook import LoggedRun
from runlift_tui.core.runs.reading import changed_words, entry_words
from runlift_tui.core.runs.rows import weeks_chart
from runlift_tui.core.words.days import day_text, monday_of
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.changing_page import Openers
from runlift_tui.screens.parts.list_page import ListPage
from runlift_tui.screens.parts.past_changes import PastChanges, settle
from runlift_tui.screens.runs.run_list import RunList
from runlift_tui.screens.runs.typing import RunTyping
from runlift_tui.screens.runs.ways_of_looking import WaysOfLooking
from runlift_tui.store.first_5k import settle_first_5k
from runlift_tui.store.store import Store
from runlift_tui.widgets.charts.chart_view import ChartClicked, ChartView
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import Listing

_KEYS = faces("runs", "new; edit; delete; undo; kind; five-k; unit; back; help")
_EMPTY_KEYS = faces("runs", "new; undo; unit; back; help")
_NOTHING = (
    "Runs and races stand here, newest first, week by week. {runs.new} notes one down: "
    "today 8k 42:10 easy"
)


def _heard(store: Store, page: ListPage, listed: RunList, change: Amendment, told: str) -> None:
    """Show a change that is written, and have the plan's first 5K follow it."""
    settle(page, listed, change, told)
    settle_first_5k(store)


class RunsScreen(ListPage):
    """Runs and races, newest first, week by week."""

    KEYS = _KEYS
    EMPTY_KEYS = _EMPTY_KEYS

    BINDINGS = bindings("runs")

    listed: RunList
    changes: PastChanges

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.listed = RunList(store.runs.entries(), distance_of(store.desk.athlete()))
        self.changes = PastChanges(store, self, "runs", self._read_anew)
        self._stopped = stopped_after(store.facts().outings)
        self._typing = RunTyping(self, store, self.listed)
        self._ways = WaysOfLooking(self, store, self.listed, self._typing)
        self.take_actions(self._typing, self._ways)

    def compose(self) -> ComposeResult:
        """Yield the strip, the line and its reading, the list and the sheet, the keys."""
        yield Static(id="strip", markup=False)
        yield self._typing.line
        yield Static(id="reading", markup=False)
        yield Static(id="longer", markup=False)
        yield Static(named(_NOTHING), id="nothing", markup=False)
        with Container(id="browser"):
            yield Listing()
            with Container(id="beside"):
                yield Sheet()
                with Container(id="drawn"):
                    yield Static(id="weeks", markup=False)
                    yield ChartView()
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the newest run."""
        self.query_one(Sheet).more = named("…  {runs.whole} shows the rest")
        self.listing.empty = "nothing like that"
        self.changes.listen(partial(_heard, self._store, self, self.listed), self.tell)
        self.look()
        self._typing.read("")
        self.tell(self.changes.locked or "  ".join(self._store.past.reports))

    def read_anew(self) -> bool:
        """Read anew, the chosen run staying chosen, unless something is being typed."""
        if isinstance(self.focused, Input) or self.changes.unsaved:
            return False
        id_ = self.chosen_id
        self.listed.read(self._store.runs.entries())
        self.look(id_)
        return True

    def _read_anew(self) -> None:
        settle_first_5k(self._store)
        id_ = self.chosen_id
        self.listed.reload(self._store.runs.entries())
        self.look(id_)

    # The list

    @property
    def _chosen(self) -> LoggedRun | None:
        return self.listed.entry(self.listing.chosen)

    def paint(self) -> None:
        """Show all of the chosen run."""
        listed, edited = self.listed, self._typing.edited
        self.query_one(Sheet).sheet = listed.sheet(self.listing.chosen)
        chosen = self._chosen
        monday = None if chosen is None else monday_of(chosen.said.day)
        chart = weeks_chart(listed.weeks, monday, listed.unit)
        has_weeks = len(chart.bars) > 1
        self.query_one("#drawn").set_class(not has_weeks, "-absent")
        self.query_one("#weeks", Static).update(f"{listed.unit} a week")
        self.query_one(ChartView).chart = chart
        kind = listed.kind.value if listed.kind else ""
        doing = f"changing {day_text(edited.said.day)}" if edited else ""
        self.show_strip(
            "   ".join(filter(None, (self._stopped, "Runs", f"{listed.shown}", kind, doing)))
        )

    def on_chart_clicked(self, message: ChartClicked) -> None:
        """Choose the newest run of the week that was clicked."""
        monday = min(self.listed.weeks) + timedelta(weeks=message.place)
        entries = enumerate(map(self.listed.entry, range(len(self.listed.items))))
        of = (n for n, each in entries if each and monday_of(each.said.day) == monday)
        place = next(of, None)
        if place is not None:
            self.choose(place)

    # The line

    def openers(self, event: events.Key) -> Openers:
        """Return the line, by the key that begins it and by a digit, which is its first letter."""
        found = dict.fromkeys(self.keys_of("runs.new"), self._typing.begin)
        digit = event.key
        if digit not in names(DIGITS):
            return found
        return {**found, event.key: lambda: self._typing.begin(digit)}

    def on_click(self, event: events.Click) -> None:
        """Begin the line by a click into it."""
        if event.widget is self._typing.line and not self._typing.line.has_focus:
            self._typing.begin()

    @on(Input.Submitted)
    def _submit(self, message: Input.Submitted) -> None:
        """Keep the line, or leave it standing and say why not."""
        found = self._typing.change()
        if found is None:
            self._typing.read(message.value, sent=True)
        elif not self.is_locked():
            change, text = found
            old = self._typing.edited
            self._typing.end()
            self.paint()
            if change.before != change.after:
                what = f"Noted {text}"
                if old is not None:
                    was = entry_words(old.said, self._store.today(), self.listed.unit)
                    what = f"Changed {changed_words(was, text)}"
                kept = "Kept, though a stop sign stands" if self._stopped else "Kept"
                self.changes.make(change, f"{kept}: {text}. {key('runs.undo')} undoes it.", what)

    def action_edit(self) -> None:
        """Open the chosen run in the line that it could have been typed in."""
        chosen = self._chosen
        if chosen is not None and not self.is_locked():
            self._typing.edit(chosen)
            self.paint()

    def step_back(self) -> bool:
        """Leave the line, with what is in it; then take the filter away."""
        if self._typing.edited is not None:
            self._typing.end()
            self.paint()
        elif self._typing.line.has_focus:
            self._typing.rest()
        elif self.listed.kind is not None:
            self._ways.narrow("")
        else:
            return False
        return True

    # Changes

    def action_delete(self) -> None:
        """Delete the chosen run."""
        chosen = self._chosen
        if chosen is not None and not self.is_locked():
            said = entry_words(chosen.said, self._store.today(), self.listed.unit)
            told = f"Deleted: {said}. {key('runs.undo')} brings it back."
            change = Amendment(chosen.document, None, chosen.table)
            self.changes.make(change, told, f"Deleted {said}")
