"""A dialog around one line of typing, and the way to it on which no letter is lost."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from textual import events
from textual.screen import Screen
from textual.widgets import Input

from runlift_tui.screens.parts.once import Dialog

ResultT = TypeVar("ResultT")


class LineScreen(Dialog[ResultT]):
    """Takes letters that were typed before its line had the focus."""

    def on_key(self, event: events.Key) -> None:
        """Put a letter into the line; a focused line keeps its letters to itself."""
        if not event.is_printable or event.character is None:
            return
        event.stop()
        event.prevent_default()
        line = self.query_one(Input)
        line.replace(event.character, *line.selection)


def opened(
    screen: Screen[Any], event: events.Key, openers: Mapping[str, Callable[[], object]]
) -> bool:
    """Open a dialog, or pass a key on to the one that was opened; return whether that was so.

    A binding would open it only after the keys behind it were handled, and they were lost. Keys
    pressed right after it still come to the screen below.
    """
    top = screen.app.screen
    if top is screen and event.key not in openers:
        return False
    event.stop()
    event.prevent_default()
    if top is screen:
        openers[event.key]()
    else:
        top.post_message(events.Key(event.key, event.character))
    return True
