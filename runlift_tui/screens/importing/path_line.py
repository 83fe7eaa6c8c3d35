"""The line in which paths are typed, pasted, or dropped on the terminal."""

from collections.abc import Callable

from textual import events

from runlift_tui.core.words.pasted import pasted_lines
from runlift_tui.widgets.lines.begun_line import BegunLine

_MOST = 8000


class PathLine(BegunLine):
    """Takes every line of what is pasted: a file manager drops several files as several lines."""

    def __init__(self, typed: Callable[[str], object], placeholder: str) -> None:
        """Make an empty line."""
        super().__init__(typed, placeholder, _MOST)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.drop(event.text)

    def drop(self, text: str) -> None:
        """Take what was pasted or dropped, behind what stands there already."""
        lines = pasted_lines(text)
        said = " ".join(map(_quoted, lines) if len(lines) > 1 else lines)
        before = self.value[: self.cursor_position]
        self.take(f" {said}" if before and not before.endswith(" ") and said else said)


def _quoted(line: str) -> str:
    """Return a line as one path of several, unless it is quoted or escaped already."""
    plain = line.startswith(("'", '"', "file:")) or "\\" in line or " " not in line
    return line if plain else f'"{line}"'
