"""A line to type in: what is pasted into it never goes by without a word."""

from typing import Any

from textual import events
from textual.message import Message
from textual.widgets import Input

from runlift_tui.core.words.pasted import fitting, left_out, pasted_lines


class OneLine(Input):
    """Takes one line of what is pasted, and asks which where there are several."""

    class Pasted(Message):
        """Several lines came at once."""

        def __init__(self, line: "OneLine", lines: tuple[str, ...]) -> None:
            """Tell of them.

            Args:
                line: Where they were pasted.
                lines: The lines, none of them empty.
            """
            self.line = line
            self.lines = lines
            super().__init__()

    def __init__(self, value: str = "", **named: Any) -> None:
        """Be a line.

        Args:
            value: What stands in it at first.
            named: What else `Input` takes.
        """
        super().__init__(value, **named)
        self._begun = value
        self.answers: frozenset[str] = frozenset()
        """Letters that answer what is asked of the line just now, and are not typed into it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Say whether a key is typed here, or may be one that the screen knows."""
        return key not in self.answers and super().check_consume_key(key, character)

    @property
    def is_typed_in(self) -> bool:
        """Whether something stands in it that did not at first."""
        return self.value not in ("", self._begun)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = pasted_lines(event.text)
        if len(lines) == 1:
            self.take(lines[0])
        elif lines:
            self.post_message(self.Pasted(self, lines))

    def take(self, line: str) -> None:
        """Put a line where the cursor stands or in the place of what is selected; say what is cut.

        Args:
            line: What was pasted or chosen.
        """
        start, end = sorted(self.selection)
        room = len(line)
        if self.max_length is not None:
            room = max(0, self.max_length - len(self.value) + end - start)
        kept = fitting(line, room)
        said = left_out(line, len(kept))
        if said:
            self.app.notify(said, markup=False)
        if kept:
            self.replace(kept, start, end)
