"""What a terminal is asked: only what a file leaves open, each once, with the guess as default."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TextIO

from runlift_tui.commands.exchange.how_far import Progress
from runlift_tui.core.words.text import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from runlift_tui.exchange.questions import OpenQuestion
    from runlift_tui.store.importing.importing import LikeOurs

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
        if self._done:
            self._tell(self._done)
        self._done += 1

    def within(self, part: float) -> None:
        """Go on within a file, of which a part is read, from 0 to 1."""
        self._tell(self._done - 1 + part)

    def _tell(self, files: float) -> None:
        if time.monotonic() - self._began > _SHOWN_AFTER_S:
            self._progress.tell(files / self._files)

    def end(self) -> None:
        """Clear it away."""
        self._progress.end()


class Talk:
    """Questions to whoever sits at the terminal, and what was typed."""

    def __init__(
        self,
        guess: Callable[[OpenQuestion], str],
        out: TextIO,
        before: Callable[[], object] = lambda: None,
    ) -> None:
        """Ask nothing yet.

        Args:
            guess: Returns the default of a question.
            out: Where questions are written: standard error, where the other one is for a program.
            before: Called before each line is asked for: nothing else is to stand in it.
        """
        self._guess = guess
        self._out = out
        self._before = before

    def answer(self, path: str, question: OpenQuestion) -> str:
        """Return the answer to what a file leaves open; Enter is the guess."""
        choices = tuple(each or _UNKNOWN for each in question.answers)
        said = self._asked(path, question.words, choices, self._guess(question) or choices[0])
        return "" if said == _UNKNOWN else said

    def matched(self, offers: Iterable[LikeOurs]) -> dict[str, str]:
        """Return which of our exercises names of the files are said to be, by folded name.

        Only names that are like one of ours are offered, those of the most sets first.
        """
        said: dict[str, str] = {}
        for each in offers:
            theirs, ours = safe_text(each.name), safe_text(each.ours.name)
            heard = self._line(f"{theirs}\n  is our {ours}? y, Enter for no ")
            if heard is not None and heard.strip().casefold() in ("y", "yes"):
                said[each.folded] = each.ours.id
        return said

    def _asked(self, name: str, words: str, choices: Sequence[str], default: str) -> str:
        """Return one of some answers; Enter is the default."""
        prompt = f"{safe_text(name)}: {words}\n  {' / '.join(choices)} [{default}] "
        while True:
            said = (self._line(prompt) or "").strip().casefold()
            if not said:
                return default
            meant = [each for each in choices if each.startswith(said)]
            if len(meant) == 1:
                return meant[0]
            prompt = f"  {' / '.join(choices)} [{default}] "

    def is_yes(self) -> bool:
        """Whether Enter imports what stands above."""
        said = self._line("Enter imports it, n leaves it. ")
        return said is not None and said.strip().casefold() in ("", "y", "yes")

    def _line(self, prompt: str) -> str | None:
        """Return what was typed; None where nobody types any more."""
        self._before()
        self._out.write(prompt)
        self._out.flush()
        return sys.stdin.readline() or None
