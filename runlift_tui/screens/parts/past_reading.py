"""Reading all of the past while the screen stays alive: a stretch, the keys, the next stretch."""

from collections.abc import Callable
from typing import Any

from runlift_tui.core.history.past import PastSession, only
from runlift_tui.screens.parts.once import Living, once_painted
from runlift_tui.store.disk.errors import StoreError
from runlift_tui.store.history.past import Past

TURN = 60
"""Sessions that are read before the keys are let in: those of some months."""


class PastReading:
    """The sessions of the past, read one stretch after the other."""

    def __init__(self, past: Past, exercise: str = "") -> None:
        """Begin to read.

        Args:
            past: What is read.
            exercise: Id of the one whose sets alone are wanted; empty for all of them.
        """
        self._sessions = past.sessions()
        self._exercise = exercise
        self._found: list[PastSession] = []
        self.read = 0
        """How many sessions were read so far."""
        self.trouble = ""
        """Why no more could be read, in a sentence."""

    @property
    def sessions(self) -> tuple[PastSession, ...]:
        """What was found, oldest first."""
        return tuple(sorted(self._found, key=lambda each: each.at))

    def go_on(self, most: int = TURN) -> bool:
        """Read a stretch; return whether there may be more."""
        for _ in range(most):
            try:
                session = next(self._sessions, None)
            except StoreError as error:
                self.trouble, session = error.what, None
            if session is None:
                return False
            self.read += 1
            found = only(session, self._exercise) if self._exercise else session.bare
            if found is not None:
                self._found.append(found)
        return True

    def begin(self, screen: Living[Any], done: Callable[[], object]) -> None:
        """Read to the end, in turns with everything else that the screen does, while it stands."""
        once_painted(screen, lambda: self._run(screen, done))

    def _run(self, screen: Living[Any], done: Callable[[], object]) -> None:
        if self.go_on():
            screen.call_after_refresh(self._run, screen, done)
        else:
            done()
