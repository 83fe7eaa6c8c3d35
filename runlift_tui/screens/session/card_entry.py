"""A session that was trained without the laptop, entered from its card: one key a set."""

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from runlift_tui.clock import Clock
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.face import prompts
from runlift_tui.core.face.press import Guard
from runlift_tui.core.face.screen import Viewing, face
from runlift_tui.core.face.summary import KEYS, asked, entry_rows
from runlift_tui.core.session.commands import Trained
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.moment import HINT, typed_when, when_shown
from runlift_tui.core.words.units import Unit
from runlift_tui.screens.parts.bindings import bindings
from runlift_tui.screens.parts.page import PAGE_CSS, Page
from runlift_tui.screens.session.session import SessionScreen, SwapIn
from runlift_tui.store.session.training import Training
from runlift_tui.widgets.lines.keys import KeysLine
from runlift_tui.widgets.session.set_table import SetTable, bring_into_sight
from runlift_tui.widgets.session.values import Values

_REPEAT_MS = 150
"""A key that is held down repeats faster than this, and nobody enters sets that fast."""


class EntryScreen(Page, SessionScreen):
    """The planned sets in their order; the keys are those of a session, and no time runs."""

    CSS_PATH = PAGE_CSS

    BINDINGS = bindings("entry")

    def __init__(
        self,
        training: Training,
        unit: Unit,
        library: Callable[[], Mapping[str, Exercise]],
        swapped_in: SwapIn,
        clock: Clock,
    ) -> None:
        """Show a session that is entered.

        Args:
            training: The session.
            unit: What loads are shown and typed in.
            library: Returns what can have stood in a slot instead.
            swapped_in: Returns the swap that puts it there.
            clock: Says what today and yesterday are.
        """
        super().__init__(training, unit, library, swapped_in)
        self._clock = clock
        self._guard = Guard(ms=_REPEAT_MS)

    def compose(self) -> ComposeResult:
        """Yield the list, the values of the set that is asked for, a line to say something."""
        yield Static(id="strip", markup=False)
        with VerticalScroll(id="stage", can_focus=False), Vertical(id="column"):
            yield Static(id="kicker", markup=False)
            yield Static(id="sentence", markup=False)
            yield Static(id="table", markup=False)
        with Vertical(id="below"):
            yield Values()
            yield Static(id="told", markup=False)
        yield KeysLine()

    def on_mount(self) -> None:
        """Show where the entry stands; at its very beginning, ask when it was."""
        super().on_mount()
        if len(self._training.session.log) == 1:
            self.call_after_refresh(self.action_when)

    def _demonstrate(self) -> None:
        """Show no figure: what is entered was done long ago."""

    def _paint(self) -> None:
        session = self._training.shown
        viewing = Viewing(
            unit=self._unit,
            draft=self._values.draft,
            prompt=self._prompt,
            unsaved=self._training.unsaved,
            notice=self._notice,
        )
        found = face(session, session.at, viewing)
        rows, now = entry_rows(session, self._unit)
        self.show_strip(f"From a card   trained {self._when()}   {found.progress}")
        self.show_text("#kicker", "ENTERED AFTERWARDS")
        self.show_text("#sentence", session.routine.name)
        table = self.query_one("#table", Static)
        table.update(SetTable(rows, now, rests=False))
        values = self.query_one(Values)
        values.panel, values.fields = asked(session), found.fields
        said = found.flash if self._prompt is not None else found.banner.text
        self.show_text("#told", said or " ")
        self.show_keys(KEYS if self._prompt is None else found.keys)
        if now is not None:
            bring_into_sight(table, now)

    # When

    def _when(self) -> str:
        return when_shown(self._training.session.began, self._now(), self._clock.utc_offset_min)

    def _now(self) -> int:
        return self._clock.stamp().utc_ms

    def action_when(self) -> None:
        """Ask when it was trained."""
        from runlift_tui.screens.parts.typing_in import TypingScreen

        self._values.take()
        self.app.push_screen(TypingScreen("When was it trained?", self._when(), HINT, self._date))

    def _date(self, text: str) -> None:
        """Take the moment over that was typed.

        Raises:
            Refused: it is none.
        """
        offset_of: Callable[[int], int] = self._clock.utc_offset_min
        if text.strip() == self._when():
            return
        at = typed_when(text, self._now(), offset_of)
        if not self._tell(Trained(at, offset_of(at))):
            raise Refused(self._notice)

    def action_pain(self) -> None:
        """Ask what hurt before the session."""
        self._ask(prompts.pain_that_day())
