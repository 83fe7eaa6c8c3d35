"""One session of the past, to be put right: its sets, and the values of the one that is chosen."""

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from runlift_tui.core.history.amend import (
    Amendment,
    Value,
    amended_session,
    amended_set,
    session_values,
    set_values,
    with_another,
    without_set,
)
from runlift_tui.core.history.believed import past_session
from runlift_tui.core.history.past import PastSession
from runlift_tui.core.history.told import row_words, set_lines
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.words.documents import Document
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import LIST_CSS
from runlift_tui.screens.parts.past_changes import PastChanges, PastPage
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.lists.listing import Listing, Row, RowClicked, RowsScrolled

_KEYS = faces("past", "previous next; enter; new; delete; undo; back; help")


class PastSessionScreen(PastPage):
    """The lines of a session; enter goes to the values of one, and changes them there."""

    CSS_PATH = LIST_CSS

    AUTO_FOCUS = ""

    BINDINGS = bindings("past")

    def __init__(
        self,
        session: PastSession,
        unit: Unit,
        changes: PastChanges,
        heard: Callable[[Amendment, str], object],
    ) -> None:
        """Show a session.

        Args:
            session: The session.
            unit: Of loads.
            changes: Where changes go.
            heard: Hears of them too, once this screen has.
        """
        super().__init__()
        self._newest = session
        self._shown = session
        self._unit = unit
        self._changes = changes
        self._heard = heard
        self._in_values = False
        self._next_line: int | None = None

    def compose(self) -> ComposeResult:
        """Yield the strip, the lines and the values, what was done, the keys."""
        yield Static(id="strip", markup=False)
        with Container(id="browser"):
            yield Listing(id="lines")
            yield Listing(id="values")
        yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the first line."""
        self._changes.listen(self._settled, self._tell, self._began)
        self.show_keys(_KEYS)
        self._paint()
        self._tell("")

    @property
    def _lines(self) -> Listing:
        return self.query_one("#lines", Listing)

    @property
    def _values(self) -> Listing:
        return self.query_one("#values", Listing)

    @property
    def _at(self) -> int | None:
        """The place of the chosen set; None for the session itself."""
        return self._lines.chosen - 1 if self._lines.chosen else None

    def _offered(self) -> tuple[Value, ...]:
        at = self._at
        if at is None:
            return session_values(self._shown)
        return set_values(self._shown, at, self._unit)

    def _paint(self) -> None:
        """Show the session as the disk has it."""
        lines, values = self._lines, self._values
        lines.rows = (Row("The session itself"), *self._rows())
        lines.chosen = min(lines.chosen, len(self._shown.sets))
        offered = self._offered()
        wide = max(len(value.label) for value in offered)
        values.rows = tuple(Row(f"{value.label:>{wide}}   {value.shown}") for value in offered)
        values.chosen = min(values.chosen, len(offered) - 1)
        lines.set_class(not self._in_values, "-now")
        values.set_class(self._in_values, "-now")
        self.show_strip("   ".join(("History", *row_words(self._shown))))

    def _rows(self) -> Iterator[Row]:
        sets = self._shown.sets
        for each, line in zip(sets, set_lines(sets, self._unit, rests=False), strict=True):
            yield Row(f"{each.slot:<3} {line}  {each.name}".rstrip(), each.note)

    # Choosing

    def action_move(self, by: int) -> None:
        """Choose another line, or another value."""
        listing = self._values if self._in_values else self._lines
        listing.chosen = max(0, min(listing.chosen + by, len(listing.rows) - 1))
        if not self._in_values:
            self._values.chosen = 0
        self._paint()

    def action_other(self) -> None:
        """Go from the sets to the values, and back."""
        self._in_values = not self._in_values
        self._paint()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose what was clicked."""
        control = next(each for each in self.query(Listing) if each.has_class("-now"))
        under = self.app.mouse_over
        listing = under if isinstance(under, Listing) else control
        self._in_values = listing is self._values
        listing.chosen = message.index
        self._paint()

    def on_rows_scrolled(self, message: RowsScrolled) -> None:
        """Go through the list by the wheel."""
        self.action_move(message.by)

    # Changing

    def action_enter(self, begun: str = "") -> None:
        """Go to the values; there, type another one."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        if not self._in_values:
            self.action_other()
            if not begun:
                return
        value = self._offered()[self._values.chosen]
        title = f"{self._place()}   {value.label}"
        shown = "" if value.shown == "–" else value.shown

        def take(text: str) -> None:
            self._take(value.key, text)

        self.app.push_screen(TypingScreen(title, shown, value.hint, take, begun))

    def _place(self) -> str:
        at = self._at
        if at is None:
            return "The session"
        each = self._shown.sets[at]
        return f"{each.slot} round {each.round or '–'}".strip()

    def _take(self, key: str, text: str) -> None:
        """Take a value over.

        Raises:
            Refused: it cannot be.
        """
        at = self._at
        if at is None:
            new = amended_session(self._newest, key, text)
        else:
            new = amended_set(self._newest, at, key, text, self._unit)
        self._change(new, "Kept. u undoes it.")

    def action_add(self) -> None:
        """Add a set like the chosen one, as one more round of it."""
        at = self._at
        if at is None:
            self._tell("Choose a set first: one more like it is added.")
            return
        new, place = with_another(self._newest, at)
        self._next_line = place + 1
        self._change(new, "One more set, to be put right here. u takes it out.")

    def action_delete(self) -> None:
        """Delete the chosen set, or the session."""
        at = self._at
        if at is None:
            told = f"Deleted: {row_words(self._newest)[0]}. u brings it back."
            self._changes.make(Amendment(self._newest.document, None), told)
            return
        try:
            self._change(without_set(self._newest, at), "The set is deleted. u brings it back.")
        except Refused as refused:
            self._tell(f"{refused}.".capitalize())

    def _change(self, new: Document, told: str) -> None:
        if new != self._newest.document:
            self._changes.make(Amendment(self._newest.document, new), told)

    def action_undo(self) -> None:
        """Take the last change of this session back."""
        self._tell(self._changes.undo(self._session).told)

    def action_redo(self) -> None:
        """Make the change again that was undone."""
        self._tell(self._changes.redo(self._session).told)

    @property
    def _session(self) -> str:
        return self._newest.id

    def _began(self, change: Amendment) -> None:
        """Build whatever comes next on a change that the disk may not have yet."""
        after = None if change.after is None else past_session(change.after)
        if change.id == self._session and after is not None:
            self._newest = after

    def _settled(self, change: Amendment, told: str) -> None:
        """Show a change that the disk has."""
        self._heard(change, told)
        if change.id != self._session or not self.is_attached:
            return
        after = None if change.after is None else past_session(change.after)
        if after is None:
            self.dismiss()
            return
        self._shown = after
        if self._next_line is not None:
            self._lines.chosen, self._next_line = self._next_line, None
        self._paint()
        self._tell(told)

    # More

    def action_back(self) -> None:
        """Back to the sets, then to the list."""
        if self._in_values:
            self.action_other()
        else:
            self.dismiss()
