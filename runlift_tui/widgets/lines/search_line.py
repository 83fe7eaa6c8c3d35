"""A line to search with, answered in the frame that shows the letter."""

from collections.abc import Callable

from textual.widgets import Input


class SearchLine(Input):
    """Calls back while the key is still being handled.

    A message would come after the letter was painted, and what it finds would wait for the next
    frame.
    """

    def __init__(self, typed: Callable[[str], object]) -> None:
        """Make an empty line; `typed` is called with every new text."""
        self._heard = typed
        super().__init__(
            placeholder="/  search", compact=True, max_length=60, select_on_focus=False
        )

    def watch_value(self, value: str) -> None:
        """Say what is typed."""
        self._heard(value)
