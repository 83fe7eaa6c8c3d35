"""A session that was trained without the laptop, entered from its card: one key a set."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from runlift_tui.clock import Clock
from runlift_tui.core.athlete.pain import stop_briefly
from runlift_tui.core.face.doubts import question
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.screen import face
from runlift_tui.core.face.set_rows import asked, entry_rows, pain_before
from runlift_tui.core.keys.actions import faces
from runlift_tui.core.session.commands import Finish, Trained
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.moment import HINT, WHEN, typed_when, when_shown
from runlift_tui.core.words.text import not_saved
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import ENDED_CSS, Page
from runlift_tui.screens.session.dialogs import Surroundings
from runlift_tui.screens.session.hearing import Hearing
from runlift_tui.screens.session.steering import Steering
from runlift_tui.screens.session.telling import Acknowledged
from runlift_tui.store.session.training import Training
from runlift_tui.widgets.session.set_table import SetTable, bring_into_sight
from runlift_tui.widgets.session.values import FieldPointed, Values

if TYPE_CHECKING:
    from runlift_tui.screens.parts.typing_in import TypingScreen

_KEYS = faces(
    "entry",
    "space=as it stands; digits one-more one-less; skip; undo=back; pain; when; finish; leave; "
    "help",
)
_REPEAT_MS = 150
"""A key that is held down repeats faster than this, and nobody enters sets that fast."""


class EntryScreen(Page):
    """The planned sets in their order; the keys are those of a session, and no time runs."""

    CSS_PATH = ENDED_CSS

    READS_ON = False

    BINDINGS = bindings("entry")

    def __init__(
        self, training: Training, around: Surroundings, clock: Clock, *, asks: bool
    ) -> None:
        """Show a session that is entered.

        Args:
            training: The session.
            around: What it takes from elsewhere.
            clock: Says what today and yesterday are.
            asks: Whether it is asked first when it was, because no page before it has.
        """
        super().__init__()
        self._training = training
        self._clock = clock
        self._asks = asks
        self._steering = Steering(
            self,
            training,
            around,
            guard=Guard(ms=_REPEAT_MS),
            hearing=Hearing(None, lambda: training.shown),
            paint=self._paint,
        )

    def stage(self) -> ComposeResult:
        """Yield the list of sets."""
        yield Static(id="kicker", markup=False)
        yield Static(id="sentence", markup=False)
        yield Static(id="table", markup=False)

    def below(self) -> ComposeResult:
        """Yield the values of the set that is asked for, and a line to say something."""
        with Vertical(id="below"):
            yield Values()
            yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Show where the entry stands; at its very beginning, ask when it was."""
        self._training.on_disk.heard = lambda: self.post_message(Acknowledged())
        self._steering.questions.ask_again()
        self._steering.tick()
        if self._asks and len(self._training.session.log) == 1:
            self.call_after_refresh(self._ask_first)

    def on_screen_resume(self) -> None:
        """Show what went on under a dialog."""
        self._steering.tick()

    def on_acknowledged(self) -> None:
        """Take in what the writer said."""
        self._steering.settle()

    def on_key(self, event: events.Key) -> None:
        """Let a question have every key while it stands."""
        self._steering.catch(event)

    def on_field_pointed(self, message: FieldPointed) -> None:
        """Go to the value that was clicked; make the one under the wheel one more or one less."""
        self._steering.point(message.index, message.by)

    def _paint(self) -> None:
        self._steering.questions.ask_signs()
        session, viewing = self._training.shown, self._steering.viewing()
        found = face(session, session.at, viewing)
        rows, now = entry_rows(session, viewing.unit)
        self.show_strip(f"From a card   trained {self._when()}   {found.progress}")
        stop = stop_briefly(session.stop)[0] if session.stop else ""
        self.show_text("#kicker", stop or "ENTERED AFTERWARDS")
        self.show_text("#sentence", f"{session.routine.name}. {pain_before(session)}.")
        table = self.query_one("#table", Static)
        table.update(SetTable(rows, now, rests=False))
        values = self.query_one(Values)
        values.panel, values.fields = asked(session), found.fields
        asks = viewing.prompt is not None
        doubt = question(session, viewing.unit)
        unsaved = not_saved(viewing.unsaved)
        said = found.flash if asks else unsaved or viewing.notice or doubt
        self.show_text("#told", said or " ")
        self.show_keys(found.keys if asks or doubt else _KEYS)
        if now is not None:
            bring_into_sight(table, now)

    # When

    def _when(self) -> str:
        return when_shown(self._training.session.began, self._now(), self._clock.utc_offset_min)

    def _now(self) -> int:
        return self._clock.stamp().utc_ms

    def action_when(self) -> None:
        """Ask when it was trained."""
        self._steering.values.take_open()
        self.app.push_screen(self._asking())

    def _ask_first(self) -> None:
        """Ask when it was, before anything else; whoever gives no answer enters no card."""
        asking = self._asking()

        def asked(_: object) -> None:
            if not asking.was_taken:
                self._steering.telling.tell(Finish())

        self.app.push_screen(asking, asked)

    def _asking(self) -> TypingScreen:
        from runlift_tui.screens.parts.typing_in import TypingScreen

        return TypingScreen(WHEN, self._when(), HINT, self._date)

    def _date(self, text: str) -> None:
        """Take the moment over that was typed.

        Raises:
            Refused: it is none.
        """
        offset_of: Callable[[int], int] = self._clock.utc_offset_min
        began = self._training.session.began
        at = typed_when(text, self._now(), offset_of, began)
        if at == began:
            return
        telling = self._steering.telling
        if not telling.tell(Trained(at, offset_of(at))):
            raise Refused(telling.notice)
