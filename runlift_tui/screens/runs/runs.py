"""Runs: one line of typing over the list of them, and all of the one that is chosen."""

from msgspec import structs
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from runlift_tui.core.athlete.athlete import distance_of
from runlift_tui.core.exercises.browse import Count
from runlift_tui.core.history.amend import Amendment
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.runs.line import line_of, line_text
from runlift_tui.core.runs.logbook import LoggedRun, written
from runlift_tui.core.runs.reading import as_run, entered, entry_words, reading
from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.runs.sheet import longest_warning
from runlift_tui.core.words.days import day_text
from runlift_tui.core.words.text import safe_text
from runlift_tui.core.words.units import Distance
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS
from runlift_tui.screens.parts.past_changes import PastChanges, PastListPage
from runlift_tui.screens.parts.typing_in import typed_ahead
from runlift_tui.screens.parts.wanted import HomeWanted
from runlift_tui.screens.runs.run_list import RunList
from runlift_tui.store.disk.ids import new_id
from runlift_tui.store.history.changes import DELETED_RUN
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.run_line import RunLineInput
from runlift_tui.widgets.lines.sheet import Sheet
from runlift_tui.widgets.lists.listing import Listing, RowClicked, RowsScrolled

_KEYS = faces("runs", "new; edit; delete; undo; kind; five-k; unit; back; help")
_EMPTY_KEYS = faces("runs", "new; undo; unit; back; help")
_NOTHING = (
    "Runs and races stand here, newest first, week by week. n notes one down: today 8k 42:10 easy"
)
_LINE_KEYS = (KeyFace("enter", "keep"), KeyFace("escape", "back to the list; the line stays"))
_EDIT_KEYS = (KeyFace("enter", "keep"), KeyFace("escape", "leave it as it was"))


class RunsScreen(PastListPage):
    """Runs and races, newest first, week by week."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("runs")

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._list = RunList(store.runs.entries(), distance_of(store.desk.athlete()))
        self._changes = PastChanges(store, self, DELETED_RUN)
        self._edited: LoggedRun | None = None
        self._draft = ""
        """What stood in the line when an edit took its place."""
        self._ready = False

    def compose(self) -> ComposeResult:
        """Yield the strip, the line and its reading, the list and the sheet, the keys."""
        yield Static(id="strip", markup=False)
        yield RunLineInput(self._read)
        yield Static(id="reading", markup=False)
        yield Static(id="longer", markup=False)
        yield Static(_NOTHING, id="nothing", markup=False)
        with Container(id="browser"):
            yield Listing()
            yield Sheet()
        yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the newest run."""
        self._ready = True
        self._line.can_focus = False
        self.query_one(Sheet).more = "…  w shows the rest"
        self._changes.listen(self._settled, self._tell)
        self._look()
        self._read("")
        self._tell(self._store.only_looking or "  ".join(self._store.past.reports))

    # The list

    @property
    def _line(self) -> RunLineInput:
        return self.query_one(RunLineInput)

    @property
    def _at(self) -> int:
        return self.query_one(Listing).chosen

    @property
    def _chosen(self) -> LoggedRun | None:
        return self._list.entry(self._at)

    def _look(self, id_: str = "") -> None:
        """Show the rows anew, and choose a run: this one, or whatever is there now."""
        listing = self.query_one(Listing)
        listing.empty = "nothing like that"
        listing.rows = self._list.rows
        self._offer()
        place = self._list.place_of(id_)
        listing.chosen = self._list.nearest(listing.chosen if place is None else place)
        self._paint()

    def _offer(self) -> None:
        """Show the keys that do something; where there is no run, what will stand here."""
        empty = not self._list.rows and self._list.kind is None
        self.set_class(empty, "-empty")
        if not self._line.has_focus:
            self.show_keys(_EMPTY_KEYS if empty else _KEYS)

    def _paint(self) -> None:
        self.query_one(Sheet).sheet = self._list.sheet(self._at)
        kind = self._list.kind.value if self._list.kind else ""
        doing = f"changing {day_text(self._edited.said.day)}" if self._edited else ""
        words = filter(None, ("Runs", f"{self._list.shown}", kind, doing))
        self.show_strip("   ".join(words))

    def action_move(self, by: int) -> None:
        """Choose another run."""
        self.query_one(Listing).chosen = self._list.nearest(self._at + by, by)
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose the run that was clicked."""
        self.query_one(Listing).chosen = self._list.nearest(message.index)
        self._paint()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    # The line

    def on_key(self, event: events.Key) -> None:
        """Begin the line before the letters after it come: a binding would come too late."""
        if typed_ahead(self, event):
            return
        digit = event.character if event.character and event.character in "0123456789" else ""
        if event.key in self.keys_of("runs.new") or digit:
            event.stop()
            event.prevent_default()
            self.action_note()
            self._line.insert_text_at_cursor(digit)

    def on_click(self, event: events.Click) -> None:
        """Begin the line by a click into it."""
        if event.widget is self._line and not self._line.has_focus:
            self.action_note()

    def action_note(self) -> None:
        """Let the typing go into the line, behind what stands there already."""
        self._type(_LINE_KEYS)

    def _type(self, keys: tuple[KeyFace, ...]) -> None:
        line = self._line
        line.can_focus = True
        self.set_focus(line)
        line.cursor_position = len(line.value)
        self.show_keys(keys)

    def _rest(self) -> None:
        """Let the keys go to the list again."""
        self.set_focus(None)
        self._line.can_focus = False
        self._offer()

    def _read(self, text: str, *, sent: bool = False) -> None:
        """Show how the line is understood; what is wrong in it stands out once it was sent."""
        if not self._ready:
            return
        found = reading(text, self._store.today(), self._list.unit, typing=not sent)
        longer = ""
        if found.line is not None:
            run = as_run(entered(found.line, self._edited.said.id if self._edited else ""))
            longer = longest_warning(self._list.runs, run, self._list.unit)
        line = self.query_one("#reading", Static)
        line.update(Content(safe_text(found.text)))
        line.set_class(sent and found.line is None, "-wrong")
        line.set_class(found.line is not None, "-understood")
        self.show_text("#longer", longer)

    @on(Input.Submitted)
    def _submit(self, message: Input.Submitted) -> None:
        """Keep the line, or leave it standing and say why not."""
        found = reading(message.value, self._store.today(), self._list.unit, typing=False)
        if found.line is None:
            self._read(message.value, sent=True)
            return
        if self._is_locked():
            return
        old = self._edited
        id_ = old.said.id if old else new_id(self._store.clock.stamp().utc_ms)
        entry = written(entered(found.line, id_), old)
        self._end_line()
        left = old.table if old and old.table != entry.table else ""
        change = Amendment(old.document if old else None, entry.document, entry.table, left)
        if change.before != change.after:
            self._changes.make(change, f"Kept: {found.text}. u undoes it.")

    def _end_line(self) -> None:
        """Empty the line, or put back what an edit stood in the place of."""
        edited, self._edited = self._edited, None
        self._line.value = self._draft if edited else ""
        self._draft = ""
        self._rest()
        self._paint()

    def action_edit(self) -> None:
        """Open the chosen run in the line that it could have been typed in."""
        chosen = self._chosen
        if chosen is None or self._is_locked():
            return
        self._draft = self._line.value
        self._edited = chosen
        self._line.value = line_text(line_of(chosen.said), self._list.unit)
        self._type(_EDIT_KEYS)
        self._paint()

    def action_back(self) -> None:
        """Leave the line, with what is in it; then take the filter away, then go home."""
        if self._edited is not None:
            self._end_line()
        elif self._line.has_focus:
            self._rest()
        elif self._list.kind is not None:
            self._narrow(None)
        else:
            self.action_leave()

    # Changes

    def _is_locked(self) -> bool:
        """Whether nothing can be changed here; the screen says why."""
        if self._store.only_looking:
            self._tell(self._store.only_looking)
        return bool(self._store.only_looking)

    def action_delete(self) -> None:
        """Delete the chosen run."""
        chosen = self._chosen
        if chosen is not None and not self._is_locked():
            said = entry_words(chosen.said, self._store.today(), self._list.unit)
            told = f"Deleted: {said}. u brings it back."
            self._changes.make(Amendment(chosen.document, None, chosen.table), told)

    def action_undo(self) -> None:
        """Take the last change back, or the last deletion of an earlier visit."""
        if not self._is_locked():
            self._tell(self._changes.undo().told)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        if not self._is_locked():
            self._tell(self._changes.redo().told)

    def _settled(self, change: Amendment, told: str) -> None:
        """Show a change that the disk has, or is known not to have."""
        chosen = self._chosen
        self._list.take(change)
        self._look(change.id if change.after is not None or chosen is None else chosen.said.id)
        self._tell(told)

    # Ways of looking

    def action_kind(self) -> None:
        """Choose a kind to look at alone."""
        from runlift_tui.screens.parts.choosing import ChoosingScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                self._narrow(RunKind(name) if name else None)

        counts = [Count(kind.value, found) for kind, found in self._list.kinds.items()]
        now = self._list.kind.value if self._list.kind else ""
        self.app.push_screen(ChoosingScreen("Only the kind", counts, now), chosen)

    def _narrow(self, kind: RunKind | None) -> None:
        chosen = self._chosen
        self._list.narrow(kind)
        self._look(chosen.said.id if chosen else "")

    def action_unit(self) -> None:
        """Change between kilometres and miles."""
        unit = Distance.MI if self._list.unit is Distance.KM else Distance.KM
        self._list.unit = unit
        if not self._store.only_looking:
            self._store.desk.keep_athlete(
                structs.replace(self._store.desk.athlete(), distance=unit)
            )
        self._look(self._chosen.said.id if self._chosen else "")
        self._read(self._line.value)
        name = "miles" if unit is Distance.MI else "kilometres"
        self._tell(f"Distances are in {name} now.")

    def action_five_k(self) -> None:
        """Show what the 5K did over time."""
        from runlift_tui.screens.progress.five_k import FiveKScreen

        self.app.push_screen(FiveKScreen(self._list.fives, self._list.unit))

    def action_whole(self) -> None:
        """Show all that is known of the run."""
        from runlift_tui.screens.parts.whole import WholeScreen

        self.app.push_screen(WholeScreen(self.query_one(Sheet).sheet))

    def action_leave(self) -> None:
        """Back home."""
        self.want(HomeWanted())
