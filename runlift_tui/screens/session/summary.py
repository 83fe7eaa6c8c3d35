"""The end of a session: planned against done, the pairs, effort and a note; all correctable."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from runlift_tui.core.face import press
from runlift_tui.core.face import summary as summing
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.screen import row_fields, values_of
from runlift_tui.core.face.shapes import PanelFace
from runlift_tui.core.history.document import document
from runlift_tui.core.keys.keymap import SUMMARY_KEYS
from runlift_tui.core.lists.lines import KeyFace
from runlift_tui.core.session.commands import Command, Correct, Note, RateEffort, Redo
from runlift_tui.core.session.new_bests import BEST_YET
from runlift_tui.core.session.state import Entry, Session, is_finished
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.typing import Draft, draft
from runlift_tui.core.sets.values import Values
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.page import Page
from runlift_tui.screens.parts.wanted import HomeWanted, SessionAgainWanted
from runlift_tui.store.session.training import Training
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.large.figure import Figure
from runlift_tui.widgets.lines.labelled import Labelled
from runlift_tui.widgets.session.values import FieldClicked, FieldScrolled
from runlift_tui.widgets.session.values import Values as ValuesRow

DRAFT_S = 1.0
RETRY_S = 3.0
_KEYS = (
    KeyFace("space", "done"),
    KeyFace("0-9", "effort"),
    KeyFace("↑↓", "correct a set"),
    KeyFace("u", "undo"),
    KeyFace("n", "note"),
    KeyFace("y", "as text"),
    KeyFace("?", "keys"),
)
_ROW_KEYS = (
    KeyFace("space", "done"),
    KeyFace("0-9 + -", "change"),
    KeyFace("tab", "next"),
    KeyFace("↑↓", "set"),
    KeyFace("u", "undo"),
    KeyFace("n", "note"),
    KeyFace("?", "keys"),
)


class SummaryScreen(Page):
    """What was done. Leaving it closes the session for good."""

    LEADS_ON = False

    BINDINGS = [
        Binding("space,pagedown", "space", "Done", id="summary.space"),
        Binding("enter,escape,q", "done", "Done", id="summary.done"),
        Binding("u,pageup", "undo", "Undo", id="summary.undo"),
        Binding("U", "redo", "Redo", id="summary.redo"),
        Binding("n", "note", "Note", id="summary.note"),
        Binding("y", "as_text", "As text", id="summary.text"),
        Binding("up", "choose(-1)", "Set above", id="summary.above"),
        Binding("down", "choose(1)", "Set below", id="summary.below"),
        Binding("tab,right", "move(1)", "Next value", id="summary.next-value"),
        Binding("shift+tab,left", "move(-1)", "Value before", id="summary.value-before"),
        Binding("plus", "step(1)", "One more", id="summary.plus"),
        Binding("minus", "step(-1)", "One less", id="summary.minus"),
        Binding("backspace", "rub", "Rub out a digit", id="summary.rub"),
        Binding("full_stop,comma", "type('.')", show=False),
        *(Binding(digit, f"type('{digit}')", show=False) for digit in "0123456789"),
        Binding("question_mark,f1", "help", "Keys", id="summary.help"),
    ]

    class Acknowledged(Message):
        """The writer has dealt with a command, or with the history."""

    class Closed(Message):
        """The session is closed."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why
            """Why it is not in the history, in a sentence; empty when it is."""

    def __init__(self, training: Training, gear: Gear) -> None:
        super().__init__()
        self._training = training
        self._gear = gear
        self._unit = gear.unit
        self._chosen: int | None = None
        self._draft: Draft | None = None
        self._notice = ""
        self._drafting: Timer | None = None
        self._retrying: Timer | None = None
        self._kept: tuple[Entry, ...] = ()
        self._warned = False
        self._leaving = False
        self._guard = Guard(training.now())
        """Since the session's end: a press that was meant for its last set closes nothing."""

    def stage(self) -> ComposeResult:
        """Yield the sentence, the table, the pairs, effort and note."""
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield BigDigits()
        yield Static(id="effort", markup=False)
        yield Static(id="note", markup=False)
        yield Static(id="coming", markup=False)
        yield Static(id="afterword", markup=False)
        yield Static(id="pairs", markup=False)
        yield Static(id="table", markup=False)

    def below(self) -> ComposeResult:
        """Yield the values of the chosen set, and what has to be said: always in sight."""
        with Vertical(id="below"):
            yield ValuesRow()
            yield Static(id="notice", markup=False)

    def on_mount(self) -> None:
        """Put the session into the history, and show it."""
        self.show_strip("RunLift")
        self._training.heard = lambda: self.post_message(self.Acknowledged())
        self._training.settle()
        self._keep()
        self._paint()

    def on_summary_screen_acknowledged(self) -> None:
        """Fold what changed; an undone end leads back into the session."""
        training = self._training
        training.settle()
        self._retry_later()
        if not training.is_settled:
            return
        self._keep()
        if is_finished(training.session):
            self._paint()
        else:
            self.want(SessionAgainWanted())

    def _keep(self) -> None:
        """Bring the history up to the session, where it is not yet."""
        if self._training.session.log != self._kept:
            self._kept = self._training.session.log
            self._training.keep()

    def _retry_later(self) -> None:
        """Go on trying while anything is refused."""
        refused = bool(self._training.unsaved or self._training.unkept)
        if refused and self._retrying is None:
            self._retrying = self.set_interval(RETRY_S, self._retry)
        elif not refused and self._retrying is not None:
            self._retrying.stop()
            self._retrying = None

    def _retry(self) -> None:
        self._training.retry()
        if self._training.unkept:
            self._training.keep()

    def _paint(self) -> None:
        session = self._training.shown
        rows = summing.rows(session, self._unit)
        if self._chosen is not None and rows[self._chosen].step.key not in session.done:
            self._chosen = self._draft = None  # undone
        self.show_text("#notice", self._alarm() or self._notice)
        self.show_text("#kicker", "DONE")
        self.show_text("#sentence", session.routine.name)
        big, units = summing.figure(session)
        self.query_one(BigDigits).figure = Figure(big, "", units)
        self.query_one("#effort", Static).update(_effort(session.effort))
        notes = summing.notes(session)
        self.query_one("#note", Static).update(Labelled(notes))
        self.query_one("#note", Static).display = bool(notes)
        self._show_ahead(session)
        self.show_text("#afterword", summing.afterword(session))
        pairs = summing.pairs(session, self._unit)
        self.query_one("#pairs", Static).display = bool(pairs)
        self.query_one("#pairs", Static).update(Content("\n".join(map(safe_text, pairs))))
        self._show_table(rows)
        self.query_one(ValuesRow).display = self._chosen is not None
        if self._chosen is not None:
            row = rows[self._chosen]
            values = self.query_one(ValuesRow)
            values.panel = PanelFace("", name_of(row.step.key), row.name)
            values.fields = row_fields(session, row.step.key, self._draft, self._unit)
        self.show_keys(_KEYS if self._chosen is None else _ROW_KEYS)

    def _show_ahead(self, session: Session) -> None:
        """Show what got better, and what it leads to."""
        lines = (
            (BEST_YET, summing.bests(session)),
            ("next time", summing.coming(session, self._gear)),
        )
        said = [line for line in lines if line[1]]
        self.query_one("#coming", Static).update(Labelled(said))
        self.query_one("#coming", Static).display = bool(said)

    def _show_table(self, rows: tuple[summing.SummaryRow, ...]) -> None:
        rests = not self._training.shown.is_entered
        # A line holds no note; they stand above, whole.
        rows = tuple(row._replace(note="") for row in rows)
        for table in self.query("#table").results(Static):  # none where the screen is going
            width = table.size.width or self.app.size.width
            table.update(set_lines(summing.table(rows, self._chosen, width, rests=rests)))

    def on_resize(self, event: Resize) -> None:
        """Fit the table into the window."""
        self.call_after_refresh(
            lambda: self._show_table(summing.rows(self._training.shown, self._unit))
        )

    def _alarm(self) -> str:
        """Return what is not where it should be, in a sentence."""
        training = self._training
        if training.unsaved:
            return f"NOT SAVED: {training.unsaved}"
        return f"Not in the history yet: {training.unkept}" if training.unkept else ""

    def _tell(self, command: Command) -> None:
        self._notice = ""
        try:
            self._training.tell(command)
        except Refused as refused:
            self._notice = str(refused)
        self._paint()

    # Values

    def action_choose(self, by: int) -> None:
        """Choose another set; above the first there is none."""
        self._take()
        rows = summing.rows(self._training.session, self._unit)
        places = [n for n, row in enumerate(rows) if row.step.key in self._training.session.done]
        order: list[int | None] = [None, *places]
        here = order.index(self._chosen) if self._chosen in order else 0
        self._notice = "" if here + by < len(order) else "No set below it was done."
        self._chosen = order[max(0, min(len(order) - 1, here + by))]
        self._draft = None
        if self._chosen is not None:
            row = rows[self._chosen]
            self._draft = self._fresh(row)
        self._paint()
        self._scroll()

    def _fresh(self, row: summing.SummaryRow) -> Draft | None:
        session = self._training.session
        done = session.done[row.step.key]
        fields = tuple(values_of(session, row.step.key))
        return draft(row.step.key, fields, done.implements, self._unit) if fields else None

    def _scroll(self) -> None:
        if self._chosen is not None:
            stage = self.query_one("#stage", VerticalScroll)
            table = self.query_one("#table", Static)
            top = table.virtual_region.y + self._chosen + 1
            stage.scroll_to(y=max(0, top - stage.size.height // 2), animate=False)

    def action_type(self, key: str) -> None:
        """Type into the chosen set, else the effort."""
        if self._draft is not None:
            self._draft = self._draft.typed(key)
            self._wait_for_more()
            self._paint()
        elif key != ".":
            effort = self._training.session.effort
            ten = key == "0" and effort == 1
            self._tell(RateEffort(10 if ten else int(key)))

    def action_rub(self) -> None:
        """Rub out a digit, or the effort."""
        if self._draft is not None:
            self._draft = self._draft.rubbed()
            self._wait_for_more()
            self._paint()
        else:
            self._tell(RateEffort(None))

    def _wait_for_more(self) -> None:
        """Take over what is typed after a second without a key."""
        if self._drafting is not None:
            self._drafting.stop()
        self._drafting = self.set_timer(DRAFT_S, self._take)

    def action_move(self, by: int) -> None:
        """Move the cursor in the chosen set."""
        self._take()
        if self._draft is not None:
            self._draft = self._draft.moved(by)
            self._paint()

    def action_step(self, by: int) -> None:
        """Make the value under the cursor one more or one less."""
        self._take()
        if self._draft is not None:
            self._give(self._draft.stepped(by, values_of(self._training.session, self._draft.key)))

    def on_field_clicked(self, message: FieldClicked) -> None:
        """Move the cursor to the value that was clicked."""
        self._take()
        if self._draft is not None:
            fields = tuple(values_of(self._training.session, self._draft.key))
            self._draft = self._draft.at(fields[message.index])
            self._paint()

    def on_field_scrolled(self, message: FieldScrolled) -> None:
        """Make the value under the wheel one more or one less."""
        self.on_field_clicked(FieldClicked(message.index))
        self.action_step(message.by)

    def _take(self) -> None:
        if self._draft is None or not self._draft.text:
            return
        typed, self._draft = self._draft, self._draft.emptied()
        try:
            values = typed.taken()
        except Refused as refused:
            self._notice = f"{refused}; the old value stays"
            self._paint()
            return
        self._give(values)

    def _give(self, values: Values) -> None:
        if self._draft is not None:
            self._tell(Correct(self._draft.key, dict(values)))

    # The rest

    def action_undo(self) -> None:
        """Undo, as deep as the session."""
        self._tell(press.undo(self._training.session))

    def action_redo(self) -> None:
        """Put back what was undone last."""
        self._tell(Redo())

    def action_note(self) -> None:
        """Write a note on the chosen set, else on the session."""
        from runlift_tui.screens.parts.note import NoteScreen

        self._take()
        session = self._training.session
        key = self._draft.key if self._draft is not None else None
        text = session.note if key is None else session.done[key].note

        def written(text: str | None) -> None:
            if text is not None:
                self._tell(Note(text, key))

        title = "Note on the session" if key is None else f"Note on {key.slot} round {key.round}"

        def so_far(text: str) -> None:
            self._tell(Note(text, key, draft=True))

        self.app.push_screen(NoteScreen(title, text, so_far), written)

    def action_as_text(self) -> None:
        """Copy the session as text, and show it."""
        from runlift_tui.core.history.text import session_text
        from runlift_tui.screens.parts.as_text import AsTextScreen

        self._take()
        lines = session_text(document(self._training.session), self._unit)
        self.app.push_screen(AsTextScreen(lines), self._read)

    def action_space(self) -> None:
        """Close the session with the big key, unless it was pressed only just before."""
        passes = self._guard.lets_pass(self._training.now())
        self._read()
        if passes:
            self.action_done()

    def action_done(self) -> None:
        """Close the session and go home; where nothing of it is safe, not at the first press."""
        self._take()
        training = self._training
        if training.unsaved and training.unkept and not self._warned:
            self._warned = True
            self.notify("Leaving now loses what is not saved. Once more leaves.", markup=False)
            return
        if not self._leaving:
            self._leaving = True
            training.leave(lambda why: self.post_message(self.Closed(why)))

    def on_summary_screen_closed(self, message: Closed) -> None:
        """Go home, and say there what became of the session."""
        why = message.why
        notice = f"Not in the history yet: {why}" if why else "Saved."
        self.want(HomeWanted(notice, pressed=True))

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("Summary", SUMMARY_KEYS), self._read)

    def _read(self, _: None = None) -> None:
        """Take the key that closed a page, which may still be down, for none of this one's."""
        self._guard = self._guard.touched(self._training.now())


def _effort(effort: int | None) -> Content:
    cells = [(f" {n} ", "reverse bold" if n == effort else "") for n in range(11)]
    told = "" if effort is not None else "   how hard was it, 0 to 10?"
    return Content.assemble(("effort ", "$quiet"), *cells, (told, "$quiet"))


def set_lines(lines: list[tuple[str, str, bool]]) -> Content:
    """Return the lines of `summing.table`, the head quiet and the chosen one bold."""
    head, *rows = lines
    shown = [Content.styled(safe_text(head[0]), "$quiet")]
    for text, note, chosen in rows:
        told = f"   {safe_text(note)}" if note else ""
        shown.append(
            Content.assemble((safe_text(text), "bold" if chosen else ""), (told, "$quiet"))
        )
    return Content("\n").join(shown)
