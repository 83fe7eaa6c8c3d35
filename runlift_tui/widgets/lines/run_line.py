"""The line that a run is typed into, read with every letter."""

from collections.abc import Callable

from textual.widgets import Input

_MOST = 400


class RunLineInput(Input):
    """Calls back while the key is still being handled, so that its reading is painted with it."""

    def __init__(self, typed: Callable[[str], object]) -> None:
        """Make an empty line; `typed` is called with every new text."""
        self._heard = typed
        super().__init__(
            placeholder="n   today 8k 42:10 easy",
            compact=True,
            max_length=_MOST,
            select_on_focus=False,
        )

    def watch_value(self, value: str) -> None:
        """Say what is typed."""
        self._heard(value)
