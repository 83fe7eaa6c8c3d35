"""Values one under the other: a list whose clicks are told from those on another list."""

from textual.events import Click
from textual.message import Message

from runlift_tui.widgets.lists.listing import Listing


class ValueClicked(Message):
    """A value was clicked."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index
        """Its place, from 0."""


class ValueListing(Listing):
    """The values of a line."""

    def on_click(self, event: Click) -> None:
        """Say which value was clicked."""
        event.prevent_default()
        index = self._first + event.y
        if index < len(self.rows):
            self.post_message(ValueClicked(index))
