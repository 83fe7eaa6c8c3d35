"""What a terminal is asked: only what a file leaves open, each once, with the guess as default."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from runlift_tui.commands.printing import Progress, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from runlift_tui.exchange.questions import OpenQuestion
    from runlift_tui.store.importing.importing import Answer, LikeOurs

_SHOWN_AFTER_S = 0.5
_UNKNOWN = "unknown"


class FilesRead:
    """How many files were read so far: shown once that takes longer than a moment."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._done = 0
        self._began = time.monotonic()
        self._progress = Progress("reading")

    def step(self) -> None:
        """Begin with the next file."""
        if self._done and time.monotonic() - self._began > _SHOWN_AFTER_S:
            self._progress.tell(self._done / self._files)
        self._done += 1

    def end(self) -> None:
        """Clear it away."""
        self._progress.end()


def answer(guess: Callable[[OpenQuestion], str]) -> Answer:
    """Return what asks a terminal; Enter is the guess."""

    def asked(path: str, question: OpenQuestion) -> str:
        choices = tuple(each or _UNKNOWN for each in question.answers)
        said = _asked(path, question.words, choices, guess(question) or choices[0])
        return "" if said == _UNKNOWN else said

    return asked


def matched(offers: Iterable[LikeOurs]) -> dict[str, str]:
    """Return which of our exercises the athlete says that names of the files are, by folded name.

    Only names that are like one of ours are offered, those of the most sets first.
    """
    from runlift_tui.core.words.text import safe_text

    said: dict[str, str] = {}
    for each in offers:
        theirs, ours = safe_text(each.name), safe_text(each.ours.name)
        heard = _line(f"{theirs}\n  is our {ours}? y, Enter for no ")
        if heard is not None and heard.strip().casefold() in ("y", "yes"):
            said[each.folded] = each.ours.id
    return said


def _asked(name: str, words: str, choices: Sequence[str], default: str) -> str:
    """Return one of some answers; Enter is the default."""
    from runlift_tui.core.words.text import safe_text

    tell(f"{safe_text(name)}: {words}")
    while True:
        said = (_line(f"  {' / '.join(choices)} [{default}] ") or "").strip().casefold()
        if not said:
            return default
        meant = [each for each in choices if each.startswith(said)]
        if len(meant) == 1:
            return meant[0]


def is_yes() -> bool:
    """Whether Enter imports what stands above."""
    said = _line("Enter imports it, n leaves it. ")
    return said is not None and said.strip().casefold() in ("", "y", "yes")


def _line(prompt: str) -> str | None:
    """Return what was typed; None where nobody types any more."""
    try:
        return input(prompt)
    except EOFError:
        return None
