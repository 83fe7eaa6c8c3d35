"""One session of the past, to be put right: its sets, and the values of the one that is chosen."""

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.history.amend import (
    with_another,
    without_set,
)
from runlift_tui.core.history.amendment import Amendment
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.rearrange import (
    EXERCISE,
    EXERCISE_ON,
    is_load_doubtful,
    is_uncounted,
    moved,
)
from runlift_tui.core.history.rounds import sheets
from runlift_tui.core.history.told import day_shown, row_words
from runlift_tui.core.keys import in_force
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.lists.lines import KeyFace, SheetLine
from runlift_tui.core.sets.far import Far
from runlift_tui.core.sets.values import COUNTS, Field
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import sentence
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.history.putting_right import PuttingRight, kept_words, place_words
from runlift_tui.screens.history.set_rows import SetRows, set_rows
from runlift_tui.screens.history.swapping import Swapping
from runlift_tui.screens.history.to_when import ToWhen
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.list_page import TwoSidedPage
from runlift_tui.screens.parts.past_changes import ChangesOfOne, PastChanges
from runlift_tui.store.disk.device import chance
from runlift_tui.store.history.years import find_session, year_of
from runlift_tui.store.store import Store
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lines.sheet import ShorterSheet
from runlift_tui.widgets.lines.told import ToldLine
from runlift_tui.widgets.lists.listing import Listing, Row, choosable
from runlift_tui.widgets.lists.value_listing import ValueListing

_LINE_KEYS = faces("past", "previous next; enter=values; swap; when; new; delete; back; help; undo")
_VALUE_KEYS = faces("past", "side=next; enter; delete=delete the set; undo; back=to the sets; help")
_OF_SESSION_KEYS = faces(
    "past", "side=next; enter; delete=delete the session; undo; back=to the sets; help"
)
_WORDS_KEYS = faces("past", "side=next; enter; undo; back=to the sets; help")


def delete(changes: PastChanges, session: PastSession) -> None:
    """Delete a session."""
    name = row_words(session)[0]
    change = Amendment(session.document, None)
    told = f"Deleted: {name}. {in_force.key('history.undo')} brings it back."
    changes.make(change, told, f"Deleted {name}")


class PastSessionScreen(TwoSidedPage):
    """The lines of a session; enter goes to the values of one, and changes them there."""

    BINDINGS = bindings("past")

    changes: ChangesOfOne

    def __init__(
        self,
        session: PastSession,
        store: Store,
        unit: Unit,
        changes: PastChanges,
        heard: Callable[[Amendment, str], object],
        *,
        then: Callable[["PastSessionScreen"], object] = lambda _: None,
    ) -> None:
        """Show a session.

        Args:
            session: The session.
            store: Has the clock and the exercises.
            unit: Of loads.
            changes: Where changes go.
            heard: Hears of them too, once this screen has.
            then: Called with this screen once it stands.
        """
        super().__init__()
        self._newest = session
        self.session = session
        """As the disk has it."""
        self._unit = unit
        self._right = PuttingRight(store, unit)
        self._swapping = Swapping(self, self._right, partial(self._take, confirmed=False))
        self.take_actions(self._swapping, ToWhen(self, self._right))
        self._past = store.past
        self._known = store.desk.shelf().get
        self.changes = ChangesOfOne(changes, session.id)
        self._heard = heard
        self._then = then
        self.shown = SetRows()
        """Its lines."""
        self._next_set: int | None = None
        """The place of the set to go to once a change stands; None to stay."""
        self._next_value = ""
        """The key of the value to go to once a change stands; empty for where one is."""

    def compose(self) -> ComposeResult:
        """Yield the strip, the lines and the values, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            yield Listing(id="lines")
            with Container(id="beside"):
                yield ValueListing(id="values")
                yield ShorterSheet(id="table")
        yield ToldLine()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the first line."""
        self.changes.all.listen(self._settled, self.tell, partial(_build_on, self))
        self.paint()
        self.tell("")
        self.call_after_refresh(self._then, self)

    @property
    def at(self) -> int | None:
        """The place of the chosen set; None for the session itself."""
        return self.shown.at(self.lines.chosen)

    def paint(self) -> None:
        """Show the session as the disk has it."""
        lines, values = self.lines, self.values
        self.shown = set_rows(self.session, self._unit, self._known, lines.text_width)
        lines.rows = self.shown.rows
        lines.chosen = choosable(lines.rows, lines.chosen)
        offered = self._right.values(self.session, self.at)
        wide = max(len(value.label) for value in offered)
        values.rows = tuple(Row(f"{value.label:>{wide}}   {value.shown}") for value in offered)
        values.chosen = min(values.chosen, len(offered) - 1)
        chosen = offered[values.chosen]
        self.takes_words = chosen.is_prose or chosen.is_worded
        values.styles.max_height = len(offered)
        self.query_one(ShorterSheet).told = partial(_table, self.session, self._unit, self._known)
        lines.is_now = not self.in_values
        values.is_now = self.in_values
        keys = _value_keys(self.at, self.takes_words) if self.in_values else _LINE_KEYS
        self.show_keys(keys, _in_vain(self.session, self.at))
        self.show_strip("   ".join(("History", *row_words(self.session))))

    # Changing

    def type_value(self, begun: str = "") -> None:
        """Type another value in the place of the chosen one."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        value = self._right.values(self.session, self.at)[self.values.chosen]
        title = f"{place_words(self.session, self.at)}   {value.label}"
        if value.key == EXERCISE and self.at is not None:
            self._swapping.ask(self.at, EXERCISE, begun)
            return
        shown = "" if value.shown == "–" else value.shown

        asked = ""

        def take(text: str) -> None:
            nonlocal asked
            try:
                self._take(value.key, text, confirmed=text == asked)
            except Far:
                asked = text
                raise

        if value.is_prose:
            goes_on = " ".join(filter(None, (shown, begun)))
            screen = TypingScreen(title, shown, value.hint, take, goes_on, goes_on=True)
        else:
            screen = TypingScreen(title, shown, value.hint, take, begun)
        self.app.push_screen(screen)

    def _take(self, key: str, text: str, *, confirmed: bool) -> None:
        """Take a value over.

        Raises:
            Refused: it cannot be.
        """
        new = self._right.amended(self._newest, self.at, key, text, confirmed=confirmed)
        at, place = self.at, place_words(self.session, self.at)
        kept = kept_words(self._newest, at, new, self._unit)
        after = self._past.session_of(new)
        if at is None and after is not None:
            kept = self._right.told(after, key)
        if at is not None and _is_swap(key):
            self._next_value = _to_be_typed(new["sets"][at])
        told = f"{kept}. {in_force.key('past.undo')} undoes it."
        what = self._right.label(self.session, at, key)
        if after is not None:
            what = self._right.change_words(self._newest, after, at, key)
        # Another day stands in what was changed: the old one is no session's any more.
        moved_on = after is not None and after.day != self._newest.day
        self._change(new, told, f"{place}, {what}", has_day=not moved_on)

    def action_add(self) -> None:
        """Add a set like the chosen one, as one more round; from the session go to the sets."""
        at = self.at
        if at is None:
            self.in_values = False
            self.choose(len(self.shown.rows) - 1)
            self.tell(named("Choose the set that it was like: {past.new} adds one more."))
            return
        new, place = with_another(self._newest, at, chance(8))
        self._next_set = place
        told = named("One more set, to be put right here. {past.undo} takes it out.")
        self._change(new, told, f"One more set after {place_words(self.session, self.at)}")

    def action_shift(self, by: int) -> None:
        """Move the chosen set a place earlier below zero, or later."""
        at = self.at
        if at is None:
            self.tell("Choose a set first: it is what moves.")
            return
        what = f"Moved {place_words(self.session, at)}"
        try:
            new, place = moved(self._newest, at, by)
        except Refused as refused:
            self.tell(sentence(str(refused)))
            return
        self._next_set = place
        self._change(new, named("Moved. {past.undo} moves it back."), what)

    def action_delete(self) -> None:
        """Delete the chosen set, or the session."""
        at = self.at
        if at is None:
            delete(self.changes.all, self._newest)
            return
        told = named("The set is deleted. {past.undo} brings it back.")
        what = f"Deleted {place_words(self.session, self.at)}"
        try:
            self._change(without_set(self._newest, at), told, what)
        except Refused as refused:
            self.tell(sentence(str(refused)))

    def _change(self, new: Document, told: str, what: str, *, has_day: bool = True) -> None:
        if new != self._newest.document:
            what = f"{what}, {day_shown(self._newest.day)}" if has_day else what
            self.changes.all.make(Amendment(self._newest.document, new), told, what)

    def _settled(self, change: Amendment, told: str) -> None:
        """Show a change that the disk has."""
        self._heard(change, told)
        if change.id != self.changes.id or not self.is_attached:
            return
        after = None if change.after is None else self._past.session_of(change.after)
        if after is None:
            self.dismiss()
            return
        stays = self._next_value or self._right.keys(self.session, self.at)[self.values.chosen]
        self.session = after
        stood = self.at if self._next_set is None else self._next_set
        self.shown = set_rows(after, self._unit, self._known, self.lines.text_width)
        if stood is not None:
            self.lines.chosen, self._next_set = self.shown.row_of(stood), None
        if self._next_value:
            self.in_values = True
            self._next_value = ""
        keys = self._right.keys(after, self.at)
        self.values.chosen = keys.index(stays) if stays in keys else self.values.chosen
        self.paint()
        self.tell(told)

    def read_anew(self) -> bool:
        """Show the session as another machine put it right; back to the list where it is gone."""
        if self.changes.unsaved:
            return False
        row = find_session(self._past.history, self.changes.id, year_of(self._newest.document))
        found = None if row is None else self._past.session_of(row)
        if found is None:
            self.dismiss()
            return False
        self._newest = self.session = found
        self.paint()
        return True

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss()


def _build_on(page: PastSessionScreen, change: Amendment) -> None:
    """Build whatever comes next on a change that the disk may not have yet."""
    after = None if change.after is None else page._past.session_of(change.after)
    if change.id == page.changes.id and after is not None:
        page._newest = after


def _is_swap(key: str) -> bool:
    return key in (EXERCISE, EXERCISE_ON)


def _in_vain(session: PastSession, at: int | None) -> tuple[str, ...]:
    """Return what would be refused: a set like none, the only one taken out."""
    if at is None:
        return () if session.sets else ("new",)
    return ("delete",) if len(session.rows) == 1 else ()


def _value_keys(at: int | None, takes_words: bool) -> tuple[KeyFace, ...]:
    """Return the keys among the values; over words a letter begins them, and none deletes."""
    of_all = _OF_SESSION_KEYS if at is None else _VALUE_KEYS
    return _WORDS_KEYS if takes_words else of_all


def _to_be_typed(row: Document) -> str:
    """Return which value of a set that was put right is to be typed next; empty for none."""
    if is_uncounted(row):
        return next(field.value for field in COUNTS if field in row)
    return Field.LOAD_KG.value if is_load_doubtful(row) else ""


def _table(
    session: PastSession, unit: Unit, known: Callable[[str], Exercise | None], width: int
) -> tuple[tuple[SheetLine, ...], ...]:
    """Return the session as a table: each set by itself stands in the lines already."""
    return sheets(session, unit, known, "", width)[1:]
