"""When to stop altogether: it stands until it is answered."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from runlift_tui.core.athlete.pain import STOP_SIGNS
from runlift_tui.core.face.press import Guard, LastKey
from runlift_tui.core.keys.action import NO, YES
from runlift_tui.core.keys.in_force import in_force
from runlift_tui.screens.parts.dialog import Dialog
from runlift_tui.screens.session.questions import Heeded
from runlift_tui.widgets.large.lettering import paragraph
from runlift_tui.widgets.session.letters import Letters

_READING_ON = ("up", "down")

_AROUND = 8, 14
"""Columns and rows around the signs, where they stand in large letters."""
_ASKED = "y  yes, one of them   -  none of them"
_NO_ANSWER = "any of these? Only y or - answers."
_STOP, _OVER = "f  finish here   escape  not yet", "escape  read"


class StopSignsScreen(Dialog[Heeded]):
    """The stop signs, under how much it hurts; dismissed with how they were answered."""

    def __init__(
        self,
        title: str,
        now: Callable[[], int],
        *,
        said: Callable[[], object],
        may_finish: bool = True,
    ) -> None:
        """Show them.

        Args:
            title: How much it hurts.
            now: Returns this moment in milliseconds; a key right after the first is a leftover.
            said: Takes the yes down, at once.
            may_finish: Whether there is a session that could be finished.
        """
        super().__init__()
        self._title = title
        self._now = now
        self._said = said
        self._guard = Guard(now())
        self.held = LastKey()
        """The key that came last."""
        self._may_finish = may_finish
        self._is_yes = False

    def compose(self) -> ComposeResult:
        """Yield them."""
        with VerticalScroll(classes="dialog"):
            yield Letters()
            yield Static(Content(f"{self._title}: any of these?"), classes="dialog-title")
            yield Static(Content("\n\n".join(STOP_SIGNS)), id="signs")
            yield Static(_ASKED, classes="dialog-keys")

    def on_mount(self) -> None:
        """Show the one word that is read from where one trains."""
        self.query_one(Letters).show("STOP", "strong")

    def on_resize(self, event: events.Resize) -> None:
        """Show the signs in letters for two metres where all of them fit, else in cells."""
        inside = event.size.width - _AROUND[0]
        signs = [paragraph(sign.upper(), inside) for sign in STOP_SIGNS]
        large = all(signs) and sum(map(len, signs)) + _AROUND[1] <= event.size.height
        told = ["\n".join(rows) for rows in signs] if large else STOP_SIGNS
        self.query_one("#signs", Static).update(Content("\n\n".join(told)))
        self.set_class(large, "-large")

    def on_key(self, event: events.Key) -> None:
        """Take an answer, and no other key for one; in a low window two of them read on."""
        if event.key in _READING_ON:
            return
        event.stop()
        event.prevent_default()
        now = self._now()
        is_still = self.held.is_still(event.key, now)
        self.held = self.held.pressed(event.key, now)
        if is_still or not self._guard.lets_pass(now):
            return
        if self._is_yes and self._may_finish and event.key == "f":
            self.dismiss(Heeded.FINISH)
        elif event.key in in_force().of("session.undo"):
            self.dismiss(Heeded.TAKEN_BACK)
        elif event.key == ("escape" if self._is_yes else NO):
            self.dismiss(Heeded.GO_ON)
        elif not self._is_yes:
            self._stop() if event.key == YES else self._refuse()

    def _stop(self) -> None:
        """Say what a yes means, over the signs that say who looks at it."""
        self._is_yes = True
        self._said()
        self.query_one(".dialog-title", Static).update(
            Content(f"{self._title}: stop training now.")
        )
        self.query_one(".dialog-keys", Static).update(_STOP if self._may_finish else _OVER)

    def _refuse(self) -> None:
        """Say which keys answer, where another was pressed."""
        self.query_one(".dialog-title", Static).update(Content(f"{self._title}: {_NO_ANSWER}"))

    def on_click(self) -> None:
        """Say at a tap, which is as good as the big key, that a key answers."""
        if not self._is_yes:
            self._refuse()
