"""One line of typing over a screen; what cannot be is refused here, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from runlift_tui.core.keys.action import NO, YES
from runlift_tui.core.sets.far import Far
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import NOTE
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.dialog import Dialog
from runlift_tui.widgets.lines.one_line import OneLine

_MOST = 200
"""Characters of a value that is no note."""
_BACK = "     escape  back"
_RIGHT = f"{YES} enter  it is right     {NO}  type it anew{_BACK}"
"""Where a value is asked about: its yes and its no."""


class TypingScreen(Dialog[None]):
    """Type a value; dismissed when it was taken, or left as it is."""

    BINDINGS = [
        Binding("escape", "back", "Leave it as it is"),
        Binding(YES, "answer(True)", show=False, priority=True),
        Binding(NO, "answer(False)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        value: str,
        hint: str,
        take: Callable[[str], None],
        begun: str = "",
        *,
        goes_on: bool = False,
        verb: str = "keep",
    ) -> None:
        """Ask for a value.

        Args:
            title: What it is.
            value: As it is now.
            hint: What may be typed.
            take: Called with what was typed; it raises `Refused` where that cannot be.
            begun: What was typed already; it takes the place of the value.
            goes_on: Whether what is typed goes on after the value, as in a note, instead of
                taking its place.
            verb: What its key does with it.
        """
        super().__init__()
        self._title = title
        self._value = value
        self._hint = hint
        self._take = take
        self._begun = begun
        self._goes_on = goes_on
        self._keys = f"enter  {verb}{_BACK}"
        self.was_taken = False
        """Whether what was typed was taken; not so where it was left as it is."""

    def compose(self) -> ComposeResult:
        """Yield the title, the line, why it was refused, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            most = NOTE if self._goes_on else _MOST
            yield OneLine(self._begun or self._value, max_length=most, select_on_focus=False)
            yield Static(Content(safe_text(self._hint)), id="why", classes="dialog-quiet")
            yield Static(Content(self._keys), classes="dialog-keys")

    def on_mount(self) -> None:
        """Let the first letter take the place of the value, or go on after it."""
        if not self._begun and not self._goes_on:
            self.query_one(Input).action_select_all()

    @on(Input.Changed)
    def _hint_again(self) -> None:
        self.query_one(OneLine).answers = frozenset()
        self._say(self._hint, self._keys, refused=False)

    @on(Input.Submitted)
    def _submit(self, message: Input.Submitted) -> None:
        self._submitted(message.value)

    def action_answer(self, yes: bool) -> None:
        """Confirm what was typed, or have it typed anew; both keys are letters till it is asked."""
        line = self.query_one(OneLine)
        if yes and line.answers:
            self._submitted(line.value)
        elif line.answers:
            self._hint_again()
            line.action_select_all()

    def _submitted(self, text: str) -> None:
        try:
            self._take(text)
        except Far as far:
            self.query_one(OneLine).answers = frozenset((YES, NO))
            self._say(str(far), _RIGHT, refused=True)
        except Refused as refused:
            said = str(refused)
            mark = "" if said.endswith(("?", ".", "!")) else "."
            stays = f"It stays {self._value or 'as it was'}."
            self._say(f"{said}{mark} {stays}", self._keys, refused=True)
        else:
            self.was_taken = True
            self.dismiss()

    def _say(self, text: str, keys: str, *, refused: bool) -> None:
        line = self.query_one("#why", Static)
        line.update(Content(safe_text(text)))
        line.set_class(refused, "dialog-refused")
        self.query_one(".dialog-keys", Static).update(Content(keys))

    def action_back(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)


def opened(
    screen: Screen[Any], event: events.Key, openers: Mapping[str, Callable[[], object]]
) -> bool:
    """Open a dialog at once, so that the keys behind this one come to it; return whether one was.

    What a screen has under other keys is done where they are heard too (`Living`).
    """
    if screen.app.screen is not screen or event.key not in openers:
        return False
    event.stop()
    event.prevent_default()
    openers[event.key]()
    return True
