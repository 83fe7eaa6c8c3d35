"""One of a few words, changed with the arrows or by typing it."""

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

    class Chosen(Message):
        """Another value was chosen."""

        def __init__(self, choice: "Choice") -> None:
            super().__init__()
            self.choice = choice
            """Where."""

        @property
        def control(self) -> "Choice":
            """The choice, under the name that Textual looks for."""
            return self.choice

    class NoneOfThem(Message):
        """What was typed is none of the choices."""

        def __init__(self, choice: "Choice", text: str) -> None:
            super().__init__()
            self.choice = choice
            """Where."""
            self.text = text
            """All of it."""

    value: var[str] = var("", init=False)

    def __init__(
        self,
        choices: tuple[tuple[str, str], ...],
        value: str,
        also: tuple[tuple[str, str], ...] = (),
        *,
        id: str | None = None,
    ) -> None:
        """Offer choices.

        Args:
            choices: Value and word of each.
            value: What is chosen at first.
            also: What else may be typed for one of them, in small letters, and its value.
            id: Of the widget.
        """
        super().__init__(id=id)
        self.choices = choices
        """Value and word of each."""
        self._choices = dict(choices)
        self._spelt = (*((word.lower(), each) for each, word in choices), *also)
        self._typed = ""
        """What was typed since it was gone to, or changed with the arrows."""
        self.set_reactive(Choice.value, value)

    def watch_value(self) -> None:
        """Show the new value, and tell."""
        self.redraw()
        self.post_message(self.Chosen(self))

    def on_focus(self) -> None:
        """Show that the arrows change it."""
        self._typed = ""
        self.redraw()

    def on_blur(self) -> None:
        """Show the word alone."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Take what begins as it was typed; a letter typed again takes the next one of its kind."""
        key = (event.character or "").lower()
        goes_on = key in {" ", ".", ",", "-"} and self._is_begun(f"{self._typed}{key}")
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif not key.isalnum() and not (self._typed and goes_on):
            return
        else:
            self._take(key)
        event.stop()
        event.prevent_default()

    def _take(self, key: str) -> None:
        typed = f"{self._typed}{key}".replace(",", ".")
        values = list(self._choices)
        found = [each for each in values if self._begins(each, typed)]
        is_second = len(self._typed) == 1 and self._begins(self.value, self._typed)
        anew = [each for each in values if self._begins(each, key)]
        if not found and key.isalpha() and is_second and anew:
            typed, found = key, anew
        self._typed = typed
        if not found:
            self.post_message(self.NoneOfThem(self, typed.strip()))
            return
        at = values.index(self.value) if self.value in values else -1
        if len(typed) == 1 or self.value not in found:
            whole = [value for word, value in self._spelt if word == typed.strip()]
            after = (each for each in (*values[at + 1 :], *values[: at + 1]) if each in found)
            self.value = next(iter(whole), next(after))

    def _begins(self, value: str, typed: str) -> bool:
        """Whether a choice is spelt as was typed, as far as that goes."""
        return bool(value) and any(
            word.startswith(typed.strip()) for word, each in self._spelt if each == value
        )

    def _is_begun(self, typed: str) -> bool:
        return any(word.startswith(typed.replace(",", ".")) for word, _ in self._spelt)

    def lines(self, width: int, height: int) -> list[Pieces]:
        """Return the word."""
        word = safe_text(self._choices.get(self.value, self.value))
        if self.has_focus:
            word = shortened(word, max(0, width - 4))  # both arrows stay: they are its keys
            return [cut((Piece("‹ ", "mark"), Piece(word, "strong"), Piece(" ›", "mark")), width)]
        return [cut((Piece(f"  {word}"),), width)]

    def action_turn(self, by: int) -> None:
        """Take the next value, or the one before."""
        self._typed = ""
        values = list(self._choices)
        at = values.index(self.value) if self.value in values else 0
        self.value = values[(at + by) % len(values)]
