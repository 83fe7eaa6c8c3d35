"""Letters typed faster than a line of typing gets the focus: they belong into it all the same."""

from typing import Any

from textual import events
from textual.screen import Screen
from textual.widgets import Input


def typed_ahead(screen: Screen[Any], event: events.Key) -> bool:
    """Put a letter that reached a screen into its focused line; return whether there is one.

    A focused line keeps its letters to itself, so what comes here was on its way before the focus.
    """
    line = screen.focused
    if not isinstance(line, Input) or not event.is_printable or event.character is None:
        return False
    line.insert_text_at_cursor(event.character)
    event.stop()
    event.prevent_default()
    return True
