"""The checks of control, one after the other, with the program's own timer."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from runlift_tui.clock import Clock
from runlift_tui.core.athlete import checks as check
from runlift_tui.core.athlete.checks import Check, Checking
from runlift_tui.core.athlete.gates import Checks
from runlift_tui.core.keys.action import NO, YES
from runlift_tui.screens.parts.dialog import Dialog
from runlift_tui.widgets.large.digits import BigDigits
from runlift_tui.widgets.large.figure import Figure

_TICK_S = 0.2


class CheckScreen(Dialog[Checks | None]):
    """Dismissed with what was found, or with None where it was broken off."""

    BINDINGS = [
        Binding("space,pagedown", "space", "Start, stop"),
        Binding(YES, "answer(True)", "Yes"),
        Binding(f"{NO},minus", "answer(False)", "No"),
        Binding("escape", "back", "Break off"),
    ]

    def __init__(self, clock: Clock, *, may_land: bool) -> None:
        super().__init__()
        self._clock = clock
        self._checking = Checking(may_land=may_land)

    def compose(self) -> ComposeResult:
        """Yield the question and the timer."""
        with Vertical(classes="dialog"):
            yield Static(Content("Checks of control"), classes="dialog-title")
            yield Static(id="check-lines", markup=False)
            yield BigDigits()
            yield Static(Content("escape  break off, nothing is kept"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the first question, and look at the clock."""
        self._paint()
        self.set_interval(_TICK_S, self._tick)

    def _now(self) -> int:
        return self._clock.stamp().boot_ms

    def _tick(self) -> None:
        before = self._checking
        self._checking = check.walked(before, self._now())
        if self._checking is not before:
            self.app.bell()
        if before.since is not None:
            self._paint()

    def _paint(self) -> None:
        if self._checking.step is Check.DONE:
            self.dismiss(self._checking.found)
            return
        shown = check.shown(self._checking, self._now())
        self.query_one("#check-lines", Static).update(Content("\n".join(shown.lines)))
        digits = self.query_one(BigDigits)
        digits.display = bool(shown.big)
        digits.figure = Figure(shown.big, "", shown.units)

    def action_space(self) -> None:
        """Start the hold, or end it here."""
        self._checking = check.pressed(self._checking, self._now())
        self._paint()

    def action_answer(self, yes: bool) -> None:
        """Answer the question."""
        self._checking = check.answered(self._checking, yes)
        self._paint()

    def action_back(self) -> None:
        """Break off; nothing is kept."""
        self.dismiss(None)
