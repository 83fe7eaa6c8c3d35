"""How far something is that takes its time, where a person sees it."""

import sys

from runlift_tui.commands.printing import silence_errors


class Progress:
    """How far something is, on standard error where a person sees it; cleared away at its end."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._seen = sys.stderr.isatty()
        self._shown = ""

    def tell(self, part: float) -> None:
        """Show the part that is done, from 0 to 1."""
        text = f"{self._what}: {round(100 * part)} %"
        if self._seen and text != self._shown:
            self._shown = text
            _over_the_line(text)

    def end(self) -> None:
        """Clear it away."""
        if self._shown:
            self._shown = ""
            _over_the_line("")


def _over_the_line(text: str) -> None:
    try:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()
    except (OSError, ValueError):
        silence_errors()
