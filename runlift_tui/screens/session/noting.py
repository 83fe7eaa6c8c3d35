"""The note on a set, or on the session, written over the screen that shows it."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from runlift_tui.core.keys.in_force import named
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.session.commands import Command, Note
from runlift_tui.core.session.state import Session
from runlift_tui.core.sets.told import name_of
from runlift_tui.screens.session.note import NoteScreen

_STAYS = "Stands beside its next set. One that always stands: home, {home.exercises}, your note."


def ask_note(
    screen: Screen[Any],
    session: Session,
    key: StepKey | None,
    tell: Callable[[Command], object],
    closed: Callable[[], object] = lambda: None,
) -> None:
    """Open the line that a note is written in.

    Args:
        screen: Over which.
        session: As it stands.
        key: The set that it is on; None for the session.
        tell: Gives the session a command; also what is written so far, before it is done.
        closed: Called once it is.
    """
    text = session.note if key is None else session.done[key].note
    title = "Note on the session" if key is None else f"Note on {name_of(key)}"

    hint = "" if key is None else named(_STAYS)

    def written(text: str | None) -> None:
        if text is not None:
            tell(Note(text, key))
        closed()

    def so_far(text: str) -> None:
        tell(Note(text, key, draft=True))

    screen.app.push_screen(NoteScreen(title, text, so_far, hint), written)
