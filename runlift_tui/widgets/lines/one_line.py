"""A line to type in: what is pasted into it never goes by without a word."""

from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from runlift_tui.core.lists.tables import shortened
from runlift_tui.core.words.pasted import fitting, left_out, pasted_lines
from runlift_tui.core.words.text import safe_text


class OneLine(Input):
    """Takes one line of what is pasted, and asks which where there are several."""

    class LinesPasted(Message):
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

    def render_line(self, y: int) -> Strip:
        """Return what stands in it; where it is not typed in it begins at its first letter.

        What has no room then ends with a mark, and not in the middle of a word.
        """
        width = self.scrollable_content_region.width
        if y or self.has_focus or not self.value or cell_len(self.value) <= width:
            return super().render_line(y)
        told = Segment(shortened(safe_text(self.value), width, cell_len), self.rich_style)
        return Strip([told]).extend_cell_length(width + 1, self.rich_style)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = pasted_lines(event.text)
        if len(lines) == 1:
            self.take(lines[0])
        elif lines:
            self.post_message(self.LinesPasted(self, lines))

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
