"""The end of a session: planned against done, the pairs, effort and a note; all correctable."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import STOP
from runlift_tui.core.face import doubts, outline, set_rows
from runlift_tui.core.face import summary as summing
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.screen import open_set, row_fields
from runlift_tui.core.face.shapes import PanelFace
from runlift_tui.core.history.against_plan import TITLE, against_plan
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.keys.in_force import named
from runlift_tui.core.session.state import Session, is_over
from runlift_tui.core.session.suggested import Following
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.sets.weights import Gear
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import ENDED_CSS, Page
from runlift_tui.screens.parts.wanted import HomeWanted, SessionAgainWanted
from runlift_tui.screens.session.chosen import ChosenSet
from runlift_tui.screens.session.keeping import Closing, Correcting, EffortTyping, Keeping
from runlift_tui.screens.session.telling import (
    MOST_REPEATS,
    Acknowledged,
    BigKey,
    KeyboardTold,
    OneKey,
)
from runlift_tui.store.session.training import Training
from runlift_tui.widgets.charts.row_bars import RowBars
from runlift_tui.widgets.large.heading import Heading
from runlift_tui.widgets.lines.labelled import Labelled
from runlift_tui.widgets.session.set_table import SetTable, bring_into_sight
from runlift_tui.widgets.session.values import FieldPointed, Values

_KEYS = faces("summary", "space; digits; above below; undo; note; text; help")
_ROW_KEYS = faces(
    "summary",
    "take-over=take it; digits plus minus=change; next-value; above below=set; back=effort; undo; "
    "help",
)
_DOUBT_KEYS = faces(
    "summary",
    "text=it is right; note=no; digits plus=change; next-value; above below=set; "
    "back=effort; undo; help",
)


_AGAIN = "What was taken back there {history.redo} in the history puts back."


class SummaryScreen(Page):
    """What was done. Leaving it closes the session for good."""

    CSS_PATH = ENDED_CSS

    LEADS_ON = False

    BINDINGS = bindings("summary")

    def __init__(
        self,
        training: Training,
        gear: Gear,
        following: Callable[[Session], Following],
        way_forth: Callable[[Session], bool],
    ) -> None:
        """Show the end of a session.

        Args:
            training: The session.
            gear: The athlete's.
            following: Returns by what the next one is worked out.
            way_forth: Has what was taken back here made again in the history; returns whether
                there is any.
        """
        super().__init__()
        self._following = following
        self._way_forth = way_forth
        self._next: tuple[Session, Following] | None = None
        """What comes after the session as it was last shown."""
        self._training = training
        self._gear = gear
        self._correcting = Correcting(
            training, paint=self._paint, drop=lambda: self._chosen.values.drop(cursor=False)
        )
        stepping = OneKey(training.now)
        self._chosen = ChosenSet(
            lambda: training.session,
            gear,
            tell=self._correcting.tell,
            say=self._correcting.say,
            paint=self._paint,
            later=self.set_timer,
            held=lambda: not stepping.within(MOST_REPEATS),
            no=OneKey(training.now),
        )
        # Since the session's end: a press that was meant for its last set closes nothing.
        self._key = BigKey(
            *(training, Guard(training.now()), self, "summary.space"),
            say=self._correcting.say,
        )
        self._keeping = Keeping(training, every=self.set_interval)
        effort = self._effort = EffortTyping(training, self._correcting, later=self.set_timer)
        closing = Closing(
            training,
            self._key,
            take=lambda: effort.take() or self._chosen.take(),
            ask=self._chosen.ask,
            take_open=lambda: effort.take() or self._chosen.take_open(),
            warn=lambda text: self.notify(text, markup=False),
            closed=lambda why: self.call_later(_go_home, self, why),
            to_effort=self._chosen.to_effort,
        )
        told = KeyboardTold(self._correcting.say, lambda: self._correcting.notice)
        self.take_actions(self._correcting.back, self._chosen.values, self._chosen, closing, told)

    def stage(self) -> ComposeResult:
        """Yield the sentence, the table, the pairs, effort and note."""
        yield Heading()
        yield Static(id="sentence", markup=False)
        yield Static(id="effort", markup=False)
        with Container(id="whole"):
            yield Static(id="afterword", markup=False)
            yield Static(id="slots", markup=False)
            yield Static(id="note", markup=False)
            yield Static(id="coming", markup=False)
            yield RowBars()
        with Container(id="halves"):
            yield Static(id="pairs", markup=False)
        yield Static(id="table", markup=False)

    def below(self) -> ComposeResult:
        """Yield the values of the chosen set, and what has to be said: always in sight."""
        with Vertical(id="below"):
            yield Values()
            yield Static(id="notice", markup=False)

    def on_mount(self) -> None:
        """Put the session into the history, and show it."""
        self._training.on_disk.heard = lambda: self.post_message(Acknowledged())
        self._training.settle()
        self._keeping.keep()
        self._paint()
        if not is_over(self._training.session):
            self.want(SessionAgainWanted())

    def on_acknowledged(self) -> None:
        """Fold what changed; an undone end leads back into the session."""
        if not self._keeping.settle():
            return
        self._keeping.keep()
        if is_over(self._training.session):
            self._paint()
        else:
            self.want(SessionAgainWanted())

    def _paint(self) -> None:
        session = self._training.shown
        self._chosen.settle(session)
        alarm = summing.alarm(self._training.on_disk.unsaved, self._training.on_disk.unkept)
        doubt = doubts.told(session, self._chosen.key, self._gear.unit)
        hours = summing.hours(session, self._training.wall_ms())
        kept = "" if alarm or not self._training.on_disk.is_settled else "saved"
        self.show_strip("   ".join(filter(None, ("Summary", session.routine.name, kept, hours))))
        self.show_text("#notice", alarm or self._correcting.notice or doubt)
        then = self._then(session)
        large, sentence = summing.headline(session, then.most_landings)
        stop = session.stop
        self.query_one(Heading).show(STOP if stop else "DONE", large)
        self.show_text("#sentence", "  ".join(filter(None, (stop, sentence))))
        self.query_one("#effort", Static).update(
            _effort(session.effort, is_chosen=self._chosen.key is None)
        )
        slots = outline.slot_lines(session, self._gear.unit, heads=True)
        _show_labelled(self.query_one("#slots", Static), tuple(slots))
        _show_labelled(self.query_one("#note", Static), summing.notes(session))
        _show_labelled(self.query_one("#coming", Static), summing.ahead(session, self._gear, then))
        self.query_one(RowBars).show(TITLE, against_plan(session))
        self.show_text("#afterword", summing.afterword(session))
        pairs = summing.pairs(session, self._gear.unit)
        _show_labelled(self.query_one("#pairs", Static), [("", pair) for pair in pairs])
        self._show_sets(session)

    def _then(self, session: Session) -> Following:
        """Return by what the next one is worked out; it changes with the session alone."""
        if self._next is None or self._next[0] is not session:
            self._next = session, self._following(session)
        return self._next[1]

    def _show_sets(self, session: Session) -> None:
        """Show the table, and below it the values of the set that is chosen in it."""
        rows = set_rows.rows(session, self._gear.unit)
        chosen = next((row for row in rows if row.step.key == self._chosen.key), None)
        table = self.query_one("#table", Static)
        place = None if chosen is None else rows.index(chosen)
        table.update(SetTable(rows, place, rests=not session.is_entered))
        values = self.query_one(Values)
        values.display = chosen is not None
        self.set_class(chosen is not None, "-correcting")
        if chosen is not None:
            key = chosen.step.key
            values.panel = PanelFace("", name_of(key), chosen.name)
            values.fields = row_fields(open_set(session, key), self._chosen.draft, self._gear.unit)
        row_keys = _DOUBT_KEYS if self._chosen.is_asked else _ROW_KEYS
        self.show_keys(_KEYS if chosen is None else row_keys)

    # Values

    def action_choose(self, by: int) -> None:
        """Choose another set; above the first and below the last it is the effort."""
        self._chosen.choose(by)
        keys = set_rows.row_keys(self._training.shown)
        if self._chosen.key in keys:
            bring_into_sight(self.query_one("#table", Static), keys.index(self._chosen.key))

    def action_type(self, key: str) -> None:
        """Type into the chosen set, else the effort."""
        if not self._chosen.values.type(key):
            self._effort.type(key)

    def action_rub(self) -> None:
        """Rub out a digit, or the effort."""
        if not self._chosen.values.rub():
            self._effort.rub()

    def on_field_pointed(self, message: FieldPointed) -> None:
        """Go to the value that was clicked; make the one under the wheel one more or one less."""
        self._chosen.values.point(message.index, message.by)

    # The rest

    def action_note(self) -> None:
        """Write a note on the chosen set, else on the session; say no to a value."""
        if self._chosen.says_no():
            return
        from runlift_tui.screens.session.note import ask_note

        self._chosen.values.take_open()
        ask_note(self, self._training.session, self._chosen.key, self._correcting.tell)

    def action_as_text(self) -> None:
        """Copy the session as text, and show it; say yes to what is asked of a value."""
        if self._chosen.is_asked:
            self._chosen.take()
            return
        from runlift_tui.core.history.believed import past_session
        from runlift_tui.core.history.document import document
        from runlift_tui.core.history.text import session_text
        from runlift_tui.screens.parts.as_text import AsTextScreen

        self._chosen.values.take_open()
        session = past_session(document(self._training.session))
        lines = () if session is None else session_text(session, self._gear.unit)
        self.app.push_screen(AsTextScreen(lines), self._key.closed)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from runlift_tui.screens.parts.help import HelpScreen

        self.app.push_screen(HelpScreen("summary"), self._key.closed)


def _effort(effort: int | None, *, is_chosen: bool) -> Content:
    """Return the row of the effort, and whether a digit is typed there or into a set."""
    cells = [(f" {n} ", "reverse bold" if n == effort else "") for n in range(11)]
    told = "" if effort is not None else "   how hard was it, 0 to 10?"
    told = told if is_chosen else named("   {summary.back} goes back here")
    label = ("▸ effort ", "bold") if is_chosen else ("  effort ", "$quiet")
    return Content.assemble(label, *cells, (told, "$quiet"))


def _show_labelled(part: Static, lines: Sequence[tuple[str, str]]) -> None:
    part.update(Labelled(lines))
    part.display = bool(lines)


def _go_home(screen: SummaryScreen, why: str) -> None:
    """Go home, and say there what became of the session.

    Args:
        screen: Closed.
        why: Why it is not in the history, in a sentence; empty when it is.
    """
    session = screen._training.session
    back = bool(session.undone) and not why and screen._way_forth(session)
    said = f"Not in the history yet: {why}" if why else "Saved."
    screen.want(HomeWanted(f"{said} {named(_AGAIN)}" if back else said))
