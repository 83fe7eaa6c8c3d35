"""A line in a page of keys: it has the typing only between its beginning and its end."""

from collections.abc import Callable

from textual.binding import Binding

from runlift_tui.widgets.lines.one_line import OneLine


class BegunLine(OneLine):
    """Calls back while a key is still being handled, and keeps its letters only once it is begun.

    A message would come after the letter was painted, and what it finds would wait for the next
    frame.
    """

    BINDINGS = [Binding("escape", "leave", show=False)]
    """Whatever key leads back elsewhere: a letter would only be typed here."""

    def __init__(self, typed: Callable[[str], object], placeholder: str, most: int) -> None:
        """Make an empty line.

        Args:
            typed: Called with every new text.
            placeholder: What stands there while it is empty.
            most: How many letters it takes.
        """
        self._heard = typed
        super().__init__(
            placeholder=placeholder, compact=True, max_length=most, select_on_focus=False
        )
        self.can_focus = False

    def watch_value(self, before: str, value: str) -> None:
        """Say what is typed."""
        if value != before:
            self._heard(value)

    def begin(self) -> None:
        """Take the typing, behind what stands there already."""
        self.can_focus = True
        self.screen.set_focus(self)
        self.cursor_position = len(self.value)

    def action_leave(self) -> None:
        """Step back to the page, as its own key for that does."""
        back = getattr(self.screen, "action_back", self.end)
        back()

    def end(self) -> None:
        """Let the keys go to the page again."""
        self.screen.set_focus(None)
        self.can_focus = False


class SearchLine(BegunLine):
    """A line to search with."""

    def __init__(self, typed: Callable[[str], object], key: str) -> None:
        """Make an empty line.

        Args:
            typed: Called with every new text.
            key: What begins it.
        """
        super().__init__(typed, f"{key}  search", 60)
