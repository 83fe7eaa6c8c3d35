"""The note on a set, or on the session, written in a line over the screen that shows it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import Command, Note
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.told import name_of
from runlift_tui.core.words.possible import NOTE
from runlift_tui.core.words.text import safe_text
from runlift_tui.screens.parts.dialog import Dialog
from runlift_tui.widgets.lines.one_line import OneLine

_PAUSE_S = 1.0
_KEYS = "enter  keep     escape  back"
_THIS_TIME = "this time"
_STAYS = "Stands beside its next set. One that always stands: home, {home.exercises}, your note."


class NoteScreen(Dialog[str | None]):
    """Write a note; dismissed with its text, or with None where it was left as it is."""

    BINDINGS = [
        Binding("escape", "back", "Leave it as it is"),
        Binding("tab,shift+tab", "for_good", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        keep: Callable[[str], object],
        hint: str = "",
        standing: str = "",
    ) -> None:
        """Ask for a note.

        Args:
            title: What it is about.
            text: As it stands.
            keep: Called with what is written so far, a second after a key; so that it outlives
                whatever happens before it is done.
            hint: What becomes of it, in a sentence; empty for none.
            standing: The exercise at whose every set it may stand; empty for none.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._keep = keep
        self._hint = hint
        self._standing = standing
        self.stands = False
        """Whether it is to stand at every set of the exercise from now on."""
        self._kept = text
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the title, the line and its keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(safe_text(self._title)), classes="dialog-title")
            begun = f"{self._text} " if self._text else ""
            yield OneLine(begun[:NOTE], max_length=NOTE, select_on_focus=False)
            if self._standing:
                yield Static(self._how_long(), id="how-long")
            if self._hint:
                yield Static(Content(safe_text(self._hint)), classes="dialog-quiet")
            keys = "enter  keep     tab  for how long     escape  back"
            yield Static(Content(keys if self._standing else _KEYS), classes="dialog-keys")

    def _how_long(self) -> Content:
        """Return the two ways of keeping it, the one that is taken standing out."""
        words = f" {_THIS_TIME} ", f" always, at {safe_text(self._standing)} "
        shown = [
            (word, "reverse bold" if place == self.stands else "$quiet")
            for place, word in enumerate(words)
        ]
        return Content.assemble(shown[0], "  ", shown[1])

    def action_for_good(self) -> None:
        """Have it stand at every set from now on, or this time only."""
        if self._standing:
            self.stands = not self.stands
            self.query_one("#how-long", Static).update(self._how_long())

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep what is written so far, as soon as the typing pauses."""
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(_PAUSE_S, self.take_open)

    def take_open(self) -> None:
        """Keep what is written so far."""
        self._draft(self.query_one(Input).value.strip())

    def _draft(self, text: str) -> None:
        if text != self._kept and self.is_current:
            self._kept = text
            self._keep(text)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what is written."""
        self.dismiss(message.value.strip())

    def action_back(self) -> None:
        """Leave the note as it was; undo has what was typed."""
        self.take_open()
        self.dismiss(None if self._kept == self._text else self._text)


class StandingNote(NamedTuple):
    """A note that may stand at every set of an exercise."""

    name: str
    """Of the exercise."""
    keep: Callable[[str], object]
    """Keeps it there."""


def ask_note(
    screen: Screen[Any],
    session: Session,
    key: StepKey | None,
    tell: Callable[[Command], object],
    closed: Callable[[], object] = lambda: None,
    standing: StandingNote | None = None,
) -> None:
    """Open the line that a note is written in.

    Args:
        screen: Over which.
        session: As it stands.
        key: The set that it is on; None for the session.
        tell: Gives the session a command; also what is written so far, before it is done.
        closed: Called once it is.
        standing: Where it may stand for good; None for nowhere.
    """
    text = session.note if key is None else session.done[key].note
    title = "Note on the session" if key is None else f"Note on {name_of(key)}"

    hint = "" if key is None or standing is not None else named(_STAYS)

    def written(new: str | None) -> None:
        stands = standing is not None and page.stands and bool(new)
        if new is not None:
            # What is of an exercise is none of the session's: only on a set it is both.
            tell(Note(text if stands and key is None else new, key))
        if standing is not None and stands and new:
            standing.keep(new)
        closed()

    def so_far(text: str) -> None:
        tell(Note(text, key, draft=True))

    page = NoteScreen(title, text, so_far, hint, "" if standing is None else standing.name)
    page.add_class("-low")
    screen.app.push_screen(page, written)
