"""One of a few words, changed with the arrows or by its first letter."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var

from runlift_tui.core.words.text import safe_text
from runlift_tui.widgets.base.part import Part
from runlift_tui.widgets.base.pieces import Piece, Pieces, cut, shortened


class Choice(Part, can_focus=True):
    """A value out of a few: `‹ reps ›` while it has the focus."""

    DEFAULT_CSS = "Choice { height: 1; width: 1fr; }"
    BINDINGS = [
        Binding("left", "turn(-1)", "The one before", show=False),
        Binding("right,space", "turn(1)", "The next", show=False),
    ]

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, choice: "Choice") -> None:
            super().__init__()
            self.choice = choice
            """Where."""

        @property
        def control(self) -> "Choice":
            """The choice, under the name that Textual looks for."""
            return self.choice

    value: var[str] = var("", init=False)

    def __init__(
        self, choices: tuple[tuple[str, str], ...], value: str, *, id: str | None = None
    ) -> None:
        """Offer choices.

        Args:
            choices: Value and word of each.
            value: What is chosen at first.
            id: Of the widget.
        """
        super().__init__(id=id)
        self._choices = dict(choices)
        self.set_reactive(Choice.value, value)

    def watch_value(self) -> None:
        """Show the new value, and tell."""
        self.redraw()
        self.post_message(self.Changed(self))

    def on_focus(self) -> None:
        """Show that the arrows change it."""
        self.redraw()

    def on_blur(self) -> None:
        """Show the word alone."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Take the next value whose word begins with the letter that was typed."""
        letter = (event.character or "").lower()
        values = list(self._choices)
        at = values.index(self.value) if self.value in values else 0
        for value in (*values[at + 1 :], *values[: at + 1]):
            if letter.isalpha() and value and self._choices[value].lower().startswith(letter):
                event.stop()
                event.prevent_default()
                self.value = value
                return

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the word."""
        word = safe_text(self._choices.get(self.value, self.value))
        if self.has_focus:
            word = shortened(word, max(0, width - 4))  # both arrows stay: they are its keys
            return [cut((Piece("‹ ", "mark"), Piece(word, "strong"), Piece(" ›", "mark")), width)]
        return [cut((Piece(f"  {word}"),), width)]

    def action_turn(self, by: int) -> None:
        """Take the next value, or the one before."""
        values = list(self._choices)
        at = values.index(self.value) if self.value in values else 0
        self.value = values[(at + by) % len(values)]
